import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a reader of an SVG file gets to see, read back by an XML parser; fails where the file is no XML.
final class DrawnSVG: NSObject, XMLParserDelegate {
    private(set) var elements: Set<String> = []
    private(set) var attributes: Set<String> = []
    /// The lines of text in the picture.
    private(set) var lines: [String] = []
    private(set) var tooltips: [String] = []
    private(set) var links: [String] = []
    private var text: String?

    init(_ bytes: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        try #require(
            parser.parse(),
            "no XML: \(String(describing: parser.parserError))\n\(String(decoding: bytes, as: UTF8.self))")
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes values: [String: String]
    ) {
        elements.insert(element)
        attributes.formUnion(values.keys)
        if let link = values["xlink:href"] { links.append(link) }
        if let tooltip = values["xlink:title"] { tooltips.append(tooltip.withUsualBlanks) }
        if element == "text" { text = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text? += characters }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        if element == "text", let text { lines.append(text.withUsualBlanks) }
        text = nil
    }

    /// Nothing but the elements and attributes that Graphviz itself writes: no script, no event, no foreign link.
    func expectHarmless(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(elements.isSubset(of: Self.usualElements), sourceLocation: sourceLocation)
        #expect(attributes.isSubset(of: Self.usualAttributes), sourceLocation: sourceLocation)
        let isOnTheWeb = { (link: String) in ["http://", "https://"].contains { link.lowercased().hasPrefix($0) } }
        #expect(links.allSatisfy(isOnTheWeb), sourceLocation: sourceLocation)
    }

    private static let usualElements: Set = ["svg", "g", "title", "a", "polygon", "ellipse", "path", "text"]
    private static let usualAttributes: Set = [
        "width", "height", "viewBox", "xmlns", "xmlns:xlink", "id", "class", "transform", "fill", "stroke", "points",
        "d",
        "cx", "cy", "rx", "ry", "x", "y", "text-anchor", "font-family", "font-size", "xlink:href", "xlink:title",
        "xml:space",
    ]
}

extension String {
    /// Graphviz writes every second of two blanks as one that does not break.
    var withUsualBlanks: String { replacing("\u{A0}", with: " ") }
}
