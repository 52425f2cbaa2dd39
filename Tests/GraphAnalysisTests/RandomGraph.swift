import GraphAnalysis
import Support

/// Random graphs, and everything the analyses say counted over again in the plainest way.
enum RandomGraph {
    static func graph(_ seed: Int) -> CitationGraph {
        var generator = SeededGenerator(UInt64(seed))
        let letters = (0..<Int.random(in: 0...12, using: &generator)).map {
            CitationGraph.Letter(name: "l\($0 + 10)", label: "L\($0)")
        }
        let sources = (0..<Int.random(in: 0...15, using: &generator)).map {
            CitationGraph.Source(id: "s\($0 + 10)", kind: "kamerstuk", label: "S\($0)")
        }
        var units: [CitationGraph.Unit] = []
        var edges: [CitationGraph.Edge] = []
        for letter in letters.indices {
            for answer in 0..<Int.random(in: 0...3, using: &generator) {
                units.append(CitationGraph.Unit(letter: letter, name: "A\(answer + 1)"))
                for source in sources.indices where Int.random(in: 0..<4, using: &generator) == 0 {
                    edges.append(
                        CitationGraph.Edge(
                            unit: units.count - 1, source: source, citations: Int.random(in: 1...3, using: &generator)))
                }
            }
        }
        return CitationGraph(letters: letters, units: units, sources: sources, edges: edges)
    }

    /// What each of so many letters cites: a few sources that many cite and a tail that few do, with repeats.
    static func citations(_ seed: Int, letters: Int, sources: Int) -> [[UInt32]] {
        var generator = SeededGenerator(UInt64(seed))
        return (0..<letters).map { _ in
            (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                let at = Double.random(in: 0..<1, using: &generator)
                return UInt32(at * at * at * Double(sources))
            }
        }
    }

    static func incidence(_ cited: [[UInt32]], sources: Int) -> Incidence {
        Incidence(
            citing: cited.indices.flatMap { letter in cited[letter].map { _ in UInt32(letter) } },
            cited: cited.flatMap(\.self), letters: cited.count, sources: sources)
    }

    static func sources(_ graph: CitationGraph, of letter: Int) -> Set<Int> {
        Set(graph.edges.filter { graph.units[$0.unit].letter == letter }.map(\.source))
    }

    static func letters(_ graph: CitationGraph, citing source: Int) -> Set<Int> {
        Set(graph.edges.filter { $0.source == source }.map { graph.units[$0.unit].letter })
    }
}
