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

    /// Notes that the file itself has, each called once.
    @Test(.timeLimit(.minutes(1))) func manyNotesAreEachLookedForOnce() throws {
        let notes = (1...20_000).map {
            "<al>a<noot id=\"n\($0)\"><noot.nr>\($0)</noot.nr><noot.al>b</noot.al></noot></al>"
        }
        let xml = "<?xml version=\"1.0\"?><kamervragen><vraag><nr>Vraag 1</nr>\(notes.joined())</vraag></kamervragen>"
        let letter = try LetterReader.read(Array(xml.utf8), name: "x", file: "x.xml")
        #expect(letter.footnotes.count == 20_000 && letter.footnotes.allSatisfy { $0.markers.count == 1 })
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

    /// A file that was made to fill memory, in one list or in many sentences: what is left out is said, with the last that is not.
    @Test(arguments: ["Kamerstuk 35 165, nrs. 1" + (2...40).map { ", \($0)" }.joined(), "Zie Stb. 2011, 35.\n\nVraag"])
    func aLetterHasSoManyCitationsAtMost(_ piece: String) throws {
        let text = "Vraag 1\nKent u dit?\n\nAntwoord 1\n" + String(repeating: piece + ".\n", count: 40)
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        let all = CitationFinder().find(in: letter)
        #expect(all.citations.count >= 40 && !all.diagnostics.contains { $0.code == .tooMany })
        let some = CitationFinder(most: 30).find(in: letter)
        #expect(some.citations.map(\.place) == all.citations.prefix(30).map(\.place))
        #expect(some.diagnostics.filter { $0.code == .tooMany }.map(\.place) == [all.citations[29].place])
    }

    /// Numbers that start again and again are parts up to a bound; what follows belongs to the last one.
    @Test(.timeLimit(.minutes(1))) func partsHaveAnEnd() throws {
        let part = "Vraag 1\nA?\nVraag 2\nB?\nAntwoord 1\nJa.\nAntwoord 2\nZie vraag 1.\n"
        let text = String(repeating: part, count: 2000)
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        let parts = Set(letter.units.map(\.name.section))
        #expect(parts == Set(0...99))
        #expect(letter.units.contains { $0.name.description == "AA:Q1" })
        let references = CitationFinder().find(in: letter).citations
        #expect(Set(references.map(\.source.id)).count == 100)
    }

    /// Lines that open alike and are all different: they are compared up to a bound, and stay text.
    @Test(.timeLimit(.minutes(1))) func linesThatAreNearlyAlikeStayText() throws {
        let lines = (0..<20_000).map {
            "waterschap \(String($0, radix: 3)) en de dijken van het oude land in het \($0 * 7)e jaar"
        }
        let text = "Vraag 1\nA?\nAntwoord 1\n" + lines.joined(separator: "\n") + "\nZie Kamerstuk 35 165,\nnr. 97.\n"
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        #expect(letter.parts.allSatisfy { $0.role != .furniture })
        #expect(CitationFinder().find(in: letter).citations.map(\.source.id) == ["kst-35165-97"])
    }
}
