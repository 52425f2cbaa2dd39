import Foundation
import GraphAnalysis
import Support
import Testing

/// Coupling at scale against sets compared one with another, and against itself with another number of workers.
@Suite struct CouplingTests {
    private struct Wanted: Equatable {
        let letter: Int
        let shared: Int
        let strength: Double
    }

    /// The closest rows to each, by sets; only the rules are the same.
    private func wanted(_ rows: [Set<UInt32>], _ measure: Coupling.Measure, limit: Int) -> [[Wanted]] {
        let citing = Double(rows.count { !$0.isEmpty })
        var letters: [UInt32: Int] = [:]
        for row in rows { for source in row { letters[source, default: 0] += 1 } }
        return rows.indices.map { first in
            let others = rows.indices.compactMap { second -> Wanted? in
                let shared = rows[first].intersection(rows[second])
                guard first != second, !shared.isEmpty else { return nil }
                let (c, a, b) = (Double(shared.count), Double(rows[first].count), Double(rows[second].count))
                let strength =
                    switch measure {
                    case .count: c
                    case .jaccard: c / (a + b - c)
                    case .salton: c / (a * b).squareRoot()
                    case .association: c / (a * b)
                    case .weighted: shared.sorted().reduce(0) { $0 + log(citing / Double(letters[$1] ?? 0)) }
                    }
                return Wanted(letter: second, shared: shared.count, strength: strength)
            }
            let sorted = others.sorted {
                ($1.strength, $1.shared, $0.letter) < ($0.strength, $0.shared, $1.letter)
            }
            return Array(sorted.prefix(limit))
        }
    }

    private func closest(
        _ incidence: Incidence, _ measure: Coupling.Measure, limit: Int, workers: Int
    ) -> [[Wanted]] {
        let lists = ClosestLetters(incidence, by: measure, limit: limit, workers: workers)
        return (0..<lists.count).map { row in
            lists[row].map { Wanted(letter: Int($0.letter), shared: Int($0.shared), strength: $0.strength) }
        }
    }

    @Test(arguments: 0..<4) func theClosestLettersAreThoseOfACountBySets(_ seed: Int) {
        let cited = RandomGraph.citations(seed, letters: 60 + 20 * seed, sources: 40)
        let incidence = RandomGraph.incidence(cited, sources: 40)
        for measure in Coupling.Measure.allCases {
            let all = wanted(cited.map(Set.init), measure, limit: 1000)
            for limit in [0, 1, 5, 1000] {
                let wanted = all.map { Array($0.prefix(limit)) }
                for workers in [1, 2, 5] {
                    #expect(closest(incidence, measure, limit: limit, workers: workers) == wanted)
                }
            }
        }
    }

    @Test(arguments: 0..<4) func sourcesAreCoupledByTheLettersThatCiteBoth(_ seed: Int) {
        let cited = RandomGraph.citations(seed, letters: 140, sources: 60)
        let citing = (0..<60).map { source in
            Set(cited.indices.filter { cited[$0].contains(UInt32(source)) }.map(UInt32.init))
        }
        let turned = RandomGraph.incidence(cited, sources: 60).turned
        for measure in Coupling.Measure.allCases {
            #expect(
                closest(turned, measure, limit: 7, workers: 2) == wanted(citing, measure, limit: 7))
        }
    }

    @Test(arguments: 0..<3) func pairsDoNotDependOnTheWorkers(_ seed: Int) {
        let cited = RandomGraph.citations(seed, letters: 140, sources: 80)
        let graph = CitationGraph(
            letters: cited.indices.map { .init(name: "l\($0)", label: "") },
            units: cited.indices.map { .init(letter: $0, name: "A1") },
            sources: (0..<80).map { .init(id: "s\($0)", kind: "url", label: "") },
            edges: cited.indices.flatMap { letter in
                Set(cited[letter]).sorted().map { .init(unit: letter, source: Int($0)) }
            })
        for measure in Coupling.Measure.allCases {
            let one = Coupling.pairs(graph, by: measure, limit: 40, workers: 1)
            for workers in 2...4 {
                #expect(Coupling.pairs(graph, by: measure, limit: 40, workers: workers) == one)
            }
            let lists = wanted(cited.map(Set.init), measure, limit: 1000)
            let best = lists.indices.flatMap { first in
                lists[first].filter { $0.letter > first }.map { (first, $0) }
            }.sorted {
                ($1.1.strength, $1.1.shared, $0.0, $0.1.letter) < ($0.1.strength, $0.1.shared, $1.0, $1.1.letter)
            }
            #expect(one.map { [$0.first, $0.second] } == best.prefix(40).map { [$0.0, $0.1.letter] })
        }
    }

    @Test(arguments: 0..<20) func rowsAreSortedAndWithoutRepeatsBothWays(_ seed: Int) {
        let cited = RandomGraph.citations(seed, letters: 3 * seed, sources: 25)
        let incidence = RandomGraph.incidence(cited, sources: 25)
        #expect(cited.indices.map { Array(incidence.sourcesOfLetter[$0]) } == cited.map { Set($0).sorted() })
        for source in 0..<25 {
            let letters = cited.indices.filter { cited[$0].contains(UInt32(source)) }
            #expect(incidence.lettersOfSource[source].map(Int.init) == letters)
        }
        #expect(incidence.turned.turned == incidence)
    }
}
