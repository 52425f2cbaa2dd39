import GraphAnalysis

/// How tall two columns of a graph are. Groups that no citation joins are laid out beside each other, so that the largest
/// of them decides.
public enum ColumnHeight {
    /// The number of nodes in the tallest column: letters, or sources.
    /// - Complexity: linear in the number of edges.
    public static func tallest(_ graph: CitationGraph) -> Int {
        let incidence = Incidence(graph)
        var seen = [Bool](repeating: false, count: graph.letters.count)
        var tallest = 0
        for start in graph.letters.indices where !seen[start] && !incidence.sourcesOfLetter[start].isEmpty {
            seen[start] = true
            var front = [start]
            var letters = 0
            var sources: Set<UInt32> = []
            while let letter = front.popLast() {
                letters += 1
                for source in incidence.sourcesOfLetter[letter] where sources.insert(source).inserted {
                    for other in incidence.lettersOfSource[Int(source)] where !seen[Int(other)] {
                        seen[Int(other)] = true
                        front.append(Int(other))
                    }
                }
            }
            tallest = max(tallest, letters, sources.count)
        }
        return tallest
    }
}
