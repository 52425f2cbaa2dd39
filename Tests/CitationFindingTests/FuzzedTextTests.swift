import CitationFinding
import LetterFormats
import LetterReading
import Testing

/// Texts with which libFuzzer once ended the program, and their like: they are read, and say what they say.
@Suite struct FuzzedTextTests {
    static let texts: [(text: String, ids: [String], title: String?)] = [
        // A closing quotation mark before the number, with nothing before it to open it.
        ("’(Kamerstukken I 2009/10, 31 780, K", ["kst-20092010-31780-K"], nil),
        ("»(Kamerstuk 31 780, nr. 3)", ["kst-31780-3"], nil),
        ("”, Kamerstuk 31 780, nr. 3", ["kst-31780-3"], nil),
        ("“Dijken en dammen”, Kamerstuk 31 780, nr. 3", ["kst-31780-3"], "Dijken en dammen"),
    ]

    @Test(arguments: texts) func isRead(_ item: (text: String, ids: [String], title: String?)) throws {
        for opening in ["", "a", "Vraag 1\nWat?\nAntwoord 1\n"] {
            let letter = try LetterReader.read(Array((opening + item.text).utf8), name: "x", file: "x.txt")
            let citations = CitationFinder().find(in: letter).citations
            #expect(citations.map(\.source.id) == item.ids, "\(opening)")
            #expect(citations.first?.title == item.title, "\(opening)")
        }
    }
}
