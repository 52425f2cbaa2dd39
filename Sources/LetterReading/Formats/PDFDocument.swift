import DutchText

/// A letter as a PDF with its text layer, read by Poppler's `pdftohtml -xml`: words with their place and size.
extension InputFormat {
    public static let pdf = InputFormat(
        name: "PDF", suffixes: ["pdf"],
        recognises: { bytes in
            // A byte order mark or a mail header may stand before it.
            bytes.prefix(1024).firstIndex(of: UInt8(ascii: "%")).map { start in
                bytes[start...].starts(with: "%PDF-".utf8)
            } ?? false
        },
        read: { bytes throws(UnreadableLetter) in try PDFDocument.read(try Poppler.xml(bytes)) })
}

enum PDFDocument {
    /// - Parameter xml: what `pdftohtml -xml` wrote.
    static func read(_ xml: [UInt8]) throws(UnreadableLetter) -> FormattedText {
        guard let root = MarkupTree.xml(wellFormed(xml)) else {
            throw UnreadableLetter.damaged("Poppler cannot make text of it")
        }
        let pages = root.elements.filter { $0.name == "page" }
        guard pages.count <= Poppler.mostPages else { throw UnreadableLetter.tooManyPages(Poppler.mostPages) }
        let specs = pages.flatMap(\.elements).filter { $0.name == "fontspec" }
        let fonts = Dictionary(
            specs.map { ($0.attributes["id"] ?? "", Int($0.attributes["size"] ?? "") ?? 0) },
            uniquingKeysWith: { first, _ in first })
        return try read(pages.enumerated().map { PDFPage($1, number: $0 + 1, fonts: fonts) })
    }

    private static func read(_ pages: [PDFPage]) throws(UnreadableLetter) -> FormattedText {
        guard pages.contains(where: { !$0.lines.isEmpty }) else { throw UnreadableLetter.scanned }
        var text = PDFText(pages).formatted
        if GarbledText.isGarbled(text.text.bytes) { throw UnreadableLetter.garbled }
        text.knowsMarkers = pages.contains { $0.lines.contains { $0.hasRaisedNumber } }
        return text
    }

    /// Poppler crosses its tags for bold and italic, and lets control characters through: both are blanked out.
    private static func wellFormed(_ xml: [UInt8]) -> [UInt8] {
        var bytes = xml
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20, !byte.isBlank { bytes[index] = Byte.space }
            if byte == Byte.less {
                var name = index + 1
                if name < bytes.count, bytes[name] == Byte.slash { name += 1 }
                let isStyle =
                    name + 1 < bytes.count
                    && [UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "a")]
                        .contains(bytes[name])
                    && (bytes[name + 1] == Byte.greater || bytes[name + 1] == Byte.space)
                if isStyle {
                    // A zero-width sign keeps nothing; the tag goes as a whole.
                    var end = index
                    while end < bytes.count, bytes[end] != Byte.greater { end += 1 }
                    for place in index..<min(bytes.count, end + 1) { bytes[place] = 0 }
                    index = end
                }
            }
            index += 1
        }
        bytes.removeAll { $0 == 0 }
        return bytes
    }
}
