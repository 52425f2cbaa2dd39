import GraphAnalysis
import GraphDrawing
import Support
import Testing

@testable import GraphExchange

/// What stands behind a source or a letter in other programs: a page and a title of its own.
@Suite struct SourceLinksTests {
    @Test func aLinkIsThePageItself() {
        let links = SourceLinks(broken: ["http://www.toesla-gen.nl/x"])
        #expect(links.link(of: "report:mev-2024", "https://www.cpb.nl/") == nil)
        #expect(links.link(of: "report:mev-2024", "https://www.cpb.nl/mev-2024") == "https://www.cpb.nl/mev-2024")
        #expect(links.link(of: "https://www.cpb.nl/", "https://www.cpb.nl/") == "https://www.cpb.nl/")
        #expect(links.link(of: "http://www.toesla-gen.nl/x", "http://www.toesla-gen.nl/x") == nil)
        #expect(links.link(of: "kst-1-2", nil) == nil)
    }

    /// A letter without a number has the page of the questions that it answers, which are a source.
    @Test func aLetterIsNotItsQuestions() {
        func link(_ page: String) -> String? {
            SourceLinks().link(of: CitationGraph.Letter(name: "a", label: "a", page: page))
        }
        #expect(link("https://zoek.officielebekendmakingen.nl/kv-tk-2024Z01234.html") == nil)
        #expect(link("https://zoek.officielebekendmakingen.nl/ah-tk-20232024-704.html")?.contains("ah-tk") == true)
    }

    /// Two papers of a dossier have its title; in a bibliography they are told apart.
    @Test func titlesInABibliographyDiffer() throws {
        let titles = [("kst-35165-61", "Verkiezingen"), ("kst-35165-97", "Verkiezingen"), ("kst-35165-86", "Brief")]
        let graph = CitationGraph(
            letters: [.init(name: "a", label: "a")], units: [.init(letter: 0, name: "A1")],
            sources: titles.map { id, title in
                .init(
                    id: id, kind: "kamerstuk", label: "35 165, nr. \(id.suffix(2))", title: title,
                    parent: "dossier-35165")
            },
            edges: (0..<3).map { .init(unit: 0, source: $0) })
        var text = ""
        let output = ExchangeOutput { text += String(decoding: $0, as: UTF8.self) }
        try CSLJSON.write(ExchangeGraph(graph), output)
        try output.flush()
        for title in ["Verkiezingen (Kamerstuk 35 165, nr. 61)", "Verkiezingen (Kamerstuk 35 165, nr. 97)", "Brief"] {
            #expect(text.contains("\"title\":\"\(title)\""))
        }
    }

    /// Ties that are found as they are written are those that are kept.
    @Test(arguments: 0..<6) func allTiesAreTheTiesOfAPictureWithoutBounds(_ seed: Int) {
        var generator = SeededGenerator(UInt64(seed))
        let graph = HostileGraph.graph(&generator)
        for side in Projection.Side.allCases {
            for measure in Coupling.Measure.allCases {
                let whole = WholeProjection(graph, onto: side, by: measure)
                let kept = Projection(graph, onto: side, by: measure, limit: 1 << 40)
                #expect(ties(whole) == ties(kept) && whole.nodes == kept.nodes)
                #expect(whole.most >= kept.ties.count)
            }
        }
    }

    private func ties(_ projection: any Ties) -> [Projection.Tie] {
        var ties: [Projection.Tie] = []
        func told(_: Int) {}
        projection.eachTie(told) { ties.append($0) }
        return ties
    }
}
