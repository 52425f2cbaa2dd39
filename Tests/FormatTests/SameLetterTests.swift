import CitationFinding
import Foundation
import LetterReading
import Support
import Testing

/// The same letter in another format has the same citations in the same units.
@Suite struct SameLetterTests {
    private struct Found: Hashable, CustomStringConvertible {
        let unit: String
        let id: String
        let isInNote: Bool
        var description: String { "\(unit) \(id)\(isInNote ? " in a note" : "")" }
    }

    private static let formats: [(name: String, write: @Sendable (PlainLetter) -> [UInt8])] = [
        ("docx", MarkupWriters.docx), ("odt", MarkupWriters.odt), ("html", MarkupWriters.html), ("pdf", PDFWriter.pdf),
    ]

    /// The seeds, and letters whose text lost nothing that another format would have to make up.
    private static let letters =
        Repository.letters(in: "seeds")
        + ["md_ah-tk-20232024-704.md", "txt_ah-tk-20232024-2267.txt", "txt_ah-tk-20232024-302.txt"].map {
            Repository.file("Tests/Letters/\($0)")
        }

    @Test(arguments: letters, formats.map(\.name))
    func aLetterTurnedIntoAnotherFormatSaysTheSame(_ url: URL, _ name: String) throws {
        let format = try #require(Self.formats.first { $0.name == name })
        let letter = try LetterReader.read([UInt8](Data(contentsOf: url)), name: "x", file: url.lastPathComponent)
        let turned = try LetterReader.read(format.write(PlainLetter(letter)), name: "x", file: "x.\(name)")
        let (wanted, found) = (citations(letter), citations(turned))
        #expect(wanted.subtracting(found).isEmpty, "lost")
        #expect(found.subtracting(wanted).isEmpty, "gained")
        #expect(letter.units.map(\.name) == turned.units.map(\.name))
        #expect(letter.footnotes.count { !$0.markers.isEmpty } == turned.footnotes.count)
    }

    private func citations(_ letter: Letter) -> Set<Found> {
        Set(
            CitationFinder().find(in: letter).citations.map {
                Found(unit: "\($0.place.unit)", id: $0.source.id, isInNote: $0.place.footnote != nil)
            })
    }
}

/// What Word and its kin have beside words.
@Suite struct WordTests {
    private let space = "xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"m\""

    private func text(_ body: String, _ parts: [(String, String)] = []) throws -> Letter {
        let document = "<w:document \(space)><w:body>\(body)</w:body></w:document>"
        return try LetterReader.read(
            ZipWriter.archive([("word/document.xml", document)] + parts), name: "x", file: "x.docx")
    }

    private func lines(_ letter: Letter) -> [String] {
        String(decoding: letter.text.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func words(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

    @Test func changesAreReadAsAccepted() throws {
        let letter = try text(
            "<w:p>\(words("Kamerstuk 35 165, nr. "))<w:del><w:r><w:delText>86</w:delText></w:r></w:del><w:ins>\(words("97"))</w:ins></w:p>"
        )
        #expect(lines(letter) == ["Kamerstuk 35 165, nr. 97"])
    }

    @Test func fieldsShowTheirResultAndCiteTheirTarget() throws {
        func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
        func code(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
        let inner = mark("begin") + code(" DOCPROPERTY x ") + mark("separate") + words("geheim") + mark("end")
        let letter = try text(
            "<w:p>\(words("Vraag 1"))</w:p><w:p>\(words("Antwoord 1"))</w:p><w:p>" + mark("begin")
                + code(" HYPERLINK &quot;https://nos.nl/artikel/1&quot; ") + mark("separate") + words("de NOS")
                + mark("end") + mark("begin") + code(" IF ") + inner + code(" = 1 ") + mark("separate")
                + words(" toont")
                + mark("end") + "</w:p>")
        #expect(lines(letter).last == "de NOS toont")
        #expect(CitationFinder().find(in: letter).citations.map(\.source.id) == ["https://nos.nl/artikel/1"])
    }

    @Test func tablesTextBoxesAndRaisedNumbersAreRead() throws {
        let cell = { (text: String) in "<w:tc><w:p>\(self.words(text))</w:p></w:tc>" }
        let box =
            "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>\(words("Kader"))</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>\(words("Kader"))</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        let raised = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>"
        let letter = try text(
            "<w:tbl><w:tr>\(cell("Datum"))\(cell("3 mei 2024"))</w:tr></w:tbl><w:p>\(words("Tekst"))\(raised)\(box)</w:p>"
        )
        #expect(lines(letter) == ["Datum\t3 mei 2024", "Tekst²", "Kader"])
    }

    @Test func numbersThatWordCountsArePrinted() throws {
        let numbering =
            "<w:numbering \(space)><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Vraag %1\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
        func item(_ level: Int, _ text: String) -> String {
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>\(words(text))</w:p>"
        }
        let letter = try text(
            item(0, "Wat?") + item(1, "dit") + item(1, "dat") + item(0, "Hoe?"), [("word/numbering.xml", numbering)])
        #expect(lines(letter) == ["Vraag 1 Wat?", "a) dit", "b) dat", "Vraag 2 Hoe?"])
        #expect(letter.units.map(\.name.description).filter { $0.hasPrefix("Q") } == ["Q1", "Q2"])
    }
}

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
}

/// The official publications' XML, with another root and other wrappers than ours.
@Suite struct OfficialXMLTests {
    private let letter = """
        <?xml version="1.0" encoding="UTF-8"?>
        <officiele-publicatie xmlns="http://technische-documentatie.oep.overheid.nl"><metadata>
        <meta name="OVERHEIDop.datumOntvangst" content="2024-06-28"/><meta name="DC.identifier" content="ah-tk-20232024-9"/>
        </metadata><kamervragen><kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel></kamervraagkop>
        <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Van Campen</achternaam></naam>
          (<politiek>VVD</politiek>) aan de Minister van Defensie over <kamervraagonderwerp>het bericht X</kamervraagonderwerp>
          (ingezonden <datum isodatum="2024-06-05">5 juni 2024</datum>).</kamervraagomschrijving>
        <vraag><nr>Vraag 1</nr><al>Kent u het bericht?<nootref refid="n1"/></al></vraag>
        <antwoord><nr>Antwoord 1</nr><al>Ja, zie <extref doc="kst-35165-97">Kamerstuk 35 165, nr. 97</extref> en
          <nadruk type="cur">de <extref doc="https://nos.nl/artikel/2">NOS</extref></nadruk>.<noot id="n2" type="voet"><noot.nr>2</noot.nr><noot.al>Eerste.</noot.al><noot.al>Kamerstuk 36 410, nr. 3.</noot.al></noot></al>
        <lijst><li><li.nr>-</li.nr><al>Kamerstuk 36 410, nr. 4</al></li></lijst></antwoord>
        <noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>www.nos.nl/artikel/1</noot.al></noot>
        </kamervragen></officiele-publicatie>
        """

    @Test func itsStructureIsTakenAsItStands() throws {
        let read = try LetterReader.read(Array(letter.utf8), name: "x", file: "x.xml")
        #expect(read.units.map(\.name.description) == ["preamble", "Q1", "A1"])
        #expect(read.header.askers.map { "\($0.name) \($0.party ?? "")" } == ["Van Campen VVD"])
        #expect(read.header.aanhangsel == "ah-tk-20232024-9")
        #expect(read.header.answered == "2024-06-28" && read.header.submitted == "2024-06-05")
        #expect(read.header.subject == "het bericht X")
        let citations = CitationFinder().find(in: read).citations.map {
            "\($0.place.unit) \($0.place.footnote ?? "-") \($0.source.id)"
        }
        #expect(
            citations == [
                "A1 - kst-35165-97", "A1 - https://nos.nl/artikel/2", "A1 - kst-36410-4",
                "Q1 1 http://www.nos.nl/artikel/1",
                "A1 2 kst-36410-3",
            ])
    }
}

/// What only a page can show.
@Suite struct PageTests {
    private func letter(_ pages: [String]) throws -> Letter {
        try LetterReader.read(
            PDFWriter.file(pages.map { PDFWriter.Page(drawing: "BT /F1 11 Tf 14 TL 60 780 Td \($0) ET", height: 842) }),
            name: "x", file: "x.pdf")
    }

    private let note = "/F1 6 Tf (1) Tj /F1 9 Tf"

    @Test func aNoteThatRunsOverThePageIsWhole() throws {
        let first =
            "(Vraag 1) ' (Kent u het bericht?) ' /F1 7 Tf (1) Tj /F1 11 Tf (Antwoord 1) ' T* T* \(note) (Zie het rapport, aangeboden bij) Tj"
        let second = "(Ja, zie Kamerstuk 36 410, nr. 3.) ' T* T* /F1 9 Tf (Kamerstuk 35 165, nr. 97) '"
        let read = try letter([first, second])
        let citations = CitationFinder().find(in: read).citations.map { "\($0.place.unit) \($0.source.id)" }
        #expect(citations == ["Q1 kst-35165-97", "A1 kst-36410-3"])
        // A note that ended: the small print below the next page is not its own.
        let ended = try letter([first.replacing("aangeboden bij", with: "2023."), second])
        #expect(CitationFinder().find(in: ended).citations.map { "\($0.place.unit)" } == ["A1", "A1"])
    }

    @Test func raisedNumbersAreTakenFromTheirSize() throws {
        let read = try letter([
            "(Vraag 1) ' (Wat gebeurt er met de uitstoot van 3 m) ' /F1 7 Tf 4 Ts (3) Tj 0 Ts /F1 11 Tf ( CO) Tj /F1 7 Tf -3 Ts (2) Tj 0 Ts /F1 11 Tf ( in 2023) Tj /F1 7 Tf 4 Ts (1) Tj 0 Ts /F1 11 Tf (?) Tj (Antwoord 1) ' (Ja.) ' T* T* \(note) (Kamerstuk 35 165, nr. 97) Tj"
        ])
        #expect(
            CitationFinder().find(in: read).citations.map { "\($0.place.unit) \($0.source.id)" } == ["Q1 kst-35165-97"])
        #expect(String(decoding: read.text.bytes, as: UTF8.self).contains("in 2023¹?"))
    }
}
