import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// What letters say of themselves at their head.
@Suite struct HeaderTests {
    struct Facts: Decodable, Sendable {
        struct Asker: Decodable, Equatable, Sendable {
            let name: String
            let party: String?
        }
        let aanhangsel: String?
        let answered: String?
        let answers: [String]
        let askers: [Asker]
        let footnotes: Int
        let letter: String
        let ministers: [String]
        let submitted: String?
        let zaak: [String]
    }

    @Test(.enabled(if: Shared.isThere, "\(Shared.reason)")) func factsAreThoseAReaderFinds() throws {
        let all = try JSONDecoder().decode(
            [Facts].self, from: Data(contentsOf: Repository.file("../shared/gold/letters.json")))
        #expect(all.count > 4)
        for facts in all {
            let bytes = try Repository.bytes("\(Shared.lettersPath)/\(facts.letter)")
            let letter = try LetterReader.read(bytes, name: facts.letter, file: facts.letter)
            let header = letter.header
            #expect(header.aanhangsel == facts.aanhangsel)
            #expect(header.answered == facts.answered)
            #expect(header.submitted == facts.submitted)
            #expect(header.zaken == facts.zaak)
            #expect(header.askers.map { plain($0.name) } == facts.askers.map { plain($0.name) })
            #expect(header.askers.map(\.party) == facts.askers.map(\.party))
            #expect(
                header.ministers.map { minister in
                    minister.portfolio.map { "\(minister.name) (\($0))" } ?? minister.name
                } == facts.ministers)
            #expect(letter.units.filter { $0.name.part == .answer }.map(\.name.number) == facts.answers)
            #expect(letter.footnotes.count == facts.footnotes)
        }
    }

    /// A name may differ in an accent that the file lost.
    private func plain(_ name: String) -> String { name.folding(options: .diacriticInsensitive, locale: nil) }

    @Test func labelsSayWhoAnsweredWhomAndWhen() throws {
        let labels = try Repository.letters(in: "seeds").map { url in
            try LetterReader.read([UInt8](Data(contentsOf: url)), name: "x", file: "x.txt").header.label(orElse: "x")
        }
        #expect(
            labels == [
                "BZ 6 mei 2026 · Dassen (Volt)", "BZK 15 mrt 2024 · Timmermans c.s. (GroenLinks-PvdA)",
                "BZK · Tijs van den Brink c.s. (CDA)", "BZK 7 jul 2025 · Bontenbal c.s. (CDA)", "BZK 12 mrt 2026",
            ])
    }

    @Test func aLetterThatSaysNothingIsCalledByItsFile() throws {
        let letter = try LetterReader.read(Array("Vraag 1\nA?\nAntwoord 1\nB.".utf8), name: "brief", file: "brief.txt")
        #expect(letter.header.label(orElse: "brief") == "brief")
    }

    /// Mastheads on one line and on several, with the number that they print; near misses: a question's number, a year that
    /// is none, another paper of the Kamer.
    static let mastheads: [(lines: String, number: String?)] = [
        (
            "Vergaderjaar 2022–2023 Aanhangsel van de Handelingen\nVragen gesteld door de leden\n3649\n",
            "ah-tk-20222023-3649"
        ),
        (
            "Vergaderjaar 2022–2023\nAanhangsel van de Handelingen\nVragen gesteld door de leden\n\n12\n",
            "ah-tk-20222023-12"
        ),
        ("# Vergaderjaar 2022–2023 Aanhangsel van de Handelingen\n\n### 387\n", "ah-tk-20222023-387"),
        ("Vergaderjaar 2022–2023\nAanhangsel van de Handelingen\nVragen van het lid Kuik (CDA)\n1\n", nil),
        ("Vergaderjaar 2022–2022\nAanhangsel van de Handelingen\n12\n", nil),
        ("Vergaderjaar 2022–2023\nTweede Kamer der Staten-Generaal\n12\n", nil),
    ]

    @Test(arguments: mastheads) func theMastheadSaysTheNumber(_ masthead: (lines: String, number: String?)) throws {
        let text =
            "Tweede Kamer der Staten-Generaal\n\n\(masthead.lines)\nVragen van het lid Kuik (CDA) over x "
            + "(ingezonden 1 mei 2023).\n\nVraag 1\nA?\n\nAntwoord 1\nB.\n"
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        #expect(letter.header.aanhangsel == masthead.number)
    }

    /// Days as a header may give them, with what is read: nil for a day that the calendar does not have.
    static let days: [(written: String, read: String?)] = [
        ("35 mei 2024", nil), ("45 mei 2024", nil), ("32 januari 2024", nil), ("31 juni 2024", nil),
        ("29 februari 2023", nil), ("0 mei 2024", nil),
        ("31 mei 2024", "2024-05-31"), ("29 februari 2024", "2024-02-29"), ("1 januari 2024", "2024-01-01"),
    ]

    @Test(arguments: days) func aDayThatIsNoneIsSaidAndNotRead(_ day: (written: String, read: String?)) throws {
        let text = """
            Vragen van het lid Kuik (CDA) over x (ingezonden \(day.written)).
            Antwoord van Minister Kuipers (Volksgezondheid) (ontvangen \(day.written)).
            Vraag 1
            A?
            Antwoord 1
            B.
            """
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        #expect(letter.header.answered == day.read)
        #expect(letter.header.submitted == day.read)
        let doubts = letter.diagnostics.filter { $0.code == .oddDate }
        #expect(
            doubts.map { letter.text.string($0.place.range) } == (day.read == nil ? [day.written, day.written] : []))
    }

    /// A day without its year takes that of the kenmerk, else that of the answer; 29 February is not in every year.
    static let yearless: [(day: String, kenmerk: String, submitted: String?)] = [
        ("29 februari", "2024Z12345", "2024-02-29"), ("29 februari", "2023Z12345", nil), ("29 februari", "", nil),
        ("28 februari", "2023Z12345", "2023-02-28"), ("28 februari", "", "2023-02-28"),
        ("28 december", "", "2022-12-28"),
    ]

    @Test(arguments: yearless) func aDayTakesItsYearFromElsewhere(
        _ day: (day: String, kenmerk: String, submitted: String?)
    ) throws {
        let text = """
            Antwoord op vragen (ingezonden \(day.day) met kenmerk \(day.kenmerk)), ontvangen 4 april 2023.
            Vraag 1
            A?
            Antwoord 1
            B.
            """
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        #expect(letter.header.submitted == day.submitted)
    }
}
