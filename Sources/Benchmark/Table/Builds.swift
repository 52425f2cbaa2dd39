import Foundation
import Synchronization

/// Builds of the corpora, and what they are held against, run turn about: several rows look at them, the first one runs them.
final class Builds: Sendable {
    struct Figures: Sendable {
        /// `cite` and `build` of the smallest corpus, `build` of the middle one.
        let leastCite, leastBuild, middleBuild: [Tool.Figures]
        /// `cite` and `build` of the largest, and the rows of that store given to `sqlite3 .import`.
        let cite, build, imported: [Tool.Figures]
    }

    private let figures = Mutex<Figures?>(nil)

    func figures(_ bench: Bench) throws -> Figures {
        try figures.withLock { figures in
            if let figures { return figures }
            let (least, middle, most) = bench.sizes
            var tools = [
                try Self.cite(bench, least), try Self.build(bench, least), try Self.build(bench, middle),
                try Self.cite(bench, most), try Self.build(bench, most),
            ]
            // The other rows stand without the import.
            if let imported = try? StoreImport(bench, store: Self.store(most)) {
                imported.clear()
                tools.append(imported.tool)
            }
            let runs = try Tool.figures(tools, rounds: min(3, bench.rounds), within: 150)
            let found = Figures(
                leastCite: runs[0], leastBuild: runs[1], middleBuild: runs[2], cite: runs[3], build: runs[4],
                imported: runs.count > 5 ? runs[5] : [])
            figures = found
            return found
        }
    }

    /// The store of so many letters, built if this run has not built it yet; a build of what is there already costs little.
    static func store(_ bench: Bench, _ count: Int) throws -> String {
        let path = store(count)
        _ = try Tool.run(bench.kvgraph, ["build", bench.corpus(count), "--store", path])
        return path
    }

    private static func store(_ count: Int) -> String { "\(Bench.folder)/store-\(count).sqlite" }

    private static func cite(_ bench: Bench, _ count: Int) throws -> Tool {
        .watched(bench.kvgraph, ["cite", try bench.corpus(count)], output: "\(Bench.folder)/cited.jsonl")
    }

    /// From nothing: the store of the last run is taken away first.
    private static func build(_ bench: Bench, _ count: Int) throws -> Tool {
        let path = store(count)
        return .watched(bench.kvgraph, ["build", try bench.corpus(count), "--store", path]) {
            for file in [path, path + "-wal", path + "-shm"] where FileManager.default.fileExists(atPath: file) {
                try FileManager.default.removeItem(atPath: file)
            }
        }
    }
}

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
