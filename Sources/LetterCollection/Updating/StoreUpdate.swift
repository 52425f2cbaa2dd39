import GraphStorage
import LetterReading

/// Brings a store up to date with files: what is new or changed is read, what is gone is dropped, the rest is left. All
/// of it is one transaction: an update that is stopped leaves the store as it was.
public struct StoreUpdate {
    /// What happens while it runs.
    public enum Event: Sendable {
        /// So many of the letters that have to be read are done: at first none. Where other files of a letter have to be
        /// read anew it begins once more.
        case progress(done: Int, of: Int)
        case failed(LetterFile, FileFault)
    }

    /// The result of an update.
    public struct Summary: Sendable {
        public fileprivate(set) var read = 0
        public fileprivate(set) var unchanged = 0
        /// Letters whose files are gone.
        public fileprivate(set) var dropped = 0
        public fileprivate(set) var failures = 0
        /// Files of no known format.
        public fileprivate(set) var skipped: [String]
        /// Files that hold a letter another file holds too: the file and the other.
        public fileprivate(set) var copies: [(file: String, other: String)] = []
        /// Letters and sources that the store did not have; of a store that was empty nothing is named.
        public fileprivate(set) var news = StoreNews()
    }

    private let files: LetterFiles
    private let loader: LetterLoader
    /// What besides the content decides what is found.
    private let settings: String
    private let keepsMissing: Bool
    private var summary: Summary
    private var known: KnownFiles
    private let renaming: LetterRenaming
    /// Other files of letters that were read from a changed file.
    private var left: Set<String> = []
    private let report: (Event) throws -> Void

    /// - Parameters:
    ///   - search: the files to read.
    ///   - store: where letters are kept.
    ///   - user: the catalogue and corrections that count.
    ///   - keepsMissing: whether letters stay whose file is gone from a folder that was searched.
    ///   - day: the day on which new letters are first read, ISO 8601; nil for that of the clock, in UTC.
    ///   - report: called with each event; an error it throws stops the update and leaves the store unchanged.
    /// - Complexity: linear in the files found and known; only those that changed are read, on all cores, and never more
    ///   than two batches of letters are held.
    public static func run(
        _ search: LetterSearch, into store: GraphStore, _ user: UserFiles, keepsMissing: Bool = false,
        on day: String? = nil, report: (Event) throws -> Void = { _ in }
    ) throws -> Summary {
        try withoutActuallyEscaping(report) { report in
            var update = try StoreUpdate(search, store, user, keepsMissing: keepsMissing, report)
            update.summary.news = try store.write(
                catalogue: user.finder.catalogue, corrections: user.corrections, on: day
            ) { writer in
                try user.keep(&writer)
                try update.run(&writer)
            }
            return update.summary
        }
    }

    private init(
        _ search: LetterSearch, _ store: GraphStore, _ user: UserFiles, keepsMissing: Bool,
        _ report: @escaping (Event) throws -> Void
    ) throws {
        (files, summary) = (search.files, Summary(skipped: search.skipped))
        (loader, settings) = (LetterLoader(finder: user.finder), user.fingerprint)
        (self.keepsMissing, self.report) = (keepsMissing, report)
        known = try KnownFiles(search, in: store, settings: settings)
        renaming = try LetterRenaming(files, known, in: store)
    }

    private mutating func run(_ writer: inout StoreWriter) throws {
        try dropMissing(&writer)
        // A new file may share its name with a letter that is known: both are told apart by more of their paths.
        for (old, new) in renaming.renamed { try writer.rename(old, to: new) }
        let changed = known.changed(in: files)
        summary.unchanged += files.count - changed.count
        try read(changed, &writer)
        // The other files of a letter whose file says something else now are read anew: they may be a letter of their own.
        let again = left.compactMap(files.index(of:)).sorted()
        for place in again { known.forget(place) }
        summary.unchanged -= again.count
        try read(again, &writer)
    }

    private mutating func read(_ places: [Int], _ writer: inout StoreWriter) throws {
        let starts = Array(stride(from: 0, to: places.count, by: Self.batch))
        var next = starts.first.map { begin(places, from: $0) }
        for start in starts {
            try report(.progress(done: start, of: places.count))
            let results = next?.value ?? []
            // The next letters are read while these are written.
            let following = start + Self.batch
            next = following < places.count ? begin(places, from: following) : nil
            for (place, result) in zip(places[start...], results) { try take(result, place, &writer) }
        }
        if !places.isEmpty { try report(.progress(done: places.count, of: places.count)) }
    }

    /// Letters a batch: enough for every core, few enough that memory stays flat.
    private static let batch = 128

    private func begin(_ places: [Int], from start: Int) -> Prefetch<[FileReading.Outcome]> {
        let jobs = places[start..<min(start + Self.batch, places.count)].map { place in
            let file = files[place]
            return FileReading(
                file: file, name: renaming.names.name(of: file.path), known: known[place], settings: settings,
                loader: loader)
        }
        return Prefetch { Parallel.map(jobs) { $0.run() } }
    }

    private mutating func take(_ result: FileReading.Outcome, _ place: Int, _ writer: inout StoreWriter) throws {
        switch result {
        case .unchanged(let origin, let isTouched):
            summary.unchanged += 1
            if isTouched { try writer.touch(origin) }
        case .skipped: summary.skipped.append(files[place].file)
        case .failed(let fault):
            summary.failures += 1
            try report(.failed(files[place], fault))
        case .read(let record):
            summary.read += 1
            if let old = known[place], !old.isCopy { left.formUnion(known.copies[record.origin.path] ?? []) }
            if let other = try writer.put(record) { summary.copies.append((record.origin.file, other)) }
        }
    }

    /// Letters whose file is gone from a folder that was searched.
    private mutating func dropMissing(_ writer: inout StoreWriter) throws {
        guard !keepsMissing else { return }
        for file in known.missing {
            try writer.remove(path: file.path)
            if file.isCopy { continue }
            summary.dropped += 1
            // What was known of other files of this letter went with it: they are read anew.
            for copy in known.copies[file.path] ?? [] { files.index(of: copy).map { known.forget($0) } }
        }
    }
}

/// The names of the letters of an update, and which of those in the store get another.
private struct LetterRenaming {
    let names: LetterNames
    /// Letters by their names, in the order of those, and what they are called from now on.
    private(set) var renamed: [(old: String, new: String)] = []

    /// - Complexity: one more walk over what the store knows, where two files share a name or a letter is not named as its file.
    init(_ files: LetterFiles, _ known: KnownFiles, in store: GraphStore) throws {
        guard !known.tails.areAllUnique || known.hasOddNames else {
            names = LetterNames(repeated: [])
            return
        }
        var paths = known.tails.repeated(in: files)
        try store.eachFile { file in
            guard known.tails.isRepeated(file.path), files.index(ofPath: file.path) == nil else { return }
            paths.append(String(decoding: file.path, as: UTF8.self))
        }
        let names = LetterNames(repeated: paths)
        self.names = names
        var renamed: [(old: String, new: String)] = []
        try store.eachFile { file in
            guard file.original == nil else { return }
            let old = String(decoding: file.name, as: UTF8.self)
            let new = names.name(of: String(decoding: file.path, as: UTF8.self))
            if old != new { renamed.append((old, new)) }
        }
        self.renamed = renamed.sorted { $0.old < $1.old }
    }
}
