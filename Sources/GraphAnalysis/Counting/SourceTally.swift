/// Letters, answers and citations of each source: the one place where they are counted, for lists out of a store as for graphs
/// in memory. An answer to several questions is one answer; a source cited twice in one answer is one answer and two citations; what
/// a note cites counts for the unit that calls the note.
package struct SourceTally: Sendable, Equatable {
    package private(set) var letters: [Int] = []
    package private(set) var answers: [Int] = []
    package private(set) var citations: [Int] = []

    /// - Parameters:
    ///   - rows: of each source, the numbers of the rows that cite it.
    ///   - letterOf: the letter of each row, below `bounds.letters`.
    ///   - unitOf: the unit of each row, below `bounds.units`.
    ///   - times: how many citations each row stands for, or nil for one.
    /// - Complexity: linear in the rows and the bounds; of few rows, a look at a set for each.
    package init(
        _ rows: CompressedRows, letterOf: [Int], unitOf: [Int], times: [Int]? = nil, bounds: (letters: Int, units: Int)
    ) {
        guard letterOf.count > bounds.units / Self.few else {
            for source in 0..<rows.count {
                letters.append(Set(rows[source].lazy.map { letterOf[Int($0)] }).count)
                answers.append(Set(rows[source].lazy.map { unitOf[Int($0)] }).count)
                citations.append(rows[source].reduce(0) { $0 + (times?[Int($1)] ?? 1) })
            }
            return
        }
        // Which source each letter and unit was last met for.
        var lastOfLetter = [Int32](repeating: -1, count: bounds.letters)
        var lastOfUnit = [Int32](repeating: -1, count: bounds.units)
        for source in 0..<rows.count {
            let mark = Int32(truncatingIfNeeded: source)
            var (letterCount, unitCount, citationCount) = (0, 0, 0)
            for row in rows[source] {
                let (letter, unit) = (letterOf[Int(row)], unitOf[Int(row)])
                if lastOfLetter[letter] != mark { letterCount += 1 }
                if lastOfUnit[unit] != mark { unitCount += 1 }
                (lastOfLetter[letter], lastOfUnit[unit]) = (mark, mark)
                citationCount += times?[Int(row)] ?? 1
            }
            letters.append(letterCount)
            answers.append(unitCount)
            citations.append(citationCount)
        }
    }

    /// Of a hundredth of all units, what was met is kept in sets: an array for all of a large store takes longer to make.
    private static let few = 100
}

extension SourceTally {
    /// Of the sources of a graph, each at its place.
    package init(_ graph: CitationGraph) {
        let rows = CompressedRows(
            grouping: graph.edges.indices.map { UInt32($0) }, by: graph.edges.map { UInt32($0.source) },
            rows: graph.sources.count)
        self.init(
            rows, letterOf: graph.edges.map { graph.units[$0.unit].letter }, unitOf: graph.edges.map(\.unit),
            times: graph.edges.map(\.citations), bounds: (graph.letters.count, graph.units.count))
    }
}
