import GraphStorage

/// What a store knows of the files that a search found, and the files it knows besides. Nothing is held of a file that was
/// found but its state; of the others, only what a build has to do with.
struct KnownFiles {
    /// A file as it was when the store took it up.
    struct State: Sendable {
        let size: Int
        let modified: Double
        /// Of its content, where it was read by the rules of now.
        let content: UInt64?
        /// Whether the user named it as now.
        let isNamedAlike: Bool
        let isCopy: Bool
    }

    /// A file that was not found where it should have been.
    struct Missing {
        let name: String
        let path: String
        let isCopy: Bool
    }

    private var states: [State?] = []
    private(set) var missing: [Missing] = []
    /// The other files of a letter, by the path of the one it is read from.
    private(set) var copies: [String: [String]] = [:]
    /// The files' own names, of those that were found and of those that were not.
    private(set) var tails = NameTails()
    /// Whether a letter's name is not that of its file.
    private(set) var hasOddNames = false

    /// - Complexity: linear in the files found and known, where the store has them in the order of the search, as it mostly has.
    init(_ search: LetterSearch, in store: GraphStore, settings: String) throws {
        let files = search.files
        for index in files.indices { tails.add(files.end(of: index)) }
        var place = -1
        try store.eachFile { known in
            if states.isEmpty { states = Array(repeating: nil, count: files.count) }
            let isCopy = known.original != nil
            if let original = known.original { copies[original.string, default: []].append(known.path.string) }
            if !isCopy, !hasOddNames {
                hasOddNames = NameTails.plain(known.path).map { !known.path[$0].elementsEqual(known.name) } ?? true
            }
            if let found = files.index(ofPath: known.path, guess: place + 1) {
                place = found
                if states[found] == nil {
                    states[found] = State(known, isNamedAlike: files.isNamed(found, known.file), settings: settings)
                }
            } else {
                tails.add(known.path)
                guard search.searchesFolders else { return }
                let path = known.path.string
                if search.covers(path) {
                    missing.append(Missing(name: known.name.string, path: path, isCopy: isCopy))
                }
            }
        }
        missing.sort { $0.name < $1.name }
    }

    /// Nil for a file that the store does not know.
    subscript(place: Int) -> State? { states.isEmpty ? nil : states[place] }

    /// From now on the store knows nothing of a file: it is read anew.
    mutating func forget(_ place: Int) { if !states.isEmpty { states[place] = nil } }

    /// The places of the files that have to be looked into, or of which the store knows something that has changed.
    func changed(in files: LetterFiles) -> [Int] {
        guard !states.isEmpty else { return Array(files.indices) }
        let parts = stride(from: 0, to: files.count, by: Self.part).map { $0..<min($0 + Self.part, files.count) }
        return Parallel.map(parts) { part in part.filter { !isUnchanged($0, files) } }.flatMap(\.self)
    }

    /// Files that one core looks at in one go.
    private static let part = 1024

    private func isUnchanged(_ place: Int, _ files: LetterFiles) -> Bool {
        guard let state = states[place], state.isNamedAlike else { return false }
        return state.isStill(files[place])
    }
}

extension KnownFiles.State {
    fileprivate init(_ known: KnownFile, isNamedAlike: Bool, settings: String) {
        self.init(
            size: known.size, modified: known.modified,
            content: Fingerprint.content(of: known.fingerprint, settings: settings), isNamedAlike: isNamedAlike,
            isCopy: known.original != nil)
    }

    /// Whether a file has its size and its time yet, and would be read by the same rules.
    func isStill(_ file: LetterFile) -> Bool {
        guard content != nil, file.path != "-", let state = file.state else { return false }
        return size == state.size && modified == state.modified
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var string: String { String(decoding: self, as: UTF8.self) }
}
