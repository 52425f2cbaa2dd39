/// Groups of letters and sources that cite within the group more than chance would explain: the subjects a collection is
/// about, found from its citations alone.
public enum Clusters {
    public struct Result: Sendable, Equatable {
        /// The cluster of each letter, and of each source: 0, 1, … in the order of their first letters.
        public let letters: [Int]
        public let sources: [Int]
        /// How much more is cited within clusters than chance would explain; at most 1.
        public let modularity: Double
    }

    /// Clusters of the graph of letters and the sources they cite, by modularity. Each is connected.
    /// - Parameters:
    ///   - graph: letters and the sources they cite.
    ///   - seed: decides the order in which nodes are visited; the same seed gives the same clusters.
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

/// Clusters that cannot be bettered by moving a node, each connected, after Traag, Waltman and van Eck, “From Louvain to
/// Leiden: guaranteeing well-connected communities”, Scientific Reports 9 (2019) 5233: nodes move to the cluster that gains
/// most; each cluster is taken apart and grown anew from within; what grew together becomes a node, and again.
enum Leiden {
    /// The cluster of each node: 0, 1, … in the order of their first nodes.
    /// - Parameters:
    ///   - seed: of the order in which nodes are looked at.
    ///   - rounds: how often the whole is done, each starting from what the last one found.
    /// - Complexity: about linear in the number of edges for each round.
    static func clusters(_ graph: WeightedGraph, seed: UInt64, rounds: Int = 2) -> [UInt32] {
        var numbers = SeededNumbers(seed)
        var clusters = (0..<UInt32(graph.count)).map(\.self)
        for _ in 0..<rounds { clusters = round(graph, from: clusters, &numbers) }
        return settled(graph, clusters, &numbers)
    }

    /// Groups moved as one may leave a node where it would no longer go, and a node that goes may cut its cluster in two:
    /// nodes move until none gains by it and every cluster is connected. Each turn gains, so this ends.
    private static func settled(
        _ graph: WeightedGraph, _ start: [UInt32], _ numbers: inout SeededNumbers
    ) -> [UInt32] {
        var clusters = Connected.parts(of: start, graph)
        while true {
            var partition = Partition(clusters, graph)
            LocalMoving.run(graph, &partition, &numbers)
            let next = Connected.parts(of: partition.cluster, graph)
            if next == clusters { return clusters }
            clusters = next
        }
    }

    private static func round(_ graph: WeightedGraph, from start: [UInt32], _ numbers: inout SeededNumbers) -> [UInt32]
    {
        var level = graph
        var partition = Partition(start, level)
        /// The node of this level that each node of the graph is part of.
        var nodes = (0..<UInt32(graph.count)).map(\.self)
        while true {
            LocalMoving.run(level, &partition, &numbers)
            let refined = Refinement.run(level, partition, &numbers)
            // Nothing grew together: there is no smaller graph to look at.
            guard refined.count < level.count else { break }
            var above = [UInt32](repeating: 0, count: refined.count)
            for node in 0..<level.count { above[Int(refined.group[node])] = partition.cluster[node] }
            for node in nodes.indices { nodes[node] = refined.group[Int(nodes[node])] }
            level = level.grouped(by: refined.group, groups: refined.count)
            partition = Partition(above, level)
        }
        return nodes.map { partition.cluster[Int($0)] }
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same numbers on every machine.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
