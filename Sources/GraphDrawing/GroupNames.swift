import GraphAnalysis

/// What groups of a projection are called: by the title that most of their sources share, or that their letters cite
/// most; where two groups would be called the same, by the number of the paper that they cite most of it.
enum GroupNames {
    static func of(_ groups: [[Int]], _ side: Projection.Side, _ graph: CitationGraph) -> [String] {
        let incidence = Incidence(graph)
        // How many of its nodes, or of the letters that cite these, stand behind each source of a group.
        let weights = groups.map { nodes in
            var weights: [Int: Int] = [:]
            for node in nodes {
                switch side {
                case .letters: for source in incidence.sourcesOfLetter[node] { weights[Int(source), default: 0] += 1 }
                case .sources: weights[node] = incidence.lettersOfSource[node].count
                }
            }
            return weights
        }
        let titles = weights.map { title($0, side, graph) }
        var taken: Set<String> = []
        return zip(titles, weights).map { title, weights in
            guard titles.count(where: { $0 == title }) > 1 else { return title }
            let papers = weights.filter { name(graph.sources[$0.key]) == title }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { CitationGraph.titled(graph.sources[$0.key].label, graph.sources[$0.key].title) }
            let own = papers.first { !taken.contains($0) } ?? "\(title) (\(taken.count + 1))"
            taken.insert(own)
            return own
        }
    }

    private static func title(_ weights: [Int: Int], _ side: Projection.Side, _ graph: CitationGraph) -> String {
        var counts: [String: Int] = [:]
        for (source, weight) in weights {
            counts[name(graph.sources[source]), default: 0] += side == .letters ? weight : 1
        }
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }

    private static func name(_ source: CitationGraph.Source) -> String { source.title ?? source.label }
}
