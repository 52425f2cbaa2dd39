import GraphAnalysis

/// One side of the graph, joined by what it has in common with itself: letters by the sources they share (bibliographic
/// coupling), or sources by the letters that cite both (co-citation).
public struct Projection: Sendable, Equatable {
    public enum Side: String, Sendable, CaseIterable { case letters, sources }

    /// Two nodes and what they have in common.
    public struct Tie: Sendable, Equatable {
        /// Indices into `CitationGraph.letters`, or into its sources.
        public let first: Int
        public let second: Int
        public let strength: Double
        /// Indices into the other side, in order.
        public let shared: [Int]
    }

    public let side: Side
    /// The strongest first.
    public let ties: [Tie]
    /// The nodes that have a tie, as indices, in order.
    public let nodes: [Int]
    /// How many nodes have a tie in the whole graph.
    public let candidates: Int

    /// The strongest ties whose ends fit into `limit` nodes; three ties a node at most, because more hide each other.
    /// - Parameter centre: a node (an index) whose ties come first.
    /// - Complexity: that of `Coupling.pairs`.
    public init(
        _ graph: CitationGraph, onto side: Side, by measure: Coupling.Measure = .count, limit: Int,
        around centre: Int? = nil
    ) {
        self.side = side
        let graph = side == .letters ? graph : Self.turned(graph)
        let incidence = Incidence(graph)
        candidates = graph.letters.indices.count { letter in
            incidence.sourcesOfLetter[letter].contains { incidence.lettersOfSource[Int($0)].count > 1 }
        }
        let most = max(1000, limit * 50)
        var pairs = Coupling.pairs(graph, by: measure, limit: most)
        if let centre {
            let near = Coupling.pairs(graph, by: measure, with: centre, limit: max(0, limit))
            pairs = near + pairs.filter { $0.first != centre && $0.second != centre }
        }
        var nodes: Set<Int> = []
        var ties: [Tie] = []
        for pair in pairs where ties.count < 3 * limit {
            let ends = nodes.union([pair.first, pair.second])
            guard ends.count <= limit else { continue }
            nodes = ends
            ties.append(Tie(first: pair.first, second: pair.second, strength: pair.strength, shared: pair.shared))
        }
        (self.ties, self.nodes) = (ties, nodes.sorted())
    }

    /// The graph with letters and sources in each other's place, so that what counts for one side counts for the other.
    private static func turned(_ graph: CitationGraph) -> CitationGraph {
        let pairs = Set(graph.edges.map { [$0.source, graph.units[$0.unit].letter] })
        return CitationGraph(
            letters: graph.sources.map { .init(name: $0.id, label: $0.label) },
            units: graph.sources.indices.map { .init(letter: $0, name: "") },
            sources: graph.letters.map { .init(id: $0.name, kind: "letter", label: $0.label) },
            edges: pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { .init(unit: $0[0], source: $0[1]) })
    }
}
