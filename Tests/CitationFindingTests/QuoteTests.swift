import CitationFinding
import LetterFormats
import LetterReading
import Support
import Testing

/// What a quote holds: the words that were written, and nothing that a page put between them.
@Suite struct QuoteTests {
    /// Letters whose first answer goes on behind the foot of a page, with the quote of what it cites.
    static let letters = [
        ("Dat staat in artikel 10 van de Ambtenarenwet", "2017 en elders.", "artikel 10 van de Ambtenarenwet"),
        ("Zie ook de brief in Kamerstuk", "35 165, nr. 97.", "35 165, nr. 97"),
    ]

    private func found(_ text: String) throws -> [(id: String, quote: String)] {
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        return CitationFinder().find(in: letter).citations.filter { $0.place.footnote == nil }
            .map { ($0.source.id, $0.quote) }
    }

    @Test(arguments: letters) func nothingBetweenThePagesIsQuoted(_ parts: (String, String, String)) throws {
        let foot =
            "1NOS, 4 januari 2024.\n\nISSN 0921 - 7398\n’s-Gravenhage 2024\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1\n"
        let head = "Vraag 1\nKent u dit bericht?1\n\nAntwoord 1\n"
        let broken = try found("\(head)\(parts.0)\n\(foot)\(parts.1)\n")
        let whole = try found("\(head)\(parts.0)\n\(parts.1)\n")
        #expect(broken.map(\.quote) == [parts.2])
        // Without a page between, a line's end is part of what was written; and the source is the same.
        #expect(whole.map { $0.quote.contains("\n") } == [true])
        #expect(broken.map(\.id) == whole.map(\.id))
    }

    /// Notes that stand on lines of their own, behind the last words of a question, are taken out with the blanks around them; the
    /// places of the answer that follows stay its own.
    @Test(arguments: 0..<6) func whatIsTakenOutBeforeItMovesNoQuote(_ notes: Int) throws {
        let lifted = String(repeating: "\n\n[1: Kamerstuk 36 111, nr. 5]", count: notes)
        let given = try found("Vraag 1\nKent u dit[footnoteRef:1]?\(lifted)\n\nAntwoord 1\n35 166, nr. 98.\n")
        #expect(given.map(\.quote) == ["35 166, nr. 98"])
    }

    /// No member of a range is printed alone: `79` stands in `78-80`. What stands beside the range is.
    @Test func aMemberOfARangeQuotesTheRange() throws {
        let given = try found("Vraag 1\nWaar?\n\nAntwoord 1\nIn Kamerstukken 36 410, nrs. 5, 78-80 en 83, p. 3.\n")
        let numbers = ["5", "78", "79", "80", "83"]
        #expect(given.map(\.id) == numbers.map { "kst-36410-" + $0 })
        #expect(given.map(\.quote) == ["Kamerstukken 36 410, nrs. 5", "78-80", "78-80", "78-80", "83, p. 3"])
    }
}
