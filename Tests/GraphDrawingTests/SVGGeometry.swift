import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Where everything stands in an SVG that Graphviz wrote: shapes and lines of text by the group they are in.
final class SVGGeometry: NSObject, XMLParserDelegate {
    /// A node, the frame of a box, a line with what stands beside it, or what stands above the whole.
    final class Group {
        enum Kind { case graph, node, frame, edge }

        let name: String
        let kind: Kind
        /// What its shape covers; nil where it has none (`plaintext`).
        var shape: CGRect?
        var texts: [(text: String, place: CGRect)] = []

        init(_ name: String, _ kind: Kind) { (self.name, self.kind) = (name, kind) }

        /// Shape and texts.
        var extent: CGRect { texts.reduce(shape ?? .null) { $0.union($1.place) } }
    }

    private(set) var groups: [Group] = []
    private var open: [Group?] = []
    private var text: (string: String, place: CGPoint, anchor: String, size: Double)?

    init(_ bytes: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        try #require(parser.parse(), "no XML: \(String(describing: parser.parserError))")
    }

    var nodes: [Group] { groups.filter { $0.kind == .node } }
    var frames: [Group] { groups.filter { $0.kind == .frame } }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let number = { (name: String) in attributes[name].flatMap(Double.init) ?? 0 }
        switch element {
        case "g":
            let sort = attributes["class"]?.split(separator: " ").first
            let kinds: [Substring: Group.Kind] = ["graph": .graph, "node": .node, "cluster": .frame, "edge": .edge]
            let group = sort.flatMap { kinds[$0] }.map { Group(attributes["id"] ?? "", $0) }
            if let group { groups.append(group) }
            // The anchor within a group is a group of its own.
            open.append(group ?? (sort == nil ? open.last ?? nil : nil))
        case "polygon", "polyline", "path", "ellipse":
            guard let group = open.last ?? nil, group.kind != .graph else { return }
            let shape = Self.extent(attributes)
            group.shape = group.shape.map { $0.union(shape) } ?? shape
        case "text":
            let anchor = attributes["text-anchor"] ?? "start"
            text = ("", CGPoint(x: number("x"), y: number("y")), anchor, number("font-size"))
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text?.string += characters }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        if element == "g" { open.removeLast() }
        guard element == "text", let (string, place, anchor, size) = text else { return }
        text = nil
        guard let group = open.last ?? nil, !string.allSatisfy(\.isWhitespace) else { return }
        let width = Self.width(string, size)
        let left = anchor == "middle" ? place.x - width / 2 : anchor == "end" ? place.x - width : place.x
        group.texts.append((string, CGRect(x: left, y: place.y - 0.72 * size, width: width, height: 0.9 * size)))
    }

    /// The width of a line in Arial, by its tables in thousandths of the size: a little less than it is, since what is
    /// asked is whether lines lie on boxes.
    private static func width(_ text: String, _ size: Double) -> Double {
        let widths = text.unicodeScalars.map { scalar -> Double in
            switch scalar {
            case "i", "j", "l", "'", "|", ".", ",", ":", ";", " ", "/", "f", "t", "I", "(", ")", "-", "r": 0.27
            case "m", "w", "M", "W", "@", "—": 0.75
            case "A"..."Z": 0.66
            default: 0.53
            }
        }
        return widths.reduce(0, +) * size
    }

    private static func extent(_ attributes: [String: String]) -> CGRect {
        func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
        if attributes["cx"] != nil {
            let (width, height) = (number("rx"), number("ry"))
            return CGRect(x: number("cx") - width, y: number("cy") - height, width: 2 * width, height: 2 * height)
        }
        let points = (attributes["points"] ?? attributes["d"] ?? "").matches(of: /(-?[\d.]+),(-?[\d.]+)/)
        let (x, y) = (points.compactMap { Double($0.1) }, points.compactMap { Double($0.2) })
        guard let left = x.min(), let right = x.max(), let top = y.min(), let foot = y.max() else { return .null }
        return CGRect(x: left, y: top, width: right - left, height: foot - top)
    }
}
