import DutchText

/// Whether a document of XML or HTML is small enough for a parser: so many tags, and so many attributes each. libxml2
/// compares each attribute of an element with all others, so that `<p a b c …>` with 60,000 of them takes half a minute.
///
/// Tags are cut as libxml2 cuts them, with `>` in a quoted value and attributes without a value. Where a document could be
/// cut in two ways, the one with more attributes counts.
struct MarkupBounds {
    /// No letter has more tags.
    private static let mostTags = 1_000_000
    /// Nor an element with more attributes.
    private static let mostAttributes = 2_000
    /// The comparisons that all elements together may ask for, twice: a tenth of a second.
    private static let mostComparisons = 16_000_000

    private let bytes: Bytes
    private let isHTML: Bool
    private var tags = 0
    private var comparisons = 0

    static func hold(_ bytes: [UInt8], isHTML: Bool) -> Bool {
        bytes.reading { bytes in
            var bounds = MarkupBounds(bytes: bytes, isHTML: isHTML)
            return bounds.hold()
        }
    }

    private init(bytes: Bytes, isHTML: Bool) { (self.bytes, self.isHTML) = (bytes, isHTML) }

    private mutating func hold() -> Bool {
        var place = 0
        while let open = bytes.first(Byte.less, in: place..<bytes.count) {
            place = open + 1
            tags += 1
            if tags > Self.mostTags { return false }
            guard place < bytes.count else { break }
            if let end = skipped(at: open) {
                place = end
            } else if opensName(bytes[place]) {
                let (end, attributes) = tag(at: place)
                comparisons += attributes * attributes
                if attributes > Self.mostAttributes || comparisons > Self.mostComparisons { return false }
                place = isRawText(at: open, closing: end) ? rawTextEnd(from: end) : end
            }
        }
        return true
    }

    /// The end of what holds no tags: a comment, and in XML `<![CDATA[…]]>`. Nil for all else, and for one without an end.
    private func skipped(at open: Int) -> Int? {
        var cursor = Cursor(bytes, in: open..<bytes.count)
        if cursor.skip("<!--") {
            // `<!-->` is a whole comment to some.
            let all = cursor.position - 2..<bytes.count
            return [bytes.firstIndex(of: "-->", in: all), bytes.firstIndex(of: "--!>", in: all)].compactMap(\.self)
                .min()
        }
        guard !isHTML, cursor.skip("<![CDATA[") else { return nil }
        return bytes.firstIndex(of: "]]>", in: cursor.position..<bytes.count)
    }

    /// `<script>`, `<style>`: up to their end no sign opens a tag. Not `<script/>`, which holds nothing.
    private func isRawText(at open: Int, closing end: Int) -> Bool {
        guard isHTML, bytes[end - 1] != Byte.slash else { return false }
        let name = bytes[(open + 1)...].prefix { isOfName($0) }.prefix(7).map(\.lowered)
        return name == Array("script".utf8) || name == Array("style".utf8)
    }

    private func rawTextEnd(from start: Int) -> Int { bytes.firstIndex(of: "</", in: start..<bytes.count) ?? start }

    /// How many attributes the tag has whose name begins here, and the place behind it.
    private func tag(at start: Int) -> (end: Int, attributes: Int) {
        var place = start
        while place < bytes.count, isOfName(bytes[place]) { place += 1 }
        var attributes = 0
        while place < bytes.count, attributes <= Self.mostAttributes {
            let byte = bytes[place]
            if byte == Byte.greater { break }
            if Self.isBlank(byte) || byte == Byte.slash {
                place += 1
                continue
            }
            attributes += 1
            place = opensName(byte) ? attributeEnd(from: place) : oddEnd(from: place)
        }
        return (place, attributes)
    }

    /// `a`, `a=b`, `a = "b>c"`.
    private func attributeEnd(from start: Int) -> Int {
        var place = start
        while place < bytes.count, isOfName(bytes[place]) { place += 1 }
        let end = place
        while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
        guard place < bytes.count, bytes[place] == Byte.equals else { return end }
        place += 1
        while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
        guard place < bytes.count else { return place }
        if bytes[place] == Byte.quote || bytes[place] == Byte.apostrophe {
            // Without an end it quotes nothing.
            return (bytes.first(bytes[place], in: place + 1..<bytes.count) ?? place) + 1
        }
        return oddEnd(from: place)
    }

    /// The end of what is no name, and of a value without quotes: the next blank, or the tag's.
    private func oddEnd(from start: Int) -> Int {
        var place = start
        while place < bytes.count, !Self.isBlank(bytes[place]), bytes[place] != Byte.greater { place += 1 }
        return place
    }

    private func opensName(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte == Byte.underscore || byte == Byte.colon || byte == Byte.dot && isHTML
            || byte >= 0x80 && !isHTML
    }

    private func isOfName(_ byte: UInt8) -> Bool {
        opensName(byte) || byte.isDigit || byte == Byte.hyphen || byte == Byte.dot
    }

    /// libxml2 takes no form feed for a blank.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == Byte.space || byte == Byte.tab || byte == Byte.newline || byte == Byte.carriageReturn
    }
}
