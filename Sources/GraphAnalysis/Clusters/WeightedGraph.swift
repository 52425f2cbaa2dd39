/// An undirected graph with weights, as compact arrays: each edge stands with both its nodes. Letters that cite sources at
/// first, then groups of them as nodes.
struct WeightedGraph: Sendable {
    let neighbours: CompressedRows
    /// The weight of each edge, in the places of `neighbours.targets`.
    let weights: [Double]
    /// The weight of all edges of each node; an edge within a group that became a node counts twice here and stands nowhere.
    let degrees: [Double]
    /// The sum of the degrees: twice the weight of all edges.
    let total: Double

    var count: Int { degrees.count }

    init(neighbours: CompressedRows, weights: [Double], degrees: [Double]) {
        (self.neighbours, self.weights, self.degrees) = (neighbours, weights, degrees)
        total = degrees.reduce(0, +)
    }

    /// Letters first, then sources; each citing pair is an edge of weight 1.
    init(_ incidence: Incidence) {
        let (rows, columns) = (incidence.sourcesOfLetter, incidence.lettersOfSource)
        let (letters, edges) = (UInt32(rows.count), UInt32(rows.targets.count))
        let neighbours = CompressedRows(
            offsets: rows.offsets + columns.offsets.dropFirst().map { $0 + edges },
            targets: rows.targets.map { $0 + letters } + columns.targets)
        self.init(
            neighbours: neighbours, weights: [Double](repeating: 1, count: neighbours.targets.count),
            degrees: (0..<neighbours.count).map { Double(neighbours.degree($0)) })
    }

    /// The graph whose nodes are the groups of this one's.
    /// - Parameters:
    ///   - group: of each node, below `groups`.
    /// - Complexity: linear in nodes and edges.
    func grouped(by group: [UInt32], groups: Int) -> WeightedGraph {
        let members = CompressedRows(grouping: (0..<UInt32(count)).map(\.self), by: group, rows: groups)
        var sums = NeighbourSums(groups)
        var (offsets, targets, weights): ([UInt32], [UInt32], [Double]) = ([0], [], [])
        offsets.reserveCapacity(groups + 1)
        var degrees = [Double](repeating: 0, count: groups)
        for own in 0..<groups {
            for member in members[own] {
                degrees[own] += self.degrees[Int(member)]
                for place in neighbours.places(Int(member)) {
                    sums.add(self.weights[place], to: group[Int(neighbours.targets[place])])
                }
            }
            for other in sums.touched where other != UInt32(own) {
                targets.append(other)
                weights.append(sums[other])
            }
            sums.clear()
            offsets.append(UInt32(targets.count))
        }
        return WeightedGraph(
            neighbours: CompressedRows(offsets: offsets, targets: targets), weights: weights, degrees: degrees)
    }
}

/// The weight between one node and each group around it: a counter for every group and a list of those touched.
struct NeighbourSums {
    private var sums: [Double]
    /// In the order they were met.
    private(set) var touched: [UInt32] = []

    init(_ groups: Int) { sums = [Double](repeating: 0, count: groups) }

    /// - Parameter weight: above 0.
    mutating func add(_ weight: Double, to group: UInt32) {
        if sums[Int(group)] == 0 { touched.append(group) }
        sums[Int(group)] += weight
    }

    subscript(group: UInt32) -> Double { sums[Int(group)] }

    mutating func clear() {
        for group in touched { sums[Int(group)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }
}
