import DutchText
import LetterReading

/// A letter as a PDF with its text layer, read by Poppler's `pdftohtml -xml`: words with their place and size.
enum PDFDocument {
    @Sendable static func recognises(_ bytes: [UInt8]) -> Bool {
        // A byte order mark or a mail header may stand before it.
        bytes.reading { bytes in
            guard let sign = bytes.first(Byte.percent, in: 0..<min(bytes.count, 1024)) else { return false }
            return bytes[sign..<bytes.count].starts(with: "%PDF-".utf8)
        }
    }

    @Sendable static func read(_ bytes: [UInt8]) throws(UnreadableLetter) -> Document {
        try document(fromXML: Poppler.xml(bytes))
    }

    /// - Parameter xml: what Poppler makes of a file.
    static func document(fromXML xml: [UInt8]) throws(UnreadableLetter) -> Document {
        guard let root = MarkupTree.xml(wellFormed(xml)) else {
            throw MarkupTree.lacking ?? UnreadableLetter.damaged("Poppler cannot extract its text")
        }
        let pages = root.elements.filter { $0.name == "page" }
        guard pages.count <= Poppler.mostPages else { throw UnreadableLetter.tooManyPages(Poppler.mostPages) }
        let specs = pages.flatMap(\.elements).filter { $0.name == "fontspec" }
        let fonts = Dictionary(
            specs.map { ($0.attributes["id"] ?? "", PDFPage.points($0, "size")) },
            uniquingKeysWith: { first, _ in first })
        return try read(pages.enumerated().map { PDFPage($1, number: $0 + 1, fonts: fonts) })
    }

    private static func read(_ pages: [PDFPage]) throws(UnreadableLetter) -> Document {
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

/// Whether a text layer is none: a PDF whose fonts do not say which letters they draw gives signs of nobody's alphabet
/// (U+E000 and on), or other letters than it shows (`9UDDJ` for `Vraag`).
enum GarbledText {
    /// In fewer words than this the commonest ones may be missing.
    private static let fewest = 40

    /// The commonest words of Dutch and English. In any text of either each third word is one of them.
    private static let common: Set<String> = [
        "de", "het", "een", "van", "en", "in", "is", "op", "te", "dat", "die", "voor", "met", "zijn", "aan", "niet",
        "om",
        "ook", "door", "bij", "er", "of", "naar", "uit", "over", "vraag", "antwoord", "the", "and", "to",
        "that", "for", "on", "with", "as", "was", "are", "by", "be", "this", "not",
    ]

    static func isGarbled(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        var (signs, odd) = (0, 0)
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            signs += 1
            if isOdd(scalar) { odd += 1 }
        }
        if odd * 2 > signs { return true }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= fewest else { return false }
        let known = words.count { common.contains($0.lowercased().filter(\.isLetter)) }
        return known * 100 < words.count
    }

    /// Signs for private use, and the one for a sign that was lost.
    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .privateUse || scalar == "\u{FFFD}"
    }
}
