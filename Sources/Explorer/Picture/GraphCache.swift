import GraphAnalysis
import GraphStorage
import Synchronization

/// The graphs of a store that pictures are made of: what is near a node is read for its picture, the whole once, when a
/// picture of it is asked for.
public final class GraphCache: Sendable {
    public let store: GraphStore
    let selection: GraphSelection
    private let graphs = Mutex<[GraphSelection.Units: CitationGraph]>([:])
    /// What was counted already, by the ids of sources.
    private let known = Mutex<[GraphSelection.Units: [String: [Int]]]>([:])

    private let hasAllUnits: Bool

    /// - Parameter hasAllUnits: whether units are there that neither cite nor refer, as a page shows them.
    public init(_ store: GraphStore, _ selection: GraphSelection, hasAllUnits: Bool = true) {
        (self.store, self.selection, self.hasAllUnits) = (store, selection, hasAllUnits)
    }

    func graph(_ units: GraphSelection.Units) throws -> CitationGraph {
        try graphs.withLock { graphs in
            if let graph = graphs[units] { return graph }
            let selection = selection(units)
            let graph = try hasAllUnits ? store.graph(selection) : store.citingGraph(selection)
            graphs[units] = graph
            return graph
        }
    }

    /// What lies within so many steps of a node, or nil when nothing has its name.
    func graph(_ units: GraphSelection.Units, around name: String, depth: Int) throws -> CitationGraph? {
        try store.graph(selection(units), around: name, depth: depth)
    }

    /// Letters, answers and citations of sources in the whole store, as `kvgraph top` counts them.
    func counts(_ units: GraphSelection.Units, _ sources: [String]) throws -> [String: [Int]] {
        try known.withLock { known in
            var counts = known[units] ?? [:]
            let new = sources.filter { counts[$0] == nil }
            for id in new { counts[id] = [0, 0, 0] }
            if !new.isEmpty { counts.merge(try store.counts(selection(units), of: new)) { $1 } }
            known[units] = counts
            return counts
        }
    }

    func letters(_ units: GraphSelection.Units, _ graph: CitationGraph) throws -> [String: Int] {
        try counts(units, graph.sources.map(\.id)).mapValues { $0.first ?? 0 }
    }

    private func selection(_ units: GraphSelection.Units) -> GraphSelection {
        var selection = selection
        selection.units = units
        return selection
    }
}
