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
    /// The letters that a selection takes, by name.
    public func letters(_ selection: GraphSelection = GraphSelection()) throws -> [StoredLetter] {
        try queue.read { database in
            let condition = LetterCondition(selection)
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM letter \(condition.sql) ORDER BY name", arguments: condition.arguments)
            return try rows.map { try Self.letter($0, database) }
        }
    }

    /// The letters a user may mean by a text: the one of this name or file; else those of this Aanhangsel number or
    /// kenmerk; else those with this label.
    public func letters(called text: String) throws -> [StoredLetter] {
        let last = (text as NSString).lastPathComponent
        let conditions: [(sql: String, arguments: StatementArguments)] = [
            ("name = ?", [text]), ("file = ?", [text]),
            ("id IN (SELECT letter_id FROM letter_copy WHERE file = ?)", [text]),
            ("name = ?", [(text as NSString).deletingPathExtension]),
            ("file LIKE ? || '.%' ESCAPE '\\'", [Self.escaped(text)]),
            ("name LIKE ? || '.%' ESCAPE '\\'", [Self.escaped(text)]),
            (
                "name = ? OR name = ?",
                text.contains("/") ? [last, (last as NSString).deletingPathExtension] : [nil, nil]
            ),
            ("aanhangsel = ?", [text]), ("id IN (SELECT letter_id FROM letter_zaak WHERE zaak = ?)", [text]),
            ("label = ?", [text]),
        ]
        return try queue.read { database in
            for (condition, arguments) in conditions {
                let rows = try Row.fetchAll(
                    database, sql: "SELECT * FROM letter WHERE \(condition) ORDER BY name", arguments: arguments)
                if !rows.isEmpty { return try rows.map { try Self.letter($0, database) } }
            }
            return []
        }
    }

    /// Names of letters that hold a text, for a user who mistyped one.
    public func names(like text: String, limit: Int) throws -> [String] {
        try queue.read {
            try String.fetchAll(
                $0, sql: "SELECT name FROM letter WHERE name LIKE '%' || ? || '%' ESCAPE '\\' ORDER BY name LIMIT ?",
                arguments: [Self.escaped(text), limit])
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
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

    private static func letter(_ row: Row, _ database: Database) throws -> StoredLetter {
        let id: Int64 = row["id"]
        func people(_ table: String, _ of: String) throws -> [StoredLetter.Person] {
            try Row.fetchAll(
                database, sql: "SELECT name, \(of) AS belongs FROM \(table) WHERE letter_id = ? ORDER BY position",
                arguments: [id]
            )
            .map { StoredLetter.Person(name: $0["name"], of: $0["belongs"]) }
        }
        let counts = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*) AS citations, count(DISTINCT source_id) AS sources
                FROM citation JOIN unit ON unit.id = citation.unit_id WHERE unit.letter_id = ?
                """, arguments: [id])
        return StoredLetter(
            name: row["name"], file: row["file"], path: row["path"],
            copies: try String.fetchAll(
                database, sql: "SELECT file FROM letter_copy WHERE letter_id = ? ORDER BY file", arguments: [id]),
            format: row["format"], label: row["label"], answered: row["answered"],
            submitted: row["submitted"],
            ministry: row["ministry"], subject: row["subject"], aanhangsel: row["aanhangsel"],
            footnotes: row["footnotes"],
            ministers: try people("letter_minister", "portfolio"), askers: try people("letter_asker", "party"),
            zaken: try String.fetchAll(
                database, sql: "SELECT zaak FROM letter_zaak WHERE letter_id = ? ORDER BY position", arguments: [id]),
            units: try Row.fetchAll(
                database, sql: "SELECT name, part, line, origin FROM unit WHERE letter_id = ? ORDER BY position",
                arguments: [id]
            )
            .map { ($0["name"], $0["part"], $0["line"], $0["origin"]) },
            citations: counts?["citations"] ?? 0, sources: counts?["sources"] ?? 0)
    }
}
