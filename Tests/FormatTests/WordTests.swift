import CitationFinding
import DutchText
import LetterFormats
import LetterReading
import Support
import Testing

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

    /// Lists by their names, `1.` or `Vraag 1`, and the number of each item.
    private func counted(_ items: [(list: Int, text: String)], _ print: String = "%1.") throws -> Letter {
        let lists = Set(items.map(\.list)).sorted().map { list in
            (
                "<w:abstractNum w:abstractNumId=\"\(list)\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"\(print)\"/></w:lvl></w:abstractNum>",
                "<w:num w:numId=\"\(list)\"><w:abstractNumId w:val=\"\(list)\"/></w:num>"
            )
        }
        let paragraphs = items.map { item in
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(item.list)\"/></w:numPr></w:pPr>\(words(item.text))</w:p>"
        }
        return try text(
            paragraphs.joined(),
            [
                (
                    "word/numbering.xml",
                    "<w:numbering \(space)>\(lists.map(\.0).joined())\(lists.map(\.1).joined())</w:numbering>"
                )
            ])
    }

    /// An answer's own list counts from 1, as the questions do: each list is one sort of thing.
    @Test func questionsAreOfOneList() throws {
        let letter = try counted([
            (5, "Kent u het rapport?"), (0, "Ja. Er speelt nog meer:"), (6, "Wie betaalt?"), (6, "Wie draagt bij?"),
            (6, "Wat komt er nog?"), (5, "Wat vindt u van Kamerstuk 35 165, nr. 97?"), (0, "Dat is bekend."),
            (5, "Wat gaat u doen?"), (5, "En wanneer?"), (0, "Zie Kamerstuk 35 165, nr. 98."),
        ])
        #expect(
            letter.units.map(\.name.description) == ["preamble", "Q1", "A1", "Q2", "A2", "Q3", "Q4", "A4"]
        )
        let ids = CitationFinder().find(in: letter).citations.map { "\($0.place.unit) \($0.source.id)" }
        #expect(ids == ["Q2 kst-35165-97", "A4 kst-35165-98"])
    }

    /// `Vraag 2 kunt u …` that the file counts is a heading; typed so, it is the middle of a sentence.
    @Test func whatTheFileCountsIsNoSentence() throws {
        let letter = try counted(
            [(5, "kent u het bericht?"), (0, "Antwoord 1"), (0, "Ja."), (5, "kunt u dit uitleggen?")], "Vraag %1")
        #expect(letter.units.map(\.name.description) == ["preamble", "Q1", "A1", "Q2"])
        let typed = try text(
            ["Vraag 1", "Kent u het bericht?", "Antwoord 1", "Ja, zie", "vraag 2 kunt u dit uitleggen?"]
                .map { "<w:p>\(words($0))</w:p>" }.joined())
        #expect(typed.units.map(\.name.description) == ["preamble", "Q1", "A1"])
    }

    @Test func numbersThatLibreOfficeCountsArePrinted() throws {
        let styles =
            "<office:automatic-styles><text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-prefix=\"Vraag \" style:num-format=\"1\"/><text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\"/></text:list-style></office:automatic-styles>"
        func item(_ inner: String) -> String { "<text:list-item>\(inner)</text:list-item>" }
        func list(_ items: String, _ more: String = "") -> String {
            "<text:list text:style-name=\"L1\"\(more)>\(items)</text:list>"
        }
        let inner = "<text:list>\(item("<text:p>dit</text:p>"))\(item("<text:p>dat</text:p>"))</text:list>"
        let body =
            list(item("<text:p>Wat?</text:p><text:p>Zie:</text:p>\(inner)")) + "<text:p>Antwoord 1</text:p>"
            + list(item("<text:p>Hoe?</text:p>"), " text:continue-numbering=\"true\"")
        let letter = try LetterReader.read(
            ZipWriter.archive([
                (
                    "content.xml",
                    "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\">\(styles)<office:body><office:text>\(body)</office:text></office:body></office:document-content>"
                )
            ]), name: "x", file: "x.odt")
        #expect(lines(letter) == ["Vraag 1 Wat?", "Zie:", "a) dit", "b) dat", "Antwoord 1", "Vraag 2 Hoe?"])
        #expect(letter.units.map(\.name.description) == ["preamble", "Q1", "A1", "Q2"])
    }

    @Test func eachPartHasItsOwnLinks() throws {
        func links(_ target: String) -> String {
            "<Relationships><Relationship Id=\"rId1\" Type=\"hyperlink\" Target=\"\(target)\" TargetMode=\"External\"/></Relationships>"
        }
        let link = "<w:hyperlink r:id=\"rId1\">\(words("de NOS"))</w:hyperlink>"
        let call = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
        let letter = try text(
            "<w:p>\(words("Vraag 1"))</w:p><w:p>\(words("A?"))</w:p><w:p>\(words("Antwoord 1"))</w:p><w:p>\(words("Zie "))\(link)\(call)</w:p>",
            [
                (
                    "word/footnotes.xml",
                    "<w:footnotes \(space)><w:footnote w:id=\"2\"><w:p>\(link)</w:p></w:footnote></w:footnotes>"
                ),
                ("word/_rels/document.xml.rels", links("https://nos.nl/artikel/1")),
                ("word/_rels/footnotes.xml.rels", links("https://nos.nl/artikel/2")),
            ])
        let citations = CitationFinder().find(in: letter).citations.map {
            "\($0.place.unit) \($0.place.footnote ?? "-") \($0.source.id)"
        }
        #expect(Set(citations) == ["A1 - https://nos.nl/artikel/1", "A1 1 https://nos.nl/artikel/2"])
    }

    /// The paper of the first page has a part of its own; what the text says itself comes first.
    @Test(arguments: [("", "2024-05-03", "het bericht X"), ("Datum 4 mei 2024", "2024-05-04", "het bericht X")])
    func theLetterheadFillsInDateAndSubject(_ body: String, _ answered: String, _ subject: String) throws {
        let header =
            "<w:hdr \(space)><w:p>\(words("Datum"))</w:p><w:p>\(words("3 mei 2024"))</w:p><w:p>\(words("Betreft"))\(words(" het bericht X"))</w:p></w:hdr>"
        let section =
            "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"rId3\"/><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:titlePg/></w:sectPr>"
        let relations =
            "<Relationships><Relationship Id=\"rId2\" Target=\"header1.xml\"/><Relationship Id=\"rId3\" Target=\"header2.xml\"/></Relationships>"
        let letter = try text(
            "<w:p>\(words(body))</w:p><w:p>\(words("Vraag 1"))</w:p><w:p>\(words("A?"))</w:p>\(section)",
            [("word/header2.xml", header), ("word/_rels/document.xml.rels", relations)])
        #expect(letter.header.answered == answered)
        #expect(letter.header.subject == subject)
        #expect(!lines(letter).contains("3 mei 2024"))
    }

    @Test func wrappersHideNothing() throws {
        let row = "<w:tr><w:tc><w:sdt><w:sdtContent><w:p>\(words("Vraag 1"))</w:p></w:sdtContent></w:sdt></w:tc></w:tr>"
        let letter = try text(
            "<w:sdt><w:sdtContent><w:tbl><w:sdt><w:sdtContent>\(row)</w:sdtContent></w:sdt></w:tbl></w:sdtContent></w:sdt>"
                + "<w:ins><w:p>\(words("Antwoord 1"))</w:p></w:ins>")
        #expect(lines(letter) == ["Vraag 1", "Antwoord 1"])
    }

    @Test func typedNotesOfRaisedMarkersAreNotes() throws {
        let raised = { (number: Int) in
            "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>\(number)</w:t></w:r>"
        }
        let letter = try text(
            "<w:p>\(words("Vraag 1"))</w:p><w:p>\(words("Kent u het bericht?"))\(raised(1))</w:p><w:p>\(words("Antwoord 1"))</w:p>"
                + "<w:p>\(words("Ja, zie de brief."))\(raised(2))</w:p>"
                + "<w:p>\(words("1) NOS, 3 mei 2024, https://nos.nl/artikel/1"))</w:p><w:p>\(words("2) Kamerstuk 35 165, nr. 97"))</w:p>"
        )
        let citations = CitationFinder().find(in: letter).citations.map { "\($0.place.unit) \($0.source.id)" }
        #expect(citations == ["Q1 https://nos.nl/artikel/1", "A1 kst-35165-97"])
    }
}
