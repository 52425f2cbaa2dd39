import DutchText
import GraphDrawing

/// What of a text may leave in a format, and how: letters come from anywhere, and what is a name here is a formula, a tag or an
/// instruction there. Every text passes through here.
public enum ExchangeText {
    public enum Target: Sendable {
        /// An element or an attribute of XML.
        case xml
        /// A text that a page shows as HTML.
        case html
        /// A string of JSON, its quotes included.
        case json
        /// A cell of CSV that a spreadsheet may open, its quotes included where they are needed.
        case cell
        /// A literal of Turtle, its quotes included.
        case literal
        /// A label of Pajek, its quotes included.
        case label
    }

    /// - Complexity: linear in the text.
    public static func of(_ text: String, in target: Target) -> String {
        switch target {
        case .xml: xml(text)
        case .html: XMLText.escaped(text)
        case .json: json(text)
        case .cell: cell(text)
        case .literal: quoted(text, literal)
        case .label: quoted(text) { $0 == "\"" ? "'" : $0 == "\\" ? "/" : isControl($0) ? " " : nil }
        }
    }

    /// Line ends and tabs as references: a parser makes blanks of those in attributes.
    private static func xml(_ text: String) -> String {
        let escaped = XMLText.escaped(text, for: .xml)
        guard escaped.utf8.contains(where: { $0 < Byte.space }) else { return escaped }
        return escaped.unicodeScalars.reduce(into: "") { result, scalar in
            if scalar.value < 0x20 { result += "&#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
        }
    }

    private static func json(_ text: String) -> String {
        quoted(text) { scalar in
            switch scalar {
            case "\"": return "\\\""
            case "\\": return "\\\\"
            case "\n": return "\\n"
            case "\r": return "\\r"
            case "\t": return "\\t"
            // Some readers end a line there.
            case "\u{2028}", "\u{2029}": return escape(scalar)
            default: return scalar.value < 0x20 || scalar.value == 0x7F ? escape(scalar) : nil
            }
        }
    }

    private static func literal(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        // Turtle has no name for it, and XML readers of RDF refuse it.
        case "\0": "\u{FFFD}"
        default: scalar.value < 0x20 || scalar.value == 0x7F ? escape(scalar) : nil
        }
    }

    /// RFC 4180; what a spreadsheet would take for a formula has an apostrophe before it, which makes it text.
    private static func cell(_ text: String) -> String {
        let text = withoutFormulas(text)
        let isPlain = text.utf8.allSatisfy {
            $0 != Byte.comma && $0 != Byte.quote && $0 != UInt8(ascii: ";") && $0 >= Byte.space
        }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// Where the regional list separator is `;`, as in the Netherlands, or a tab, cells begin behind those too, and quotes within
    /// a line do not hold them together. Behind a comma none begins: a cell that holds one is in quotes, and `€ 100,-` is a price.
    package static func withoutFormulas(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isFormula) else { return text }
        var result = String.UnicodeScalarView()
        var isStart = true
        for scalar in text.unicodeScalars {
            if isStart, isFormula(scalar) { result.append("'") }
            result.append(scalar)
            switch scalar {
            case ";", "\t", "\n", "\r": isStart = true
            // A quote may open the cell, and blanks before it are passed over.
            case " ", "\u{A0}", "\"": break
            default: isStart = isInvisible(scalar)
            }
        }
        return String(result)
    }

    /// What opens a formula, also in the full width of East Asian keyboards. A tab or a return before one would be skipped.
    private static func isFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    /// Marks of direction and of width, and control characters: spreadsheets pass over them, or end a line there.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// - Parameter written: how a character is written that cannot stand as it is; nil for one that can.
    private static func quoted(_ text: String, _ written: (Unicode.Scalar) -> String?) -> String {
        let isPlain = text.utf8.allSatisfy {
            $0 >= Byte.space && $0 < 0x7F && $0 != Byte.quote && $0 != UInt8(ascii: "\\")
        }
        if isPlain { return "\"" + text + "\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            if let other = written(scalar) { result += other } else { result.unicodeScalars.append(scalar) }
        }
        return result + "\""
    }
}

extension ExchangeText {
    /// An address that other programs may make a link of; nil for any that is not of the web, or that could not stand in a link.
    public static func link(_ address: String?) -> String? {
        guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else { return nil }
        return address.unicodeScalars.contains { isControl($0) || isInvisible($0) } ? nil : address
    }

    /// An IRI of Turtle without its brackets: what cannot stand in one is percent-encoded.
    public static func iri(_ address: String) -> String {
        var result = ""
        for scalar in address.unicodeScalars {
            switch scalar {
            case "<", ">", "\"", "{", "}", "|", "\\", "^", "`": result += percent(scalar)
            case _ where scalar.value <= 0x20 || isControl(scalar) || isInvisible(scalar): result += percent(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A name as the last part of a URN: all but letters, digits and some signs encoded.
    public static func urn(_ name: String) -> String {
        name.utf8.reduce(into: "") { result, byte in
            let isPlain = byte.isDigit || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || "-._~:".utf8.contains(byte)
            if isPlain { result.unicodeScalars.append(Unicode.Scalar(byte)) } else { result += percent(byte) }
        }
    }

    private static func percent(_ scalar: Unicode.Scalar) -> String { String(scalar).utf8.map(percent).joined() }

    private static func percent(_ byte: UInt8) -> String {
        "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
