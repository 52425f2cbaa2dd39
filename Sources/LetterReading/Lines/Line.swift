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
    /// The number that the file's own list prints before it.
    var item: Document.Item?
    var role = Role.body
    /// The unit that begins here: with its heading, or where an answer without one starts.
    var opens: UnitName?

    /// Cuts the line in two at a byte offset, each part without the blanks around the cut. Nil when nothing remains
    /// on one side.
    func cut(at offset: Int, in bytes: Bytes) -> (Line, Line)? {
        var left = self
        var right = self
        left.range = bytes.trimmed(range.lowerBound..<max(offset, range.lowerBound))
        right.range = bytes.trimmed(min(offset, range.upperBound)..<range.upperBound)
        guard !left.range.isEmpty, !right.range.isEmpty else { return nil }
        right.blankBefore = false
        right.opensPage = false
        right.opens = nil
        right.item = nil
        return (left, right)
    }
}
