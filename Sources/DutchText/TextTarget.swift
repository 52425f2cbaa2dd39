/// Where a text is read, which says what characters of it may leave. How those that may are written there (quotes, `&`) is the
/// matter of each format: `DOTText`, `XMLText`, `ExchangeText`.
package enum TextTarget {
    /// A terminal, which obeys control characters: a line of text holds none, nor line ends of Unicode, nor marks of
    /// direction.
    case terminal
    /// A picture or a page (DOT, SVG, PDF, HTML), made to be looked at: no control characters but tab and line ends, and
    /// nothing that turns the direction of what follows, so that `exe.gpj` cannot look like `jpg.exe`.
    case page
    /// Data in XML for other programs: all that XML 1.0 can hold.
    case xml

    package func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .terminal:
            !Self.isControl(scalar) && !Self.isTurn(scalar) && !Self.isMark(scalar)
        case .page:
            scalar.value >= 0x20
                ? !Self.isControl(scalar) && !Self.isTurn(scalar) && Self.isOfXML(scalar) : Self.isOfXML(scalar)
        case .xml: Self.isOfXML(scalar)
        }
    }

    /// C0, DEL and C1; U+009B opens what a terminal obeys, as ESC does.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
    }

    /// Embeddings, overrides and isolates: they hold on until another ends them.
    private static func isTurn(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    /// Marks of direction for the place where they stand, and ends of lines and paragraphs.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61C, 0x200E, 0x200F, 0x2028, 0x2029: true
        default: false
        }
    }

    /// Neither control characters but tab and line breaks, nor U+FFFE and U+FFFF.
    private static func isOfXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
