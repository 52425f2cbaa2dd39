import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// What letters can be chosen by, on the page: each ministry, party, asker and minister that occurs. Which letters a name
/// takes is said here, as everywhere by `GraphSelection`: the page looks nothing up by itself.
struct ExplorerFacet: Encodable, Sendable {
    struct Value: Encodable, Sendable {
        let name: String
        /// Their places in the data; nil where a server chooses.
        let letters: [Int]?
    }

    /// As the command calls it: `ministry`.
    let name: String
    let label: String
    let values: [Value]

    /// More names of one sort are no list; those of most letters come first.
    private static let most = 300

    /// The names of the whole store, for a server that chooses by them.
    static func served(_ store: GraphStore, _ language: Language) throws -> [ExplorerFacet] {
        try LetterName.allCases.compactMap { sort in
            let names = once(try store.names(sort, limit: most))
            return facet(sort, names.map { Value(name: $0, letters: nil) }, language)
        }
    }

    /// The names of the letters that a page holds, in the order of the page.
    /// - Complexity: letters × different names.
    static func held(_ letters: [LetterFacts], _ language: Language) -> [ExplorerFacet] {
        LetterName.allCases.compactMap { sort in
            let counts = letters.reduce(into: [String: Int]()) { counts, letter in
                for name in letter.names(sort) { counts[name, default: 0] += 1 }
            }
            let names = once(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key))
            let values = names.prefix(most).map { name -> Value in
                var selection = GraphSelection()
                selection[keyPath: sort.values] = [name]
                return Value(name: name, letters: letters.indices.filter { selection.takes(letters[$0]) })
            }
            return facet(sort, values, language)
        }
    }

    /// Of names that are compared as one, the first: `PvdA` and `PvDA`. Names are listed with commas between: one that has a
    /// comma cannot be.
    private static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { !$0.contains(",") && !$0.isEmpty && seen.insert(LetterName.folded($0)).inserted }
    }

    private static func facet(_ sort: LetterName, _ values: [Value], _ language: Language) -> ExplorerFacet? {
        values.isEmpty
            ? nil : ExplorerFacet(name: sort.rawValue, label: language.text(sort.word), values: values)
    }
}

extension LetterFacts {
    /// The names of one sort, as printed.
    fileprivate func names(_ sort: LetterName) -> [String] {
        switch sort {
        case .ministry: ministry.map { [$0] } ?? []
        case .party: parties
        case .asker: askers
        case .minister: ministers
        }
    }
}
