/// An SVG picture in words: what the whole is, and for each node and edge what it is in place of the name that Graphviz
/// knows it by. Screen readers say it, and browsers show it beside the mouse.
///
///     <g id="s0" class="node kamerstuk"><title>s0</title>  →  <title>35 165, nr. 97 (kamerstuk) cited by …</title>
enum AccessibleSVG {
    static func bytes(of svg: [UInt8], _ graph: DrawnGraph, description: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(svg.count * 5 / 4)
        var rest = svg[...]
        if let tag = rest.first("<svg "),
            let end = rest[tag.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        {
            result += rest[..<end]
            result += #" role="graphics-document" aria-labelledby="kvgraph-title kvgraph-desc">"#.utf8
            result += "\n<title id=\"kvgraph-title\">\(XMLText.escaped(graph.title))</title>".utf8
            result += "\n<desc id=\"kvgraph-desc\">\(XMLText.escaped(description))</desc>".utf8
            rest = rest[(end + 1)...]
        }
        while let opening = rest.first("<title>"),
            let closing = rest[opening.upperBound...].first("</title>")
        {
            let name = rest[opening.upperBound..<closing.lowerBound]
            let words = graph.words[plain(name)]
            result += rest[..<opening.upperBound]
            if let words { result += XMLText.escaped(oneLine(words)).utf8 } else { result += name }
            result += "</title>".utf8
            rest = rest[closing.upperBound...]
        }
        return result + rest
    }

    /// `l0&#45;&gt;s0`, the name of an edge as Graphviz writes it → `l0->s0`.
    private static func plain(_ name: ArraySlice<UInt8>) -> String {
        guard let dash = name.first("&#45;") else { return String(decoding: name, as: UTF8.self) }
        let rest = name[dash.upperBound...]
        let isArrow = rest.first("&gt;")?.lowerBound == rest.startIndex
        let before = String(decoding: name[..<dash.lowerBound], as: UTF8.self)
        return before + (isArrow ? "->" : "-") + plain(rest.dropFirst(isArrow ? 4 : 0))
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}
