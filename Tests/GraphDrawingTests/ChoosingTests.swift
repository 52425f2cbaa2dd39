import GraphAnalysis
import Testing

@testable import GraphDrawing

/// What of a graph finds a place in a picture.
@Suite struct ChoosingTests {
    /// Letters by the sources they cite.
    private func graph(_ cited: [[Int]]) -> CitationGraph {
        let sources = (cited.joined().max() ?? -1) + 1
        return CitationGraph(
            letters: cited.indices.map { .init(name: "letter\($0)", label: "L\($0)") },
            units: cited.indices.map { .init(letter: $0, name: "A1") },
            sources: (0..<sources).map { .init(id: "source\($0)", kind: "kamerstuk", label: "S\($0)") },
            edges: cited.enumerated().flatMap { letter, sources in
                Set(sources).sorted().map { .init(unit: letter, source: $0) }
            })
    }

    private func ids(_ graph: CitationGraph) -> [String] { graph.sources.map(\.id) }

    @Test func whatFitsIsWhole() {
        let all = graph([[0, 1], [1, 2], [3]])
        #expect(PictureFitting.fitted(all, limit: 150) == all)
    }

    @Test func theMostSharedComeFirst() {
        let fitted = PictureFitting.fitted(graph([[0, 1], [1, 2], [3], [4], [5]]), limit: 4)
        #expect(ids(fitted).contains("source1"))
        #expect(PictureFitting.nodes(fitted, .letters) <= 4)
    }

    /// A source that a thousand letters cite is not what is left out.
    @Test func hubsStay() {
        let letters = (0..<1000).map { [0, 1 + $0 % 40, 41 + $0] }
        let fitted = PictureFitting.fitted(graph(letters), limit: 150)
        #expect(ids(fitted).contains("source0"))
        #expect((100...150).contains(PictureFitting.nodes(fitted, .letters)))
    }

    @Test(arguments: PictureOptions.Level.allCases) func noPictureIsLarger(_ level: PictureOptions.Level) {
        let letters = (0..<300).map { [$0 % 7, 7 + $0 % 31, 38 + $0 % 97] }
        for limit in [1, 2, 10, 60, 150] {
            let fitted = PictureFitting.fitted(graph(letters), limit: limit, level: level)
            #expect(PictureFitting.nodes(fitted, level) <= limit)
        }
    }

    /// Two letters of 2020 cite what one of 2023 cites too: their citations pass 2021, where nothing else stands.
    @Test func citationsThatPassAYearTakeHeight() {
        var dated = graph([[0, 1], [0], [2], [0, 1]])
        dated.date(["2020-03-01", "2020-05-01", "2021-01-01", "2023-01-01"])
        // In 2023 two sources, and three citations that come by.
        #expect(DateHeight.tallest(dated) == 7)
        dated.date(["2023-01-01", "2023-01-01", "2023-01-01", "2023-01-01"])
        #expect(DateHeight.tallest(dated) == 8)
        #expect(DateHeight.tallest(graph([])) == 0)
    }

    @Test func noPictureByDateIsTooTall() {
        var all = graph((0..<90).map { [$0 % 7, 7 + $0 % 11, 18 + $0 % 3] })
        all.date((0..<90).map { "\(2000 + $0 % 20)-01-01" })
        #expect(DateHeight.tallest(PictureFitting.fitted(all, limit: 150)) > 90)
        let fitted = PictureFitting.fitted(all, limit: 150, isByDate: true)
        #expect((20...90).contains(DateHeight.tallest(fitted)))
    }

    @Test func whatAPictureIsAroundIsOnIt() {
        let letters = (0..<400).map { [0, 1 + $0 % 9] } + [[10]]
        let all = graph(letters)
        #expect(ids(PictureFitting.fitted(all, limit: 20, around: "source10")).contains("source10"))
        #expect(
            PictureFitting.fitted(all, limit: 20, around: "letter399").letters.contains { $0.name == "letter399" })
    }

    @Test func lettersAreJoinedByWhatTheyShare() {
        let projection = Projection(graph([[0, 1], [0, 1, 2], [2], [3]]), onto: .letters, limit: 10)
        #expect(projection.ties.map { [$0.first, $0.second] } == [[0, 1], [1, 2]])
        #expect(projection.ties.map(\.shared) == [[0, 1], [2]])
        #expect(projection.nodes == [0, 1, 2] && projection.candidates == 3)
        #expect(Projection(graph([[0, 1], [0, 1, 2], [2], [3]]), onto: .letters, limit: 2).nodes == [0, 1])
    }

    @Test func sourcesAreJoinedByTheLettersThatCiteBoth() {
        let projection = Projection(graph([[0, 1], [0, 1, 2], [3]]), onto: .sources, limit: 10)
        #expect(projection.ties.first == .init(first: 0, second: 1, strength: 2, shared: [0, 1]))
        #expect(projection.nodes == [0, 1, 2])
    }

    @Test func columnsAreAsTallAsTheLargestGroup() {
        #expect(ColumnHeight.tallest(graph([[0, 1], [1, 2, 3], [4], [5]])) == 4)
        #expect(ColumnHeight.tallest(CitationGraph()) == 0)
    }

    @Test func periodsAreYearsOrMonths() {
        #expect(DatePeriods.isByMonth(["2024-01-02", nil, "2025-03-04"]))
        #expect(!DatePeriods.isByMonth(["2022-01-02", "2024-03-04", "2025-03-04"]))
        #expect(DatePeriods.period("2024-01-02", true) == "2024-01" && DatePeriods.period(nil, false) == "")
    }
}

extension CitationGraph {
    /// The same graph with these days on its letters.
    fileprivate mutating func date(_ days: [String]) {
        let letters = zip(letters, days).map { Letter(name: $0.name, label: $0.label, date: $1) }
        self = CitationGraph(
            letters: letters, units: units, sources: sources, edges: edges, crossReferences: crossReferences)
    }
}
