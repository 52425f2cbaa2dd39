/// Which cluster each node of a level is in, and how heavy each cluster is. There are as many numbers as nodes, so that a
/// node can always go and stand alone.
struct Partition {
    private(set) var cluster: [UInt32]
    /// The sum of the degrees of each cluster's nodes.
    private(set) var degrees: [Double]
    private var sizes: [UInt32]
    /// Numbers of clusters without nodes.
    private var free: [UInt32]

    /// - Parameter cluster: of each node, in any numbers.
    init(_ cluster: [UInt32], _ graph: WeightedGraph) {
        self.cluster = FirstSeen.renumbered(cluster).group
        degrees = [Double](repeating: 0, count: graph.count)
        sizes = [UInt32](repeating: 0, count: graph.count)
        for node in 0..<graph.count {
            degrees[Int(self.cluster[node])] += graph.degrees[node]
            sizes[Int(self.cluster[node])] += 1
        }
        let sizes = sizes
        free = (0..<UInt32(graph.count)).reversed().filter { sizes[Int($0)] == 0 }
    }

    /// A cluster without nodes, or nil where every node stands alone.
    var empty: UInt32? { free.last }

    /// Takes a node out of its cluster; it has to be put somewhere next.
    mutating func takeOut(_ node: Int, _ degree: Double) {
        let own = cluster[node]
        degrees[Int(own)] -= degree
        sizes[Int(own)] -= 1
        if sizes[Int(own)] == 0 {
            degrees[Int(own)] = 0
            free.append(own)
        }
    }

    mutating func put(_ node: Int, _ degree: Double, into other: UInt32) {
        if sizes[Int(other)] == 0, free.last == other { free.removeLast() }
        cluster[node] = other
        degrees[Int(other)] += degree
        sizes[Int(other)] += 1
    }
}

/// Groups numbered in the order they are first seen.
enum FirstSeen {
    /// - Complexity: linear in the nodes and the highest number.
    static func renumbered(_ group: [UInt32]) -> (group: [UInt32], count: Int) {
        var numbers = [UInt32](repeating: .max, count: Int(group.max() ?? 0) + 1)
        var count: UInt32 = 0
        let renumbered = group.map { old -> UInt32 in
            if numbers[Int(old)] == .max {
                numbers[Int(old)] = count
                count += 1
            }
            return numbers[Int(old)]
        }
        return (renumbered, Int(count))
    }
}
