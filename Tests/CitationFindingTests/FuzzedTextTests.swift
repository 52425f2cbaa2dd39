import LetterFormats
import LetterReading
import Testing

@testable import CitationFinding

/// Texts with which libFuzzer once ended the program, and their like: they are read, and say what they say.
@Suite struct FuzzedTextTests {
    static let texts: [(text: String, ids: [String], title: String?)] = [
        // A closing quotation mark before the number, with nothing before it to open it.
        ("’(Kamerstukken I 2009/10, 31 780, K", ["kst-20092010-31780-K"], nil),
        ("»(Kamerstuk 31 780, nr. 3)", ["kst-31780-3"], nil),
        ("”, Kamerstuk 31 780, nr. 3", ["kst-31780-3"], nil),
        ("“Dijken en dammen”, Kamerstuk 31 780, nr. 3", ["kst-31780-3"], "Dijken en dammen"),
    ]

    /// A note within the text that is all its paragraph says, and a word in it that is doubted: the place of the doubt ended before it
    /// began.
    @Test func aDoubtInANoteHasItsPlace() throws {
        let xml = """
            <kamervragen><vraag><nr></nr><al>:</al><al>]</al></vraag><antwoord><nr>"</nr><al>:</al>\
            <al>.[footnoteRef:5] [5:Kamerstuk]</al><noot id='a'><noot.nr></noot.nr><noot.al>A</noot.al></noot></antwoord>\
            </kamervragen>
            """
        let letter = try LetterReader.read(Array(xml.utf8), name: "x", file: "x.xml")
        let doubts = CitationFinder().find(in: letter).diagnostics
        #expect(doubts.map { letter.text.string($0.place.range) } == ["Kamerstuk"])
    }

    @Test(arguments: texts) func isRead(_ item: (text: String, ids: [String], title: String?)) throws {
        for opening in ["", "a", "Vraag 1\nWat?\nAntwoord 1\n"] {
            let letter = try LetterReader.read(Array((opening + item.text).utf8), name: "x", file: "x.txt")
            let citations = CitationFinder().find(in: letter).citations
            #expect(citations.map(\.source.id) == item.ids, "\(opening)")
            #expect(citations.first?.title == item.title, "\(opening)")
        }
    }

    /// An accent (U+0301) behind a sign of an address belongs to that sign, for who reads by characters.
    static let addresses = [
        ("\u{61A}ést-0--0.hl", nil), ("http://\u{301}waterbode.nl/a", nil), ("http://a.\u{301}nl/a", nil),
        ("https://é.waterbode.nl", "https://é.waterbode.nl/"),
        ("https://waterbode.nl/\u{301}a#\u{301}b", "https://waterbode.nl/\u{301}a"),
        ("https://é.waterbode.nl?\u{301}a&utm_source=b&c", "https://é.waterbode.nl/?\u{301}a&c"),
        ("HTTPS://Cafe\u{301}.nl?a", "https://cafe\u{301}.nl/?a"),
    ]

    @Test(arguments: addresses) func whatIsCleanedStaysAsItIs(_ raw: String, _ cleaned: String?) {
        let once = AddressCleaning.clean(Array(raw.utf8))
        #expect(once.map { Array($0.utf8) } == cleaned.map { Array($0.utf8) })
        if let once { #expect(AddressCleaning.clean(Array(once.utf8)) == once) }
    }
}
