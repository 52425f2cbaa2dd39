import GRDB

/// While an empty store is filled, the indexes that nothing asks are left out, and made at the end: sorting all rows at once
/// is faster than finding a place for each. One object, shared by the copies of a writer.
final class BulkIndexes {
    private let database: Database
    private var left: [String] = []

    /// Takes the indexes away when the store has no letters.
    init(_ database: Database) throws {
        self.database = database
        guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM letter)") == false else { return }
        // Those that tell a letter's other files are asked for every letter.
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
                  AND tbl_name IN ('letter', 'unit', 'citation', 'crossreference', 'diagnostic', 'dropped_citation', 'source')
                  AND name <> 'letter_of_aanhangsel'
                ORDER BY name
                """)
        for row in rows {
            try database.execute(sql: "DROP INDEX \"\(row["name"] as String)\"")
            left.append(row["sql"])
        }
    }

    /// Whether the store was empty, and nothing had to be looked up in it yet.
    var isFilling: Bool { !left.isEmpty }

    /// Makes the indexes that are left out.
    func make() throws {
        for sql in left { try database.execute(sql: sql) }
        left = []
    }
}
