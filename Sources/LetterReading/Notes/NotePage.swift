import DutchText

/// A stretch of lines with at most one block of notes: a page where feet tell pages apart, else also what stands
/// between two headings.
struct NotePage {
    let lines: Range<Int>
    /// The line behind its last heading.
    let afterHeadings: Int
    /// The line that opens the printed page; markers most likely stand after it.
    let opening: Int
    /// Whether furniture closes it and another page follows: the notes then run down to its foot.
    let hasFoot: Bool

    static func all(_ bytes: Bytes, _ lines: [Line]) -> [NotePage] {
        let feet = lines.indices.count { lines[$0].opensPage }
        let starts = lines.indices.filter { index in
            index == 0 || lines[index].opensPage
                || feet < 3 && (lines[index].opens != nil || looksLikeStart(bytes, lines[index]))
        }
        var opening = 0
        return zip(starts, starts.dropFirst() + [lines.count]).map { start, end in
            if lines[start].opensPage { opening = start }
            let heading = (start..<end).last { lines[$0].role == .heading }
            return NotePage(
                lines: start..<end, afterHeadings: heading.map { $0 + 1 } ?? start, opening: opening,
                hasFoot: end < lines.count && (lines[end].opensPage || lines[end - 1].role == .furniture))
        }
    }

    /// Text of a PDF may open each page with one blank, where no other line has one.
    private static func looksLikeStart(_ bytes: Bytes, _ line: Line) -> Bool {
        let start = line.range.lowerBound
        return start >= 2 && bytes[start - 1] == Byte.space && bytes[start - 2] == Byte.newline
    }
}
