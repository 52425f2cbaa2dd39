import Foundation
import GRDB

/// The store: one SQLite file with every letter, source and citation. Written by `build`, read by everything else, and
/// open to any other program that reads SQLite.
public final class GraphStore: Sendable {
    let queue: DatabaseQueue
    let kept = KeptAnswers()

    /// Why a store cannot be opened, in words for the user.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        case missing(String)
        case notAStore(String, String)
        case busy(String)
        case unwritable(String, String)
        case unbuilt(String)

        public var description: String {
            switch self {
            case .missing(let path): "there is no store at \(path): make one with `kvgraph build`"
            case .notAStore(let path, let reason):
                "\(path) cannot be used as a store (\(reason)): name another with --store"
            case .unbuilt(let path):
                "\(path) holds no letters, or was made by an older version of kvgraph: run `kvgraph build`"
            case .busy(let path): "another kvgraph is writing \(path): wait until it is done"
            case .unwritable(let path, let reason):
                "\(path) cannot be written (\(reason)): it was left unchanged; name another with --store"
            }
        }
    }

    /// Opens a store to read it.
    /// - Throws: `Failure` when there is none, or the file is something else.
    public init(reading path: String) throws(Failure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw Failure.missing(path) }
        if isFolder.boolValue { throw Failure.notAStore(path, "it is a folder") }
        try Self.checkIsPlain(path)
        do {
            queue = try Self.reader(path)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            queue = try Self.attempt(path) { try Self.undoUnfinished(path) }
        } catch {
            throw Self.failure(path, error)
        }
        // A store of an older version lacks what a newer one reads.
        let fault = try Self.attempt(path) { try queue.read(Schema.fault) }
        if let fault { throw fault == Schema.unbuilt ? Failure.unbuilt(path) : Failure.notAStore(path, fault) }
    }

    /// Whether an error means that a store is damaged: cut short or overwritten.
    public static func isDamage(_ error: any Error) -> Bool {
        let code = (error as? DatabaseError)?.resultCode
        return code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB
    }

    /// Keeps up to 16 MB of the file in memory, and what is asked of the whole of it again and again, for a program that answers
    /// many queries; the rest is the system's to keep. What another program writes from then on, it may not see.
    public func keepInMemory() throws {
        kept.begin()
        try queue.unsafeRead { try $0.execute(sql: "PRAGMA cache_size = -16384") }
    }

    /// Opens a store to write it, and creates it, with its folder, if needed.
    public init(writing path: String) throws(Failure) {
        try Self.checkIsPlain(path)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure.notAStore(path, "its folder cannot be created")
        }
        // Two that begin at once would each make the tables that are not there yet.
        let lock = FolderLock(folder)
        defer { lock.release() }
        queue = try Self.attempt(path) {
            let queue = try DatabaseQueue(path: Self.file(path), configuration: Self.configuration)
            guard try queue.read(Schema.isOurs) else { throw Failure.notAStore(path, Schema.foreign) }
            guard try !queue.read(Schema.migrator.hasBeenSuperseded) else {
                throw Failure.notAStore(path, Schema.newer)
            }
            try Schema.update(queue)
            return queue
        }
    }

    /// A pipe would be waited for, and a device has no end.
    private static func checkIsPlain(_ path: String) throws(Failure) {
        guard
            let type = try? FileManager.default.attributesOfItem(
                atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type] as? FileAttributeType
        else { return }
        if type != .typeRegular, type != .typeDirectory { throw Failure.notAStore(path, "it is not a plain file") }
    }

    /// One transaction; what the disk or the file's owner forbids is said in words.
    /// - Parameter kind: `immediate` takes the write lock at once, of every attached database too.
    func attemptWrite(
        _ kind: Database.TransactionKind = .immediate, _ body: (Database) throws -> Void
    ) throws {
        do {
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(kind) {
                    try body(database)
                    return .commit
                }
            }
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_BUSY: throw Failure.busy(queue.path)
            case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN:
                throw Failure.unwritable(queue.path, error.message ?? error.resultCode.description)
            default: throw error
            }
        }
    }

    /// Another kvgraph may be at it: wait a while.
    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { $0.add(function: FoldedNames.function) }
        return configuration
    }

    private static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        let queue = try DatabaseQueue(path: file(path), configuration: configuration)
        try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        return queue
    }

    /// A build was killed while it wrote: the first one to open the file to write takes back what it had written.
    private static func undoUnfinished(_ path: String) throws -> DatabaseQueue {
        let writer = try DatabaseQueue(path: file(path), configuration: configuration)
        try writer.write { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        try writer.close()
        return try reader(path)
    }

    /// A path in which SQLite sees nothing but a file: to it `:memory:` is none.
    private static func file(_ path: String) -> String {
        path.hasPrefix(":") || path.hasPrefix("file:") ? "./" + path : path
    }

    private static func attempt<Value>(_ path: String, _ body: () throws -> Value) throws(Failure) -> Value {
        do { return try body() } catch { throw failure(path, error) }
    }

    private static func failure(_ path: String, _ error: any Error) -> Failure {
        if let failure = error as? Failure { return failure }
        guard let error = error as? DatabaseError else { return .notAStore(path, "\(error)") }
        if error.resultCode == .SQLITE_BUSY { return .busy(path) }
        return .notAStore(path, error.message ?? error.resultCode.description)
    }
}
