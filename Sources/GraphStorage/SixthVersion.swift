/// What the store learned with 86,000 letters: finding one by its file or by what tables call it without reading them all.
enum SixthVersion {
    static let sql = """
        CREATE INDEX letter_file ON letter (file COLLATE NOCASE);
        CREATE INDEX letter_any_case ON letter (name COLLATE NOCASE);
        CREATE INDEX letter_label ON letter (label);
        CREATE INDEX source_label ON source (label);
        """
}
