import Foundation

/// The rows of a store given to the `sqlite3` shell: the same tables filled with `.import`, then the same indexes.
struct StoreImport {
    private let shell: String
    private let store: String
    private let folder = "\(Bench.folder)/import"
    private var script: String { folder + "/import.sql" }

    init(_ bench: Bench, store: String) throws { (shell, self.store) = (try bench.program("sqlite3"), store) }

    /// The import into an empty file. The rows are taken out of the store before the first run.
    var tool: Tool {
        let target = folder + "/imported.sqlite"
        return .watched(shell, ["-bail", target], input: script) {
            try? FileManager.default.removeItem(atPath: target)
            if !FileManager.default.fileExists(atPath: script) { try export() }
        }
    }

    /// Takes away what an earlier run of the benchmark left: the store may be another now.
    func clear() { try? FileManager.default.removeItem(atPath: folder) }

    private func export() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let tables = try ask(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
            """
        ).split(separator: "\n").map(String.init)
        let names = tables.map { "'\($0)'" }.joined(separator: ",")
        var lines = [
            try ask("SELECT sql || char(10) || ';' FROM sqlite_schema WHERE type = 'table' AND name IN (\(names))")
        ]
        for table in tables {
            let file = "\(folder)/\(table).csv"
            _ = try Run.once(shell, ["-readonly", "-csv", store, "SELECT * FROM \"\(table)\""], output: file)
            lines.append(".import --csv \(file) \(table)\n")
        }
        lines.append(
            try ask(
                """
                SELECT sql || char(10) || ';' FROM sqlite_schema
                WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (\(names))
                """))
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: script))
    }

    private func ask(_ question: String) throws -> String {
        String(decoding: try Tool.run(shell, ["-readonly", store, question]), as: UTF8.self)
    }
}
