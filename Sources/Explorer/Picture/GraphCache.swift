import GraphAnalysis
import GraphStorage
import Synchronization

/// The graphs of a store that pictures are made of: what is near a node is read for its picture, the whole once, when a
/// picture of it is asked for.
public final class GraphCache: Sendable {
    public let store: GraphStore
    let selection: GraphSelection
    private let graphs = Mutex<[GraphSelection.Units: CitationGraph]>([:])
    /// What lies around the node that was asked for last, in all parts of letters.
    private let near = Mutex<(name: String, depth: Int, graph: CitationGraph?)?>(nil)
    /// How many pages are being made of these graphs.
    private let pages = Mutex(0)
    /// What was counted already, by the ids of sources.
    private let known = Mutex<[GraphSelection.Units: [String: [Int]]]>([:])

    public init(_ store: GraphStore, _ selection: GraphSelection) { (self.store, self.selection) = (store, selection) }

    /// The whole graph. Whoever shows all parts of letters asks for those first: the others are made of it.
    func graph(_ units: GraphSelection.Units) throws -> CitationGraph {
        try graphs.withLock { graphs in
            if let graph = graphs[units] { return graph }
            // A unit that neither cites nor refers to another is in no picture.
            let graph = try graphs[.all]?.only(units) ?? store.citingGraph(selection(units))
            graphs[units] = graph
            return graph
        }
    }

    /// Makes a page. When the last of those that are made at once is done, large graphs are let go: pages made of them are kept
    /// themselves.
    func making<Page>(_ page: () throws -> Page) rethrows -> Page {
        pages.withLock { $0 += 1 }
        defer {
            let left = pages.withLock { pages in
                pages -= 1
                return pages
            }
            if left == 0 { forgetLargeGraphs() }
        }
        return try page()
    }

    private func forgetLargeGraphs() {
        near.withLock { $0 = nil }
        graphs.withLock { graphs in
            if graphs.values.contains(where: { $0.edges.count > Self.large }) { graphs = [:] }
        }
    }

    /// Edges of a graph that takes some ten MB.
    private static let large = 50_000

    /// What lies within so many steps of a node, or nil when nothing has its name. A page that shows all parts of letters asks for
    /// those first: the others are then cut from them.
    func graph(_ units: GraphSelection.Units, around name: String, depth: Int) throws -> CitationGraph? {
        let kept = near.withLock { $0.flatMap { $0.name == name && $0.depth == depth ? $0 : nil } }
        if let kept { return units == .all ? kept.graph : kept.graph?.only(units).around(name, depth: depth) }
        let graph = try store.graph(selection(units), around: name, depth: depth)
        // A node alone has no citations by which its parts could be told.
        if units == .all, depth > 0 { near.withLock { $0 = (name, depth, graph) } }
        return graph
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
