import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// What letters can be chosen by, on the page: each ministry, party, asker and minister that occurs. Which letters a name
/// takes is said here, as everywhere by `GraphSelection`: the page looks nothing up by itself.
struct ExplorerFacet: Encodable, Sendable {
    struct Value: Encodable, Sendable {
        let name: String
        /// How many letters it takes, or has on a served page.
        let count: Int
        /// Their places in the data; nil where a server chooses.
        let letters: [Int]?
    }

    /// As the command calls it: `ministry`.
    let name: String
    let label: String
    let values: [Value]

    /// More names of one sort are no list.
    private static let most = 300

    /// The names of the whole store, for a server that chooses by them.
    static func served(_ store: GraphStore, _ language: Language) throws -> [ExplorerFacet] {
        try LetterName.allCases.compactMap { sort in
            let values = try store.names(sort, limit: most).filter { isOne($0.name) }
            return facet(sort, values.map { Value(name: $0.name, count: $0.letters, letters: nil) }, language)
        }
    }

    /// The names of the letters that a page holds, in the order of the page.
    /// - Complexity: letters × different names.
    static func held(_ letters: [LetterFacts], _ language: Language) -> [ExplorerFacet] {
        LetterName.allCases.compactMap { sort in
            let names = Set(letters.flatMap { $0.names(sort) }).filter(isOne)
            let values = names.map { name -> Value in
                var selection = GraphSelection()
                selection[keyPath: sort.values] = [name]
                let taken = letters.indices.filter { selection.takes(letters[$0]) }
                return Value(name: name, count: taken.count, letters: taken)
            }
            return facet(
                sort, Array(values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(most)), language)
        }
    }

    /// Names are listed with commas between: one that has a comma cannot be.
    private static func isOne(_ name: String) -> Bool { !name.contains(",") && !name.isEmpty }

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
