import CitationFinding
import LetterReading
import Support

@testable import LetterFormats

/// Letters of every format: read, or refused with a reason; then their citations, each in its place.
extension FuzzTarget {
    static let text = FuzzTarget(name: "text") { bytes in
        check { () throws(UnreadableLetter) in try TextDecoding.decode(bytes) }
    }
    static let markdown = FuzzTarget(name: "markdown") { bytes in
        check { () throws(UnreadableLetter) in try TextDecoding.markdown(bytes) }
    }
    static let html = FuzzTarget(name: "html") { bytes in
        check { () throws(UnreadableLetter) in try HTMLPage.read(bytes) }
    }
    static let xml = FuzzTarget(name: "xml") { bytes in
        check { () throws(UnreadableLetter) in try OfficialXML.read(bytes) }
    }
    /// What `pdftohtml` would print.
    static let pdf = FuzzTarget(name: "pdf") { bytes in
        check { () throws(UnreadableLetter) in try PDFDocument.document(fromXML: bytes) }
    }
    /// Parts of a docx, with a NUL between: the document, its numbering, styles, notes, links.
    static let word = FuzzTarget(name: "word") { bytes in
        let archive = archive(
            bytes,
            [
                "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml",
                "word/_rels/document.xml.rels", "word/endnotes.xml",
            ])
        check { () throws(UnreadableLetter) in try WordDocument.read(archive) }
    }
    static let openDocument = FuzzTarget(name: "opendocument") { bytes in
        let archive = archive(bytes, ["content.xml", "styles.xml"])
        check { () throws(UnreadableLetter) in try OpenDocument.read(archive) }
    }

    private static let finder = CitationFinder()

    private static func check(_ read: () throws(UnreadableLetter) -> Document) {
        let document: Document
        do throws(UnreadableLetter) {
            document = try read()
        } catch {
            precondition(!error.description.isEmpty)
            return
        }
        let letter = LetterReader.read(document, name: "x", file: "x")
        var last = 0
        for part in letter.parts {
            precondition(part.range.lowerBound >= last, "parts are in order")
            last = part.range.upperBound
        }
        for run in letter.passage.runs {
            for place in run.range where letter.passage.text[place] > 0x20 {
                let source = letter.passage.sourceRange(place..<place + 1).lowerBound
                precondition(
                    letter.text.bytes[source] == letter.passage.text[place], "the running text keeps the way back")
            }
        }
        let units = Set(letter.units.map(\.name))
        for citation in finder.find(in: letter).citations {
            precondition(
                citation.quote == letter.text.string(citation.place.range), "a quote is the bytes of its place")
            precondition(units.contains(citation.place.unit), "a citation stands in a unit of the letter")
        }
    }

    private static func archive(_ bytes: [UInt8], _ names: [String]) -> [UInt8] {
        let parts = bytes.split(separator: 0, maxSplits: names.count - 1, omittingEmptySubsequences: false)
        return ZipWriter.archive(zip(names, parts).filter { !$1.isEmpty }.map { ($0, Array($1)) })
    }
}
