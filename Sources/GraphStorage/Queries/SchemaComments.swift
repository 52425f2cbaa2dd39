import GRDB

/// What the store says of its own tables and views: the comments in its schema.
public struct StoredTable: Sendable {
    public let name: String
    /// `one letter with answers to written questions`
    public let about: String?
    public let isView: Bool
    /// Columns that are explained, in their order.
    public let columns: [(name: String, about: String)]
}

extension GraphStore {
    /// Tables and views, in the order in which the schema has them; those of the search index apart.
    public func tables() throws -> [StoredTable] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND sql NOT LIKE 'CREATE VIRTUAL%'
                      AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                      AND name <> 'grdb_migrations' ORDER BY rowid
                    """
            ).map { row in
                let (sql, isView) = (row[2] as String, row[1] as String == "view")
                return StoredTable(
                    name: row[0], about: SchemaComments.first(sql), isView: isView,
                    columns: isView ? [] : SchemaComments.columns(sql))
            }
        }
    }
}

private enum SchemaComments {
    static func first(_ sql: String) -> String? {
        sql.split(separator: "\n", maxSplits: 1).first.flatMap { comment($0) }
    }

    /// `  name TEXT NOT NULL UNIQUE, -- the file's name`; of a column that was added later: `title /* … */ TEXT`.
    static func columns(_ sql: String) -> [(name: String, about: String)] {
        sql.split(separator: "\n").dropFirst().flatMap { line -> [(name: String, about: String)] in
            var found: [(name: String, about: String)] = []
            if let about = comment(line), let name = word(line) { found.append((name, about)) }
            for added in line.split(separator: ",").dropFirst() {
                guard let start = added.firstRange(of: "/*"), let end = added.firstRange(of: "*/"),
                    start.upperBound < end.lowerBound, let name = word(added[..<start.lowerBound])
                else { continue }
                found.append((name, trimmed(added[start.upperBound..<end.lowerBound])))
            }
            return found
        }
    }

    private static func comment(_ line: Substring) -> String? {
        line.firstRange(of: "-- ").map { trimmed(line[$0.upperBound...]) }
    }

    private static func word(_ text: Substring) -> String? {
        let name = text.drop { $0 == " " }.prefix { $0.isLetter || $0 == "_" }
        return name.isEmpty || name.contains(where: \.isUppercase) ? nil : String(name)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
