/// Text → lines. A line ends where the text has a line end, and also where a converter dropped one: around the foot of
/// a page (`Aanhangsel 3Vraag 4`) and, in flattened text, where a run of blanks, a heading or a page number stands.
struct LineCutter {
    private let bytes: [UInt8]
    /// Notes that stand within the running text, sorted; a line end inside one ends no line.
    private let holes: [Range<Int>]

    /// Whether a converter lost the line ends.
    private let isFlattened: Bool

    init(_ bytes: [UInt8], around holes: [Range<Int>], isFlattened: Bool) {
        (self.bytes, self.isFlattened) = (bytes, isFlattened)
        self.holes = holes
    }

    /// Whether nearly every line end was lost: one or two lines hold the whole letter.
    static func isFlattened(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.count { $0 == Byte.newline } + 1
        return bytes.count > 800 && bytes.count / lines > 800
    }

    /// All lines that are not empty, in order.
    /// - Complexity: linear in the number of bytes.
    func cut() -> [Line] {
        var feet = (PageFoot.all(in: bytes) + KamerstukFoot.all(in: bytes)).sorted { $0.lowerBound < $1.lowerBound }[
            ...]
        var lines: [Line] = []
        var blanks = 0
        var opensPage = false
        for physical in physicalLines() {
            let range = Line.trimmed(physical.range, in: bytes)
            opensPage = opensPage || physical.opensPage
            if range.isEmpty {
                blanks += 1
                continue
            }
            var line = Line(range: range, blankBefore: blanks > 0, opensPage: opensPage)
            blanks = 0
            opensPage = false
            var furniture: [Range<Int>] = []
            while let foot = feet.first, foot.lowerBound < range.upperBound {
                furniture.append(foot)
                feet.removeFirst()
            }
            if isFlattened { furniture += FlattenedText.furniture(in: bytes, range) }
            var cuts = furniture.flatMap { [$0.lowerBound, $0.upperBound] }
            if isFlattened { cuts += FlattenedText.cuts(in: bytes, range) }
            for offset in Set(cuts).sorted() {
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
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                if let next = hole.first, index >= next.lowerBound {
                    index = max(index, next.upperBound)
                    hole.removeFirst()
                    continue
                }
                let byte = buffer[index]
                if byte == Byte.newline || byte == Byte.formFeed {
                    lines.append((start..<index, opensPage))
                    start = index + 1
                    opensPage = byte == Byte.formFeed
                }
                index += 1
            }
            lines.append((start..<buffer.count, opensPage))
        }
        return lines
    }
}
