import GraphAnalysis
import Testing

@testable import GraphDrawing

/// What groups of a projection are called.
@Suite struct ClusterNameTests {
    /// Two letters each cite two papers of their own, all of one dossier.
    private let graph = CitationGraph(
        letters: (0..<4).map { .init(name: "\($0)", label: "letter \($0)") },
        units: (0..<4).map { .init(letter: $0, name: "A1") },
        sources: [10, 11, 20, 21].map {
            .init(id: "kst-1-\($0)", kind: "kamerstuk", label: "1, nr. \($0)", title: "Veiligheid")
        },
        edges: [(0, 0), (0, 1), (1, 1), (2, 2), (2, 3), (3, 3)].map { .init(unit: $0.0, source: $0.1) })

    @Test func theTitleOfMost() {
        #expect(ClusterNames.of([[0, 1, 2, 3]], .sources, graph) == ["Veiligheid"])
        #expect(ClusterNames.of([], .letters, graph).isEmpty)
    }

    /// One letter cites three papers of another dossier; what the two share is one of care.
    @Test func aGroupIsCalledByWhatJoinsIt() {
        let titles = ["Zorg", "Water", "Water", "Water"]
        let graph = CitationGraph(
            letters: (0..<2).map { .init(name: "\($0)", label: "letter \($0)") },
            units: (0..<2).map { .init(letter: $0, name: "A1") },
            sources: titles.enumerated().map {
                .init(id: "kst-\($0)-1", kind: "kamerstuk", label: "\($0), nr. 1", title: $1)
            },
            edges: [(0, 0), (1, 0), (1, 1), (1, 2), (1, 3)].map { .init(unit: $0.0, source: $0.1) })
        #expect(ClusterNames.of([[0, 1]], .letters, graph) == ["Zorg"])
    }

    @Test func whereTitlesRepeatTheNumberTellsApart() {
        let names = ["1, nr. 11 — Veiligheid", "1, nr. 21 — Veiligheid"]
        #expect(ClusterNames.of([[0, 1], [2, 3]], .sources, graph) == names)
        #expect(ClusterNames.of([[0, 1], [2, 3]], .letters, graph) == names)
        #expect(Set(ClusterNames.of([[0], [0], [1], [1]], .letters, graph)).count == 4)
    }

    @Test func noTwoRowsOfALegendAreTheSame() {
        let projection = Projection(graph, onto: .sources, limit: 10)
        let legend = ClusterColours(graph, projection).legend.map(\.style.name)
        #expect(legend.count == 2 && Set(legend).count == 2)
    }

    /// Ten pairs of letters, eight colours.
    @Test func whatHasNoColourIsSaid() {
        let graph = CitationGraph(
            letters: (0..<20).map { .init(name: "\($0)", label: "letter \($0)") },
            units: (0..<20).map { .init(letter: $0, name: "A1") },
            sources: (0..<10).map { .init(id: "kst-\($0)-1", kind: "kamerstuk", label: "\($0), nr. 1") },
            edges: (0..<20).map { .init(unit: $0, source: $0 / 2) })
        let colours = ClusterColours(graph, Projection(graph, onto: .letters, limit: 100))
        #expect(colours.legend.count == 9 && colours.legend.last?.style.name == "smaller groups")
        let drawn = Set((0..<20).map { "\(colours.style(Theme.letter, of: $0).style.fill(.light))" })
        #expect(drawn.count == 9 && drawn.contains("\(colours.legend[8].style.fill(.light))"))
    }
}
