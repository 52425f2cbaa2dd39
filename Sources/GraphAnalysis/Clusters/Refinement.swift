import Foundation

/// Takes each cluster apart and lets groups grow anew from single nodes, along edges within the cluster: each group is
/// connected, and a cluster held together by a node that has left falls apart.
struct Refinement {
    /// A group that a node may join, the weight of the edges between them, and what is gained.
    private struct Choice {
        let group: UInt32
        let weight: Double
        let gain: Double
    }

    /// How much chance has a say in which group a node joins; the paper's θ.
    private static let randomness = 0.01

    private let graph: WeightedGraph
    private let partition: Partition
    /// The group of each node: the number of one of its nodes.
    private var group: [UInt32]
    /// Of each group, the degrees of its nodes, the weight of its edges to the rest of its cluster, how many nodes it has.
    private var degrees: [Double]
    private var outward: [Double]
    private var sizes: [UInt32]
    private var sums: NeighbourSums

    /// - Returns: the group of each node, in the order they are first seen, and how many there are.
    /// - Complexity: linear in the number of edges.
    static func run(_ graph: WeightedGraph, _ partition: Partition, _ numbers: inout SeededNumbers) -> (
        group: [UInt32], count: Int
    ) {
        var refinement = Refinement(graph, partition)
        let order = (0..<UInt32(graph.count)).shuffled(using: &numbers)
        for node in order { refinement.join(Int(node), &numbers) }
        return FirstSeen.renumbered(refinement.group)
    }

    private init(_ graph: WeightedGraph, _ partition: Partition) {
        (self.graph, self.partition) = (graph, partition)
        group = (0..<UInt32(graph.count)).map(\.self)
        degrees = graph.degrees
        sizes = [UInt32](repeating: 1, count: graph.count)
        sums = NeighbourSums(graph.count)
        outward = (0..<graph.count).map { node in
            graph.neighbours.places(node).reduce(0) { sum, place in
                let other = Int(graph.neighbours.targets[place])
                return partition.cluster[other] == partition.cluster[node] ? sum + graph.weights[place] : sum
            }
        }
    }

    /// Whether a group has as many edges to the rest of its cluster as chance would give it.
    private func isWellConnected(_ group: Int, in cluster: Double) -> Bool {
        outward[group] * graph.total >= degrees[group] * (cluster - degrees[group])
    }

    /// Lets a node that stands alone join a group of its cluster; none does so at a loss.
    private mutating func join(_ node: Int, _ numbers: inout SeededNumbers) {
        let cluster = partition.degrees[Int(partition.cluster[node])]
        guard sizes[node] == 1, group[node] == node, isWellConnected(node, in: cluster) else { return }
        for place in graph.neighbours.places(node) {
            let other = Int(graph.neighbours.targets[place])
            if partition.cluster[other] == partition.cluster[node] { sums.add(graph.weights[place], to: group[other]) }
        }
        let share = graph.degrees[node] / graph.total
        var choices = [Choice(group: UInt32(node), weight: 0, gain: 0)]
        for other in sums.touched {
            let gain = sums[other] - share * degrees[Int(other)]
            guard gain >= 0, isWellConnected(Int(other), in: cluster) else { continue }
            choices.append(Choice(group: other, weight: sums[other], gain: gain))
        }
        sums.clear()
        move(node, to: Self.drawn(choices, &numbers))
    }

    private mutating func move(_ node: Int, to choice: Choice) {
        let other = Int(choice.group)
        guard other != node else { return }
        group[node] = choice.group
        degrees[other] += graph.degrees[node]
        outward[other] += outward[node] - 2 * choice.weight
        sizes[other] += 1
        sizes[node] = 0
    }

    /// One of the choices, each with a chance in proportion to e^(gain / θ).
    private static func drawn(_ choices: [Choice], _ numbers: inout SeededNumbers) -> Choice {
        let most = choices.reduce(0) { max($0, $1.gain) }
        let chances = choices.map { exp(($0.gain - most) / randomness) }
        var left = Double.random(in: 0..<1, using: &numbers) * chances.reduce(0, +)
        for (choice, chance) in zip(choices, chances) {
            left -= chance
            if left < 0 { return choice }
        }
        return choices[choices.count - 1]
    }
}
