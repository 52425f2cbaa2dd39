import DutchText

/// One line of a letter, without the blanks around it. A converter's flattened text has lines too: they are cut where
/// it left a sign of one.
struct Line {
    enum Role: Equatable {
        case body
        case furniture
        case heading
        /// An index into the notes found.
        case note(Int)
    }

    /// The bytes from the first to the last that is not blank.
    var range: Range<Int>
    /// Whether at least one empty line stands before it.
    var blankBefore = false
    /// Whether a page starts with it: after a form feed, a page foot, a ruled line.
    var opensPage = false
    var role = Role.body
    /// The unit that begins here: with its heading, or where an answer without one starts.
    var opens: UnitName?

    /// Cuts the line in two at a byte offset, each part without the blanks around the cut. Nil when nothing remains
    /// on one side.
    func cut(at offset: Int, in bytes: Bytes) -> (Line, Line)? {
        var left = self
        var right = self
        left.range = Line.trimmed(range.lowerBound..<max(offset, range.lowerBound), in: bytes)
        right.range = Line.trimmed(min(offset, range.upperBound)..<range.upperBound, in: bytes)
        guard !left.range.isEmpty, !right.range.isEmpty else { return nil }
        right.blankBefore = false
        right.opensPage = false
        right.opens = nil
        return (left, right)
    }

    /// A range without the blanks (also non-breaking ones) at its ends.
    static func trimmed(_ range: Range<Int>, in bytes: Bytes) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = blankLength(at: start, in: bytes, before: end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            if bytes[end - 1].isBlank {
                end -= 1
            } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    private static func blankLength(at place: Int, in bytes: Bytes, before end: Int) -> Int {
        let byte = bytes[place]
        if byte.isBlank { return 1 }
        if byte == 0xC2, place + 1 < end, bytes[place + 1] == 0xA0 { return 2 }
        if byte == 0xEF, place + 2 < end, bytes[place + 1] == 0xBB, bytes[place + 2] == 0xBF { return 3 }
        return 0
    }
}
