import Foundation
import GraphAnalysis
import Testing

@testable import GraphDrawing

/// The picture of a graph: what it shows, and what letters cannot smuggle into it.
@Suite struct DOTWriterTests {
    private let hostile = [
        "https://x.nl/?a=1&b=\"><script>alert(1)</script>", "javascript:alert(1)", "\\", "a\\\"]; evil [label=\"",
        "<b>&lt;&amp;]]>", "\u{0}\u{8}\u{FFFE}x", "\\N \\G \\l",
        "👩‍👩‍👧 é\u{0301}", String(repeating: "lang ", count: 6000),
    ]

    private func graph() -> CitationGraph {
        CitationGraph(
            letters: hostile.enumerated().map {
                .init(name: $1, label: $1, date: nil, subject: $1, page: $0 % 2 == 0 ? $1 : nil)
            },
            units: hostile.indices.map { .init(letter: $0, name: "A1") },
            sources: hostile.enumerated().map {
                .init(id: "\($0)" + $1, kind: ["kamerstuk", "url", "nonsense"][$0 % 3], label: $1, page: $1)
            },
            edges: hostile.indices.flatMap { letter in
                [.init(unit: letter, source: letter), .init(unit: letter, source: 0)]
            })
    }

    @Test(arguments: PictureOptions.Level.allCases) func hostileWordsAreShownAsWords(_ level: PictureOptions.Level)
        throws
    {
        var options = PictureOptions(title: hostile[0])
        options.level = level
        let svg = try Graphviz.render(DOTWriter.dot(graph(), options), as: .svg, engine: .dot)
        let drawn = try DrawnSVG(svg.bytes)
        #expect(drawn.elements.isDisjoint(with: ["script", "b", "foreignObject"]))
        #expect(drawn.links.allSatisfy { $0.hasPrefix("https://x.nl/") })
        #expect(drawn.links.contains("https://x.nl/?a=1&b=\"><script>alert(1)</script>"))
    }

    /// The mark on the node, what was likely meant in its tooltip; on either side of a projection too.
    @Test func doubtedSourcesAreMarked() {
        let graph = CitationGraph(
            letters: [.init(name: "a", label: "A"), .init(name: "b", label: "B")],
            units: [.init(letter: 0, name: "A1"), .init(letter: 1, name: "A1")],
            sources: [
                .init(
                    id: "kst-36522-12", kind: "kamerstuk", label: "36 522, nr. 12", title: "Verdrag",
                    doubt: "kst-36552-12"),
                .init(id: "kst-36552-12", kind: "kamerstuk", label: "36 552, nr. 12"),
            ],
            edges: [
                .init(unit: 0, source: 0), .init(unit: 0, source: 1), .init(unit: 1, source: 0),
                .init(unit: 1, source: 1),
            ])
        let options = PictureOptions(title: "T")
        let projection = Projection(graph, onto: .sources, limit: 10)
        for dot in [
            DOTWriter.dot(graph, options), ProjectionWriter.drawing(graph, projection, options).dot,
        ] {
            let lines = dot.split(separator: "\n")
            let node = lines.first { $0.contains("s0 [") }
            #expect(node?.contains("label=\"36 522, nr. 12 ? — Verdrag") == true, "\(dot)")
            #expect(node?.contains("(kamerstuk)\\ndoubted: perhaps kst-36552-12\\ncited by") == true)
            #expect(lines.first { $0.contains("s1 [") }?.contains("36 552, nr. 12 ?") == false)
        }
    }

    @Test func sharedSourcesStandOut() {
        let graph = CitationGraph(
            letters: [.init(name: "a", label: "A"), .init(name: "b", label: "B"), .init(name: "idle", label: "idle")],
            units: [.init(letter: 0, name: "A1"), .init(letter: 1, name: "A2")],
            sources: [
                .init(id: "s", kind: "kamerstuk", label: "shared"), .init(id: "t", kind: "report", label: "single"),
            ],
            edges: [.init(unit: 0, source: 0, citations: 2), .init(unit: 0, source: 1), .init(unit: 1, source: 0)])
        let lines = DOTWriter.dot(graph, PictureOptions(title: "T")).split(separator: "\n")
        #expect(
            lines.contains {
                $0.contains("s0 [") && $0.contains("cited by 2 letters") && $0.contains(Theme.sharedWidth)
            })
        #expect(lines.contains { $0.contains("s1 [") && $0.contains(Theme.plainWidth) })
        #expect(lines.contains { $0.contains("l0 -> s0") && $0.contains("class=shared") })
        #expect(!lines.contains { $0.contains("l2 [") }, "a letter that cites nothing is not drawn")
        #expect(
            lines.contains { $0.contains("Kamerstuk") && $0.contains("k1 [") },
            "the legend has the kinds that are there")
        #expect(!lines.contains { $0.contains("k3 [") })
    }

    @Test func everyKindOfTheThemeLooksDifferent() {
        #expect(Set(Theme.kinds.map(\.style.shape)).count == Theme.kinds.count)
        #expect(Set(Theme.kinds.map(\.style.fill)).count == Theme.kinds.count)
    }

    @Test func nothingToDrawIsStillAPicture() throws {
        let svg = try Graphviz.render(
            DOTWriter.dot(CitationGraph(), PictureOptions(title: "nothing")), as: .svg, engine: .dot)
        #expect(try DrawnSVG(svg.bytes).elements.contains("svg"))
    }

    @Test func longAddressesKeepTheirHost() {
        let address = "nporadio1.nl/nieuws/tweede-kamerverkiezingen-2023/minister-de-jonge-geen-tekenen-van-inmenging"
        #expect(NodeLabel.address(address) == "nporadio1.nl/…/minister-de-jonge-geen-tekenen…")
    }

    @Test func longWordsAreWrappedAndShortened() {
        let title =
            "het Verantwoordingsonderzoek 2023 bij de ministeries, de fondsen en al wat daar verder nog bij hoort"
        #expect(
            NodeLabel.wrapped(title).split(separator: "\n") == [
                "het Verantwoordingsonderzoek", "2023 bij de ministeries, de", "fondsen en al wat daar verder…",
            ])
        #expect(NodeLabel.wrapped(String(repeating: "x", count: 99)).count == 36)
        #expect(NodeLabel.wrapped("") == "")
    }

    /// Text 4.5 and lines 3, in both themes (WCAG 2.2, level AA).
    @Test(arguments: PictureOptions.Scheme.allCases) func everythingStandsOut(_ scheme: PictureOptions.Scheme) {
        let colours = ColourScheme.of(scheme)
        for style in [Theme.letter, Theme.answer] + Theme.kinds.map(\.style) {
            #expect(colours.text.contrast(to: style.fill(scheme)) >= 4.5, "\(style.name)")
            #expect(style.line(scheme).contrast(to: colours.ground) >= 3, "\(style.name)")
        }
        for text in [colours.text, colours.quietText] {
            #expect(text.contrast(to: colours.ground) >= 4.5 && text.contrast(to: colours.boxFill) >= 4.5)
        }
        for line in [colours.sharedEdge, colours.plainEdge, colours.referenceEdge, colours.box] {
            #expect(line.contrast(to: colours.ground) >= 3, "\(line)")
        }
        #expect(abs(Colour("#777777").contrast(to: Colour("#FFFFFF")) - 4.48) < 0.01)
    }

    @Test func anSVGSaysWhatItsPartsAre() throws {
        let drawn = DOTWriter.drawing(graph(), PictureOptions(title: "T & <t>"))
        let picture = try PictureFile.picture(drawn, as: .svg, engine: .dot, description: "]]> <d>")
        let text = String(decoding: picture.bytes, as: UTF8.self)
        #expect(try DrawnSVG(picture.bytes).elements.contains("desc"))
        #expect(text.contains("<title id=\"kvgraph-title\">T &amp; &lt;t&gt;</title>"))
        #expect(text.contains("<desc id=\"kvgraph-desc\">]]&gt; &lt;d&gt;</desc>"))
        #expect(!text.contains("<title>l0</title>") && !text.contains("<title>l0&#45;"))
    }
}
