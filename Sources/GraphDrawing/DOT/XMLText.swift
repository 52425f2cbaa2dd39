/// Text in XML, of which SVG is a kind.
package enum XMLText {
    /// Whether XML 1.0 can hold a character at all, escaped or not: no control characters but tab and line breaks, and
    /// neither U+FFFE nor U+FFFF.
    static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The text as it can stand in an element or in an attribute with either kind of quotes.
    package static func escaped(_ text: String) -> String {
        if EscapeFastPath.hold(text) { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: if allows(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
    }
}

/// Nearly all text in a picture holds nothing that has to be written otherwise, and is taken as it is.
enum EscapeFastPath {
    /// Whether XML and DOT show the text as it stands: no quotes, brackets, `&`, backslash, control characters or line ends,
    /// nor what is beyond XML.
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
                    // U+0085, U+2028 and U+2029 end lines; U+FFFE and U+FFFF are no characters of XML.
                    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                    if byte == 0xEF || next == (byte == 0xC2 ? 0x85 : 0x80), !isDash(bytes, place) { return false }
                }
                place += 1
            }
            return true
        }
    }

    private static func isDoubtful(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xEF }

    /// U+2010 to U+2027: dashes, quotes, `…`.
    private static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        bytes[place] == 0xE2 && place + 2 < bytes.count && (0x90...0xA7).contains(bytes[place + 2])
    }

    private static let isPlain = (0..<0x80).map { byte in
        byte >= 0x20 && byte < 0x7F && !#""'\&<>"#.utf8.contains(UInt8(byte))
    }
}
