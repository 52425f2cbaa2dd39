import Foundation
import LetterCollection

/// The folder that letters are fetched into. A file comes under another name, and gets its own when it is whole; then its
/// record, then its line in the list. Whatever stops in between, a file of its own name is whole.
public final class FetchFolder {
    public let path: String
    /// Whether nothing is written: for a look at what is there.
    public let isReadOnly: Bool
    private let list: Int32
    /// What this run made, to be taken away if nothing comes into it.
    private let isNew: (list: Bool, folders: [String])
    private var isHeld = false
    private var records: [String: FetchedRecord] = [:]
    /// Other ids → the one it is filed under.
    private var owners: [String: String] = [:]
    /// Parts of a list that a run which did not come to its end has done.
    private var done: Set<String> = []
    /// Whether the list holds lines that later ones have replaced.
    private var isLoose = false

    /// Opens a folder, and creates it if needed.
    /// - Throws: `FetchFault.folder`, also where another fetch is at it.
    public init(_ path: String) throws(FetchFault) {
        (self.path, isReadOnly) = (path, false)
        let folders = try WholeFile.makeFolder(path)
        let file = path + "/" + FetchedRecord.list
        isNew = (access(file, F_OK) != 0, folders)
        list = open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard list >= 0 else { throw .folder(file, String(cString: strerror(errno))) }
        guard flock(list, LOCK_EX | LOCK_NB) == 0, isListAtPlace else { throw .busyFolder(path) }
        isHeld = true
        readList(file)
        removeLeftovers()
    }

    /// Looks at a folder, whether it is there or not, and leaves it as it is.
    public init(reading path: String) {
        (self.path, isReadOnly, list, isNew) = (path, true, -1, (false, []))
        readList(path + "/" + FetchedRecord.list)
    }

    deinit {
        // What another run holds is not ours to take away.
        if isHeld, isNew.list, records.isEmpty { unlink(path + "/" + FetchedRecord.list) }
        WholeFile.removeFolders(isNew.folders)
        if list >= 0 { Foundation.close(list) }
    }

    /// Whether the list that was opened is still the one in the folder: another run may just have taken its empty one away.
    private var isListAtPlace: Bool {
        var (opened, there) = (stat(), stat())
        return fstat(list, &opened) == 0 && stat(path + "/" + FetchedRecord.list, &there) == 0
            && opened.st_ino == there.st_ino
    }

    // MARK: What there is

    public var count: Int { records.count }

    /// The record of a letter whose file is there, under any of its names.
    func record(_ names: some Sequence<String>) throws(FetchFault) -> FetchedRecord? {
        for name in names {
            if let record = records[owners[name] ?? name], holds(record) { return record }
            if let record = try adopted(name) { return record }
        }
        return nil
    }

    func bytes(of record: FetchedRecord) -> [UInt8]? {
        FileManager.default.contents(atPath: path + "/" + record.file).map(Array.init)
    }

    /// Whether the file of a record is there, as long as it was.
    private func holds(_ record: FetchedRecord) -> Bool {
        var state = stat()
        return stat(path + "/" + record.file, &state) == 0 && Int(state.st_size) == record.length
    }

    /// A letter that was whole when a run was killed, before its line was written.
    private func adopted(_ name: String) throws(FetchFault) -> FetchedRecord? {
        guard let record = FetchedRecord.beside(path + "/" + name + FetchedRecord.suffix, isRecord: true),
            record.id == name, isPlain(record.file), holds(record),
            let data = FileManager.default.contents(atPath: path + "/" + record.file),
            FetchedRecord.hash(Array(data)) == record.hash
        else { return nil }
        take(record)
        if !isReadOnly { try append(record.json(isLine: true)) }
        return record
    }

    public var all: [FetchedRecord] { records.values.sorted { $0.id < $1.id } }

    // MARK: Writing

    /// Keeps a letter: its file, where it came anew, and what is known of it.
    /// - Parameter bytes: nil for a file that is as it was.
    func keep(_ record: FetchedRecord, _ bytes: [UInt8]?, instead old: FetchedRecord?) throws(FetchFault) {
        // The record comes first: a file without one would be asked for once more.
        try write(Array(record.json(isLine: false)), record.id + FetchedRecord.suffix)
        do {
            if let bytes { try write(bytes, record.file) }
        } catch {
            if records[record.id] == nil { unlink(path + "/" + record.id + FetchedRecord.suffix) }
            throw error
        }
        // A build looks at a letter again whose file is younger, and finds the new record.
        if bytes == nil, records[record.id]?.saysTheSame(as: record) != true {
            _ = utimes(path + "/" + record.file, nil)
        }
        take(record)
        try append(record.json(isLine: true))
        guard let old, old.file != record.file || old.id != record.id else { return }
        if old.file != record.file { unlink(path + "/" + old.file) }
        if old.id != record.id {
            unlink(path + "/" + old.id + FetchedRecord.suffix)
            records[old.id] = nil
            owners[old.id] = record.id
            isLoose = true
        }
    }

    /// A part of the work is done; should the run stop, the next one of the same wishes leaves it out.
    func finish(_ part: String) throws(FetchFault) {
        done.insert(part)
        try append(Self.line(["done": part]))
    }

    /// A look is at everything.
    func hasFinished(_ part: String) -> Bool { done.contains(part) && !isReadOnly }

    /// The run has come to its end: the list is written anew, in the order of ids, without what is past.
    public func close(isWhole: Bool) throws(FetchFault) {
        guard isWhole, isLoose || !done.isEmpty || !isSorted else { return }
        let lines = all.map { $0.json(isLine: true) + Data("\n".utf8) }.joined()
        try write(Array(lines), FetchedRecord.list)
        (done, isLoose) = ([], false)
    }

    private var (isSorted, lastTaken) = (true, "")

    private func write(_ bytes: [UInt8], _ name: String) throws(FetchFault) {
        try WholeFile.write(bytes, path + "/" + name, under: path + "/" + Self.partPrefix + name)
    }

    private func append(_ line: Data) throws(FetchFault) {
        if let fault = WholeFile.write(Array(line) + Array("\n".utf8), to: list) {
            throw .folder(path + "/" + FetchedRecord.list, String(cString: strerror(fault)))
        }
    }

    // MARK: Reading the list

    /// A line that was cut short, as by a machine that went out, is as good as none.
    private func readList(_ file: String) {
        let data = FileManager.default.contents(atPath: file) ?? Data()
        if let last = data.last, last != UInt8(ascii: "\n"), !isReadOnly { try? append(Data()) }
        for line in data.split(separator: UInt8(ascii: "\n")) {
            if let record = FetchedRecord.read(Data(line)), LetterID(record.id) != nil, isPlain(record.file) {
                take(record)
            } else if let part = Self.part(Data(line)) {
                done.insert(part)
            } else {
                isLoose = true
            }
        }
    }

    private func take(_ record: FetchedRecord) {
        if records[record.id] != nil { isLoose = true }
        if record.id < lastTaken { isSorted = false }
        lastTaken = record.id
        records[record.id] = record
        for alias in record.aliases { owners[alias] = record.id }
    }

    private func isPlain(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return LetterID(String(name[..<dot])) != nil
            && FileFormat(rawValue: String(name[name.index(after: dot)...])) != nil
    }

    private static func line(_ values: [String: String]) -> Data {
        (try? JSONSerialization.data(withJSONObject: values, options: [.sortedKeys, .withoutEscapingSlashes])) ?? Data()
    }

    private static func part(_ line: Data) -> String? {
        ((try? JSONSerialization.jsonObject(with: line)) as? [String: Any])?["done"] as? String
    }

    private static let partPrefix = ".part-"

    /// Of a run that was killed.
    private func removeLeftovers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        where name.hasPrefix(Self.partPrefix) {
            unlink(path + "/" + name)
        }
    }
}
