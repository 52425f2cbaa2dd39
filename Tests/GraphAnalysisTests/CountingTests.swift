import Foundation
import GraphAnalysis
import Testing

/// Lists and measures against a brute-force count on random graphs.
@Suite struct CountingTests {
    @Test(arguments: 0..<60) func mostCitedCountsLettersAnswersAndCitations(_ seed: Int) {
        let graph = RandomGraph.graph(seed)
        for measure in MostCited.Measure.allCases where measure != .pagerank {
            let rows = MostCited.rows(graph, by: measure)
            #expect(Set(rows.map(\.source.id)) == Set(graph.edges.map { graph.sources[$0.source].id }))
            for row in rows {
                let source = graph.sources.firstIndex(of: row.source) ?? -1
                let edges = graph.edges.filter { $0.source == source }
                #expect(row.letters == RandomGraph.letters(graph, citing: source).count)
                #expect(row.citedBy == RandomGraph.letters(graph, citing: source).sorted())
                #expect(row.answers == edges.count)
                #expect(row.citations == edges.reduce(0) { $0 + $1.citations })
            }
            for (first, second) in zip(rows, rows.dropFirst()) {
                func key(_ row: MostCited.Row) -> [Int] {
                    let chosen =
                        [MostCited.Measure.letters: row.letters, .answers: row.answers, .citations: row.citations][
                            measure] ?? 0
                    return [chosen, row.letters, row.answers, row.citations]
                }
                #expect(
                    key(second).lexicographicallyPrecedes(key(first))
                        || (key(first) == key(second) && first.source.id < second.source.id))
            }
        }
    }

    @Test(arguments: 0..<60) func couplingIsWhatThePairsShare(_ seed: Int) {
        let graph = RandomGraph.graph(seed)
        let cited = graph.letters.indices.map { RandomGraph.sources(graph, of: $0) }
        let citing = Double(cited.count { !$0.isEmpty })
        for measure in Coupling.Measure.allCases {
            var wanted: [(Int, Int, Double, [Int])] = []
            for first in graph.letters.indices {
                for second in graph.letters.indices where second > first {
                    let shared = cited[first].intersection(cited[second])
                    guard !shared.isEmpty else { continue }
                    let (c, a, b) = (Double(shared.count), Double(cited[first].count), Double(cited[second].count))
                    let weight = shared.sorted().reduce(0.0) {
                        $0 + log(citing / Double(RandomGraph.letters(graph, citing: $1).count))
                    }
                    let strength = [
                        Coupling.Measure.count: c, .jaccard: c / (a + b - c), .salton: c / (a * b).squareRoot(),
                        .association: c / (a * b), .weighted: weight,
                    ]
                    wanted.append((first, second, strength[measure] ?? -1, shared.sorted()))
                }
            }
            let pairs = Coupling.pairs(graph, by: measure, limit: 1000)
            #expect(pairs.count == wanted.count)
            for pair in pairs {
                let match = wanted.first { $0.0 == pair.first && $0.1 == pair.second }
                #expect(abs((match?.2 ?? -1) - pair.strength) < 1e-9)
                #expect(match?.3 == pair.shared)
            }
            for (first, second) in zip(pairs, pairs.dropFirst()) {
                #expect(
                    first.strength > second.strength
                        || (first.strength == second.strength
                            && (first.shared.count, -first.first, -first.second) > (
                                second.shared.count, -second.first, -second.second
                            ))
                )
            }
            #expect(Coupling.pairs(graph, by: measure, limit: 3) == Array(pairs.prefix(3)))
            if let letter = graph.letters.indices.randomElement() {
                let own = Coupling.pairs(graph, by: measure, with: letter, limit: 1000)
                #expect(own == pairs.filter { $0.first == letter || $0.second == letter })
            }
        }
    }

    @Test func nothingGivesNothing() {
        let empty = CitationGraph()
        #expect(MostCited.rows(empty).isEmpty)
        #expect(Coupling.pairs(empty).isEmpty)
        #expect(NearMisses.find(empty).isEmpty)
        #expect(empty.around("x", depth: 2) == nil)
        #expect(empty.shared(by: 2) == empty)
    }

    /// Units by their names: a body counts with answers, and so does the answer of a later part.
    @Test(arguments: [
        ("A1", "answer"), ("A2+3", "answer"), ("B:A1", "answer"), ("AA:A12", "answer"), ("body", "body"),
        ("Q1", "question"),
        ("A:Q1", "question"), ("C:Q2+3", "question"), ("preamble", "preamble"), ("closing", "closing"),
    ]) func aUnitIsOfItsPart(_ name: String, _ part: String) {
        #expect(GraphSelection.Units.part(ofUnit: name) == part)
        #expect(GraphSelection.Units.answers.takes(unit: name) == ["answer", "body"].contains(part))
        #expect(GraphSelection.Units.questions.takes(unit: name) == (part == "question"))
        #expect(GraphSelection.Units.all.takes(unit: name))
    }
}
