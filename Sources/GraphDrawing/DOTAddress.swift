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
            XMLText.allows($0) && !$0.properties.isWhitespace && $0.properties.generalCategory != .control
        }
    }
}
