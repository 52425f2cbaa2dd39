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
    /// - Parameters:
    ///   - above: the line of text above it, page furniture left out.
    ///   - most: markers that are still looked for.
    func all(in line: Range<Int>, below above: Range<Int>?, most: Int) -> [NoteMarker] {
        var found: [NoteMarker] = []
        var place = line.lowerBound
        while found.count < most, place < line.upperBound,
            let index = bytes.first(in: place..<line.upperBound, Self.mayOpen)
        {
            let byte = bytes[index]
            place = index + 1
            guard byte.isDigit || byte == Byte.openBracket || byte == 0xC2 || byte == 0xE2 else { continue }
            // `[2,⏎3]` may be cut by a line's end.
            let end = byte == Byte.openBracket ? min(line.upperBound + 12, bytes.count) : line.upperBound
            var cursor = Cursor(bytes, in: index..<end)
            let atStart = index == line.lowerBound
            let markers = byte.isDigit ? digits(&cursor, line, atStart, above) : raised(&cursor, line, atStart)
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

    private func raised(_ cursor: inout Cursor, _ line: Range<Int>, _ atStart: Bool) -> [NoteMarker] {
        let start = cursor.position
        if cursor.skip(Byte.openBracket) {
            let style: NoteNotation = cursor.skip(Byte.caret) ? .caret : .bracket
            guard let numbers = NoteNumbers.read(&cursor, within: .brackets), cursor.skip(Byte.closeBracket) else {
                return []
            }
            let rest = Cursor(bytes, in: min(cursor.position, line.upperBound)..<line.upperBound)
            let opensLine = atStart && !rest.isAtEnd && !NoteNumbers.goOn(rest)
            if opensLine, isListItem(start, cursor) { return [] }
            let weight = opensLine ? Self.opening : 100
            return [NoteMarker(range: start..<cursor.position, numbers: numbers, style: style, weight: weight)]
        }
        guard let number = Superscript.number(&cursor), !before.isUnit(start) else {
            cursor.position = start
            return []
        }
        return [NoteMarker(range: start..<cursor.position, numbers: .one(number), style: .superscript, weight: 100)]
    }

    private func digits(_ cursor: inout Cursor, _ line: Range<Int>, _ atStart: Bool, _ above: Range<Int>?)
        -> [NoteMarker]
    {
        let start = cursor.position
        if let marker = behindYear(&cursor, atStart) { return [marker] }
        if atStart { return lineStart(&cursor, below: above) }
        guard let weight = before.weight(of: start, in: line), let number = cursor.number(most: 3), number > 0 else {
            return []
        }
        // `(Kamerstuk 32 761, nr. 2)`
        if weight == 0, cursor.current == Byte.closeParen,
            NoteBoundary(bytes).wantsNumber(bytes.trimmed(line.lowerBound..<start), isOne: true)
        {
            return []
        }
        let end = cursor.position
        var found: [NoteMarker] = []
        if cursor.skip(Byte.closeParen) {
            let numbers = NoteNumbers.further(&cursor, after: number, within: .parentheses)
            // Set apart in the middle of a sentence it counts: `om twee redenen: 1) geld en 2) tijd`.
            let isItem = weight == 0 && before.loneWeight(of: start, cursor, in: line) == nil
            if NoteNumbers.isSeparate(cursor), !isInParentheses(start, from: line.lowerBound) {
                found.append(
                    NoteMarker(
                        range: start..<cursor.position, numbers: CalledNumbers(number, numbers), style: .parenthesis,
                        weight: isItem ? Self.opening : weight == 2 ? 2 : 50))
                if !numbers.isEmpty { return found }
            }
        }
        cursor.position = end
        var numbers = weight > 0 ? NoteNumbers.further(&cursor, after: number, within: weight < 30 ? .word : .text) : []
        if weight >= 5 {
            numbers += overLineEnd(&cursor, after: numbers.last ?? number, line, isList: !numbers.isEmpty)
        }
        if !numbers.isEmpty {
            found.append(
                NoteMarker(
                    range: start..<cursor.position, numbers: CalledNumbers(number, numbers), style: .plain,
                    weight: weight))
            return found
        }
        if weight > 0, cursor.current == Byte.hyphen, cursor.peek(1)?.isLower == true, weight == 20 {
            // `GOAB3-middelen`
            return [NoteMarker(range: start..<end, numbers: .one(number), style: .plain, weight: 2)]
        }
        if NoteNumbers.isSeparate(cursor),
            var likely = weight > 0 ? weight : before.loneWeight(of: start, cursor, in: line)
        {
            // `de brief van5 april 2024`: a lost blank, and a day.
            var next = cursor
            if next.skipBlanks(), NoteNumbers.countsSomething(next) { likely = 1 }
            found.append(NoteMarker(range: start..<end, numbers: .one(number), style: .plain, weight: likely))
        }
        return found
    }

    /// `kunnen?2⏎en 3`, `vaart».2,⏎3 en 4`: the rest of a list, which is all that the next line holds, or its last number:
    /// `vaart»2, 3⏎en 4 en dat klopt.`
    private func overLineEnd(_ cursor: inout Cursor, after last: Int, _ line: Range<Int>, isList: Bool) -> [Int] {
        guard line.upperBound - cursor.position < 2, line.upperBound < bytes.count else { return [] }
        var next = Cursor(bytes, in: cursor.position..<min(line.upperBound + 24, bytes.count))
        let numbers = NoteNumbers.further(&next, after: last, within: .text)
        var end = next
        _ = end.skip(Byte.dot)
        // `krant,2⏎en 3 en dat klopt` counts nothing.
        var word = next
        let isClosed = word.skipBlanks() && word.skipWord("en")
        let isAlone = isClosed || end.current == Byte.newline || end.position == bytes.count
        guard !numbers.isEmpty, isAlone || isList && numbers == [last + 1],
            bytes[line.upperBound..<next.position].count(where: { $0 == Byte.newline }) == 1
        else { return [] }
        cursor = next
        return numbers
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
            guard let number = cursor.number(most: 2), number > 0, NoteNumbers.isSeparate(cursor) else { return nil }
            return NoteMarker(range: start + 4..<cursor.position, numbers: .one(number), style: .plain, weight: 10)
        }
    }

    /// A number that opens a line: where a converter put a raised digit on a line of its own (`krant»?⏎1, 2 ⏎`).
    private func lineStart(_ cursor: inout Cursor, below above: Range<Int>?) -> [NoteMarker] {
        let start = cursor.position
        guard let numbers = NoteNumbers.read(&cursor, within: .text) else { return [] }
        let end = cursor.position
        // `de vragen⏎2 en 3`, `het antwoord op vraag⏎3`; `gestelde vragen⏎4, deels` may call note 4.
        let isOne = numbers.count == 1 && cursor.current != Byte.closeParen
        let edge = NoteBoundary(bytes)
        if let above, edge.wantsNumber(above, isOne: isOne) || edge.stopsInList(above) { return [] }
        if cursor.isAtEnd { return [NoteMarker(range: start..<end, numbers: numbers, style: .plain, weight: 40)] }
        if cursor.skip(Byte.closeParen) {
            let isItem = isListItem(start, cursor)
            let more = NoteNumbers.further(&cursor, after: numbers[numbers.count - 1], within: .parentheses)
            if isItem, more.isEmpty { return [] }
            let marker = NoteMarker(
                range: start..<cursor.position, numbers: more.isEmpty ? numbers : .list(numbers + more),
                style: .parenthesis,
                weight: cursor.isAtEnd || !more.isEmpty ? 40 : Self.opening)
            // `(zie de brief⏎6). Daarin`: the bracket may be the sentence's.
            let isClosing = more.isEmpty && [Byte.dot, Byte.comma].contains(cursor.current ?? 0)
            return [marker]
                + (isClosing ? [NoteMarker(range: start..<end, numbers: numbers, style: .plain, weight: 10)] : [])
        }
        guard NoteNumbers.isSeparate(cursor) else { return [] }
        let isItem = isListItem(start, cursor)
        cursor.skipBlanks()
        // `zei de gemeente:⏎2 «wij varen»`: what is quoted, and no item.
        guard !(isItem && !opensQuote(cursor)), !NoteNumbers.countsSomething(cursor) else { return [] }
        return [NoteMarker(range: start..<end, numbers: numbers, style: .plain, weight: 20)]
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

    private func opensQuote(_ cursor: Cursor) -> Bool {
        var next = cursor
        return ["«", "“", "„", "‘", "\""].contains { next.skip($0) }
    }

    private func isInParentheses(_ place: Int, from start: Int) -> Bool {
        var depth = 0
        // No bracket of a sentence is longer.
        for byte in bytes[max(start, place - 1000)..<place] {
            if byte == Byte.openParen { depth += 1 }
            if byte == Byte.closeParen { depth -= 1 }
        }
        return depth > 0
    }
}
