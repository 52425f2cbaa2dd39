import GraphAnalysis
import GraphStorage
import Synchronization
import Wording

/// What the page of a server says of its filters: what the address asks for, and what else could be asked.
struct ServedFilters: Encodable, Sendable {
    /// The filters of the address, for addresses of other pictures: `ministry=BZ&since=2024`, or empty.
    let query: String
    /// The kinds of source that letters of the store cite.
    let kinds: [String]
    /// Those that the picture takes.
    let askedKinds: [String]
    /// ISO 8601 days, or nil.
    let since, until: String?
    /// The names of letters that are asked for, by `LetterName`.
    let names: [String: [String]]
    /// How many letters must cite a source at least.
    let least: Int
    /// How many letters are left out only because they do not say their day, or their ministry.
    let undated, withoutMinistry: Int

    init(_ query: PictureQuery, _ held: ServedStore, _ store: GraphStore) throws {
        let selection = query.request.selection
        (self.query, kinds, least) = (query.text, held.kinds, query.request.minLetters ?? 1)
        askedKinds = held.kinds.filter { selection.citedKinds?.contains($0) ?? true }
        (since, until) = (selection.since, selection.until)
        names = Dictionary(
            uniqueKeysWithValues: LetterName.allCases.map { ($0.rawValue, selection[keyPath: $0.values]) })
        (undated, withoutMinistry) = try store.leftOut(selection)
    }
}

/// What a server knows of its store whatever is asked: read once.
struct ServedStore: Sendable {
    let facets: [ExplorerFacet]
    let kinds: [String]

    init(_ store: GraphStore, _ language: Language) throws {
        facets = try ExplorerFacet.served(store, language)
        kinds = try store.citedKinds()
    }
}
