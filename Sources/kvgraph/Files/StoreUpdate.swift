import GraphStorage
import LetterReading

/// Brings a store up to date with files: what is new or changed is read, what is gone is dropped, the rest is left.
struct StoreUpdate {
    let search: LetterSearch
    let loader: LetterLoader
    /// What besides the content decides what is found.
    let settings: String
    var keepsMissing = false
    private(set) var read = 0
    private(set) var unchanged = 0
    private(set) var dropped = 0
    private(set) var failures = 0
    /// Files of no known format.
    private(set) var skipped: Int
    private var known: [String: LetterOrigin]
    /// Files that hold a letter another file holds too: the file and the other.
    private(set) var copies: [(file: String, other: String)] = []
    private let names: LetterNames
    /// The paths of the other files of each letter in the store, and those whose letter was read from a changed file.
    private let copiesOf: [String: [String]]
    private var left: Set<String> = []

    init(search: LetterSearch, known: [LetterOrigin], loader: LetterLoader, settings: String) {
        (self.search, self.loader, self.settings, skipped) = (search, loader, settings, search.skipped)
        self.known = Dictionary(known.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        copiesOf = Dictionary(grouping: known.filter(\.isCopy), by: \.name).mapValues { $0.map(\.path) }
        let found = self.known
        names = LetterNames(known.map(\.path) + search.files.lazy.map(\.path).filter { found[$0] == nil })
    }

    mutating func run(_ writer: inout StoreWriter) throws {
        try dropMissing(&writer)
        try rename(writer)
        try read(search.files, &writer)
        // The other files of a letter whose file says something else now are read anew: they may be a letter of their own.
        let files = search.files.filter { left.contains($0.path) }
        for path in left { known[path] = nil }
        unchanged -= files.count
        try read(files, &writer)
    }

    private mutating func read(_ files: [LetterFile], _ writer: inout StoreWriter) throws {
        var progress = Progress(total: files.count)
        let starts = Array(stride(from: 0, to: files.count, by: Self.batch))
        var next = starts.first.map { begin(files, from: $0) }
        for start in starts {
            try Interruption.check()
            let results = next?.value ?? []
            // The next letters are read while these are written.
            let following = start + Self.batch
            next = following < files.count ? begin(files, from: following) : nil
            for result in results { try take(result, &writer) }
            progress.show(min(following, files.count))
        }
        progress.end()
    }

    /// Letters a batch: enough for every core, few enough that memory stays flat.
    private static let batch = 128

    private func begin(_ files: [LetterFile], from start: Int) -> Ahead<[Job.Result]> {
        let jobs = files[start..<min(start + Self.batch, files.count)].map {
            Job(file: $0, name: names.name(of: $0.path), known: known[$0.path], settings: settings, loader: loader)
        }
        return Ahead { Parallel.map(jobs) { $0.run() } }
    }

    private mutating func take(_ result: Job.Result, _ writer: inout StoreWriter) throws {
        switch result {
        case .unchanged(let origin, let isTouched):
            unchanged += 1
            if isTouched { try writer.touch(origin) }
        case .skipped: skipped += 1
        case .failed(let message):
            failures += 1
            Messages.say(message)
        case .read(let record):
            read += 1
            if let old = known[record.origin.path], !old.isCopy {
                left.formUnion(copiesOf[old.name] ?? [])
            }
            if let other = try writer.put(record) { copies.append((record.origin.file, other)) }
        }
    }

    /// Letters whose file is gone from a folder that was searched.
    private mutating func dropMissing(_ writer: inout StoreWriter) throws {
        guard !keepsMissing else { return }
        let present = Set(search.files.map(\.path))
        for origin in known.values.sorted(by: { $0.name < $1.name }) where !present.contains(origin.path) {
            guard search.covers(origin.path) else { continue }
            try writer.remove(path: origin.path)
            if origin.isCopy { continue }
            dropped += 1
            // What was known of other files of this letter went with it: they are read anew.
            known = known.filter { !($0.value.isCopy && $0.value.name == origin.name) }
        }
    }

    /// A new file may share its name with a letter that is known: both are told apart by more of their paths.
    private func rename(_ writer: StoreWriter) throws {
        for origin in known.values.sorted(by: { $0.name < $1.name }) {
            let name = names.name(of: origin.path)
            if name != origin.name, !origin.isCopy {
                try writer.rename(origin.name, to: name)
            }
        }
    }
}

/// One file of an update, worked on apart from the store.
private struct Job: Sendable {
    enum Result: Sendable {
        /// Whether its file changed all the same: its time, its size, or the way it was named.
        case unchanged(LetterOrigin, isTouched: Bool)
        case failed(String)
        case skipped
        case read(LetterRecord)
    }

    let file: LetterFile
    let name: String
    let known: LetterOrigin?
    let settings: String
    let loader: LetterLoader

    func run() -> Result {
        guard let state = file.state else { return .failed("\(file.file): it is gone, or may not be read") }
        if let known, known.size == state.size, known.modified == state.modified,
            known.fingerprint.hasSuffix("/" + settings), file.path != "-"
        {
            return .unchanged(origin(state, known.fingerprint), isTouched: known.file != file.file)
        }
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try file.read()
        } catch {
            return .failed("\(file.file): \(error.reason)")
        }
        let fingerprint = Fingerprint.of(bytes, settings: settings)
        let origin = origin(state, fingerprint)
        if known?.fingerprint == fingerprint { return .unchanged(origin, isTouched: true) }
        switch loader.load(bytes, file, name: name) {
        case .failed(let message): return .failed(message)
        case .skipped: return .skipped
        case .read(let letter, let findings):
            return .read(LetterRecord(letter: letter, findings: findings, origin: origin))
        }
    }

    private func origin(_ state: (size: Int, modified: Double), _ fingerprint: String) -> LetterOrigin {
        LetterOrigin(
            name: name, file: file.file, path: file.path, size: state.size, modified: state.modified,
            fingerprint: fingerprint)
    }
}
