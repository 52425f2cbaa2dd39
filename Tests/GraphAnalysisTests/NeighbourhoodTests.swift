import GraphAnalysis
import Testing

/// What a picture keeps of a graph.
@Suite struct NeighbourhoodTests {
    @Test(arguments: 0..<60) func aroundKeepsWhatIsReachedInSoManySteps(_ seed: Int) {
        let graph = RandomGraph.graph(seed)
        for depth in 0...3 {
            for source in graph.sources.indices {
                var letters: Set<Int> = []
                var sources: Set<Int> = [source]
                for _ in 0..<depth {
                    let reached = Set(sources.flatMap { RandomGraph.letters(graph, citing: $0) })
                    sources.formUnion(letters.flatMap { RandomGraph.sources(graph, of: $0) })
                    letters.formUnion(reached)
                }
                let part = graph.around(graph.sources[source].id, depth: depth)
                #expect(Set(part?.letters.map(\.name) ?? []) == Set(letters.map { graph.letters[$0].name }))
                #expect(Set(part?.sources.map(\.id) ?? []) == Set(sources.map { graph.sources[$0].id }))
            }
        }
    }

    /// The page around a node reads all parts of letters once, and cuts what is of answers or questions from that. Without a
    /// step there is no citation to tell of which part a node is.
    @Test(arguments: 0..<60) func aPartOfTheSurroundingsIsTheSurroundingsInThatPart(_ seed: Int) {
        let graph = RandomGraph.graph(seed)
        let mixed = CitationGraph(
            letters: graph.letters,
            units: graph.units.enumerated().map {
                .init(letter: $1.letter, name: ["A1", "Q1", "A2"][($0 + seed) % 3])
            },
            sources: graph.sources, edges: graph.edges)
        for part in [GraphSelection.Units.answers, .questions] {
            for name in graph.sources.map(\.id) + graph.letters.map(\.name) {
                for depth in 1...3 {
                    let cut = mixed.around(name, depth: depth)?.only(part).around(name, depth: depth)
                    #expect(cut == mixed.only(part).around(name, depth: depth))
                }
            }
        }
    }

    /// More steps than there are nodes find no more; they would take years if each were taken.
    @Test(arguments: 0..<10) func stepsWithoutEndEndWhereNothingIsNew(_ seed: Int) {
        let graph = RandomGraph.graph(seed)
        for source in graph.sources {
            let all = graph.around(source.id, depth: graph.letters.count + graph.sources.count)
            let endless = graph.around(source.id, depth: .max)
            #expect(endless?.letters.map(\.name) == all?.letters.map(\.name))
            #expect(endless?.sources.map(\.id) == all?.sources.map(\.id))
        }
    }

    @Test(arguments: 0..<60) func sharedKeepsSourcesThatEnoughLettersCite(_ seed: Int) {
        let graph = RandomGraph.graph(seed)
        for minimum in 1...4 {
            let part = graph.shared(by: minimum)
            let kept = graph.sources.indices.filter { RandomGraph.letters(graph, citing: $0).count >= minimum }
            #expect(part.sources.map(\.id) == kept.map { graph.sources[$0].id })
            #expect(part.edges.count == graph.edges.count { kept.contains($0.source) })
            for (edge, old) in zip(part.edges, graph.edges.filter { kept.contains($0.source) }) {
                #expect(part.sources[edge.source] == graph.sources[old.source])
                #expect(part.letters[part.units[edge.unit].letter] == graph.letters[graph.units[old.unit].letter])
                #expect(edge.citations == old.citations)
            }
        }
    }

    @Test func aSlipIsFoundOnlyWhereAnotherLetterWritesItsNeighbour() {
        func graph(_ cited: [[String]]) -> CitationGraph {
            let ids = Set(cited.joined()).sorted()
            return CitationGraph(
                letters: cited.indices.map { .init(name: "l\($0)", label: "") },
                units: cited.indices.map { .init(letter: $0, name: "A1") },
                sources: ids.map { .init(id: $0, kind: "kamerstuk", label: "") },
                edges: cited.indices.flatMap { letter in
                    cited[letter].map { .init(unit: letter, source: ids.firstIndex(of: $0) ?? 0) }
                })
        }
        // One digit away, cited by more letters.
        #expect(
            NearMisses.find(graph([["kst-36522-12"], ["kst-36552-12"], ["kst-36552-12"]])).map(\.id) == ["kst-36522-12"]
        )
        // Two digits swapped.
        #expect(
            NearMisses.find(graph([["kst-35615-9"], ["kst-35165-9", "kst-35165-8"]])).first?.meant == [
                "kst-35165-9"
            ])
        // Another number, two digits away, the same letter, or as common as its neighbour: no slip.
        #expect(NearMisses.find(graph([["kst-36522-12"], ["kst-36552-13"], ["kst-36552-13"]])).isEmpty)
        #expect(NearMisses.find(graph([["kst-36422-12"], ["kst-36552-12"], ["kst-36552-12"]])).isEmpty)
        #expect(NearMisses.find(graph([["kst-36522-12", "kst-36552-12"], ["kst-36552-12"]])).isEmpty)
        #expect(NearMisses.find(graph([["kst-36522-12"], ["kst-36552-12"]])).isEmpty)
        // A dossier of which more is cited is meant as it stands.
        #expect(
            NearMisses.find(graph([["kst-36522-12", "kst-36522-13"], ["kst-36552-12"], ["kst-36552-12"]])).isEmpty)
        // Where many documents of a number are cited, one that exists is no suspect; one that is not known still is.
        let others = (0..<40).map { ["kst-\(24_000 + 1111 * ($0 % 9) + 7 * $0)-3"] }
        let letters = [["kst-36522-3"], ["kst-36552-3"], ["kst-36552-3"]]
        let many = graph(letters + others)
        let counts = MostCited.rows(many).map {
            NearMisses.Count(id: $0.source.id, letters: $0.letters, citations: $0.citations)
        }
        let never = { (_: String, _: String) in false }
        #expect(!NearMisses.find(counts, shareALetter: never).filter { $0.id == "kst-36522-3" }.isEmpty)
        #expect(NearMisses.find(counts, exists: { _ in true }, shareALetter: never).isEmpty)
        let few = counts.filter { $0.id.hasPrefix("kst-365") }
        #expect(NearMisses.find(few, exists: { _ in true }, shareALetter: never).map(\.id) == ["kst-36522-3"])
    }
}
