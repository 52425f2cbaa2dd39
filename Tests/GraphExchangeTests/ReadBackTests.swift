import GraphAnalysis
import Support
import Testing

@testable import GraphExchange

/// Whatever letters and sources are called, every format says the same of them to parsers that are not ours.
@Suite struct ReadBackTests {
    /// What XML can hold of a text.
    private func inXML(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || [9, 10, 13].contains($0.value)
                }))
    }

    /// An apostrophe may stand before what a spreadsheet would take for a formula.
    private func inCSV(_ text: String) -> String { text.replacing("'", with: "") }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func everyFormatIsReadBack(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let graphs = HostileGraph.exchanged(HostileGraph.graph(&generator))
        guard let all = try ReadBack.of(graphs) else { return }
        for (graph, found) in zip(graphs, all) {
            let labels = Dictionary(uniqueKeysWithValues: graph.nodes.map { (graph.id($0), graph.label($0)) })
            var edges: [[String]] = []
            graph.eachEdge { edges.append([graph.id($0.from), graph.id($0.to), "\($0.weight)"]) }
            try check(found, labels, edges)
            try checkTitles(found, graph)
        }
    }

    private func check(_ found: [String: ReadBack], _ labels: [String: String], _ edges: [[String]]) throws {
        #expect(found.count == ExchangeFormat.all.count)
        func compare(_ name: String, _ written: (String) -> String) throws {
            let format = try #require(found[name])
            let wanted = labels.map { [written($0), written($1)] }
            #expect(Set(format.nodes.map { [written($0), written($1)] }) == Set(wanted), "\(name)")
            #expect(format.nodes.count == labels.count, "\(name)")
            let ends = format.edges.map {
                [written($0[0].text ?? ""), written($0[1].text ?? ""), "\($0[2].number ?? 0)"]
            }
            #expect(ends == edges.map { [written($0[0]), written($0[1]), $0[2]] }, "\(name)")
        }
        try compare("graphml", inXML)
        try compare("gexf", inXML)
        try compare("json", \.self)
        try compare("csv", inCSV)
        #expect(found["csv"]?.formulas == [])
        for name in ["vosviewer", "pajek", "turtle"] {
            #expect(found[name]?.nodes.count == labels.count, "\(name)")
            #expect(found[name]?.edges.count == edges.count, "\(name)")
        }
        #expect(found["vosviewer"]?.edges.map { $0[2].number } == edges.map { Double($0[2]) })
        let names = try #require(found["turtle"]).nodes
        #expect(Set(names.keys) == Set(labels.keys.map { $0.replacing("\0", with: "\u{FFFD}") }))
        #expect(Set(names.values).count == labels.count, "each has an address of its own")
    }

    private func checkTitles(_ found: [String: ReadBack], _ graph: ExchangeGraph) throws {
        let title = try #require(NodeAttribute.all.first { $0.name == "title" })
        let pairs = graph.nodes.compactMap { node in title.value(graph, node).plain.map { (graph.id(node), $0) } }
        let titles = Dictionary(uniqueKeysWithValues: pairs)
        #expect(found["json"]?.titles == titles)
        for name in ["graphml", "gexf"] {
            #expect(found[name]?.titles == Dictionary(uniqueKeysWithValues: titles.map { (inXML($0), inXML($1)) }))
        }
    }

    /// The test itself: a formula is seen whatever separates cells, and a text that only looks like one is not.
    @Test func textsOfCells() {
        func cell(_ text: String) -> String { ExchangeText.of(text, in: .cell) }
        #expect(cell("=1+1") == "'=1+1")
        #expect(cell(" -x") == " '-x")
        #expect(cell("a;=1") == "\"a;'=1\"")
        // What stands behind a comma stays in its quotes, and is a price or an address mostly.
        #expect(cell("€ 100,- per jaar") == "\"€ 100,- per jaar\"")
        #expect(cell("https://x.nl/@52.1,-4.9,15z") == "\"https://x.nl/@52.1,-4.9,15z\"")
        #expect(cell("a - b = c") == "a - b = c")
        #expect(cell("kst-35165-97") == "kst-35165-97")
        #expect(cell("zie \"x\", y") == "\"zie \"\"x\"\", y\"")
    }

    @Test func linksAreOfTheWeb() {
        #expect(ExchangeText.link("https://x.nl/a b") == "https://x.nl/a b")
        for address in ["javascript:alert(1)", "HTTPS:x", "data:text/html,x", "https://x.nl/\u{202E}", "http://x\n"] {
            #expect(ExchangeText.link(address) == nil)
        }
        #expect(ExchangeText.iri("https://x.nl/a b<c>\"") == "https://x.nl/a%20b%3Cc%3E%22")
    }

    /// A letter is called by its name, unless a source could be called so.
    @Test func lettersAreCalledApart() {
        let graph = CitationGraph(
            letters: ["ah-tk-20232024-704", "brief", "mijn-bron"].map { .init(name: $0, label: $0) },
            units: (0..<3).map { .init(letter: $0, name: "A1") },
            sources: ["kst-35165-97", "mijn-bron"].map { .init(id: $0, kind: "report", label: $0) },
            edges: [.init(unit: 0, source: 0), .init(unit: 1, source: 1), .init(unit: 2, source: 1)])
        let exchanged = ExchangeGraph(graph)
        #expect(
            exchanged.nodes.map(exchanged.id) == [
                "letter:ah-tk-20232024-704", "brief", "letter:mijn-bron", "kst-35165-97", "mijn-bron",
            ])
    }
}
