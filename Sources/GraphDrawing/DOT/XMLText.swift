import DutchText

/// Text in XML, of which SVG is a kind, and in HTML.
package enum XMLText {
    /// The text as it can stand in an element or in an attribute with either kind of quotes.
    /// - Parameter target: who reads it; what may not leave for there is left out.
    package static func escaped(_ text: String, for target: TextTarget = .page) -> String {
        if EscapeFastPath.hold(text) { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: if target.allows(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
    }
}

/// Nearly all text in a picture holds nothing that has to be written otherwise, and is taken as it is.
enum EscapeFastPath {
    /// Whether XML and DOT show the text as it stands: no quotes, brackets, `&`, backslash, control characters or line ends,
    /// nor what may not leave for a page.
    /// - Parameter mayHoldLines: whether a line end will do too.
    static func hold(_ text: String, mayHoldLines: Bool = false) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte < 0x80 {
                    guard isPlain[Int(byte)] || mayHoldLines && byte == UInt8(ascii: "\n") else { return false }
                } else if isDoubtful(byte) {
                    // U+0080 to U+009F are control characters; of U+2000 to U+207F some end lines and some turn them; U+FFFE
                    // and U+FFFF are no characters of XML.
                    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                    let isPlain =
                        switch byte {
                        case 0xC2: next >= 0xA0
                        case 0xE2: next > 0x81 || isDash(bytes, place)
                        default: false
                        }
                    if !isPlain { return false }
                }
                place += 1
            }
            return true
        }
    }

    private static func isDoubtful(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xEF }

    /// U+2010 to U+2027: dashes, quotes, `…`.
    private static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0x90...0xA7).contains(bytes[place + 2])
    }

    private static let isPlain = (0..<0x80).map { byte in
        byte >= 0x20 && byte < 0x7F && !#""'\&<>"#.utf8.contains(UInt8(byte))
    }
}
