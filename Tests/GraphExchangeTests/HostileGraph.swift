import GraphAnalysis
import GraphDrawing
import Support

@testable import GraphExchange

/// Graphs whose names are put together of what formats trip over.
enum HostileGraph {
    private static let pieces = [
        "\"", "'", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{1}", "\u{8}", "\u{1B}[31m", "\u{7F}", "\u{85}", "]]>",
        "<![CDATA[",
        "-->", "<b>", "</node>", "&amp;", "&#0;", "&", "\u{202E}", "\u{2066}", "\u{200F}", "\u{2028}", "\u{FFFE}",
        "\u{FFFF}",
        "\u{FEFF}", "=1+1", "+31", "-1", "@x", ";=2", ",=3", "\t=4", "\n=5", " =6", "\"=7", "\u{FF1D}8", "\\", "\\\"",
        "\\u0041",
        "\\n", "e\u{301}", "👩‍👩‍👧", "漢", "𝔘", "#", "letter:", "kst-1-2", "%20", "{}", "^^xsd:int", "@nl", "<javascript:x>",
        "> <",
        " ", "  ", "a", "Z", "7", "ü", ".", ";", ",", "*Arcs", "urn:x",
    ]

    static func text(_ generator: inout SeededGenerator, _ most: Int = 6) -> String {
        (0..<Int.random(in: 0...most, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }

    static func graph(_ generator: inout SeededGenerator) -> CitationGraph {
        func names(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
            var names: Set<String> = []
            while names.count < count { names.insert(text(&generator) + String(names.count)) }
            return names.sorted()
        }
        let letters = names(6, &generator).map { name in
            CitationGraph.Letter(
                name: name, label: text(&generator), date: Bool.random(using: &generator) ? "2024-05-03" : nil,
                subject: text(&generator),
                page: Bool.random(using: &generator) ? "https://x.nl/" + text(&generator) : nil)
        }
        let sources = names(9, &generator).map { id in
            CitationGraph.Source(
                id: id, kind: text(&generator), label: text(&generator), title: text(&generator),
                page: Bool.random(using: &generator) ? "http://x.nl/" + id : "javascript:" + text(&generator),
                parent: text(&generator), doubt: text(&generator))
        }
        let units = letters.indices.flatMap { letter in
            (0..<2).map { CitationGraph.Unit(letter: letter, name: "A\($0)" + text(&generator, 2)) }
        }
        var edges: Set<[Int]> = []
        for _ in 0..<30 {
            edges.insert([
                Int.random(in: units.indices, using: &generator), Int.random(in: sources.indices, using: &generator),
            ])
        }
        return CitationGraph(
            letters: letters, units: units, sources: sources,
            edges: edges.sorted { $0.lexicographicallyPrecedes($1) }.map {
                CitationGraph.Edge(unit: $0[0], source: $0[1], citations: Int.random(in: 1...3, using: &generator))
            })
    }

    /// The same graph in each way that it is written.
    static func exchanged(_ graph: CitationGraph) -> [ExchangeGraph] {
        let name = graph.letters[0].name
        let facts = [
            name: LetterFacts(
                ministry: graph.letters[0].label, askers: [name, "b"], parties: [name], ministers: [name])
        ]
        return [
            ExchangeGraph(graph, facts: facts), ExchangeGraph(graph, level: .answers, facts: facts),
            ExchangeGraph(graph, projection: Projection(graph, onto: .letters, limit: 1 << 40), facts: facts),
            ExchangeGraph(graph, projection: Projection(graph, onto: .sources, by: .jaccard, limit: 1 << 40)),
            ExchangeGraph(graph, projection: WholeProjection(graph, onto: .letters, by: .salton), facts: facts),
        ]
    }
}
