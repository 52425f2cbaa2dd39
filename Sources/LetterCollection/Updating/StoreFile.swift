import Foundation
import GraphStorage

/// A store as a file on disk: one that was created for work that failed is removed again.
public enum StoreFile {
    /// Opens a store to write it, and creates it if needed.
    /// - Throws: `GraphStore.Failure`, or what `body` throws: then a store that was made here is removed.
    public static func write<Value>(_ path: String, _ body: (GraphStore) throws -> Value) throws -> Value {
        let isNew = !FileManager.default.fileExists(atPath: path)
        do {
            return try body(GraphStore(writing: path))
        } catch {
            if isNew { remove(path) }
            throw error
        }
    }

    /// Adds stores that were built separately to one, which is created if needed. Order and grouping do not matter, and
    /// a store merged twice is merged once.
    /// - Parameters:
    ///   - parts: the files of the stores to add.
    ///   - path: the file of the store they are added to.
    ///   - check: called before each step; an error it throws stops the work.
    /// - Throws: `GraphStore.Failure`, `MergeFailure`, or what `check` throws: the store is left unchanged.
    /// - Complexity: linear in the rows of all stores.
    public static func merge(_ parts: [String], into path: String, check: () throws -> Void = {}) throws -> StoreCounts
    {
        for part in parts { _ = try GraphStore(reading: part) }
        let others = parts.filter { absolute($0) != absolute(path) }
        return try write(path) { store in
            try merge(others, into: store, at: path, depth: 0, check)
            return try store.counts()
        }
    }

    /// More stores than one connection can open are first merged in groups, beside the store.
    private static func merge(
        _ parts: [String], into store: GraphStore, at path: String, depth: Int, _ check: () throws -> Void
    ) throws {
        try check()
        guard parts.count > GraphStore.mostParts else { return try store.merge(parts, names: LetterNames.names) }
        let size = (parts.count + GraphStore.mostParts - 1) / GraphStore.mostParts
        let groups = stride(from: 0, to: parts.count, by: size).map { Array(parts[$0..<min($0 + size, parts.count)]) }
        let process = ProcessInfo.processInfo.processIdentifier
        let halfway = groups.indices.map { "\(path).merging-\(process)-\(depth)-\($0)" }
        defer { for path in halfway { remove(path) } }
        for (group, halfway) in zip(groups, halfway) {
            remove(halfway)
            try merge(group, into: GraphStore(writing: halfway), at: path, depth: depth + 1, check)
        }
        try store.merge(halfway, names: LetterNames.names)
    }

    private static func remove(_ path: String) {
        for end in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + end) }
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
