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
            #expect(citation.quote == String(decoding: letter.text.bytes[range], as: UTF8.self))
            let before = letter.text.bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            #expect(citation.place.line == before + 1)
            #expect(letter.units.contains { $0.name == citation.place.unit })
            let words = citation.quote.split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "[" })
            let first = try #require(words.first)
            #expect(citation.sentence.contains(first), "the sentence holds the quote: \(citation.sentence)")
        }
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

    /// Any bytes at all: no crash, every quote in its place.
    @Test(arguments: 0..<200) func anyTextIsRead(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let pieces = [
            "Kamerstukken II, ", "2023/24, ", "30 821", ", nr. ", "230", " en ", "Aanhangsel Handelingen ",
            "vergaderjaar 2023–2024", "https://", "www.nos.nl/a-\n",
            "b?c=d&e", ")", "(", "antwoord op vraag ", "1", " 2", "AIVD ", "jaarverslag ", "2022", "é", "\u{00A0}", "’",
            "[1]", "\n\n", "Vraag 1\n", "Antwoord 1\n", "2025Z11547", "kst-",
            "-", "–", "…", "\u{0}", "%", "#",
        ]
        let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
        _ = finder.explain(text)
        guard let letter = try? LetterReader.read(Array(text.utf8), name: "x", file: "x.txt") else { return }
        for citation in finder.find(in: letter).citations {
            #expect(citation.quote == letter.text.string(citation.place.range))
        }
    }
}
