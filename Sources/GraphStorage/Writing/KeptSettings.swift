import CitationFinding
import DossierRegister
import GRDB

extension StoreWriter {
    /// Keeps the text of a file for later builds; nil clears it. What corrections say of two ids counts from now on for every
    /// letter in the store.
    public mutating func keep(_ text: String?, as setting: Setting) throws {
        let old = try GraphStore.value(of: .corrections, in: database)
        try take(text, as: setting)
        guard setting == .corrections, Set(CorrectionFile.works(old ?? "")) != Set(CorrectionFile.works(text ?? ""))
        else { return }
        (hasChanged, worksHaveChanged) = (true, true)
        changes.becomeWhole()
    }

    /// Takes over a setting by which all letters in the store were put.
    mutating func take(_ text: String?, as setting: Setting) throws {
        if try GraphStore.value(of: setting, in: database) == text { return }
        if let text {
            try database.execute(
                sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                arguments: [setting.rawValue, text])
        } else {
            try database.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [setting.rawValue])
        }
        if setting == .register { register = try GraphStore.register(database) }
        works = try Works(GraphStore.verdicts(database), register)
    }
}

extension StoreWriter {
    /// Uses a newer register from now on: titles and doubts about numbers are computed again with it.
    /// - Parameter text: as `RegisterDraft.text` writes it; nil for the one that comes with kvgraph alone.
    public mutating func use(register text: String?) throws {
        try keep(text, as: .register)
        hasChanged = true
        changes.becomeWhole()
        for row in try Row.fetchAll(database, sql: "SELECT id, canonical FROM source") {
            try database.cachedStatement(sql: "UPDATE source SET title = ? WHERE id = ?").execute(arguments: [
                register.title(of: row["canonical"]), row["id"] as Int64,
            ])
        }
    }
}
