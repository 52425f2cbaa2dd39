import CitationFinding
import LetterFormats
import LetterReading
import Testing

/// Texts without end: what a grammar reads again at every place makes a long text take minutes.
@Suite struct LongTextTests {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "35165 en ", "Kamerstuk 35165 en ", "kst-", "(a)", "www.a.nl/a-\n", ".Aa", "Kamerstuk 35 165, nr. 1 en ",
            "AIVD jaarverslag ", "vraag ", "antwoord op ", "Kamer-\n",
        ])
    func aLongTextIsReadOnce(_ piece: String) {
        let text = "https://a.nl/" + String(repeating: piece, count: 100_000 / piece.utf8.count)
        _ = CitationFinder().ids(in: text)
    }

    /// A note that many units carry a marker of is read once.
    @Test func theTextOfANoteIsTheSameInEachUnit() throws {
        let questions = (1...40).map { "Vraag \($0)\nKent u dit?[1]\n\nAntwoord \($0)\nJa.\n\n" }.joined()
        let text = questions + "[1] Kamerstuk 35 165, nr. 97.\n"
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        let citations = CitationFinder().find(in: letter).citations
        #expect(Set(citations.map { "\($0.place.unit)" }) == Set((1...40).map { "Q\($0)" }))
        #expect(citations.allSatisfy { $0.source.id == "kst-35165-97" && $0.context?.contains("Kent u") == true })
    }
}
