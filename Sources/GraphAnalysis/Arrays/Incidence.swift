/// Which letters cite which sources, both ways, in order and without repeats: the form every measure is counted on.
package struct Incidence: Sendable, Equatable {
    /// The sources of each letter.
    package let sourcesOfLetter: CompactRows
    /// The letters of each source.
    package let lettersOfSource: CompactRows

    private init(sourcesOfLetter: CompactRows, lettersOfSource: CompactRows) {
        (self.sourcesOfLetter, self.lettersOfSource) = (sourcesOfLetter, lettersOfSource)
    }

    /// - Parameters:
    ///   - citing: the letter of each citation, below `letters`.
    ///   - cited: the source of each citation, below `sources`; as many as `citing`, in any order, repeats allowed.
    /// - Complexity: linear in the number of citations.
    package init(citing: [UInt32], cited: [UInt32], letters: Int, sources: Int) {
        // Sources first and then turned over: each turn leaves its rows sorted, so nothing else has to sort.
        sourcesOfLetter = CompactRows(grouping: citing, by: cited, rows: sources).transposed(rows: letters).distinct()
        lettersOfSource = sourcesOfLetter.transposed(rows: sources)
    }

    /// - Complexity: linear in the number of edges.
    package init(_ graph: CitationGraph) {
        self.init(
            citing: graph.edges.map { UInt32(graph.units[$0.unit].letter) },
            cited: graph.edges.map { UInt32($0.source) },
            letters: graph.letters.count, sources: graph.sources.count)
    }

    /// Sources in the place of letters: what couples letters by their sources then couples sources by the letters that
    /// cite both (co-citation).
    package var turned: Incidence {
        Incidence(sourcesOfLetter: lettersOfSource, lettersOfSource: sourcesOfLetter)
    }
}
