import CitationFinding
import DossierRegister
import GRDB

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
    /// Goes by a newer register from now on: titles and doubts about numbers are worked out anew with it.
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
