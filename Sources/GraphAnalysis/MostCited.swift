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

        /// Whether this row stands above another in a list by a measure, PageRank apart.
        package func precedes(_ other: Row, by measure: Measure) -> Bool {
            MostCited.precedes(self, other, by: measure)
        }
    }

    /// Every cited source with its counts, the most cited first.
    /// - Complexity: linear in the number of edges, but for sorting the rows; by `pagerank` as `PageRank`.
    public static func rows(_ graph: CitationGraph, by measure: Measure = .letters) -> [Row] {
        var answers = [Int](repeating: 0, count: graph.sources.count)
        var citations = answers
        for edge in graph.edges {
            answers[edge.source] += 1
            citations[edge.source] += edge.citations
        }
        let incidence = Incidence(graph)
        let ranks = measure == .pagerank ? PageRank.ofSources(graph) : []
        let rows = graph.sources.indices.compactMap { index -> (rank: Double, row: Row)? in
            let letters = incidence.lettersOfSource[index].map(Int.init)
            guard !letters.isEmpty else { return nil }
            let row = Row(
                source: graph.sources[index], letters: letters.count, answers: answers[index],
                citations: citations[index], citedBy: letters)
            return (ranks.isEmpty ? 0 : ranks[index], row)
        }
        return rows.sorted {
            $0.rank == $1.rank ? precedes($0.row, $1.row, by: measure) : $0.rank > $1.rank
        }.map(\.row)
    }

    private static func precedes(_ left: Row, _ right: Row, by measure: Measure) -> Bool {
        let counts: [KeyPath<Row, Int>] = [measure.key, \.letters, \.answers, \.citations]
        for count in counts where left[keyPath: count] != right[keyPath: count] {
            return left[keyPath: count] > right[keyPath: count]
        }
        return left.source.id < right.source.id
    }
}

extension MostCited.Measure {
    fileprivate var key: KeyPath<MostCited.Row, Int> {
        switch self {
        case .letters, .pagerank: \.letters
        case .answers: \.answers
        case .citations: \.citations
        }
    }
}

/// The sources that several letters lean on.
public enum SharedSources {
    /// Sources that at least `minimum` letters cite, the most shared first.
    public static func rows(_ graph: CitationGraph, minimum: Int = 2) -> [MostCited.Row] {
        MostCited.rows(graph).filter { $0.letters >= minimum }
    }
}
