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
        if PlainSigns.hold(text) { return text }
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
