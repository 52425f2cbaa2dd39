/// What the letters of a store cite, as far as it speaks for a suggestion.
public struct CitedIDs {
    private let counts: [String: Int]
    private let cites: (_ letter: String, _ id: String) -> Bool
    private let dossiers: Set<String>

    /// - Parameters:
    ///   - counts: how many letters cite each id.
    ///   - cites: whether a letter, by its name, cites an id; asked only for the few ids that are suggested.
    public init(counts: [String: Int], cites: @escaping (_ letter: String, _ id: String) -> Bool) {
        (self.counts, self.cites) = (counts, cites)
        dossiers = Set(counts.keys.compactMap { DocumentName($0)?.key })
    }

    /// - Parameter letters: the names of the letters that cite each id.
    public init(_ letters: [String: [String]]) {
        self.init(counts: letters.mapValues(\.count)) { letter, id in letters[id]?.contains(letter) == true }
    }

    /// How many letters cite an id, but for one.
    func letters(citing id: String, but letter: String) -> Int {
        guard let count = counts[id] else { return 0 }
        return count - (cites(letter, id) ? 1 : 0)
    }

    func hasDossier(_ key: String) -> Bool { dossiers.contains(key) }
}
