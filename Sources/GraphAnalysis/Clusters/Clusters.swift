/// Groups of letters and sources that cite within the group more than chance would have it: the subjects a collection is
/// about, found from its citations alone.
public enum Clusters {
    public struct Result: Sendable, Equatable {
        /// The cluster of each letter, and of each source: 0, 1, … in the order of their first letters.
        public let letters: [Int]
        public let sources: [Int]
        /// How much more is cited within clusters than chance would have it; at most 1.
        public let modularity: Double
    }

    /// Clusters of the graph of letters and the sources they cite, by modularity. Each is connected.
    /// - Parameter seed: nodes are looked at in an order drawn from it; the same seed gives the same clusters.
    /// - Complexity: about linear in the number of edges.
    public static func find(_ graph: CitationGraph, seed: UInt64 = 1) -> Result { find(Incidence(graph), seed: seed) }

    package static func find(_ incidence: Incidence, seed: UInt64 = 1) -> Result {
        let letters = incidence.sourcesOfLetter.count
        let graph = WeightedGraph(incidence)
        let clusters = Leiden.clusters(graph, seed: seed)
        return Result(
            letters: clusters[..<letters].map(Int.init), sources: clusters[letters...].map(Int.init),
            modularity: Modularity.of(clusters, graph))
    }
}
