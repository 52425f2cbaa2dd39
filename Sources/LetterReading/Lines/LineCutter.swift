import DutchText

/// Text → lines. A line ends where the text has a line end, and also where a converter dropped one: around the foot of
/// a page (`Aanhangsel 3Vraag 4`) and, in flattened text, where a run of blanks, a heading or a page number stands.
struct LineCutter {
    private let bytes: Bytes
    /// Notes that stand within the running text, sorted; a line end inside one ends no line.
    private let holes: [Range<Int>]

    /// Whether a converter lost the line ends.
    private let isFlattened: Bool

    /// Where headings stand in a text without line ends, by its ranges.
    private let headings: (Bytes, Range<Int>) -> [Int]

    init(
        _ bytes: Bytes, around holes: [Range<Int>], isFlattened: Bool,
        headings: @escaping (Bytes, Range<Int>) -> [Int]
    ) {
        (self.bytes, self.isFlattened) = (bytes, isFlattened)
        (self.holes, self.headings) = (holes, headings)
    }

    /// All lines that are not empty, in order.
    /// - Complexity: linear in the number of bytes.
    func cut() -> [Line] {
        var feet = (PageFoot.all(in: bytes) + KamerstukFoot.all(in: bytes)).sorted { $0.lowerBound < $1.lowerBound }[
            ...]
        let physical = physicalLines()
        var lines: [Line] = []
        lines.reserveCapacity(physical.count)
        var blanks = 0
        var opensPage = false
        for physical in physical {
            let range = bytes.trimmed(physical.range)
            opensPage = opensPage || physical.opensPage
            if range.isEmpty {
                blanks += 1
                continue
            }
            defer { (blanks, opensPage) = (0, false) }
            let hasFoot = feet.first.map { $0.lowerBound < range.upperBound } == true
            guard isFlattened || hasFoot else {
                lines.append(Line(range: range, blankBefore: blanks > 0, opensPage: opensPage))
                continue
            }
            var line = Line(range: range, blankBefore: blanks > 0, opensPage: opensPage)
            var furniture: [Range<Int>] = []
            while let foot = feet.first, foot.lowerBound < range.upperBound {
                furniture.append(foot)
                feet.removeFirst()
            }
            if isFlattened { furniture += FlattenedText.furniture(in: bytes, range) }
            var cuts = furniture.flatMap { [$0.lowerBound, $0.upperBound] }
            if isFlattened { cuts += FlattenedText.cuts(in: bytes, range) + headings(bytes, range) }
            cuts.sort()
            for (index, offset) in cuts.enumerated() where index == 0 || cuts[index - 1] != offset {
                guard let (left, right) = line.cut(at: offset, in: bytes) else { continue }
                append(left, to: &lines, furniture)
                line = right
                line.blankBefore = isFlattened && FlattenedText.hasGap(in: bytes, before: right.range.lowerBound)
            }
            append(line, to: &lines, furniture)
        }
        return lines
    }

    private func append(_ line: Line, to lines: inout [Line], _ furniture: [Range<Int>]) {
        var line = line
        if furniture.contains(where: { $0.contains(line.range.lowerBound) }) { line.role = .furniture }
        lines.append(line)
    }

    private func physicalLines() -> [(range: Range<Int>, opensPage: Bool)] {
        var lines: [(Range<Int>, Bool)] = []
        var start = 0
        var opensPage = false
        var hole = holes[...]
        var from = 0
        var feed = bytes.first(Byte.formFeed, in: 0..<bytes.count) ?? Int.max
        while true {
            if feed < from { feed = bytes.first(Byte.formFeed, in: from..<bytes.count) ?? Int.max }
            let end = min(feed, bytes.first(Byte.newline, in: from..<bytes.count) ?? Int.max)
            guard end < bytes.count else { break }
            while let next = hole.first, next.upperBound <= end { hole.removeFirst() }
            if let next = hole.first, next.lowerBound <= end {
                from = next.upperBound
                continue
            }
            lines.append((start..<end, opensPage))
            start = end + 1
            from = start
            opensPage = bytes[end] == Byte.formFeed
        }
        lines.append((start..<bytes.count, opensPage))
        return lines
    }
}
