import GraphAnalysis

/// The words on a node: short enough to read in a picture, the whole of it in the tooltip.
enum NodeLabel {
    /// Longer words on a source are shortened.
    private static let longest = 46

    /// `BZK 7 jul 2025 · Bontenbal c.s. (CDA)` on two lines.
    static func letter(_ label: String) -> String { label.replacing(" · ", with: "\n") }

    /// A source's label with its title; an address keeps its host and the start of its last part.
    static func source(_ source: CitationGraph.Source, letters: Int) -> String {
        let text =
            source.kind == "url"
            ? address(source.label)
            : CitationGraph.titled(shortened(source.label, to: longest), source.title, longest: longest)
        return letters > 1 ? "\(text)\ncited by \(letters) letters" : text
    }

    /// `30 821, nr. 230 — Nationale Veiligheid`
    static func titled(_ source: CitationGraph.Source) -> String { CitationGraph.titled(source.label, source.title) }

    /// `nporadio1.nl/nieuws/…/minister-de-jonge-geen-tekenen…` → `nporadio1.nl/…/minister-de-jonge-geen-…`
    private static func address(_ label: String) -> String {
        let parts = label.split(separator: "/")
        guard label.count > longest, let host = parts.first, let last = parts.last, parts.count > 1 else {
            return label.hasSuffix("/") ? String(label.dropLast()) : label
        }
        let start = parts.count > 2 ? "\(host)/…/" : "\(host)/"
        return start + shortened(String(last), to: max(8, longest - start.count))
    }

    private static func shortened(_ text: String, to length: Int) -> String {
        text.count > length ? text.prefix(length - 1) + "…" : text
    }
}
