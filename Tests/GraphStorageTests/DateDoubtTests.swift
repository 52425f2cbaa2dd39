import CitationFinding
import DossierRegister
import Foundation
import GraphStorage
import LetterReading
import Testing

/// Papers of the register that are younger than the letter that cites them.
@Suite struct DateDoubtTests {
    /// A motion that comes with kvgraph, of 19 September 2024.
    private static let motion = "Kamerstuk 36 600, nr. 13"

    private func record(
        _ fixture: StoreFixture, _ day: String, citing text: String = motion, _ name: String = "a"
    ) throws -> LetterRecord {
        let head = "Antwoord van Minister Ollongren (Defensie)\(day.isEmpty ? "" : " (ontvangen \(day))")\n\n"
        return try fixture.record(
            "\(head)Vraag 1\nKent u dit?\nAntwoord 1\nIk verwijs naar \(text) en \(text), p. 2.\n", name: name)
    }

    private func doubts(_ store: GraphStore) throws -> [String] {
        try store.diagnostics().filter { $0.code == "impossible-number" }.map { "\($0.letter): \($0.message)" }
    }

    @Test(arguments: [
        ("17 september 2024", true), ("3 januari 2020", true), ("18 september 2024", false),
        ("19 september 2024", false),
        ("1 oktober 2024", false), ("", false),
    ]) func aLetterCitesNoPaperOfALaterDay(_ day: String, _ isDoubted: Bool) throws {
        let fixture = try StoreFixture()
        let letter = try record(fixture, day)
        let found = try doubts(fixture.write([letter]))
        #expect(found.count == (isDoubted ? 1 : 0), "\(day): \(found)")
        if let answered = letter.letter.header.answered, isDoubted {
            #expect(found == ["a: “\(Self.motion)” is of 2024-09-19, but this letter answers on \(answered)"])
        }
    }

    /// A paper whose day nobody knows, and one that is not numbered.
    @Test func whatHasNoDayIsNoDoubt() throws {
        let fixture = try StoreFixture()
        let letters = try ["Kamerstuk 30 821, nr. 230", "Stb. 2024, 400", "2024D99999"].enumerated().map {
            try record(fixture, "17 september 2010", citing: $1, "l\($0)")
        }
        #expect(try doubts(fixture.write(letters)).isEmpty)
    }

    /// KOOP’s search dates some papers by the day they were published.
    @Test func theDayOfAPublicationSaysNothing() throws {
        let fixture = try StoreFixture()
        let store = try fixture.write([record(fixture, "17 september 2024", citing: "Kamerstuk 30 821, nr. 230")])
        for (number, count) in [("kst-30821-230", 0), ("2024D00001", 1)] {
            var draft = RegisterDraft()
            draft.add(
                RegisteredDocument(
                    number: number, official: "kst-30821-230", date: "2024-12-01", kind: "Brief", title: "A"))
            try store.write(catalogue: .builtIn) { try $0.use(register: draft.text(from: "2025")) }
            #expect(try doubts(store).count == count, "\(number)")
        }
    }

    /// The order and grouping of builds decide nothing, and a letter that is read again is doubted once.
    @Test func doubtsStayWithTheirLetters() throws {
        let (one, other) = (try StoreFixture(), try StoreFixture())
        func letters(_ fixture: StoreFixture) throws -> [LetterRecord] {
            try [
                record(fixture, "17 september 2024", citing: Self.motion, "a"),
                record(fixture, "20 september 2024", citing: Self.motion, "b"),
                record(fixture, "16 september 2024", citing: Self.motion, "c"),
            ]
        }
        let all = try one.write(letters(one))
        var last = all
        for letter in try letters(other) + letters(other) { last = try other.write([letter]) }
        #expect(try doubts(last) == doubts(all) && doubts(all).count == 2)
        try last.write(catalogue: .builtIn) { try $0.remove(name: "a") }
        #expect(try doubts(last).map { $0.prefix(1) } == ["c"])
    }

    @Test func aNewerRegisterAndCorrectionsDecide() throws {
        let fixture = try StoreFixture()
        let letter = try record(fixture, "17 september 2024")
        let store = try fixture.write([letter])
        let number = try #require(Register.builtIn.document("kst-36600-13")).number
        func register(_ rows: String) throws -> String {
            var draft = RegisterDraft()
            try draft.add("document\tofficial\tkind\tdate\ttitle\n\(rows)\n")
            return draft.text(from: "2025")
        }
        let earlier = try register("\(number)\tkst-36600-13\tMotie\t2024-09-10\tA")
        try store.write(catalogue: .builtIn) { try $0.use(register: earlier) }
        #expect(try doubts(store).isEmpty)
        try store.write(catalogue: .builtIn) { try $0.use(register: nil) }
        #expect(try doubts(store).count == 1)
        let drop = Correction(letter: "a", unit: nil, id: "kst-36600-13", verdict: .becomes("kst-30821-230"))
        #expect(try doubts(fixture.write([letter], corrections: [drop])).isEmpty)
    }
}
