import DossierRegister
import GRDB

/// What a user gave to `build` or `register update`, kept in the store as text for later builds.
public enum Setting: String, Sendable, CaseIterable { case catalogue, corrections, register }

extension GraphStore {
    /// The text of a setting, or nil when it was never given.
    public func setting(_ setting: Setting) throws -> String? {
        try queue.read { try Self.value(of: setting, in: $0) }
    }

    static func value(of setting: Setting, in database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.rawValue])
    }
}

/// The register a store goes by: the one that comes with kvgraph, and a newer one that was given to it.
extension GraphStore {
    public func register() throws -> Register { Self.register(try setting(.register)) }

    static func register(_ database: Database) throws -> Register {
        register(try value(of: .register, in: database))
    }

    private static func register(_ newer: String?) -> Register { newer.map(Register.builtIn.adding) ?? .builtIn }
}
