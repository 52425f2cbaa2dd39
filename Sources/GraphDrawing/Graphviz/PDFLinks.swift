import CGraphviz

/// Turns the addresses of a graph, which `DOTText.address` writes as XML for SVG, into what a PDF wants: characters of
/// US-ASCII, `&` as itself, and no quotes, on which cairo would give up the whole file.
enum PDFLinks {
    private static let attributes = ["URL", "href"]
    private static let ofEdges = attributes + ["edge", "head", "label", "tail"].flatMap { ["\($0)URL", "\($0)href"] }

    static func apply(to graph: UnsafeMutablePointer<Agraph_t>) {
        var node = agfstnode(graph)
        while let current = node {
            print(attributes, of: current)
            var edge = agfstout(graph, current)
            while let link = edge {
                print(ofEdges, of: link)
                edge = agnxtout(graph, link)
            }
            node = agnxtnode(graph, current)
        }
        applyToClusters(of: graph)
    }

    private static func applyToClusters(of graph: UnsafeMutablePointer<Agraph_t>) {
        print(attributes, of: graph)
        var cluster = agfstsubg(graph)
        while let current = cluster {
            applyToClusters(of: current)
            cluster = agnxtsubg(current)
        }
    }

    private static func print(_ names: [String], of object: UnsafeMutableRawPointer) {
        for name in names {
            guard let value = cgv_attribute(object, name), value.pointee != 0 else { continue }
            cgv_set_attribute(object, name, printed(String(cString: value)))
        }
    }

    private static let entities = [
        ("&amp;", "&"), ("&quot;", "%22"), ("&#39;", "%27"), ("&lt;", "%3C"), ("&gt;", "%3E"), (#"\\"#, "%5C"),
    ]

    /// `https://x.nl/?a=1&amp;b=é` → `https://x.nl/?a=1&b=%C3%A9`
    static func printed(_ address: String) -> String {
        var result = ""
        var rest = Substring(address).utf8
        while let byte = rest.first {
            if let (escaped, plain) = entities.first(where: { rest.starts(with: $0.0.utf8) }) {
                result += plain
                rest = rest.dropFirst(escaped.utf8.count)
            } else {
                let isPrintable = (0x21...0x7E).contains(byte) && !#""'<>"#.utf8.contains(byte)
                result += isPrintable ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
