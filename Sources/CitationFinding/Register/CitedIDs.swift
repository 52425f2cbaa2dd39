/// What the letters of a store cite, as far as it speaks for a suggestion.
public struct CitedIDs: Sendable {
    private let letters: [String: [String]]
    private let dossiers: Set<String>

    /// - Parameter letters: the names of the letters that cite each id.
    public init(_ letters: [String: [String]]) {
        self.letters = letters
        dossiers = Set(letters.keys.compactMap { DocumentName($0)?.key })
    }

    /// How many letters cite an id, but for one.
    func letters(citing id: String, but letter: String) -> Int { (letters[id] ?? []).count { $0 != letter } }

    func hasDossier(_ key: String) -> Bool { dossiers.contains(key) }
}
