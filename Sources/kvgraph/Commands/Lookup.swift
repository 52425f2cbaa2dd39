import CitationFinding
import GraphStorage
import LetterReading

/// What a user calls a letter or a source → the one in the store.
struct Lookup {
    private let store: GraphStore

    init(_ store: GraphStore) { self.store = store }

    func letter(_ name: String) throws -> StoredLetter {
        guard let letter = try store.letter(named: name) else {
            throw CommandFailure.unanswerable("no letter is called “\(name)”: kvgraph letters lists them")
        }
        return letter
    }

    /// A source by its id, or written as letters write it: `30 821, nr. 230`, `Dreigingsbeeld Statelijke Actoren 2025`.
    func source(_ text: String) throws -> StoredSource? {
        if let source = try store.source(text) { return source }
        for id in CitationFinder().ids(in: text) + ["dossier-" + text.filter { !$0.isWhitespace && $0 != "." }] {
            if let source = try store.source(id) { return source }
        }
        return nil
    }
}
