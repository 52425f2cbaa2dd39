/// The sources that are cited most: by how many letters, in how many answers, how often.
public enum MostCited {
    /// What decides the order; the others follow in the order letters, answers, citations, id.
    public enum Measure: String, Sendable, CaseIterable { case letters, answers, citations, pagerank }

    public struct Row: Sendable, Equatable {
        public let source: CitationGraph.Source
        public let letters: Int
        /// Units that cite it: an answer to several questions is one answer.
        public let answers: Int
        public let citations: Int
        /// The letters that cite it: indices into `CitationGraph.letters`, in order.
        public let citedBy: [Int]

        /// - Parameter citedBy: empty where nobody asks who they are.
        package init(source: CitationGraph.Source, letters: Int, answers: Int, citations: Int, citedBy: [Int] = []) {
            (self.source, self.letters, self.answers) = (source, letters, answers)
            (self.citations, self.citedBy) = (citations, citedBy)
        }
    }

    /// Every cited source with its counts, the most cited first.
    /// - Complexity: linear in the number of edges, but for sorting the sources; by `pagerank` as `PageRank`.
    public static func rows(_ graph: CitationGraph, by measure: Measure = .letters) -> [Row] {
        let incidence = Incidence(graph)
        return counts(graph, by: measure).map { counts in
            let source = Int(counts.source)
            return Row(
                source: graph.sources[source], letters: Int(counts.letters), answers: Int(counts.answers),
                citations: Int(counts.citations), citedBy: incidence.lettersOfSource[source].map(Int.init))
        }
    }

    /// The cited sources, as indices, the most cited first.
    /// - Complexity: as `rows`.
    package static func order(_ graph: CitationGraph) -> [Int] {
        counts(graph, by: .letters).map { Int($0.source) }
    }

    /// What one source is ranked by: small, because sorting moves it about.
    private struct Counts {
        let source: UInt32
        let letters: UInt32
        let answers: UInt32
        let citations: UInt32
        var rank = 0.0
    }

    private static func counts(_ graph: CitationGraph, by measure: Measure) -> [Counts] {
        let tally = SourceTally(graph)
        var counts = graph.sources.indices.map {
            Counts(
                source: UInt32($0), letters: UInt32(tally.letters[$0]), answers: UInt32(tally.answers[$0]),
                citations: UInt32(tally.citations[$0]))
        }
        let ranks = measure == .pagerank ? PageRank.ofSources(graph) : []
        for source in counts.indices {
            counts[source].rank =
                switch measure {
                case .letters: 0
                case .answers: Double(counts[source].answers)
                case .citations: Double(counts[source].citations)
                case .pagerank: ranks[source]
                }
        }
        counts.removeAll { $0.letters == 0 }
        counts.sort {
            if $0.rank != $1.rank { return $0.rank > $1.rank }
            if $0.letters != $1.letters { return $0.letters > $1.letters }
            if $0.answers != $1.answers { return $0.answers > $1.answers }
            if $0.citations != $1.citations { return $0.citations > $1.citations }
            return graph.sources[Int($0.source)].id < graph.sources[Int($1.source)].id
        }
        return counts
    }
}
