import CitationFinding
import GraphStorage
import LetterReading

/// What a user calls a letter or a source → the one in the store.
struct Lookup {
    private let store: GraphStore

    init(_ store: GraphStore) { self.store = store }

    /// A letter by its name, its file, its own number, or as tables call it.
    func letter(_ text: String) throws -> StoredLetter {
        if let letter = try only(store.letters(called: text), text) { return letter }
        throw CommandFailure.unanswerable("no letter is called “\(Self.short(text))”: \(try hint(text))")
    }

    /// A source by its id, as letters write it (`30 821, nr. 230`), or as tables call it.
    func source(_ text: String) throws -> StoredSource? {
        if let source = try store.source(text) { return source }
        // As tables call it, its title behind it: `30 821, nr. 230 — Nationale Veiligheid`.
        if let dash = text.firstRange(of: " — ") { return try source(String(text[..<dash.lowerBound])) }
        let labelled = try store.sources(labelled: text)
        if labelled.count > 1 {
            throw CommandFailure.unanswerable(
                "“\(text)” may be \(labelled.prefix(5).joined(separator: ", ")): name one of them")
        }
        let written = CitationFinder().ids(in: text) + SourceKind.ids(askedForBy: text)
        for id in labelled + written {
            if let source = try store.source(id) { return source }
        }
        return nil
    }

    enum Node {
        case letter(StoredLetter)
        case source(StoredSource)

        /// As pictures call it.
        var name: String {
            switch self {
            case .letter(let letter): letter.name
            case .source(let source): source.id
            }
        }
    }

    /// A letter by its name or file, a source by its id, a letter as tables call it; else a source, else a letter by what
    /// else it is called.
    func node(_ text: String) throws -> Node {
        let named = try store.letters(named: text)
        if named.count == 1 { return .letter(named[0]) }
        if let source = try store.source(text) { return .source(source) }
        let labelled = try store.letters(labelled: text)
        if labelled.count == 1 { return .letter(labelled[0]) }
        if let source = try source(text) { return .source(source) }
        if let letter = try only(store.letters(called: text), text) { return .letter(letter) }
        throw CommandFailure.unanswerable(
            "no source or letter in the store is called “\(Self.short(text))”: \(try hint(text))")
    }

    private func only(_ letters: [StoredLetter], _ text: String) throws -> StoredLetter? {
        guard letters.count > 1 else { return letters.first }
        throw CommandFailure.unanswerable(
            "“\(text)” may be \(letters.prefix(5).map(\.name).joined(separator: ", ")): name one of them")
    }

    /// What is said back of a text that may be a whole file.
    static func short(_ text: String) -> String { text.count > 80 ? text.prefix(79) + "…" : text }

    private func hint(_ text: String) throws -> String {
        let near = text.isEmpty ? [] : try store.names(like: text, limit: 5)
        guard near.isEmpty else { return "did you mean \(near.joined(separator: ", "))?" }
        return "kvgraph letters and kvgraph top --kind all list them"
    }
}
