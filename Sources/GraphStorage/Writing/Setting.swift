import CitationFinding
import DossierRegister
import GRDB

/// What a user gave to `build` or `register update`, kept in the store as text for later builds.
public enum Setting: String, Sendable, CaseIterable { case catalogue, corrections, register }

extension GraphStore {
    /// The text of a setting, or nil when it was never given.
    public func setting(_ setting: Setting) throws -> String? {
        try queue.read {
            try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.rawValue])
        }
    }

    /// The corrections that match no citation: the letter, the unit or the id differs, or the letter is missing.
    public func unmatched(_ corrections: [Correction]) throws -> [Correction] {
        try queue.read { database in
            try corrections.filter { correction in
                let isMet = try Bool.fetchOne(
                    database,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM letter JOIN unit ON unit.letter_id = letter.id
                            JOIN citation ON citation.unit_id = unit.id JOIN source ON source.id = citation.source_id
                            WHERE letter.name = :letter AND unit.name = coalesce(:unit, unit.name)
                              AND (citation.read_as = :id OR citation.read_as IS NULL AND source.canonical = :id))
                          OR EXISTS (SELECT 1 FROM letter JOIN dropped_citation ON letter_id = letter.id
                            WHERE letter.name = :letter AND unit = coalesce(:unit, unit) AND canonical = :id)
                        """, arguments: ["letter": correction.letter, "unit": correction.unit, "id": correction.id])
                return isMet != true
            }
        }
    }
}

extension StoreWriter {
    /// Keeps the text of a file for later builds; nil clears it.
    public func keep(_ text: String?, as setting: Setting) throws {
        guard let text else {
            return try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting.rawValue])
        }
        try database.execute(
            sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [setting.rawValue, text])
    }
}

/// The register a store goes by: the one that comes with kvgraph, and a newer one that was given to it.
extension GraphStore {
    public func register() throws -> Register { Self.register(try setting(.register)) }

    static func register(_ database: Database) throws -> Register {
        register(
            try String.fetchOne(
                database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [Setting.register.rawValue]))
    }

    private static func register(_ newer: String?) -> Register { newer.map(Register.builtIn.adding) ?? .builtIn }
}

extension StoreWriter {
    /// Uses a newer register from now on: titles and doubts about numbers are computed again with it.
    /// - Parameter text: as `RegisterDraft.text` writes it; nil for the one that comes with kvgraph alone.
    public mutating func use(register text: String?) throws {
        try keep(text, as: .register)
        register = try GraphStore.register(database)
        hasChanged = true
        changes.becomeWhole()
        for row in try Row.fetchAll(database, sql: "SELECT id, canonical FROM source") {
            try database.cachedStatement(sql: "UPDATE source SET title = ? WHERE id = ?").execute(arguments: [
                register.title(of: row["canonical"]), row["id"] as Int64,
            ])
        }
    }
}
