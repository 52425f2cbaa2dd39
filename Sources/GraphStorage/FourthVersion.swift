/// What the store learned with the register of dossiers: titles.
enum FourthVersion {
    static let sql = """
        -- that of its dossier: Nationale Veiligheid
        ALTER TABLE source ADD COLUMN title TEXT;
        """
}
