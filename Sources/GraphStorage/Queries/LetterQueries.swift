import Foundation
import GRDB
import GraphAnalysis

/// A letter as the store knows it.
public struct StoredLetter: Sendable {
    public struct Person: Sendable, Equatable {
        public let name: String
        /// The party of a member, the portfolio of a minister.
        public let of: String?
    }

    public let name: String
    public let file: String
    /// Where the file is.
    public let path: String
    /// Other files of the same letter.
    public let copies: [String]
    /// The day its first file was first read, ISO 8601; nil when the store did not keep it yet.
    public let firstRead: String?
    public let format: String
    public let label: String
    public let answered: String?
    public let submitted: String?
    public let ministry: String?
    public let subject: String?
    public let aanhangsel: String?
    public let footnotes: Int
    public let ministers: [Person]
    public let askers: [Person]
    public let zaken: [String]
    /// In the order of the letter.
    public let units: [(name: String, part: String, line: Int, origin: String?)]
    public let citations: Int
    public let sources: Int
}

/// A note of a letter as the store knows it.
public struct StoredFootnote: Sendable {
    public let mark: String
    /// The units whose citations it holds.
    public let units: [String]
    public let text: String
    public let line: Int
}

extension GraphStore {
    /// The letters of a selection, by name.
    public func letters(_ selection: GraphSelection = GraphSelection()) throws -> [StoredLetter] {
        var letters: [StoredLetter] = []
        try eachLetter(selection) { letters.append($0) }
        return letters
    }

    /// The letters of a selection, by name, one after the other: no more than some hundred of them are held.
    /// - Parameters:
    ///   - isWanted: by its name, whether a letter is listed at all.
    ///   - limit: visit no more than so many; nil for all.
    /// - Returns: how many there are; of a store that is built meanwhile, letters that go before they are visited are passed over.
    /// - Complexity: linear in what is known of the letters visited, and in the number of letters.
    @discardableResult
    public func eachLetter(
        _ selection: GraphSelection = GraphSelection(), where isWanted: (String) -> Bool = { _ in true },
        limit: Int? = nil, _ visit: (StoredLetter) throws -> Void
    ) throws -> Int {
        let condition = LetterFilterSQL(selection)
        let ids = try queue.read { database in
            let cursor = try Row.fetchCursor(
                database, sql: "SELECT id, name FROM letter \(condition.sql) ORDER BY name",
                arguments: condition.arguments)
            var ids: [Int] = []
            while let row = try cursor.next() {
                if isWanted(row[1]) { ids.append(row[0]) }
            }
            return ids
        }
        let visited = ids.prefix(limit ?? .max)
        for start in stride(from: 0, to: visited.count, by: Self.batch) {
            let some = Array(visited[start..<min(start + Self.batch, visited.count)])
            // Who visits may be slow, a pager perhaps: meanwhile others may write the store.
            let letters = try queue.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT letter.* FROM json_each(?) CROSS JOIN letter ON letter.id = json_each.value
                        ORDER BY json_each.key
                        """, arguments: [some.list])
                return try LetterParts(some, in: database).letters(rows)
            }
            for letter in letters { try visit(letter) }
        }
        return ids.count
    }

    /// Letters of which all is read at once.
    private static let batch = 500

    /// Whether a selection holds any letter.
    public func hasLetters(_ selection: GraphSelection) throws -> Bool {
        let condition = LetterFilterSQL(selection)
        return try queue.read {
            try Bool.fetchOne(
                $0, sql: "SELECT EXISTS (SELECT 1 FROM letter \(condition.sql))", arguments: condition.arguments)
                ?? false
        }
    }

    /// The letter of this name; else those of this file.
    public func letters(named text: String) throws -> [StoredLetter] {
        try queue.read { try Self.letters([("name = ?", [text]), Self.file(text)], in: $0) }
    }

    /// The letters with this label.
    public func letters(labelled text: String) throws -> [StoredLetter] {
        try queue.read { try Self.letters([("label = ?", [text])], in: $0) }
    }

    /// The letters a user may mean by a text: the one of this name or file; else those of this Aanhangsel number or
    /// kenmerk; else those with this label.
    public func letters(called text: String) throws -> [StoredLetter] {
        let last = (text as NSString).lastPathComponent
        return try queue.read { database in
            try Self.letters(
                [
                    ("name = ?", [text]), Self.file(text),
                    ("id IN (SELECT letter_id FROM letter_copy WHERE file = ?)", [text]),
                    ("name = ?", [(text as NSString).deletingPathExtension]),
                    Self.suffixed("file", text), Self.suffixed("name", text), Self.copied(text),
                    (
                        "name = ? OR name = ?",
                        text.contains("/") ? [last, (last as NSString).deletingPathExtension] : [nil, nil]
                    ),
                    ("aanhangsel = ?", [text]), ("id IN (SELECT letter_id FROM letter_zaak WHERE zaak = ?)", [text]),
                    ("label = ?", [text]),
                ], in: database)
        }
    }

    private typealias Condition = (sql: String, arguments: StatementArguments)

    /// What the first condition that takes any takes, by name.
    private static func letters(_ conditions: [Condition], in database: Database) throws -> [StoredLetter] {
        for (condition, arguments) in conditions {
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM letter WHERE \(condition) ORDER BY name", arguments: arguments)
            if !rows.isEmpty { return try LetterParts(rows.map { $0["id"] }, in: database).letters(rows) }
        }
        return []
    }

    /// The index does not tell large letters from small ones, so that it serves the next question too.
    private static func file(_ text: String) -> Condition {
        ("file = ? COLLATE NOCASE AND file = ?", [text, text])
    }

    /// `text.txt` for `text`: what begins with `text.` lies between that and `text/`, the sign after the dot.
    private static func suffixed(_ column: String, _ text: String) -> Condition {
        ("\(column) >= ? COLLATE NOCASE AND \(column) < ? COLLATE NOCASE", [text + ".", text + "/"])
    }

    /// Another file of the letter, by its whole name, its name without the folder, or that without its ending: few letters
    /// have one.
    private static func copied(_ text: String) -> Condition {
        (
            """
            id IN (SELECT letter_id FROM letter_copy
              WHERE substr('/' || file, -length('/' || ?)) = '/' || ? COLLATE NOCASE
                OR instr(lower('/' || file), lower('/' || ? || '.')) > 0)
            """, [text, text, text]
        )
    }

    /// Names of letters that contain a text, for a user who mistyped one.
    public func names(like text: String, limit: Int) throws -> [String] {
        try queue.read {
            try String.fetchAll(
                // No pattern: SQLite refuses long ones, and signs in them have a meaning.
                $0, sql: "SELECT name FROM letter WHERE instr(lower(name), lower(?)) > 0 ORDER BY name LIMIT ?",
                arguments: [text, limit])
        }
    }

    /// The notes of a letter, in its order.
    public func footnotes(ofLetter name: String) throws -> [StoredFootnote] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT mark, units, text, line FROM footnote JOIN letter ON letter.id = letter_id WHERE name = ?
                    ORDER BY position
                    """, arguments: [name]
            ).map { row in
                StoredFootnote(
                    mark: row["mark"], units: (row["units"] as String).split(separator: " ").map(String.init),
                    text: row["text"], line: row["line"])
            }
        }
    }
}
