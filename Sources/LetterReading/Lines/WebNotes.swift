import DutchText

/// Notes as the page of an official publication shows them, copied as text: `X Noot`, below it the number, below that the
/// text. Number and text become one line, as notes have it; the words around are furniture.
enum WebNotes {
    /// Joins the lines of such notes. Their titles are no feet of pages: the notes are one block.
    static func join(_ lines: inout [Line], _ bytes: Bytes) {
        guard let first = lines.indices.first(where: { isTitle(bytes, lines, at: $0) }) else { return }
        var result = Array(lines[..<first])
        var index = first
        while index < lines.count {
            guard isTitle(bytes, lines, at: index) else {
                if isEnd(bytes, lines[index].range) { lines[index].role = .furniture }
                result.append(lines[index])
                index += 1
                continue
            }
            lines[index].role = .furniture
            result.append(lines[index])
            var note = lines[index + 1]
            note.range = note.range.lowerBound..<lines[index + 2].range.upperBound
            note.blankBefore = true
            result.append(note)
            index += 3
        }
        lines = result
    }

    /// `X Noot`, `[X] Noot` or `Noot`, then a number alone, then a text.
    private static func isTitle(_ bytes: Bytes, _ lines: [Line], at index: Int) -> Bool {
        guard index + 2 < lines.count, lines[index].range.count < 12 else { return false }
        var cursor = Cursor(bytes, in: lines[index].range)
        guard let byte = cursor.current, byte == Byte.openBracket || byte.isUpper else { return false }
        if cursor.skip("[X]") || cursor.skipWord("X") { cursor.skipBlanks() }
        guard cursor.skipWord("Noot"), cursor.isAtEnd else { return false }
        var number = Cursor(bytes, in: lines[index + 1].range)
        return number.number(most: 3) != nil && number.isAtEnd && !isEnd(bytes, lines[index + 2].range)
    }

    private static func isEnd(_ bytes: Bytes, _ line: Range<Int>) -> Bool {
        guard line.count < 14 else { return false }
        var cursor = Cursor(bytes, in: line)
        return cursor.skipWord("Naar boven") && cursor.isAtEnd
    }
}
