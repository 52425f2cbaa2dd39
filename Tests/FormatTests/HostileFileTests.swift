import Foundation
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

    private static let letter = try? LetterReader.read(
        Array("Vraag 1\nWat vindt u?\n\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n".utf8), name: "x", file: "x.txt")

    private func plain() throws -> PlainLetter { PlainLetter(try #require(Self.letter)) }

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

    @Test(arguments: [0.1, 0.5, 0.9]) func whatIsCutOffIsRefusedOrRead(_ part: Double) throws {
        let letter = try plain()
        for bytes in [MarkupWriters.docx(letter), MarkupWriters.odt(letter)] {
            #expect(reason(Array(bytes[..<Int(Double(bytes.count) * part)])).contains("zip archive"))
        }
        let pdf = PDFWriter.pdf(letter)
        let cut = reason(Array(pdf[..<Int(Double(pdf.count) * part)]))
        #expect(cut.contains("damaged") || cut.contains("scan") || cut.hasPrefix("read: "), "\(cut)")
        _ = reason(Array("<?xml version=\"1.0\"?><kamervragen><vraag><nr>Vra".utf8))
        // HTML is read as browsers read it.
        let html = MarkupWriters.html(letter)
        #expect(reason(Array(html[..<(html.count - 20)])).hasPrefix("read: Vraag 1"))
    }

    @Test func theContentDecidesNotTheEnding() throws {
        let letter = try plain()
        for (bytes, format) in [
            (MarkupWriters.docx(letter), "docx"), (MarkupWriters.odt(letter), "odt"), (PDFWriter.pdf(letter), "PDF"),
            (MarkupWriters.html(letter), "HTML"), (Array("Vraag 1\nA?\n".utf8), "text"),
        ] {
            for ending in ["txt", "pdf", "docx", "xml"] {
                #expect(try read(bytes, "brief.\(ending)").format == format)
            }
        }
        #expect(reason(ZipWriter.archive([("a.jpg", "x")])).contains("zip archive, but no whole docx or odt"))
    }

    @Test func aPDFOfThousandsOfPagesIsRefused() {
        let pages = (0..<10_000).map {
            PDFWriter.Page(drawing: "BT /F1 11 Tf 60 700 Td (Vraag \($0)) Tj ET", height: 842)
        }
        #expect(reason(PDFWriter.file(pages)).contains("over 500 pages"))
    }

    @Test func aPDFWithoutTextIsAScan() {
        #expect(reason(PDFWriter.file([PDFWriter.Page(drawing: "0 0 100 100 re f", height: 842)])).contains("a scan"))
    }

    /// Bytes lost, changed or doubled anywhere in a file: a reason or a letter, never a crash.
    @Test(arguments: 0..<60) func damagedFilesAreReadOrRefused(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let letter = try plain()
        let files = [MarkupWriters.docx(letter), MarkupWriters.odt(letter), MarkupWriters.html(letter)]
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
