import Foundation
import GRDB

/// Stores built apart become one. What a file is read as does not depend on the others, so merging is choosing files, and
/// copying rows in bulk: of one file read twice the later state stays, of two files of one letter the better one. Grouping
/// and order decide nothing, and a store merged twice is merged once.
extension GraphStore {
    /// - Parameters:
    ///   - paths: stores of this version, each made with the same settings.
    ///   - names: the names of all letters by their files' paths.
    /// - Throws: `MergeFailure`, or `Failure` when a store cannot be read or written. Nothing has changed then.
    /// - Complexity: linear in the rows of all stores; one transaction.
    public func merge(_ paths: [String], names: ([String]) -> [String: String]) throws {
        // A store that is named twice need not be opened twice.
        let paths = Set(paths.map(Self.absolute)).sorted()
        try queue.inDatabase { database in
            for (index, path) in paths.enumerated() {
                try database.execute(sql: "ATTACH DATABASE ? AS part\(index)", arguments: [path])
            }
        }
        defer {
            try? queue.inDatabase { database in
                for index in paths.indices { try database.execute(sql: "DETACH DATABASE part\(index)") }
            }
        }
        try write(.deferred, catalogue: .builtIn) { writer in
            writer.hasChanged = true
            writer.changes.becomeWhole()
            let firstReads = try MergedFirstReads(
                of: ["main"] + paths.indices.map { "part\($0)" }, in: writer.database)
            for (index, path) in paths.enumerated() {
                try writer.takeSettings(of: "part\(index)", path)
                var part = IncomingStore(schema: "part\(index)", writer: writer)
                try part.take()
            }
            try firstReads.apply()
            try writer.renameAll(names)
        }
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    /// How many stores can be merged in one go: SQLite lets a connection open ten databases more.
    public static let mostParts = 8
}

/// Why stores cannot be merged.
public enum MergeFailure: Error, CustomStringConvertible {
    case otherSettings(String, Setting)

    public var description: String {
        switch self {
        case .otherSettings(let path, let setting):
            "\(path) was not built with the same \(setting.rawValue) as the others: build it again with theirs"
        }
    }
}

extension StoreWriter {
    /// Letters read by other rules cannot stand beside each other.
    fileprivate mutating func takeSettings(of schema: String, _ path: String) throws {
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM letter") == 0
        for setting in Setting.allCases {
            func value(_ schema: String) throws -> String? {
                try String.fetchOne(
                    database, sql: "SELECT value FROM \(schema).setting WHERE name = ?", arguments: [setting.rawValue])
            }
            let theirs = try value(schema)
            if isEmpty {
                try take(theirs, as: setting)
            } else if try value("main") != theirs {
                throw MergeFailure.otherSettings(path, setting)
            }
        }
    }

    /// Gives every letter the name that all files together give it.
    fileprivate func renameAll(_ names: ([String]) -> [String: String]) throws {
        let files = try Row.fetchAll(
            database, sql: "SELECT path, name FROM letter UNION ALL SELECT path, NULL FROM letter_copy")
        let wanted = names(files.map { $0["path"] })
        let changed = files.compactMap { row -> (path: String, name: String)? in
            guard let name: String = row["name"], let other = wanted[row["path"]], other != name else { return nil }
            return (row["path"], other)
        }
        for (path, name) in changed {
            // The label of a letter without a head is its name.
            try database.cachedStatement(
                sql: """
                    UPDATE letter SET label = CASE WHEN label = name OR label = path THEN :name ELSE label END, name = path
                    WHERE path = :path
                    """
            ).execute(arguments: ["name": name, "path": path])
        }
        for (path, name) in changed {
            try database.cachedStatement(sql: "UPDATE letter SET name = ? WHERE path = ?").execute(arguments: [
                name, path,
            ])
        }
    }
}
