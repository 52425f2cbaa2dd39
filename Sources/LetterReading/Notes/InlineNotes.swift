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
            markers.append(NoteMarker(range: start..<cursor.position, numbers: [number], style: .inline, weight: 100))
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

/// Notes in brackets that a converter set on one line: `[2] https://a.nl/b[3] https://c.nl/d`. A number in brackets before
/// an address, or glued to one, opens a note where a smaller number opened one on its line or some lines above.
enum JoinedNotes {
    /// A note that has more lines is not gone on with.
    private static let mostLines = 6

    /// Cuts such lines before each further note.
    static func part(_ lines: inout [Line], _ bytes: Bytes) {
        var index = 0
        var last: (number: Int, line: Int)?
        while index < lines.count {
            defer { index += 1 }
            guard lines[index].role == .body else { continue }
            var cursor = Cursor(bytes, in: lines[index].range)
            if bytes[lines[index].range.lowerBound] == Byte.openBracket,
                let number = NoteNotation.bracket.opening(&cursor)
            {
                last = (number, index)
            }
            guard let (number, opened) = last, index - opened < mostLines,
                let next = next(after: number, from: cursor.position, in: lines[index].range, bytes)
            else { continue }
            guard let (head, rest) = lines[index].cut(at: next, in: bytes) else { continue }
            lines[index] = head
            lines.insert(rest, at: index + 1)
            // `…/artikel-10[2]⏎Waterbode`: its text stands below.
            if index + 2 < lines.count, lines[index + 1].range.count < 7, lines[index + 2].role == .body {
                lines[index + 1].range = next..<lines[index + 2].range.upperBound
                lines.remove(at: index + 2)
            }
        }
    }

    private static func next(after number: Int, from start: Int, in line: Range<Int>, _ bytes: Bytes) -> Int? {
        var from = start
        while let place = bytes.first(Byte.openBracket, in: from..<line.upperBound) {
            var cursor = Cursor(bytes, in: place..<line.upperBound)
            if let found = NoteNotation.bracket.opening(&cursor) ?? alone(&cursor), found > number, found <= number + 3
            {
                cursor.skipBlanks()
                // `…/artikel-10[2] Waterbode`: glued to an address.
                let isGlued = found == number + 1 && !bytes[place - 1].isBlank && endsAddress(place, in: line, bytes)
                if isGlued || cursor.skip("http") || cursor.skip("www.") { return place }
            }
            from = place + 1
        }
        return nil
    }

    /// `[2]` at the end of its line.
    private static func alone(_ cursor: inout Cursor) -> Int? {
        guard cursor.skip(Byte.openBracket), let number = cursor.number(most: 3), cursor.skip(Byte.closeBracket),
            cursor.isAtEnd
        else { return nil }
        return number
    }

    private static func endsAddress(_ place: Int, in line: Range<Int>, _ bytes: Bytes) -> Bool {
        var start = place
        while start > line.lowerBound, !bytes[start - 1].isBlank { start -= 1 }
        return ["http", "www."].contains { bytes.firstIndex(of: $0, in: start..<place) != nil }
    }
}
