import CitationFinding
import GraphAnalysis
import GraphStorage

/// What a user calls a letter or a source → the one in the store.
public struct NodeLookup: Sendable {
    /// Why nothing, or no single thing, answers to a name.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        /// No letter is called so, and what is called nearly so.
        case noLetter(String, near: [String])
        /// Neither; and the series of reports that may be meant.
        case nothing(String, near: [String], series: [String] = [])
        /// A source that is known by this id, which no letter cites, and what is cited and may be meant.
        case notCited(String, id: String, near: [String] = [])
        /// More than one thing may be meant: these.
        case ambiguous(String, [String])
        /// It is in the store, but not in the part that is looked at.
        case notSelected(String)

        /// Whether nothing in the store answers to the name.
        public var isOfNothing: Bool {
            switch self {
            case .nothing, .notCited: true
            default: false
            }
        }

        public var description: String {
            switch self {
            case .noLetter(let text, let near): "no letter is called “\(NodeLookup.short(text))”" + Self.hint(near)
            case .nothing(let text, let near, _):
                "no source or letter in the store is called “\(NodeLookup.short(text))”" + Self.hint(near)
            case .notCited(let text, let id, let near):
                "no letter in the store cites \(id)" + (text == id ? "" : " (“\(NodeLookup.short(text))”)")
                    + Self.hint(near)
            case .ambiguous(let text, let names):
                "“\(text)” may mean \(names.joined(separator: ", ")): name one of them"
            case .notSelected(let text): "\(text) is in the store, but not among the citations selected"
            }
        }

        private static func hint(_ near: [String]) -> String {
            near.isEmpty ? "" : ": did you mean \(near.joined(separator: ", "))?"
        }
    }

    public enum Node: Sendable {
        case letter(StoredLetter)
        case source(StoredSource)

        /// As pictures call it.
        public var name: String {
            switch self {
            case .letter(let letter): letter.name
            case .source(let source): source.id
            }
        }
    }

    private let store: GraphStore

    public init(_ store: GraphStore) { self.store = store }

    /// A letter by its name, its file, its own number, or as tables call it.
    /// - Throws: `Failure`, or an error of the store.
    public func letter(_ text: String) throws -> StoredLetter {
        if let letter = try exported(text) { return letter }
        if let letter = try called(text) { return letter }
        throw Failure.noLetter(text, near: try near(text))
    }

    /// A letter by its name or file, a source by its id, a letter as tables call it; else a source, else a letter by what
    /// else it is called.
    /// - Throws: `Failure`, or an error of the store.
    public func node(_ text: String) throws -> Node {
        if let node = try known(text) { return node }
        throw try nothing(text)
    }

    /// The same, or nil where nothing is called so: what may be meant is not looked for.
    /// - Throws: `Failure.ambiguous`, or an error of the store.
    func known(_ text: String) throws -> Node? {
        if let letter = try exported(text) { return .letter(letter) }
        let named = try store.letters(named: text)
        if named.count == 1 { return .letter(named[0]) }
        if let source = try store.source(text) { return .source(source) }
        let labelled = try store.letters(labelled: text)
        if labelled.count == 1 { return .letter(labelled[0]) }
        if let source = try source(text) { return .source(source) }
        return try called(text).map(Node.letter)
    }

    /// A letter by the id that exports give it where a source has its name, `letter:ah-tk-20232024-704`, or by that of an
    /// answer in it: `002_d81b6e9e41b7345c#A7`. Nil for all else.
    private func exported(_ text: String) throws -> StoredLetter? {
        if let name = CitationGraph.letterName(ofID: text) {
            let named = try store.letters(named: name)
            if named.count == 1 { return named[0] }
        }
        guard let hash = text.lastIndex(of: "#") else { return nil }
        let (id, unit) = (String(text[..<hash]), text[text.index(after: hash)...])
        let named = try store.letters(named: CitationGraph.letterName(ofID: id) ?? id)
        return named.count == 1 && named[0].units.contains { $0.name == unit } ? named[0] : nil
    }

    /// A source by its id, as letters write it (`30 821, nr. 230`), or as tables call it.
    private func source(_ text: String) throws -> StoredSource? {
        if let source = try store.source(text) { return source }
        // As tables call it, its title behind it: `30 821, nr. 230 — Nationale Veiligheid`.
        if let dash = text.firstRange(of: " — ") { return try source(String(text[..<dash.lowerBound])) }
        if text.hasSuffix(CitationGraph.mark) { return try source(String(text.dropLast(CitationGraph.mark.count))) }
        let labelled = try store.sources(labelled: text)
        if labelled.count > 1 { throw Failure.ambiguous(text, Array(labelled.prefix(5))) }
        let written = CitationFinder().ids(in: text) + SourceKind.ids(askedForBy: text)
        for id in labelled + written {
            if let source = try store.source(id) { return source }
        }
        return nil
    }

    /// Whether a text names a source by a number or an id, be it in a store or not.
    public static func isNumber(_ text: String) -> Bool {
        !text.contains(where: \.isLetter) || !CitationFinder().ids(in: text).isEmpty
    }

    private func only(_ letters: [StoredLetter], _ text: String) throws -> StoredLetter? {
        guard letters.count > 1 else { return letters.first }
        throw Failure.ambiguous(text, letters.prefix(5).map(\.name))
    }

    /// A letter by what else it is called, or by its number in the Aanhangsel as letters write it.
    private func called(_ text: String) throws -> StoredLetter? {
        // Every name has nothing in it.
        guard !text.isEmpty else { return nil }
        if let letter = try only(store.letters(called: text), text) { return letter }
        // `ah-tk-20232024-704#A2` is more than the letter.
        guard !text.contains("#") else { return nil }
        for id in CitationFinder().ids(in: text) where id != text {
            if let letter = try only(store.letters(called: id), text) { return letter }
        }
        return nil
    }

    /// Of a report that no letter cites, the editions that one does cite; of what is no source that is known, the series that
    /// are called nearly so.
    private func nothing(_ text: String) throws -> Failure {
        let near = try near(text)
        guard near.isEmpty else { return .nothing(text, near: near) }
        let finder = CitationFinder()
        let ids = finder.ids(in: text) + (finder.isCanonical(text) ? [text] : [])
        let known = ids + SourceKind.ids(askedForBy: text)
        if let series = (known + [text]).lazy.compactMap(finder.catalogue.series(ofID:)).first {
            let cited = try store.citedIDs(like: "report:\(series.slug)")
            if !cited.isEmpty { return .nothing(text, near: Array(cited.prefix(5))) }
        }
        let isReport = SourceKind.of(ids.first ?? text).name == "report"
        if let id = ids.first, !isReport || finder.catalogue.series(ofID: id) != nil {
            // What exists was hardly mistyped; of other kinds nobody knows what does.
            let mayBeMistyped = try SourceKind.of(id).isRegistered && store.register().existence(of: id) != .known
            let near = mayBeMistyped ? try store.citedIDs(oneDigitFrom: id) : []
            return .notCited(text, id: id, near: Array(near.prefix(3)))
        }
        let series = finder.catalogue.nearest(to: text).map { "\($0.title) (\($0.slug))" }
        return .nothing(text, near: [], series: series)
    }

    private func near(_ text: String) throws -> [String] { text.isEmpty ? [] : try store.names(like: text, limit: 5) }

    /// What is said back of a text that may be a whole file.
    package static func short(_ text: String) -> String { text.count > 80 ? text.prefix(79) + "…" : text }
}
