import CitationFinding
import GraphAnalysis
import GraphStorage
import LetterReading
import Support
import Testing

/// One source, one node: whatever the order in which letters come, go and are merged, the same ids stand for the same sources.
@Suite struct WorksTests {
    private static let forms = [
        "http://www.waterbode.nl/peil/", "https://waterbode.nl/peil", "https://www.waterbode.nl/peil",
        "https://waterbode.nl/peil/index.html", "https://www.waterbode.nl/pomp", "http://waterbode.nl/pomp/",
        "https://www.tweedekamer.nl/downloads/document?id=2024D40329", "2024D40329", "https://www.waterbode.nl/",
        "http://waterbode.nl/", "Kamerstuk 29 924, nr. 143", "https://openkamer.org/kamerstuk/29924/143",
        "het rapport «Dijken van klei»", "het rapport van de Rekenkamer ‘Dijken van Klei’",
        "het rapport “DIJKEN van klei”",
        "de brief van 3 mei 2023 (Kamerstuk 29 924, nr. 143)", "de brief van 3 mei 2023",
    ]

    private func records(_ seed: Int, _ fixture: StoreFixture) throws -> [LetterRecord] {
        var generator = SeededGenerator(UInt64(seed))
        return try (0..<8).map { number in
            let cited = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                Self.forms[Int.random(in: Self.forms.indices, using: &generator)]
            }
            let text =
                "Vraag 1\nKlopt dit?\nAntwoord 1\n" + cited.map { "Zie \($0) hierover." }.joined(separator: "\n\n")
            return try fixture.record(text, name: "l\(number)")
        }
    }

    @Test(arguments: 0..<12) func orderDecidesNothing(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let records = try records(seed, fixture)
        try fixture.write(records)
        let wanted = try fixture.works()
        var generator = SeededGenerator(UInt64(seed) &+ 99)
        let other = try StoreFixture()
        // One by one, in another order; some go and come again.
        for record in records.shuffled(using: &generator) { try other.write([record]) }
        for record in records.prefix(3) {
            let store = try GraphStore(writing: other.path)
            try store.write(catalogue: .builtIn) { try $0.remove(name: record.letter.name) }
            try store.write(catalogue: .builtIn) { _ = try $0.put(record) }
        }
        #expect(try other.works() == wanted)
    }

    @Test(arguments: 0..<12) func mergingDecidesNothing(_ seed: Int) throws {
        let (whole, first, second, merged) = (
            try StoreFixture(), try StoreFixture(), try StoreFixture(), try StoreFixture()
        )
        let records = try records(seed, whole)
        try whole.write(records)
        try first.write(Array(records.prefix(4)))
        try second.write(Array(records.suffix(4)))
        let names = Dictionary(
            records.map { ($0.origin.path, $0.origin.name) }, uniquingKeysWith: { first, _ in first })
        try GraphStore(writing: merged.path).merge([second.path, first.path]) { _ in names }
        #expect(try merged.works() == whole.works())
    }

    /// The library's graph of the same letters is that of the store.
    @Test(arguments: 0..<12) func theLibrarysGraphIsTheStores(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let records = try records(seed, fixture)
        let store = try fixture.write(records)
        for leavesOut in [false, true] {
            var selection = GraphSelection()
            selection.leavesOutFrontPages = leavesOut
            #expect(
                try store.graph(selection) == CitationGraph(records.map { ($0.letter, $0.findings) }, selection))
        }
    }

    /// A number beside the date of its letter is counted once.
    @Test func aLetterByItsDateIsCountedOnce() throws {
        let fixture = try StoreFixture()
        let text = "Vraag 1\nKlopt dit?\nAntwoord 1\nZie de brief van 3 mei 2023 (Kamerstuk 29 924, nr. 143)."
        let graph = try fixture.write([fixture.record(text, name: "a")]).graph(GraphSelection())
        #expect(graph.sources.map(\.id) == ["kst-29924-143"])
        #expect(graph.edges.map(\.citations) == [1])
    }
}
