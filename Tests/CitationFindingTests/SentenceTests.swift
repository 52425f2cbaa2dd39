import CitationFinding
import LetterFormats
import LetterReading
import Support
import Testing

/// Which sentence is quoted for a citation.
@Suite struct SentenceTests {
    private func sentence(_ text: String) throws -> String {
        let letter = try LetterReader.read(Array(text.utf8), name: "x", file: "x.txt")
        let citation = try #require(
            CitationFinder().find(in: letter).citations.first { $0.source.kind.name == "kamerstuk" })
        return citation.sentence
    }

    /// In a letter on one line the first sentence begins behind the salutation, not with the letterhead.
    @Test func theSalutationIsNoPartOfTheSentence() throws {
        let head = "Algemene Rekenkamer DATUM 11 juni 2013 BETREFT Reactie op vragen Geachte mevrouw Verbeet,"
        let words = "Bij deze brief krijgt Onderwijs, Cultuur en Wetenschap de antwoorden (Kamerstuk 25 087, nr. 78)."
        #expect(try sentence("\(head) \(words) Vraag 1 Wat nu? Niets.") == words)
        // The subject is a sentence of its own, which the salutation opens no part of.
        let subject = "Reactie op vragen bij Kamerstuk 25 087, nr. 78 Geachte mevrouw Verbeet,"
        #expect(try sentence("Algemene Rekenkamer DATUM 11 juni 2013 BETREFT \(subject) Wij gaan.") == subject)
        // Near miss: another word with a comma and a capital behind it.
        let other = "Zoals u weet schreef de geachte afgevaardigde Kuik, Kamerlid, dit in Kamerstuk 25 087, nr. 78."
        #expect(try sentence("Vraag 1\nA?\nAntwoord 1\nJa. \(other)") == other)
    }

    /// A text without sentences is cut between words.
    @Test func aLongSentenceIsCutBetweenWords() throws {
        let words = String(repeating: "regenboogprovincies ", count: 60)
        let found = try sentence("Vraag 1\nA?\nAntwoord 1\n\(words)zie Kamerstuk 25 087, nr. 78 over \(words)")
        #expect(found.count > 800 && found.count < 1500)
        let cut = found.split(separator: " ").filter { $0.hasPrefix("r") || $0.hasSuffix("s") }
        #expect(cut.allSatisfy { $0 == "regenboogprovincies" })
    }
}
