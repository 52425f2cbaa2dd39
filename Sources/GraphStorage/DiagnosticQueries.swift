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
            try Row.fetchAll(
                database,
                sql: """
                    SELECT code, severity, letter.name AS letter, letter.file, unit, line, column_number, message, suggestions
                    FROM diagnostic JOIN letter ON letter.id = letter_id ORDER BY letter.name, line, column_number, code, message
                    """
            ).map { row in
                StoredDiagnostic(
                    code: row["code"], severity: row["severity"], letter: row["letter"], file: row["file"],
                    unit: row["unit"],
                    line: row["line"], column: row["column_number"], message: row["message"],
                    suggestions: (row["suggestions"] as String).split(separator: " ").map(String.init))
            }
        }
    }
}
