/// What the store learned with names: those of papers, and what a letter cited by its date is.
enum NamesVersion {
    static let sql = """
        DROP INDEX unit_of_letter; -- (letter_id, name) of its UNIQUE answers the same
        ALTER TABLE citation ADD COLUMN title TEXT; -- how the letter names the paper: motie Krul/Ceder
        ALTER TABLE citation ADD COLUMN resolves_to TEXT; -- the number of a letter that is cited by its date
        """
}
