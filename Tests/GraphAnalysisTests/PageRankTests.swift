import GraphAnalysis
import Support
import Testing

/// PageRank against the reader's walk itself: the whole matrix of where a reader goes from where, stepped until it stands.
@Suite struct PageRankTests {
    private func walked(_ links: [Set<Int>]) -> [Double] {
        let count = Double(links.count)
        var ranks = links.map { _ in 1 / count }
        for _ in 0..<400 {
            var next = links.map { _ in 0.15 / count }
            for from in links.indices {
                for to in links.indices {
                    let chance =
                        links[from].isEmpty ? 1 / count : links[from].contains(to) ? 1 / Double(links[from].count) : 0
                    next[to] += 0.85 * chance * ranks[from]
                }
            }
            ranks = next
        }
        return ranks
    }

    @Test(arguments: 0..<20) func ranksOfLettersAndSources(_ seed: Int) {
        let cited = RandomGraph.citations(seed, letters: 2 + 2 * seed, sources: 12)
        let ranks = PageRank.ranks(RandomGraph.incidence(cited, sources: 12))
        let letters = cited.count
        let wanted = walked(cited.map { Set($0.map { letters + Int($0) }) } + (0..<12).map { _ in [] })
        #expect(ranks.count == wanted.count)
        for (rank, wanted) in zip(ranks, wanted) { #expect(abs(rank - wanted) < 1e-9) }
        #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
    }

    /// Letters that cite letters, in circles too: half of the sources are letters themselves.
    @Test(arguments: 0..<30) func aCitedLetterPassesOn(_ seed: Int) {
        let plain = RandomGraph.graph(seed)
        let graph = CitationGraph(
            letters: plain.letters, units: plain.units,
            sources: plain.sources.enumerated().map { index, source in
                let letter =
                    index % 2 == 0 && !plain.letters.isEmpty ? plain.letters[index / 3 % plain.letters.count] : nil
                return .init(id: source.id, kind: source.kind, label: "", letter: letter?.name)
            }, edges: plain.edges)
        let cited = graph.sources.indices.filter { !RandomGraph.letters(graph, citing: $0).isEmpty }
        let own = cited.filter { graph.sources[$0].letter == nil }
        func node(_ source: Int) -> Int {
            graph.letters.firstIndex { $0.name == graph.sources[source].letter }
                ?? graph.letters.count + (own.firstIndex(of: source) ?? 0)
        }
        let links = graph.letters.indices.map { letter in
            Set(RandomGraph.sources(graph, of: letter).map(node)).subtracting([letter])
        }
        let wanted = walked(links + own.map { _ in [] })
        let ranks = PageRank.ofSources(graph)
        for source in graph.sources.indices {
            #expect(abs(ranks[source] - (cited.contains(source) ? wanted[node(source)] : 0)) < 1e-9)
        }
        let rows = MostCited.rows(graph, by: .pagerank)
        #expect(rows.count == cited.count)
        let order = rows.map { row in ranks[graph.sources.firstIndex(of: row.source) ?? 0] }
        #expect(order == order.sorted(by: >))
    }

    @Test func nothingGivesNothing() { #expect(PageRank.ofSources(CitationGraph()).isEmpty) }
}
