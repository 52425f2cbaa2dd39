/// The fast local move: nodes wait in a row; each goes to the cluster that gains most, and those of its neighbours that are
/// left behind join the row again.
enum LocalMoving {
    /// - Complexity: linear in the edges of the nodes that come up, most of them once or twice.
    static func run(_ graph: WeightedGraph, _ partition: inout Partition, _ numbers: inout SeededNumbers) {
        guard graph.total > 0 else { return }
        var row = WaitingRow((0..<UInt32(graph.count)).shuffled(using: &numbers))
        var sums = NeighbourSums(graph.count)
        while let node = row.next() {
            let degree = graph.degrees[node]
            let own = partition.cluster[node]
            for place in graph.neighbours.places(node) {
                sums.add(graph.weights[place], to: partition.cluster[Int(graph.neighbours.targets[place])])
            }
            partition.takeOut(node, degree)
            let share = degree / graph.total
            // Where nothing gains more than the place it has, a node stays: moving on a tie would never end.
            var (best, gain) = (own, sums[own] - share * partition.degrees[Int(own)])
            if gain < 0, let empty = partition.empty { (best, gain) = (empty, 0) }
            for other in sums.touched {
                let value = sums[other] - share * partition.degrees[Int(other)]
                if value > gain + 1e-9 { (best, gain) = (other, value) }
            }
            sums.clear()
            partition.put(node, degree, into: best)
            guard best != own else { continue }
            for place in graph.neighbours.places(node) {
                let neighbour = Int(graph.neighbours.targets[place])
                if partition.cluster[neighbour] != best { row.add(neighbour) }
            }
        }
    }
}

/// Nodes that wait, each at most once: a ring with a place for every node.
private struct WaitingRow {
    private var ring: [UInt32]
    private var waits: [Bool]
    private var (first, count) = (0, 0)

    init(_ nodes: [UInt32]) {
        ring = nodes
        waits = [Bool](repeating: true, count: nodes.count)
        count = nodes.count
    }

    mutating func next() -> Int? {
        guard count > 0 else { return nil }
        let node = Int(ring[first])
        first = first + 1 == ring.count ? 0 : first + 1
        count -= 1
        waits[node] = false
        return node
    }

    mutating func add(_ node: Int) {
        guard !waits[node] else { return }
        waits[node] = true
        let place = first + count
        ring[place < ring.count ? place : place - ring.count] = UInt32(node)
        count += 1
    }
}
