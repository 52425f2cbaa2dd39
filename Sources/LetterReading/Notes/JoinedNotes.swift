import DutchText

/// Notes in brackets that a converter set on one line: `[2] https://a.nl/b[3] https://c.nl/d`, `[2] Kamerstuk 32 761, nr.
/// 7.[3] Waterbode`. A number in brackets opens a note before an address, or where it is glued to what stands before it and
/// was called further up, if a smaller number opened one on its line or some lines above.
struct JoinedNotes {
    /// A note that has more lines is not gone on with.
    private static let mostLines = 6

    private let bytes: Bytes
    /// Where each number stands in brackets for the first time.
    private var first: [Int: Int] = [:]

    /// Cuts such lines before each further note.
    static func part(_ lines: inout [Line], _ bytes: Bytes) { JoinedNotes(bytes).part(&lines) }

    private init(_ bytes: Bytes) {
        self.bytes = bytes
        var place = 0
        while let open = bytes.first(Byte.openBracket, in: place..<bytes.count) {
            place = open + 1
            var cursor = Cursor(bytes, in: place..<bytes.count)
            guard let numbers = NoteNumbers.read(&cursor, within: .brackets), cursor.skip(Byte.closeBracket) else {
                continue
            }
            for number in numbers where first[number] == nil { first[number] = open }
        }
    }

    private func part(_ lines: inout [Line]) {
        guard !first.isEmpty else { return }
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
            guard let (number, opened) = last, index - opened < Self.mostLines,
                let next = next(
                    after: number, from: cursor.position, in: lines[index].range,
                    opened: lines[opened].range.lowerBound)
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

    private func next(after number: Int, from start: Int, in line: Range<Int>, opened: Int) -> Int? {
        var from = start
        while let place = bytes.first(Byte.openBracket, in: from..<line.upperBound) {
            var cursor = Cursor(bytes, in: place..<line.upperBound)
            if let found = NoteNotation.bracket.opening(&cursor) ?? alone(&cursor), found > number, found <= number + 3
            {
                cursor.skipBlanks()
                let isGlued = found == number + 1 && !bytes[place - 1].isBlank
                let isNote =
                    isGlued && (isCalled(found, before: opened) && opensText(cursor) || endsAddress(place, line))
                if isNote || cursor.skip("http") || cursor.skip("www.") { return place }
            }
            from = place + 1
        }
        return nil
    }

    private func isCalled(_ number: Int, before place: Int) -> Bool { first[number].map { $0 < place } == true }

    /// `[2] Waterbode`, `[2] 2023 Annual report`, and `[2]` at the end of its line.
    private func opensText(_ cursor: Cursor) -> Bool {
        cursor.isAtEnd || cursor.current?.isDigit == true || bytes.isCapital(at: cursor.position)
    }

    /// `[2]` at the end of its line.
    private func alone(_ cursor: inout Cursor) -> Int? {
        guard cursor.skip(Byte.openBracket), let number = cursor.number(most: 3), cursor.skip(Byte.closeBracket),
            cursor.isAtEnd
        else { return nil }
        return number
    }

    /// `…/artikel-10[2] Waterbode`
    private func endsAddress(_ place: Int, _ line: Range<Int>) -> Bool {
        var start = place
        while start > line.lowerBound, !bytes[start - 1].isBlank { start -= 1 }
        return ["http", "www."].contains { bytes.firstIndex(of: $0, in: start..<place) != nil }
    }
}
