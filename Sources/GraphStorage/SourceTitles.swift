import GRDB

/// What sources are called: a Kamerstuk by the name that letters give it beside its number (`motie Krul/Ceder`), most of them
/// if they differ; else by the title of its dossier in the register.
extension StoreWriter {
    func refreshTitles() throws {
        try database.execute(
            sql: """
                UPDATE source SET title = register_title WHERE title IS NOT register_title;
                UPDATE source SET title = named.title FROM (
                  SELECT source_id, title, row_number() OVER (PARTITION BY source_id ORDER BY count(*) DESC, title) AS rank
                  FROM citation WHERE title IS NOT NULL GROUP BY source_id, title
                ) AS named WHERE named.source_id = source.id AND named.rank = 1;
                """)
    }
}

/// What the store learned with names: those of papers, and what a letter cited by its date is.
enum NamesVersion {
    static let sql = """
        ALTER TABLE source ADD COLUMN register_title TEXT; -- its dossier's; title may be a name that letters give
        UPDATE source SET register_title = title;
        ALTER TABLE citation ADD COLUMN title TEXT; -- how the letter names the paper: motie Krul/Ceder
        ALTER TABLE citation ADD COLUMN resolves_to TEXT; -- the number of a letter that is cited by its date
        """
}
