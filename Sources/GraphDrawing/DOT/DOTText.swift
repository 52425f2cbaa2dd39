import DutchText

/// Text as it has to stand in DOT, quotes included, so that it is shown as it is: nothing in it can end the string, start
/// an attribute or a tag, or be taken for one of Graphviz' own codes.
///
///     n12 [label=\(DOTText.label(title)), tooltip=\(DOTText.tooltip(title))]
///
/// Never for `shape=record`, which reads `{`, `|` and `<` in labels; and never between `<` and `>`, which is for HTML.
package enum DOTText {
    /// The most bytes that a label or tooltip may take in DOT; what is longer ends in `…`. Graphviz reads its text in
    /// pieces of 16 kB.
    package static let limit = 16_000

    /// A name: of a graph, of a node, or a value that Graphviz does not decode, such as a colour or a font. Different
    /// names stay different, but for signs that no page is given; and a backslash or line break in one is shown as two
    /// characters: name nodes `n12`.
    package static func name(_ text: String) -> String {
        quoted(text.unicodeScalars.reduce(into: "") { $0 += escaped($1, backslash: #"\\"#, ampersand: "&") })
    }

    /// The text on a node, edge, cluster or graph. Graphviz decodes `&lt;` and replaces `\N` by the node's name.
    package static func label(_ text: String) -> String {
        quoted(cut(text) { escaped($0, backslash: #"\\"#, ampersand: "&amp;") })
    }

    /// The text beside the mouse. Graphviz decodes backslashes here twice, and only the second time replaces `\N`.
    package static func tooltip(_ text: String) -> String {
        quoted(cut(text) { escaped($0, backslash: #"\\\\"#, ampersand: "&amp;") })
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static func escaped(_ scalar: Unicode.Scalar, backslash: String, ampersand: String) -> String {
        switch scalar {
        case "\\": backslash
        case "&": ampersand
        case "\"": #"\""#
        case "\n": #"\n"#
        case "\t": " "
        default: TextTarget.page.allows(scalar) ? String(scalar) : ""
        }
    }

    /// The text, escaped, as far as it fits; cut between characters, so that no letter loses its accents.
    private static func cut(_ text: String, escaping escape: (Unicode.Scalar) -> String) -> String {
        if text.utf8.count <= limit / 2, EscapeFastPath.hold(text, mayHoldLines: true) {
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return lines.count == 1 ? text : lines.map { String(Substring($0)) }.joined(separator: #"\n"#)
        }
        var result = ""
        for character in text {
            let scalars = (character.isNewline ? "\n" : character).unicodeScalars
            let next = scalars.reduce(into: "") { $0 += escape($1) }
            guard result.utf8.count + next.utf8.count <= limit - "…".utf8.count else { return result + "…" }
            result += next
        }
        return result
    }
}

extension DOTText {
    /// A link, for `URL=` or `href=`; nil for what is no address on the web, and so for `javascript:alert(1)`.
    ///
    /// Graphviz 2.42 writes addresses into SVG as they are, so they are escaped here; newer versions escape only what is
    /// not yet escaped, up to 14.1 at least, so nothing is escaped twice. (A test would tell: it reads an address back.)
    /// For PDF, `Graphviz.render` undoes the escaping.
    package static func address(_ address: String) -> String? {
        guard isOnTheWeb(address) else { return nil }
        let escaped = XMLText.escaped(address)
        let text = escaped.utf8.contains(UInt8(ascii: "\\")) ? escaped.replacing("\\", with: #"\\"#) : escaped
        return text.utf8.count <= limit ? "\"\(text)\"" : nil
    }

    /// `http://` or `https://`, something after it, and no blank or control character anywhere: browsers drop those, and
    /// so could read another address than the one that was checked.
    private static func isOnTheWeb(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        guard let scheme = ["https://", "http://"].first(where: start.hasPrefix) else { return false }
        let rest = address.dropFirst(scheme.count)
        guard let first = rest.first, !"/?#\\".contains(first) else { return false }
        return rest.unicodeScalars.allSatisfy {
            TextTarget.page.allows($0) && !$0.properties.isWhitespace
        }
    }
}
