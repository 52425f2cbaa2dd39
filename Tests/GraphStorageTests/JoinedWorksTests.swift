import CitationFinding
import GraphStorage
import LetterReading
import Support
import Testing

/// What a user joins and keeps apart gives the same works whatever the order of rows and letters, however the store came to be,
/// and leaves nothing behind when it is taken away.
@Suite struct JoinedWorksTests {
    private static let forms = [
        "http://www.waterbode.nl/peil/", "https://waterbode.nl/peil", "https://www.waterbode.nl/peil",
        "https://waterbode.nl/peil/index.html", "https://www.waterbode.nl/pomp", "http://waterbode.nl/pomp/",
        "https://www.tweedekamer.nl/downloads/document?id=2024D40329", "2024D40329",
        "https://berthub.eu/tkconv/document.html?nummer=2024D40329", "Kamerstuk 29 924, nr. 143",
        "https://openkamer.org/kamerstuk/29924/143", "het rapport «Dijken van klei»", "Kamerstuk 36 552, nr. 12",
        "de brief van 3 mei 2023 (Kamerstuk 29 924, nr. 143)", "de brief van 3 mei 2023", "Kamerstuk 36 522, nr. 12",
        "Kamerstuk 36 522, nr. 3", "Kamerstukken 36552",
    ]

    /// The last three are cited nowhere, or only as something else.
    private static let ids = [
        "http://www.waterbode.nl/peil/", "https://waterbode.nl/peil", "https://www.waterbode.nl/peil",
        "https://www.waterbode.nl/pomp", "http://waterbode.nl/pomp/", "2024D40329",
        "https://www.tweedekamer.nl/downloads/document?id=2024D40329",
        "https://berthub.eu/tkconv/document.html?nummer=2024D40329", "kst-29924-143",
        "https://openkamer.org/kamerstuk/29924/143", "report:dijken-van-klei", "kst-36552-12", "kst-36522-12",
        "dossier-36522", "dossier-36552", "kst-36600-3", "https://waterbode.nl/sluis",
    ]

    /// Letters that cite some of them, and verdicts that do not contradict each other.
    private struct Sample {
        let records: [LetterRecord]
        let verdicts: [WorkVerdict]
        var generator: SeededGenerator

        init(_ seed: Int, _ fixture: StoreFixture) throws {
            var generator = SeededGenerator(UInt64(seed))
            records = try (0..<8).map { number in
                let cited = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    forms[Int.random(in: forms.indices, using: &generator)]
                }
                let text =
                    "Vraag 1\nKlopt dit?\nAntwoord 1\n" + cited.map { "Zie \($0) hierover." }.joined(separator: "\n\n")
                return try fixture.record(text, name: "l\(number)")
            }
            var verdicts: [WorkVerdict] = []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let two = ids.shuffled(using: &generator).prefix(2)
                verdicts.append(WorkVerdict(Bool.random(using: &generator) ? .same : .apart, two[0], two[1]))
                if CorrectionFile.contradiction(in: verdicts) != nil { verdicts.removeLast() }
            }
            (self.verdicts, self.generator) = (verdicts, generator)
        }

        var text: String { JoinedWorksTests.text(verdicts) }
    }

    private static func text(_ verdicts: [WorkVerdict]) -> String {
        verdicts.map { "\($0.kind)\t\($0.first)\t\($0.second)\n" }.joined()
    }

    private func all(_ fixture: StoreFixture) throws -> [String] { try fixture.works() + fixture.content() }

    @Test(arguments: 0..<12) func orderDecidesNothing(_ seed: Int) throws {
        let (fixture, other) = (try StoreFixture(), try StoreFixture())
        var sample = try Sample(seed, fixture)
        try fixture.write(sample.records, works: sample.text)
        // The rows in another order, and the letters one by one; some go and come again.
        let rows = Self.text(sample.verdicts.shuffled(using: &sample.generator))
        for record in sample.records.shuffled(using: &sample.generator) { try other.write([record], works: rows) }
        for record in sample.records.prefix(3) {
            let store = try GraphStore(writing: other.path)
            try store.write(catalogue: .builtIn) { try $0.remove(name: record.letter.name) }
            try store.write(catalogue: .builtIn) { _ = try $0.put(record) }
        }
        #expect(try all(other) == all(fixture), "\(sample.text)")
    }

    /// Letters that are not read again are joined and parted too.
    @Test(arguments: 0..<12) func verdictsComeAndGo(_ seed: Int) throws {
        let (joined, plain, changing) = (try StoreFixture(), try StoreFixture(), try StoreFixture())
        let sample = try Sample(seed, joined)
        try joined.write(sample.records, works: sample.text)
        try plain.write(sample.records)
        try changing.write(sample.records)
        try changing.write([], works: Self.text(Array(sample.verdicts.prefix(2))))
        try changing.write([], works: sample.text)
        #expect(try all(changing) == all(joined), "\(sample.text)")
        try changing.write([], works: "")
        #expect(try all(changing) == all(plain), "\(sample.text)")
    }

    @Test(arguments: 0..<6) func groupingDecidesNothing(_ seed: Int) throws {
        let whole = try StoreFixture()
        let sample = try Sample(seed, whole)
        try whole.write(sample.records, works: sample.text)
        let names = Dictionary(
            sample.records.map { ($0.origin.path, $0.origin.name) }, uniquingKeysWith: { first, _ in first })
        func merge(_ parts: StoreFixture...) throws -> StoreFixture {
            let fixture = try StoreFixture()
            try GraphStore(writing: fixture.path).merge(parts.map(\.path)) { _ in names }
            return fixture
        }
        let parts = try [0..<3, 3..<5, 5..<8].map { range in
            let fixture = try StoreFixture()
            try fixture.write(Array(sample.records[range]), works: sample.text)
            return fixture
        }
        let wanted = try all(whole)
        #expect(try all(merge(parts[0], parts[1], parts[2])) == wanted, "\(sample.text)")
        #expect(try all(merge(parts[2], merge(parts[1], parts[0]))) == wanted, "\(sample.text)")
        #expect(try all(merge(merge(parts[0], parts[2]), parts[1])) == wanted, "\(sample.text)")
    }

    /// Whoever is said to be one is one, whoever is kept apart is two, and each id leads to its source.
    @Test(arguments: 0..<12) func verdictsAreKept(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let sample = try Sample(seed, fixture)
        let store = try fixture.write(sample.records, works: sample.text)
        for verdict in sample.verdicts {
            let (first, second) = (try store.source(verdict.first), try store.source(verdict.second))
            guard let first, let second else { continue }
            #expect((first.id == second.id) == (verdict.kind == .same), "\(verdict) in\n\(sample.text)")
        }
    }

    private func sources(_ cited: [String], _ works: String) throws -> [String] {
        let fixture = try StoreFixture()
        let text = "Vraag 1\nKlopt dit?\nAntwoord 1\n" + cited.map { "Zie \($0) hierover." }.joined(separator: "\n\n")
        let rows = works.replacing(" ", with: "\t")
        return try fixture.write([fixture.record(text, name: "a")], works: rows).graph().sources.map(\.id)
    }

    /// The last of a chain stands for all, and what it is known to be for it.
    @Test func theSecondStandsForTheFirst() throws {
        let papers = ["Kamerstuk 36 522, nr. 12", "Kamerstuk 36 552, nr. 12", "https://waterbode.nl/peil"]
        let (one, other, page) = ("kst-36522-12", "kst-36552-12", "https://waterbode.nl/peil")
        #expect(try sources(papers, "same \(one) \(other)") == [page, other])
        #expect(try sources(papers, "same \(one) \(other)\nsame \(other) \(page)") == [page])
        #expect(try sources(papers, "same \(page) \(other)") == [one, other])
        // Two last ones, and none: no address, then the shortest, then the first.
        #expect(try sources(papers, "same \(one) \(page)\nsame \(one) \(other)") == [other])
        #expect(try sources(papers, "same \(one) \(other)\nsame \(other) \(one)") == [page, one])
        let shown = "https://openkamer.org/kamerstuk/29924/143"
        #expect(try sources([papers[0]], "same \(one) \(shown)") == ["kst-29924-143"])
    }

    @Test func whatIsKeptApartIsTwo() throws {
        let shown = "https://openkamer.org/kamerstuk/29924/143"
        #expect(try sources([shown, "Kamerstuk 29 924, nr. 143"], "") == ["kst-29924-143"])
        #expect(
            try sources([shown, "Kamerstuk 29 924, nr. 143"], "apart \(shown) kst-29924-143") == [
                shown, "kst-29924-143",
            ])
        let three = ["http://www.waterbode.nl/peil/", "https://waterbode.nl/peil", "https://www.waterbode.nl/peil"]
        #expect(try sources(three, "apart \(three[0]) \(three[1])") == [three[0], three[1]])
        #expect(try sources(three, "apart \(three[0]) \(three[1])\nsame \(three[0]) \(three[2])") == Array(three[1...]))
        // A letter that is cited by its date beside a number.
        let dated = "de brief van 3 mei 2023 (Kamerstuk 29 924, nr. 143)"
        #expect(
            try sources([dated], "apart dated:2023-05-03 kst-29924-143") == ["dated:2023-05-03", "kst-29924-143"])
    }
}
