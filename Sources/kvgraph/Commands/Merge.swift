import ArgumentParser
import Foundation
import GraphStorage

/// `kvgraph merge`: stores built apart become one.
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Make one store of several that were built apart.",
        discussion: """
            The stores are added to the one --store names, which is made when it is not there. Order and grouping do not \
            matter, and merging a store twice changes nothing: of a file that was read twice the later state stays.
            """)

    @Argument(help: ArgumentHelp("Stores to take letters from.", valueName: "store"))
    var stores: [String]

    @OptionGroup var store: StoreOption

    func run() throws {
        let target = Self.absolute(store.path)
        let parts = stores.filter { Self.absolute($0) != target }
        let isNew = !FileManager.default.fileExists(atPath: store.path)
        do {
            for part in parts { _ = try GraphStore(reading: part) }
            if parts.count < stores.count { _ = try store.open() }
            let graph = try GraphStore(writing: store.path)
            try Interruption.caught { try merge(parts, into: graph) }
            let counts = try graph.counts()
            let output = Output()
            output.show("\(counted(stores.count, "store")) merged\n")
            output.show(
                "the store holds \(counted(counts.letters, "letter")): \(counted(counts.citations, "citation")) of "
                    + "\(counted(counts.sources, "source")), \(counted(counts.crossReferences, "cross-reference"))\n")
            output.show("store: \(store.path)\n")
        } catch {
            if isNew { StoreFiles.remove(store.path) }
            switch error {
            case let failure as GraphStore.Failure: throw CommandFailure.unanswerable("\(failure)")
            case let failure as MergeFailure: throw CommandFailure.unanswerable("\(failure)")
            case is Interruption: throw ExitCode(Interruption.status)
            default: throw error
            }
        }
    }

    /// More stores than one connection can open are first merged in groups, beside the store.
    private func merge(_ parts: [String], into graph: GraphStore, depth: Int = 0) throws {
        try Interruption.check()
        guard parts.count > GraphStore.mostParts else { return try graph.merge(parts, names: LetterNames.names) }
        let size = (parts.count + GraphStore.mostParts - 1) / GraphStore.mostParts
        let groups = stride(from: 0, to: parts.count, by: size).map { Array(parts[$0..<min($0 + size, parts.count)]) }
        let process = ProcessInfo.processInfo.processIdentifier
        let halfway = groups.indices.map { "\(store.path).merging-\(process)-\(depth)-\($0)" }
        defer { for path in halfway { StoreFiles.remove(path) } }
        for (group, path) in zip(groups, halfway) {
            StoreFiles.remove(path)
            try merge(group, into: GraphStore(writing: path), depth: depth + 1)
        }
        try graph.merge(halfway, names: LetterNames.names)
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
