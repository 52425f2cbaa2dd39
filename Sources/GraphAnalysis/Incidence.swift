/// Which letters cite which sources, both ways, without repeats, as two compact arrays each (offsets and targets): the
/// form every measure is counted on.
package struct Incidence: Sendable {
    package struct Rows: Sendable {
        private let offsets: [Int32]
        private let targets: [Int32]

        /// Sorted, distinct targets for each row.
        init(_ pairs: [(row: Int32, target: Int32)], rows: Int) {
            let sorted = pairs.sorted { ($0.row, $0.target) < ($1.row, $1.target) }
            var offsets = [Int32](repeating: 0, count: rows + 1)
            var targets: [Int32] = []
            targets.reserveCapacity(sorted.count)
            var row = 0
            for (index, pair) in sorted.enumerated() {
                if index > 0, sorted[index - 1] == pair { continue }
                while row < Int(pair.row) {
                    row += 1
                    offsets[row] = Int32(targets.count)
                }
                targets.append(pair.target)
            }
            while row < rows {
                row += 1
                offsets[row] = Int32(targets.count)
            }
            self.offsets = offsets
            self.targets = targets
        }

        package var count: Int { offsets.count - 1 }
        package subscript(row: Int) -> ArraySlice<Int32> { targets[Int(offsets[row])..<Int(offsets[row + 1])] }
    }

    /// The sources of each letter.
    package let sourcesOfLetter: Rows
    /// The letters of each source.
    package let lettersOfSource: Rows

    /// - Complexity: linear in the number of edges, but for one sort.
    package init(_ graph: CitationGraph) {
        let pairs = graph.edges.map { (row: Int32(graph.units[$0.unit].letter), target: Int32($0.source)) }
        sourcesOfLetter = Rows(pairs, rows: graph.letters.count)
        lettersOfSource = Rows(pairs.map { (row: $0.target, target: $0.row) }, rows: graph.sources.count)
    }
}
