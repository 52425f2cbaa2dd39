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

/// How much more weight lies within clusters than chance would have it (Newman and Girvan, 2004).
enum Modularity {
    /// The share of edges within clusters, less what nodes of these degrees would have there at random; 0 without edges.
    /// - Complexity: linear in nodes and edges.
    static func of(_ clusters: [UInt32], _ graph: WeightedGraph) -> Double {
        guard graph.total > 0 else { return 0 }
        var degrees = [Double](repeating: 0, count: graph.count)
        var within = 0.0
        for node in 0..<graph.count {
            degrees[Int(clusters[node])] += graph.degrees[node]
            for place in graph.neighbours.places(node) {
                if clusters[Int(graph.neighbours.targets[place])] == clusters[node] { within += graph.weights[place] }
            }
        }
        return within / graph.total - degrees.reduce(0) { $0 + ($1 / graph.total) * ($1 / graph.total) }
    }
}

/// Clusters cut where they hang together by nothing: that loses no edge and betters the modularity.
enum Connected {
    /// The connected part of its cluster that each node is in: 0, 1, … in the order of their first nodes.
    /// - Complexity: linear in nodes and edges.
    static func parts(of clusters: [UInt32], _ graph: WeightedGraph) -> [UInt32] {
        var part = [UInt32](repeating: .max, count: graph.count)
        var (count, front): (UInt32, [Int]) = (0, [])
        for start in 0..<graph.count where part[start] == .max {
            part[start] = count
            front.append(start)
            while let node = front.popLast() {
                for place in graph.neighbours.places(node) {
                    let other = Int(graph.neighbours.targets[place])
                    guard part[other] == .max, clusters[other] == clusters[node] else { continue }
                    part[other] = count
                    front.append(other)
                }
            }
            count += 1
        }
        return part
    }
}
