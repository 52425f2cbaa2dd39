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
