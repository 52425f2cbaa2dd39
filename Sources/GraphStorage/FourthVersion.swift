/// What the store learned with the register of dossiers: titles.
enum FourthVersion {
    static let sql = """
        ALTER TABLE source ADD COLUMN title /* that of its dossier: Nationale Veiligheid */ TEXT;
        """
}
