import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// What holds for the citations of every letter there is.
@Suite struct FindingPropertyTests {
    private let finder = CitationFinder()

    @Test(arguments: Repository.allLetters) func aQuoteIsTheBytesOfItsPlace(_ url: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: url))
        let letter = try LetterReader.read(bytes, name: "letter", file: url.lastPathComponent)
        for citation in finder.find(in: letter).citations {
            let range = citation.place.range
            #expect(!range.isEmpty)
            #expect(holdsItsNumber(citation, url), "\(citation.source.id) in “\(citation.quote)”")
            let before = letter.text.bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            #expect(citation.place.line == before + 1)
            #expect(letter.units.contains { $0.name == citation.place.unit })
            let words = citation.quote.split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "[" })
            let first = try #require(words.first)
            #expect(citation.sentence.contains(first), "the sentence holds the quote: \(citation.sentence)")
        }
    }

    /// A paper's number stands in the quote, in digits; not within a range (`nrs. 1–3`), nor where a link says something else.
    private func holdsItsNumber(_ citation: Citation, _ url: URL) -> Bool {
        guard ["kamerstuk", "aanhangsel"].contains(citation.source.kind.name),
            ["txt", "md"].contains(url.pathExtension),
            let number = citation.source.id.split(separator: "-").last, number.allSatisfy(\.isNumber)
        else { return true }
        let digits = citation.quote.filter(\.isNumber)
        return digits.contains(number) || ["–", "-", "t/m", "tot en met"].contains { citation.quote.contains($0) }
    }

    /// Whatever happened to a letter: every quote in its place, every citation in a unit the letter has.
    @Test(arguments: 1000..<1300) func spoiledLettersAreRead(_ seed: Int) throws {
        let bytes = SpoiledLetter.bytes(seed: seed)
        guard let letter = try? LetterReader.read(bytes, name: "x", file: "x.txt") else { return }
        for citation in finder.find(in: letter).citations {
            #expect(citation.quote == letter.text.string(citation.place.range))
            #expect(letter.units.contains { $0.name == citation.place.unit })
        }
    }

    /// Any text at all is read, every quote in its place; a NUL byte, which makes a file no text, does no harm to `explain`.
    @Test(arguments: 0..<200) func anyTextIsRead(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let pieces = [
            "Kamerstukken II, ", "2023/24, ", "30 821", ", nr. ", "230", " en ", "Aanhangsel Handelingen ",
            "vergaderjaar 2023–2024", "https://", "www.nos.nl/a-\n",
            "b?c=d&e", ")", "(", "antwoord op vraag ", "1", " 2", "AIVD ", "jaarverslag ", "2022", "é", "\u{00A0}", "’",
            "[1]", "\n\n", "Vraag 1\n", "Antwoord 1\n", "2025Z11547", "kst-",
            "-", "–", "…", "%", "#",
        ]
        let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
        _ = finder.explain(text + "\u{0}")
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        for citation in finder.find(in: letter).citations {
            #expect(citation.quote == letter.text.string(citation.place.range))
        }
    }
}
