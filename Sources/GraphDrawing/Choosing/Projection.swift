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

        package init(first: Int, second: Int, strength: Double, shared: [Int]) {
            (self.first, self.second, self.strength, self.shared) = (first, second, strength, shared)
        }
    }

    public let side: Side
    /// The strongest first.
    public let ties: [Tie]
    /// The nodes that have a tie, as indices, in order.
    public let nodes: [Int]
    /// How many nodes have a tie in the whole graph.
    public let candidates: Int

    /// The strongest ties whose ends fit into `limit` nodes; three ties a node at most, because more hide each other.
    /// - Parameters:
    ///   - graph: letters and the sources they cite.
    ///   - side: whether letters or sources are the nodes.
    ///   - measure: how the strength of a tie is computed.
    ///   - limit: how many nodes there is room for.
    ///   - centre: a node (an index) whose ties come first.
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
        let most = limit < Self.mostPairs / 50 ? max(1000, limit * 50) : Self.mostPairs
        var pairs = Coupling.pairs(graph, by: measure, limit: most)
        if let centre {
            let near = Coupling.pairs(graph, by: measure, with: centre, limit: max(0, limit))
            pairs = near + pairs.filter { $0.first != centre && $0.second != centre }
        }
        var nodes: Set<Int> = []
        var ties: [Tie] = []
        for pair in pairs where ties.count / 3 < limit {
            let new = (nodes.contains(pair.first) ? 0 : 1) + (nodes.contains(pair.second) ? 0 : 1)
            guard nodes.count + new <= limit else { continue }
            nodes.formUnion([pair.first, pair.second])
            ties.append(Tie(first: pair.first, second: pair.second, strength: pair.strength, shared: pair.shared))
        }
        (self.ties, self.nodes) = (ties, nodes.sorted())
    }

    /// The projection and what of the graph it is made of, for a page that shows both: the nodes, and about `limit` of
    /// what joins them, the strongest ties first.
    public func withGraph(_ graph: CitationGraph, limit: Int) -> (Projection, CitationGraph) {
        let own = Set(nodes)
        // One for each tie at least, so that no node is left alone.
        var joining = Set(ties.compactMap(\.shared.first))
        for tie in ties { for index in tie.shared where joining.count < limit { joining.insert(index) } }
        let (letters, sources) = side == .letters ? (own, joining) : (joining, own)
        let near = graph.letters(named: Set(letters.map { graph.letters[$0].name }))
        let ids = Set(sources.map { graph.sources[$0].id })
        let smaller = near.withoutSources { !ids.contains(near.sources[$0].id) }
        let letterMap = Dictionary(uniqueKeysWithValues: smaller.letters.enumerated().map { ($1.name, $0) })
        let sourceMap = Dictionary(uniqueKeysWithValues: smaller.sources.enumerated().map { ($1.id, $0) })
        func letter(_ index: Int) -> Int? { letterMap[graph.letters[index].name] }
        func source(_ index: Int) -> Int? { sourceMap[graph.sources[index].id] }
        let (node, other) = side == .letters ? (letter, source) : (source, letter)
        let moved = ties.compactMap { tie -> Tie? in
            guard let first = node(tie.first), let second = node(tie.second) else { return nil }
            return Tie(
                first: first, second: second, strength: tie.strength, shared: tie.shared.compactMap(other))
        }
        return (Projection(side, moved, nodes.compactMap(node), candidates), smaller)
    }

    /// Pairs that are looked at, the strongest: more would take more memory than the graph itself. All are `WholeProjection`'s.
    private static let mostPairs = 250_000

    private init(_ side: Side, _ ties: [Tie], _ nodes: [Int], _ candidates: Int) {
        (self.side, self.ties, self.nodes, self.candidates) = (side, ties, nodes, candidates)
    }

    /// Whether a tie is drawn from its second node to its first: from the older letter to the newer.
    public func isTurned(_ tie: Tie, _ graph: CitationGraph) -> Bool {
        side == .letters && (graph.letters[tie.second].date ?? "") < (graph.letters[tie.first].date ?? "")
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
