import CitationFinding
import LetterFormats
import LetterReading
import Testing

/// Links in the formats that have them.
@Suite struct LinkTests {
    private func ids(_ html: String) throws -> [String] {
        let page =
            "<!DOCTYPE html><html><body><main><p>Vraag 1</p><p>A?</p><p>Antwoord 1</p><p>\(html)</p></main></body></html>"
        let letter = try LetterReader.read(Array(page.utf8), name: "x", file: "x.html")
        return CitationFinder().find(in: letter).citations.map(\.source.id)
    }

    @Test func aLinkCitesItsTargetOnce() throws {
        #expect(try ids("<a href=\"https://nos.nl/artikel/1\">nos.nl</a>") == ["https://nos.nl/artikel/1"])
        #expect(try ids("<a href=\"kst-35165-97.html\">Kamerstuk 35 165, nr. 97</a>") == ["kst-35165-97"])
        #expect(try ids("Kamerstuk <a href=\"/kst-35165-97.html\">35 165, nr. 97</a>") == ["kst-35165-97"])
        #expect(
            try ids("<a href=\"https://nos.nl/artikel/1?utm_source=x\">https://nos.nl/artikel/1</a>") == [
                "https://nos.nl/artikel/1"
            ])
        #expect(
            try ids("<a href=\"https://nos.nl/artikel/2\">https://nos.nl/artikel/1</a>") == ["https://nos.nl/artikel/2"]
        )
        // Word ends a link where it meets a blank or a line end; the text goes on.
        #expect(
            try ids("<a href=\"https://nos.nl/artikel-\">https://nos.nl/artikel-</a><br>een-twee") == [
                "https://nos.nl/artikel-een-twee"
            ])
        #expect(
            try ids("<a href=\"mailto:a@b.nl\">mail</a> <a href=\"#top\">boven</a> <a href=\"javascript:x()\">x</a>")
                == [])
    }

    /// A note is what a number leads to, whatever it is made of.
    @Test(arguments: [
        "<ol><li id=\"n1\">Kamerstuk 35 165, nr. 97</li></ol>",
        "<dl><dt>1</dt><dd id=\"n1\">Kamerstuk 35 165, nr. 97</dd></dl>",
        "<table><tr id=\"n1\"><td>1</td><td>Kamerstuk 35 165, nr. 97</td></tr></table>",
        "<div id=\"n1\"><p><a href=\"#c1\">[1]</a> Kamerstuk 35 165, nr. 97</p></div>",
        "<p><a name=\"n1\" href=\"#c1\">1</a> Kamerstuk 35 165, nr. 97</p>",
    ]) func notesOfAllShapes(_ notes: String) throws {
        let page =
            "<!DOCTYPE html><html><body><main><p>Vraag 1</p><p>Kent u het bericht?<sup><a id=\"c1\" href=\"#n1\">1</a></sup></p><p>Antwoord 1</p><p>Ja.</p>\(notes)</main></body></html>"
        let letter = try LetterReader.read(Array(page.utf8), name: "x", file: "x.html")
        let citations = CitationFinder().find(in: letter).citations.map {
            "\($0.place.unit) \($0.place.footnote ?? "-") \($0.source.id)"
        }
        #expect(citations == ["Q1 1 kst-35165-97"])
    }

    /// A link to another part of the page is no note.
    @Test func headingsAreNoNotes() throws {
        let page =
            "<!DOCTYPE html><html><body><main><p><a href=\"#v1\">1</a></p><div id=\"v1\"><p>Vraag 1</p><p>A?</p></div><p>Antwoord 1</p><p>Ja.</p></main></body></html>"
        let letter = try LetterReader.read(Array(page.utf8), name: "x", file: "x.html")
        #expect(letter.units.map(\.name.description) == ["preamble", "Q1", "A1"])
        #expect(letter.footnotes.isEmpty)
    }

    @Test func linksOfTheSiteAreNotTheLetters() throws {
        let page =
            "<!DOCTYPE html><html><body><p><a href=\"https://www.example.nl/delen\">Delen</a> Kamerstuk 36 410, nr. 3</p><p>Vraag 1</p><p>A?</p><p>Antwoord 1</p><p><a href=\"https://nos.nl/artikel/1\">Zie hier</a></p></body></html>"
        let letter = try LetterReader.read(Array(page.utf8), name: "x", file: "x.html")
        #expect(
            CitationFinder().find(in: letter).citations.map(\.source.id) == ["kst-36410-3", "https://nos.nl/artikel/1"])
    }
}
