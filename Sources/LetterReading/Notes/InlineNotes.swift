import DutchText

/// Notes that a converter from Word wrote into the running text: `…platformen.[footnoteRef:3] Dit gesprek … [3:
/// Kamerstukken II, 2025/20226, 35 165, nr. 97]`. They are lifted first, on the whole text, because the note's
/// brackets may run over several lines.
enum InlineNotes {
    struct Note {
        let number: Int
        let range: Range<Int>
    }

    /// A note's brackets close within this many bytes, or it is none.
    private static let longest = 20_000

    /// The markers `[footnoteRef:3]` and the notes `[3: …]`, each in order.
    static func lift(_ bytes: Bytes) -> (markers: [NoteMarker], notes: [Note]) {
        var markers: [NoteMarker] = []
        var notes: [Note] = []
        var place = 0
        while let start = bytes.firstIndex(of: "[footnoteRef:", in: place..<bytes.count) {
            place = start + 1
            var cursor = Cursor(bytes, in: start + 13..<bytes.count)
            guard let number = cursor.number(most: 4), cursor.skip(Byte.closeBracket) else { continue }
            markers.append(
                NoteMarker(range: start..<cursor.position, numbers: .one(number), style: .inline, weight: 100))
            place = cursor.position
        }
        guard !markers.isEmpty else { return ([], []) }
        let numbers = Set(markers.flatMap(\.numbers))
        place = 0
        var unclosed = 0
        while unclosed < 100, let open = bytes.firstIndex(of: "[", in: place..<bytes.count) {
            place = open + 1
            var cursor = Cursor(bytes, in: open + 1..<bytes.count)
            guard let number = cursor.number(most: 4), numbers.contains(number), cursor.skip(Byte.colon) else {
                continue
            }
            guard let end = closing(bytes, from: cursor.position) else {
                unclosed += 1
                continue
            }
            notes.append(Note(number: number, range: open..<end))
            place = end
        }
        return (markers, notes)
    }

    /// The place behind the bracket that closes the one opened before `start`.
    private static func closing(_ bytes: Bytes, from start: Int) -> Int? {
        var depth = 1
        for index in start..<min(bytes.count, start + longest) {
            if bytes[index] == Byte.openBracket { depth += 1 }
            if bytes[index] == Byte.closeBracket { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return nil
    }
}

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
