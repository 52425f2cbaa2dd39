import GraphStorage
import LetterReading

/// Brings a store up to date with files: what is new or changed is read, what is gone is dropped, the rest is left.
struct StoreUpdate {
    private let files: LetterFiles
    private let loader: LetterLoader
    /// What besides the content decides what is found.
    private let settings: String
    private let keepsMissing: Bool
    private(set) var read = 0
    private(set) var unchanged = 0
    private(set) var dropped = 0
    private(set) var failures = 0
    /// Files of no known format.
    private(set) var skipped: Int
    private var known: KnownFiles
    /// Files that hold a letter another file holds too: the file and the other.
    private(set) var copies: [(file: String, other: String)] = []
    private let renaming: LetterRenaming
    /// Other files of letters that were read from a changed file.
    private var left: Set<String> = []

    init(search: LetterSearch, store: GraphStore, loader: LetterLoader, settings: String, keepsMissing: Bool) throws {
        (files, skipped) = (search.files, search.skipped)
        (self.loader, self.settings, self.keepsMissing) = (loader, settings, keepsMissing)
        known = try KnownFiles(search, in: store, settings: settings)
        renaming = try LetterRenaming(files, known, in: store)
    }

    mutating func run(_ writer: inout StoreWriter) throws {
        try dropMissing(&writer)
        // A new file may share its name with a letter that is known: both are told apart by more of their paths.
        for (old, new) in renaming.renamed { try writer.rename(old, to: new) }
        let changed = known.changed(in: files)
        unchanged += files.count - changed.count
        try read(changed, &writer)
        // The other files of a letter whose file says something else now are read anew: they may be a letter of their own.
        let again = left.compactMap(files.index(of:)).sorted()
        for place in again { known.forget(place) }
        unchanged -= again.count
        try read(again, &writer)
    }

    private mutating func read(_ places: [Int], _ writer: inout StoreWriter) throws {
        var progress = Progress(total: places.count)
        let starts = Array(stride(from: 0, to: places.count, by: Self.batch))
        var next = starts.first.map { begin(places, from: $0) }
        for start in starts {
            try Interruption.check()
            let results = next?.value ?? []
            // The next letters are read while these are written.
            let following = start + Self.batch
            next = following < places.count ? begin(places, from: following) : nil
            for (place, result) in zip(places[start...], results) { try take(result, known[place], &writer) }
            progress.show(min(following, places.count))
        }
        progress.end()
    }

    /// Letters a batch: enough for every core, few enough that memory stays flat.
    private static let batch = 128

    private func begin(_ places: [Int], from start: Int) -> Ahead<[FileReading.Result]> {
        let jobs = places[start..<min(start + Self.batch, places.count)].map { place in
            let file = files[place]
            return FileReading(
                file: file, name: renaming.names.name(of: file.path), known: known[place], settings: settings,
                loader: loader)
        }
        return Ahead { Parallel.map(jobs) { $0.run() } }
    }

    private mutating func take(_ result: FileReading.Result, _ old: KnownFiles.State?, _ writer: inout StoreWriter)
        throws
    {
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
            if let old, !old.isCopy { left.formUnion(known.copies[record.origin.path] ?? []) }
            if let other = try writer.put(record) { copies.append((record.origin.file, other)) }
        }
    }

    /// Letters whose file is gone from a folder that was searched.
    private mutating func dropMissing(_ writer: inout StoreWriter) throws {
        guard !keepsMissing else { return }
        for file in known.missing {
            try writer.remove(path: file.path)
            if file.isCopy { continue }
            dropped += 1
            // What was known of other files of this letter went with it: they are read anew.
            for copy in known.copies[file.path] ?? [] { files.index(of: copy).map { known.forget($0) } }
        }
    }
}
