import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// Files made to harm, and files that broke on their way: refused with a reason, or read, within bounds.
@Suite struct HostileFileTests {
    private func read(_ bytes: [UInt8], _ file: String = "x") throws -> Letter {
        try LetterReader.read(bytes, name: "x", file: file)
    }

    private func reason(_ bytes: [UInt8]) -> String {
        do {
            return "read: \(try read(bytes).text.string(0..<40))"
        } catch {
            return "\(error)"
        }
    }

    private let draft = LetterDraft("Vraag 1\nWat vindt u?\n\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.")

    @Test func anArchiveThatBurstsIsRefused() {
        #expect(reason(ZipWriter.bomb("word/document.xml", count: 200 << 20)).contains("is over 64 MB"))
        #expect(reason(ZipWriter.bomb("content.xml", count: 200 << 20)).contains("is over 64 MB"))
    }

    @Test func entitiesAreNotReplacedAndNothingIsFetched() throws {
        let secret = try TemporaryFolder()
        let file = secret.url.appending(path: "secret")
        try Data("geheim".utf8).write(to: file)
        let bomb =
            "<!DOCTYPE d [<!ENTITY a0 \"ha\">"
            + (1...30).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined()
            + "<!ENTITY e SYSTEM \"\(file.absoluteString)\">]>"
        let xml = bomb + "<kamervragen><vraag><nr>Vraag 1</nr><al>Wat &a30; &e; is dit?</al></vraag></kamervragen>"
        let text = reason(Array(("<?xml version=\"1.0\"?>" + xml).utf8))
        #expect(!text.contains("geheim") && !text.contains("hahaha"))
        let body = bomb + "<document><body><p><r><t>Vraag 1 &a30;&e;</t></r></p></body></document>"
        let docx = reason(ZipWriter.archive([("word/document.xml", body)]))
        #expect(!docx.contains("geheim") && !docx.contains("hahaha"))
    }

    @Test func deepNestingIsNoTrap() throws {
        for (open, close) in [("<al>", "</al>"), ("<div>", "</div>")] {
            let nested = String(repeating: open, count: 100_000) + "x" + String(repeating: close, count: 100_000)
            _ = reason(Array("<?xml version=\"1.0\"?><kamervragen>\(nested)</kamervragen>".utf8))
            _ = reason(Array("<!DOCTYPE html><html><body>\(nested)</body></html>".utf8))
        }
    }

    @Test func aFloodOfTagsOrAttributesIsRefused() {
        let attributes = (0..<300_000).map { " a\($0)=\"\"" }.joined()
        for flood in [String(repeating: "<al/>", count: 3_000_000), "<al\(attributes)/>"] {
            #expect(!reason(Array("<?xml version=\"1.0\"?><kamervragen>\(flood)</kamervragen>".utf8)).hasPrefix("read"))
        }
    }

    /// Attributes are compared with one another: however they are written, an element has few or the file is refused before
    /// a parser sees it.
    @Test(arguments: [" a#", " a#=1", " a#=\"\"", " a#='>'", "/a#", " a# = \">\"", " a#\"b\""])
    func aFloodOfAttributesIsRefused(_ attribute: String) {
        let flood = (0..<2_500).map { attribute.replacing("#", with: "\($0)") }.joined()
        let tags = [
            "<p$>", "<p$/>", "<p title='>'$>", "<p \"x=\" $>", "<p \"x=\"><p$>\"", "<!--><p$>-->", "<!-- --!><p$> -->",
            "<script/><p$>", "<script1><p$>", "<script></script><p$>", "<textarea><p$>", "<p a=\"$>",
        ]
        for tag in tags {
            let page = "<!DOCTYPE html><html><body>Vraag 1 \(tag.replacing("$", with: flood))</body></html>"
            // A quotation mark that nothing closes quotes nothing, unless one of the flood does.
            let isQuoted = tag.hasSuffix("\"$>") && flood.contains("\"")
            #expect(isQuoted || reason(Array(page.utf8)).contains("too large"), "\(tag) with \(attribute)")
        }
        let xml = "<?xml version=\"1.0\"?><kamervragen><al\(flood)/></kamervragen>"
        #expect(reason(Array(xml.utf8)).contains("too large"))
    }

    /// Many elements with many attributes each take as long as one with very many.
    @Test func allAttributesTogetherAreBounded() {
        let tag = "<p" + (0..<1_500).map { " a\($0)" }.joined() + ">"
        #expect(
            reason(Array("<!DOCTYPE html><html>\(String(repeating: tag, count: 10))".utf8)).contains("too large"))
    }

    /// A list that begins at the largest number there is.
    @Test(arguments: [Int.max, Int.min]) func numbersThatOverflowAreCut(_ start: Int) {
        let page = "<!DOCTYPE html><html><ol start=\"\(start)\"><li>Vraag 1<li>A</ol></html>"
        #expect(reason(Array(page.utf8)).hasPrefix("read: "))
        let item =
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr><w:r><w:t>A</w:t></w:r></w:p>"
        let level =
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl>"
        let numbering =
            "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">\(level)</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
        let docx = ZipWriter.archive([
            ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(item)\(item)</w:body></w:document>"),
            ("word/numbering.xml", numbering),
        ])
        #expect(reason(docx).hasPrefix("read: "))
        let odt =
            "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:automatic-styles><text:list-style name=\"L\"><text:list-level-style-number level=\"1\" num-format=\"1\" start-value=\"\(start)\"/></text:list-style></office:automatic-styles><office:body><office:text><text:list style-name=\"L\"><text:list-item><text:p>A</text:p></text:list-item><text:list-item><text:p>B</text:p></text:list-item></text:list></office:text></office:body></office:document-content>"
        #expect(reason(ZipWriter.archive([("content.xml", odt)])).hasPrefix("read: "))
    }

    /// What opens no tag has no attributes: a script, a comment, a sum.
    @Test func signsInScriptsAreNoAttributes() {
        let words = String(repeating: " x", count: 5_000)
        let page =
            "<!DOCTYPE html><html><script>if (a<b \(words)) {}</script><!-- <p \(words) --><p>Vraag 1: a < b \(words)</p>"
        #expect(reason(Array(page.utf8)).hasPrefix("read: Vraag 1"))
    }

    /// Whatever blank stands before the first tag, it is no plain text.
    @Test(arguments: ["ï»¿", "\u{FEFF}\u{FEFF}", " \n\u{A0}\t", "\u{FEFF}\r\n ï»¿", "\u{200B}"])
    func blanksBeforeTheFirstTagArePassedOver(_ blank: String) throws {
        let xml = "<?xml version=\"1.0\"?><kamervragen><vraag><nr>Vraag 1</nr><al>A?</al></vraag></kamervragen>"
        for (text, format) in [(xml, "XML"), ("<!DOCTYPE html><html><p>Vraag 1</p></html>", "HTML")] {
            let letter = try read(Array((blank + text).utf8), "x.txt")
            #expect(letter.format == format)
            #expect(letter.units.map(\.name.description) == ["preamble", "Q1"])
        }
    }

    @Test(arguments: [0.1, 0.5, 0.9]) func whatIsCutOffIsRefusedOrRead(_ part: Double) throws {
        for bytes in [WordWriter.docx(draft), MarkupWriters.odt(draft)] {
            #expect(reason(Array(bytes[..<Int(Double(bytes.count) * part)])).contains("zip archive"))
        }
        let pdf = PDFWriter.pdf(draft)
        let cut = reason(Array(pdf[..<Int(Double(pdf.count) * part)]))
        #expect(cut.contains("damaged") || cut.contains("scan") || cut.hasPrefix("read: "), "\(cut)")
        _ = reason(Array("<?xml version=\"1.0\"?><kamervragen><vraag><nr>Vra".utf8))
        // HTML is read as browsers read it.
        let html = MarkupWriters.html(draft)
        #expect(reason(Array(html[..<(html.count - 20)])).hasPrefix("read: Vraag 1"))
    }

    @Test func theContentDecidesNotTheEnding() throws {
        for (bytes, format) in [
            (WordWriter.docx(draft), "docx"), (MarkupWriters.odt(draft), "odt"), (PDFWriter.pdf(draft), "PDF"),
            (MarkupWriters.html(draft), "HTML"), (Array("Vraag 1\nA?\n".utf8), "text"),
        ] {
            for ending in ["txt", "pdf", "docx", "xml"] {
                #expect(try read(bytes, "brief.\(ending)").format == format)
            }
        }
        #expect(reason(ZipWriter.archive([("a.jpg", "x")])).contains("zip archive, but not a complete docx or odt"))
    }

    /// What is known of a line takes more than a short line itself.
    @Test func aTextOfNothingButLinesIsRefused() throws {
        let most = TextDecoding.mostLines
        let lines = String(repeating: "1\n", count: most)
        #expect(reason(Array(lines.utf8)).contains("more than \(most) lines: put each letter in its own file"))
        #expect(try read(Array(lines.utf8.dropLast())).text.lineCount == most)
    }

    /// Every number may call a note; where there are more than a letter can have, the rest are none, which is said.
    @Test(arguments: ["[1] ", "woord1 "]) func aTextOfNothingButMarkersIsReadSoFar(_ marker: String) throws {
        let text = "Vraag 1\nA?\n\nAntwoord 1\n" + String(repeating: marker, count: 200_010) + "\n"
        let letter = try read(Array(text.utf8))
        let said = letter.diagnostics.filter { $0.message.contains("behind this one none was looked for") }
        #expect(said.map(\.code) == [.ambiguous])
        #expect(said.first?.place.range.upperBound ?? 0 > text.utf8.count - 100)
        #expect(letter.units.map(\.name.description) == ["preamble", "Q1", "A1"])
    }

    /// A spreadsheet is made as a letter of LibreOffice is, and was read as an empty one.
    @Test(arguments: [("spreadsheet", ".ods"), ("presentation", ".odp"), ("drawing", ".odg")])
    func whatIsNoTextOfLibreOfficeIsNamed(_ body: String, _ suffix: String) throws {
        func file(_ body: String) -> [UInt8] {
            ZipWriter.archive([
                ("content.xml", "<document-content><body><\(body)><p>Vraag 1</p></\(body)></body></document-content>")
            ])
        }
        #expect(reason(file(body)).contains("this is a \(body) of LibreOffice (\(suffix))"))
        #expect(try read(file("text")).text.string(0..<7) == "Vraag 1")
    }

    @Test func aPDFOfThousandsOfPagesIsRefused() {
        let pages = (0..<10_000).map {
            PDFWriter.Page(drawing: "BT /F1 11 Tf 60 700 Td (Vraag \($0)) Tj ET", height: 842)
        }
        #expect(reason(PDFWriter.file(pages)).contains("more than 500 pages"))
    }

    @Test func aPDFWithoutTextIsAScan() {
        #expect(reason(PDFWriter.file([PDFWriter.Page(drawing: "0 0 100 100 re f", height: 842)])).contains("a scan"))
    }

    /// A text layer that says other signs than the page shows: nothing could be found in it.
    @Test func aGarbledTextLayerIsNamed() {
        let words = (0..<60).map { "9UDD\($0)J :DW" }.joined(separator: " ")
        let page = { (text: String) in
            PDFWriter.file([PDFWriter.Page(drawing: "BT /F1 11 Tf 60 700 Td (\(text)) Tj ET", height: 842)])
        }
        #expect(reason(page(words)).contains("text recognition (OCR) on it again, or get the letter in another format"))
        // A list of names with few words around it is a text.
        let names = (0..<60).map { "Naam\($0)" }.joined(separator: " ")
        #expect(reason(page("Vraag 1 Kent u het bericht? \(names)")).hasPrefix("read: Vraag 1"))
    }

    /// Bytes lost, changed or doubled anywhere in a file: a reason or a letter, never a crash.
    @Test(arguments: 0..<60) func damagedFilesAreReadOrRefused(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let files = [WordWriter.docx(draft), MarkupWriters.odt(draft), MarkupWriters.html(draft)]
        var bytes = files[seed % 3]
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: place)
            default: bytes.insert(contentsOf: bytes[..<min(place, 50)], at: place)
            }
        }
        _ = reason(bytes)
    }
}
