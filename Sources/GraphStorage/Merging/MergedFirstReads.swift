import GRDB

/// On which days the files of merged stores were first read: of each the earliest that any of the stores knows, whichever of
/// its states is kept. A day unknown is before all others, so that order and grouping decide nothing.
struct MergedFirstReads {
    private let database: Database

    /// Gathers what all stores know, before any gives way to another.
    /// - Complexity: linear in the files of all stores.
    init(of schemas: [String], in database: Database) throws {
        self.database = database
        try database.execute(
            sql: "CREATE TEMP TABLE first_read_of (path TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID")
        for schema in schemas {
            for table in ["letter", "letter_copy"] {
                // No text is before every day.
                try database.execute(
                    sql: """
                        INSERT INTO first_read_of SELECT path, coalesce(first_read, '') FROM \(schema).\(table) WHERE true
                          ON CONFLICT (path) DO UPDATE SET day = min(day, excluded.day)
                        """)
            }
        }
    }

    /// Gives each file that stayed its day.
    func apply() throws {
        for table in ["letter", "letter_copy"] {
            try database.execute(
                sql: """
                    UPDATE main.\(table) SET first_read = nullif(day, '') FROM first_read_of
                    WHERE first_read_of.path = \(table).path AND first_read IS NOT nullif(day, '')
                    """)
        }
        try database.execute(sql: "DROP TABLE first_read_of")
    }
}
