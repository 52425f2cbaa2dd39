/// An SVG picture in words: what the whole is, and for each node and edge what it is in place of the name that Graphviz
/// knows it by. Screen readers say it, and browsers show it beside the mouse.
///
///     <g id="s0" class="node kamerstuk"><title>s0</title>  →  <title>35 165, nr. 97 (kamerstuk) cited by …</title>
enum AccessibleSVG {
    static func bytes(of svg: [UInt8], _ graph: DrawnGraph, description: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(svg.count * 5 / 4)
        var rest = svg[...]
        if let tag = rest.firstRange(of: "<svg ".utf8),
            let end = rest[tag.upperBound...].firstIndex(of: UInt8(ascii: ">"))
        {
            result += rest[..<end]
            result += #" role="graphics-document" aria-labelledby="kvgraph-title kvgraph-desc">"#.utf8
            result += "\n<title id=\"kvgraph-title\">\(XMLText.escaped(graph.title))</title>".utf8
            result += "\n<desc id=\"kvgraph-desc\">\(XMLText.escaped(description))</desc>".utf8
            rest = rest[(end + 1)...]
        }
        while let opening = rest.firstRange(of: "<title>".utf8),
            let closing = rest[opening.upperBound...].firstRange(of: "</title>".utf8)
        {
            let name = String(decoding: rest[opening.upperBound..<closing.lowerBound], as: UTF8.self)
            let words = graph.words[name.replacing("&#45;", with: "-").replacing("&gt;", with: ">")]
            result += rest[..<opening.upperBound]
            result += (words.map { XMLText.escaped(oneLine($0)) } ?? name).utf8
            result += "</title>".utf8
            rest = rest[closing.upperBound...]
        }
        return result + rest
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    }
}
