import DutchText

/// Finds every place in the running text that may be a marker of a note. Which ones are is decided later, against the
/// notes that were found.
struct NoteMarkers {
    private let bytes: Bytes
    private let before: MarkerWeight

    init(_ bytes: Bytes) {
        self.bytes = bytes
        before = MarkerWeight(bytes)
    }

    /// The possible markers within a line, in order. Complexity: linear in its length.
    func all(in line: Range<Int>) -> [NoteMarker] {
        var found: [NoteMarker] = []
        var place = line.lowerBound
        while place < line.upperBound, let index = bytes.first(in: place..<line.upperBound, Self.mayOpen) {
            let byte = bytes[index]
            place = index + 1
            guard byte.isDigit || byte == Byte.openBracket || byte == 0xC2 || byte == 0xE2 else { continue }
            var cursor = Cursor(bytes, in: index..<line.upperBound)
            let atStart = index == line.lowerBound
            let markers = byte.isDigit ? digits(&cursor, line, atStart) : raised(&cursor, atStart)
            if !markers.isEmpty {
                found += markers
                place = max(cursor.position, place)
                continue
            }
            while byte.isDigit, place < line.upperBound, bytes[place].isDigit { place += 1 }
        }
        return found
    }

    /// Marks digits, brackets, and what is beyond ASCII, where raised digits are.
    private static func mayOpen(_ word: UInt64) -> UInt64 {
        EightBytes.digits(word) | EightBytes.equal(word, Byte.openBracket) | EightBytes.beyondASCII(word)
    }

    private func raised(_ cursor: inout Cursor, _ atStart: Bool) -> [NoteMarker] {
        let start = cursor.position
        if cursor.skip(Byte.openBracket) {
            let style: NoteNotation = cursor.skip(Byte.caret) ? .caret : .bracket
            guard let numbers = list(&cursor), cursor.skip(Byte.closeBracket) else { return [] }
            let opensLine = atStart && !cursor.isAtEnd
            if opensLine, isListItem(start, cursor) { return [] }
            let weight = opensLine ? Self.opening : 100
            return [NoteMarker(range: start..<cursor.position, numbers: numbers, style: style, weight: weight)]
        }
        guard let number = Superscript.number(&cursor), !before.isUnit(start) else {
            cursor.position = start
            return []
        }
        return [NoteMarker(range: start..<cursor.position, numbers: [number], style: .superscript, weight: 100)]
    }

    /// `1`, `1, 2 `, `4 5 `; blanks before a closing bracket belong to it.
    private func list(_ cursor: inout Cursor) -> [Int]? {
        cursor.skipBlanks()
        guard let first = cursor.number(most: 3), first > 0 else { return nil }
        var numbers = [first]
        while let next = cursor.attempt({ cursor -> Int? in
            cursor.skipBlanks()
            _ = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            return cursor.number(most: 3)
        }) {
            numbers.append(next)
        }
        let place = cursor.position
        cursor.skipBlanks()
        if cursor.current != Byte.closeBracket { cursor.position = place }
        return numbers
    }

    private func digits(_ cursor: inout Cursor, _ line: Range<Int>, _ atStart: Bool) -> [NoteMarker] {
        let start = cursor.position
        if let marker = behindYear(&cursor, atStart) { return [marker] }
        if atStart { return lineStart(&cursor).map { [$0] } ?? [] }
        guard let weight = before.weight(of: start, in: line), let number = cursor.number(most: 3), number > 0 else {
            return []
        }
        let end = cursor.position
        var found: [NoteMarker] = []
        if cursor.skip(Byte.closeParen), isSeparate(cursor), !isInParentheses(start, from: line.lowerBound) {
            // Set apart in the middle of a sentence it counts: `om twee redenen: 1) geld en 2) tijd`.
            let isItem = weight == 0 && before.loneWeight(of: start, cursor, in: line) == nil
            found.append(
                NoteMarker(
                    range: start..<cursor.position, numbers: [number], style: .parenthesis,
                    weight: isItem ? Self.opening : 50))
        }
        cursor.position = end
        if weight >= 30, let numbers = further(&cursor, after: number) {
            found.append(
                NoteMarker(range: start..<cursor.position, numbers: [number] + numbers, style: .plain, weight: weight))
            return found
        }
        if weight > 0, cursor.current == Byte.hyphen, cursor.peek(1)?.isLower == true, weight == 20 {
            // `GOAB3-middelen`
            return [NoteMarker(range: start..<end, numbers: [number], style: .plain, weight: 2)]
        }
        if isSeparate(cursor), var likely = weight > 0 ? weight : before.loneWeight(of: start, cursor, in: line) {
            // `de brief van5 april 2024`: a lost blank, and a day.
            var next = cursor
            if next.skipBlanks(), Self.countsSomething(next) { likely = 1 }
            found.append(NoteMarker(range: start..<end, numbers: [number], style: .plain, weight: likely))
        }
        return found
    }

    /// ` 2` of `berichten?1, 2`, `?1 en 2`, `?1 2` and `?1/2`: more notes called at one place, their numbers rising;
    /// `?2–4` calls three.
    private func further(_ cursor: inout Cursor, after first: Int) -> [Int]? {
        if let last = cursor.attempt({ cursor -> Int? in
            guard cursor.skipDash(), let last = cursor.number(most: 3), last > first, last <= first + 5,
                isSeparate(cursor)
            else { return nil }
            return last
        }) {
            return Array(first + 1...last)
        }
        var numbers: [Int] = []
        while let next = cursor.attempt({ cursor -> Int? in
            let hadBlank = cursor.skipBlanks()
            let isJoined = cursor.skip(Byte.comma) || cursor.skip(Byte.slash) || hadBlank && cursor.skipWord("en")
            cursor.skipBlanks()
            let last = numbers.last ?? first
            // A blank alone joins the next number where the line ends with it.
            if !isJoined, hadBlank {
                guard let number = cursor.number(most: 3), number == last + 1, cursor.isAtEnd else { return nil }
                return number
            }
            guard isJoined, let number = cursor.number(most: 3), number > last, number <= last + 3, isSeparate(cursor)
            else { return nil }
            var next = cursor
            return next.skipBlanks() && Self.countsSomething(next) ? nil : number
        }) {
            numbers.append(next)
        }
        return numbers.isEmpty ? nil : numbers
    }

    /// `van 7 augustus 20241 over de start`: a note's digit behind a year.
    private func behindYear(_ cursor: inout Cursor, _ atStart: Bool) -> NoteMarker? {
        guard cursor.current == UInt8(ascii: "1") || cursor.current == UInt8(ascii: "2") else { return nil }
        return cursor.attempt { cursor in
            let start = cursor.position
            guard atStart || bytes[start - 1].isBlank,
                cursor.skip("19") || cursor.skip("20"), cursor.peek(0)?.isDigit == true, cursor.peek(1)?.isDigit == true
            else { return nil }
            cursor.position += 2
            guard let number = cursor.number(most: 2), number > 0, isSeparate(cursor) else { return nil }
            return NoteMarker(range: start + 4..<cursor.position, numbers: [number], style: .plain, weight: 10)
        }
    }

    /// A number that opens a line: where a converter put a raised digit on a line of its own (`krant»?⏎1, 2 ⏎`).
    private func lineStart(_ cursor: inout Cursor) -> NoteMarker? {
        let start = cursor.position
        guard let numbers = list(&cursor) else { return nil }
        let end = cursor.position
        if cursor.isAtEnd { return NoteMarker(range: start..<end, numbers: numbers, style: .plain, weight: 40) }
        if cursor.skip(Byte.closeParen) {
            guard !isListItem(start, cursor) else { return nil }
            return NoteMarker(range: start..<end + 1, numbers: numbers, style: .parenthesis, weight: Self.opening)
        }
        guard isSeparate(cursor), !isListItem(start, cursor) else { return nil }
        cursor.skipBlanks()
        guard !Self.countsSomething(cursor) else { return nil }
        return NoteMarker(range: start..<end, numbers: numbers, style: .plain, weight: 20)
    }

    /// What a number in brackets weighs that opens a line with text behind it: it may be an item of a list.
    static let opening = 25

    /// `de volgende maatregelen:⏎1) toezicht;⏎2) handhaving`: the items of a list, which stand behind a colon or another
    /// item, or open with a small letter behind a sentence's end.
    private func isListItem(_ start: Int, _ cursor: Cursor) -> Bool {
        guard let last = bytes[..<start].lastIndex(where: { !$0.isBlank }) else { return false }
        if bytes[last] == Byte.colon || bytes[last] == Byte.semicolon { return true }
        var next = cursor
        next.skipBlanks()
        let endsSentence = [Byte.dot, Byte.question, Byte.exclamation].contains(bytes[last])
        return endsSentence && next.current?.isLower == true
    }

    /// A marker ends where the word around it ends: before a blank or a closing sign, not before a letter or hyphen.
    private func isSeparate(_ cursor: Cursor) -> Bool {
        guard let next = cursor.current else { return true }
        if next.isBlank || next >= 0xC2 {
            return !bytes.isLetter(at: cursor.position) && cursor.dashLength(at: cursor.position) == nil
        }
        switch next {
        case Byte.dot, Byte.comma, Byte.question, Byte.colon, Byte.semicolon, Byte.closeParen, Byte.quote,
            Byte.exclamation, Byte.apostrophe:
            return cursor.peek(1)?.isDigit != true
        default: return false
        }
    }

    private func isInParentheses(_ place: Int, from start: Int) -> Bool {
        var depth = 0
        for byte in bytes[start..<place] {
            if byte == Byte.openParen { depth += 1 }
            if byte == Byte.closeParen { depth -= 1 }
        }
        return depth > 0
    }

    /// Whether the word at the cursor is counted by the number before it, so that the number marks no note.
    static func countsSomething(_ cursor: Cursor) -> Bool {
        var next = cursor
        // `de vragen 2 en⏎3 en 4`
        if next.skipWord("en"), next.skipBlanks(), next.current?.isDigit == true { return true }
        var other = cursor
        if other.skipWord(of: ["tot en met", "t/m", "à"]) || NumberWords.countsSomething(cursor) { return true }
        // `3 van de 12 gemeenten`; `2 van de Minister` is a marker that opens a line.
        return other.skipWord("van de") && other.skipBlanks()
            && (other.current?.isDigit == true || SpelledNumbers.counts(other))
    }
}
