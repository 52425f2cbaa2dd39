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
    public let units: [(name: String, part: String)]
    public let citations: Int
    public let sources: Int
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

    /// The letter of this name, or nil. A file's name with its suffix will do as well.
    public func letter(named name: String) throws -> StoredLetter? {
        try queue.read { database in
            let row =
                try Row.fetchOne(
                    database, sql: "SELECT * FROM letter WHERE name = ? OR file = ?", arguments: [name, name])
                ?? Row.fetchOne(
                    database, sql: "SELECT * FROM letter WHERE name = ?",
                    arguments: [(name as NSString).deletingPathExtension])
            return try row.map { try Self.letter($0, database) }
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
            name: row["name"], file: row["file"], label: row["label"], answered: row["answered"],
            submitted: row["submitted"],
            ministry: row["ministry"], subject: row["subject"], aanhangsel: row["aanhangsel"],
            footnotes: row["footnotes"],
            ministers: try people("letter_minister", "portfolio"), askers: try people("letter_asker", "party"),
            zaken: try String.fetchAll(
                database, sql: "SELECT zaak FROM letter_zaak WHERE letter_id = ? ORDER BY position", arguments: [id]),
            units: try Row.fetchAll(
                database, sql: "SELECT name, part FROM unit WHERE letter_id = ? ORDER BY position", arguments: [id]
            )
            .map { ($0["name"], $0["part"]) },
            citations: counts?["citations"] ?? 0, sources: counts?["sources"] ?? 0)
    }
}
