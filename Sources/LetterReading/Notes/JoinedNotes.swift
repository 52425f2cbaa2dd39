import DutchText

/// Notes in brackets that a converter set on one line: `[2] https://a.nl/b[3] https://c.nl/d`. A number in brackets before
/// an address opens a note where its line opens one with a smaller number.
enum JoinedNotes {
    /// Cuts such lines before each further note.
    static func part(_ lines: inout [Line], _ bytes: Bytes) {
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard lines[index].role == .body, bytes[lines[index].range.lowerBound] == Byte.openBracket else { continue }
            var cursor = Cursor(bytes, in: lines[index].range)
            guard let number = NoteNotation.bracket.opening(&cursor),
                let next = next(after: number, from: cursor.position, in: lines[index].range, bytes),
                let (head, rest) = lines[index].cut(at: next, in: bytes)
            else { continue }
            lines[index] = head
            lines.insert(rest, at: index + 1)
        }
    }

    private static func next(after number: Int, from start: Int, in line: Range<Int>, _ bytes: Bytes) -> Int? {
        var from = start
        while let place = bytes.first(Byte.openBracket, in: from..<line.upperBound) {
            var cursor = Cursor(bytes, in: place..<line.upperBound)
            if let found = NoteNotation.bracket.opening(&cursor), found > number, found <= number + 3 {
                cursor.skipBlanks()
                if cursor.skip("http") || cursor.skip("www.") { return place }
            }
            from = place + 1
        }
        return nil
    }
}
