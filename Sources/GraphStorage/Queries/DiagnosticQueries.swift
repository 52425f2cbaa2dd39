import GRDB

/// A doubt as the store knows it.
public struct StoredDiagnostic: Sendable, Equatable {
    public let code: String
    public let severity: String
    public let letter: String
    public let file: String
    public let unit: String
    public let line: Int
    public let column: Int
    public let message: String
    /// Ids that may have been meant, the likeliest first.
    public let suggestions: [String]
}

extension GraphStore {
    /// Every doubt, by letter and place.
    public func diagnostics() throws -> [StoredDiagnostic] {
        try queue.read { database in
            let cursor = try Row.fetchCursor(
                database,
                sql: """
                    SELECT code, severity, letter.name, letter.file, unit, line, column_number, message, suggestions
                    FROM diagnostic JOIN letter ON letter.id = letter_id ORDER BY letter.name, line, column_number, code, message
                    """)
            return try Array(
                cursor.map { row in
                    StoredDiagnostic(
                        code: row[0], severity: row[1], letter: row[2], file: row[3], unit: row[4], line: row[5],
                        column: row[6], message: row[7],
                        suggestions: (row[8] as String).split(separator: " ").map(String.init))
                })
        }
    }
}

/// How much a store holds.
public struct StoreCounts: Sendable {
    public let letters: Int
    public let citations: Int
    /// Sources that are cited; their dossiers and series are not counted.
    public let sources: Int
    public let crossReferences: Int
    public let warnings: Int
}

/// What a store covers, as a picture credits it.
public struct StoreExtent: Sendable {
    public let letters: Int
    /// The day (ISO 8601) of the latest answer, so that the same letters give the same whenever they are read; nil where
    /// no letter has a date. Days later than that on which their letter was read are misprints, and left out.
    public let latest: String?
}

extension GraphStore {
    /// How many letters a store holds, and up to which day.
    /// - Throws: an error of the database.
    /// - Complexity: one pass over the letters; of a store kept in memory, the first time.
    public func extent() throws -> StoreExtent {
        try kept.answer {
            let row = try queue.read {
                try Row.fetchOne(
                    $0,
                    sql: """
                        SELECT count(*), coalesce(
                            max(CASE WHEN answered <= coalesce(first_read, answered) THEN answered END), max(answered))
                        FROM letter
                        """)
            }
            return StoreExtent(letters: row?[0] ?? 0, latest: row?[1])
        }
    }

    public func counts() throws -> StoreCounts {
        try queue.read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            return StoreCounts(
                letters: try count("SELECT count(*) FROM letter"),
                citations: try count("SELECT count(*) FROM citation"),
                sources: try count(
                    "SELECT count(*) FROM source WHERE EXISTS (SELECT 1 FROM citation WHERE source_id = source.id)"),
                crossReferences: try count("SELECT count(*) FROM crossreference"),
                warnings: try count("SELECT count(*) FROM diagnostic WHERE severity <> 'note'"))
        }
    }
}
