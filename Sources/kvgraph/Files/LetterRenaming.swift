import GraphStorage

/// The names of the letters of an update, and which of those in the store get another.
struct LetterRenaming {
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
