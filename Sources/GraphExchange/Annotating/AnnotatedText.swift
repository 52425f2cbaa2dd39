/// The text of a letter with the citations that stand in it, cut where one begins or ends: put together again, the pieces are the
/// text byte for byte.
public struct AnnotatedText: Sendable {
    /// A citation on its way to a link.
    public struct Mark: Sendable, Equatable {
        /// Bytes of the text.
        public let range: Range<Int>
        /// The canonical id of the source.
        public let source: String
        /// As people see it: `30 821, nr. 230 — Nationale Veiligheid`.
        public let label: String
        /// The unit that cites: `A7`.
        public let unit: String
        /// The page of the source, or nil.
        public let link: String?

        public init(range: Range<Int>, source: String, label: String, unit: String, link: String?) {
            (self.range, self.source, self.label) = (range, source, label)
            (self.unit, self.link) = (unit, ExchangeText.link(link))
        }
    }

    /// Bytes that the same citations share, or none.
    struct Piece {
        let range: Range<Int>
        let marks: [Mark]

        /// The first page there is: a list of numbers may be one stretch of several sources.
        var link: String? { marks.lazy.compactMap(\.link).first }
        /// Each once, in order: a note with two markers is cited from two units.
        var labels: [String] {
            var seen: Set<String> = []
            return marks.map(\.label).filter { seen.insert($0).inserted }
        }
    }

    /// What the letter is called, and its name among letters.
    public let title: String
    public let name: String
    let bytes: [UInt8]
    /// In the order of the text; of equals, as they were given.
    let marks: [Mark]

    /// - Parameters:
    ///   - bytes: the canonical text of the letter, valid UTF-8.
    ///   - marks: within it; others are left out.
    public init(_ bytes: [UInt8], title: String, name: String, marks: [Mark]) {
        (self.bytes, self.title, self.name) = (bytes, title, name)
        let inside = marks.filter {
            !$0.range.isEmpty && $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count
        }
        self.marks = inside.enumerated().sorted {
            ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
                < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
        }.map(\.element)
    }

    /// - Complexity: linear in the text; each piece looks at the citations that are open there.
    var pieces: [Piece] {
        let ends = Set(marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [0, bytes.count]).sorted()
        var pieces: [Piece] = []
        var (open, next): ([Mark], Int) = ([], 0)
        for (start, end) in zip(ends, ends.dropFirst()) {
            open.removeAll { $0.range.upperBound <= start }
            while next < marks.count, marks[next].range.lowerBound <= start {
                open.append(marks[next])
                next += 1
            }
            pieces.append(Piece(range: start..<end, marks: open))
        }
        return pieces
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
