import GraphAnalysis
import GraphStorage

/// The graphs of a store that a picture is made of, read once: a server draws many pictures of them.
struct StoreGraphs: Sendable {
    let store: GraphStore
    let selection: GraphSelection
    private let graphs: [GraphSelection.Units: CitationGraph]
    private let rows: [GraphSelection.Units: [String: [Int]]]

    /// - Parameter parts: the parts of letters that are looked at.
    init(_ store: GraphStore, _ selection: GraphSelection, _ parts: [GraphSelection.Units]) throws {
        self.store = store
        self.selection = selection
        var graphs: [GraphSelection.Units: CitationGraph] = [:]
        var rows: [GraphSelection.Units: [String: [Int]]] = [:]
        for units in parts {
            var selection = selection
            selection.units = units
            let graph = try store.graph(selection)
            graphs[units] = graph
            rows[units] = Dictionary(
                MostCited.rows(graph).map { ($0.source.id, [$0.letters, $0.answers, $0.citations]) },
                uniquingKeysWith: { $1 })
        }
        (self.graphs, self.rows) = (graphs, rows)
    }

    func graph(_ units: GraphSelection.Units) -> CitationGraph { graphs[units] ?? CitationGraph() }

    /// Letters, answers and citations of each source, as `kvgraph top` counts them.
    func counts(_ units: GraphSelection.Units) -> [String: [Int]] { rows[units] ?? [:] }

    func letters(_ units: GraphSelection.Units) -> [String: Int] { counts(units).mapValues { $0.first ?? 0 } }
}
