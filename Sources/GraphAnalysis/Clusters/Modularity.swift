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
