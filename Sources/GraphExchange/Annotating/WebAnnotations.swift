/// The citations of a letter as a page of W3C Web Annotations: each selects its quote twice, by its words and by its place. Places
/// count characters (code points) of the text that `kvgraph show --text` prints.
enum WebAnnotations {
    static func write(_ letter: AnnotatedText, _ output: ExchangeOutput) throws {
        let page = "urn:kvgraph:letter:" + ExchangeText.urn(letter.name)
        try output.write(
            """
            {"@context":"http://www.w3.org/ns/anno.jsonld","id":\(json(page + "#annotations")),\
            "items":[
            """)
        var separator = Separator(",")
        var characters = CharacterCount(letter.bytes)
        for (index, mark) in letter.marks.enumerated() {
            let start = characters.before(mark.range.lowerBound)
            let end = start + CharacterCount.of(letter.bytes[mark.range])
            try output.write(
                """
                \(separator.next())
                {"body":[{"id":\(json(body(mark))),"purpose":"linking","type":"Text"},\
                {"purpose":"describing","type":"TextualBody","value":\(json("\(mark.unit): \(mark.label)"))}],\
                "id":\(json("\(page)#annotation-\(index + 1)")),"motivation":"linking",\
                "target":{"selector":[{"exact":\(json(letter.string(mark.range))),\
                "prefix":\(json(letter.before(mark.range))),"suffix":\(json(letter.after(mark.range))),\
                "type":"TextQuoteSelector"},{"end":\(end),"start":\(start),"type":"TextPositionSelector"}],\
                "source":\(json(page))},"type":"Annotation"}
                """)
        }
        try output.write("\n],\"label\":\(json(letter.title)),\"type\":\"AnnotationPage\"}\n")
    }

    private static func body(_ mark: AnnotatedText.Mark) -> String {
        mark.link.map(ExchangeText.iri) ?? "urn:kvgraph:source:" + ExchangeText.urn(mark.source)
    }

    private static func json(_ text: String) -> String { ExchangeText.of(text, in: .json) }
}

/// How many characters stand before places of a text, asked from its beginning to its end.
private struct CharacterCount {
    private let bytes: [UInt8]
    private var (place, count) = (0, 0)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter offset: not before the one asked for last.
    mutating func before(_ offset: Int) -> Int {
        count += Self.of(bytes[place..<offset])
        place = offset
        return count
    }

    /// The bytes that begin a character.
    static func of(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}

extension AnnotatedText {
    /// So many bytes beside a quote tell it from the same words elsewhere.
    private static let beside = 48

    fileprivate func before(_ range: Range<Int>) -> String {
        var start = max(0, range.lowerBound - Self.beside)
        while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        return string(start..<range.lowerBound)
    }

    fileprivate func after(_ range: Range<Int>) -> String {
        var end = min(bytes.count, range.upperBound + Self.beside)
        while end > range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return string(range.upperBound..<end)
    }
}
