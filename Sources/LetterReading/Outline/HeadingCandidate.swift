import DutchText

/// What a line that opens with the word for a heading says (`Vraag 3`, `Antwoord op vraag 8 en 9:`,
/// `**Toelichting:**`), before it is known whether it is one.
struct HeadingCandidate {
    enum Kind { case question, answer, closing }
    let word: Kind
    let numbers: [Int]
    let range: Range<Int>
    /// Nothing follows on its line.
    let isWhole: Bool
    /// It ends in `:`, `.` or `)`.
    var isClosed: Bool
    /// What follows opens as a sentence does: with a capital, a quotation mark, a digit.
    let opensSentence: Bool
    /// Only a heading when it is the one that is waited for: `A7:`, `Antwoord op vraag 2 van het lid Kuik`.
    var isDoubtful = false
    /// In small letters: only where nothing goes on above it.
    var isSmall = false

    /// Reads a heading at the start of `range`: marks of Markdown, the word, the numbers, the closing mark.
    static func read(_ bytes: Bytes, _ range: Range<Int>) -> HeadingCandidate? {
        var cursor = Cursor(bytes, in: range)
        skipMarks(&cursor)
        let start = cursor.position
        guard start + 1 < bytes.count, mayOpen(bytes[start]) else { return nil }
        // Most lines that open with a small v or a open with `van` or `aan`.
        if bytes[start].isLower, ![UInt8(ascii: "r"), UInt8(ascii: "n")].contains(bytes[start + 1]) { return nil }
        guard let word = word(&cursor) else { return letter(cursor, from: range.lowerBound) }
        skipMarks(&cursor)
        if word == .closing { return finish(cursor, .closing, [], from: range.lowerBound) }
        if word == .answer { skipOf(&cursor) }
        skipDress(&cursor)
        let isBeantwoording = bytes[start] == UInt8(ascii: "B")
        let isSpelled = cursor.current?.isDigit != true
        let numbers = HeadingNumbers.read(&cursor) ?? []
        if numbers.isEmpty, word == .question || isBeantwoording { return nil }
        let isOfMember = word == .answer && skipMember(&cursor)
        skipMarks(&cursor)
        var candidate = finish(cursor, word, numbers, from: range.lowerBound)
        if !numbers.isEmpty, isSpelled || isBeantwoording, !candidate.isWhole, !candidate.isClosed { return nil }
        // `vraag 3` in small letters is nothing else on a line of its own; `antwoord` alone says too little.
        if bytes[start].isLower {
            let isClosed = bytes[candidate.range.upperBound - 1] == Byte.dot
            guard !numbers.isEmpty, candidate.isWhole, !isClosed else { return nil }
            candidate.isSmall = true
        }
        candidate.isDoubtful = isOfMember || isBeantwoording || candidate.isSmall
        return candidate
    }

    /// The first letters of the words that open a heading.
    private static func mayOpen(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "V"), UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "T"), UInt8(ascii: "M"),
            UInt8(ascii: "v"), UInt8(ascii: "a"):
            true
        default: false
        }
    }

    /// `V7:`, `A7:`.
    private static func letter(_ cursor: Cursor, from start: Int) -> HeadingCandidate? {
        var cursor = cursor
        guard let letter = cursor.current, letter == UInt8(ascii: "V") || letter == UInt8(ascii: "A") else {
            return nil
        }
        cursor.position += 1
        guard let number = cursor.number(most: 2), number > 0, cursor.current == Byte.colon else { return nil }
        var candidate = finish(cursor, letter == UInt8(ascii: "V") ? .question : .answer, [number], from: start)
        candidate.isDoubtful = true
        return candidate
    }

    /// ` van het lid Kuik (CDA)` up to the end of the line.
    private static func skipMember(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        cursor.skipBlanks()
        let rest = cursor.end - cursor.position
        if rest < 80, cursor.skipWord(of: ["van het lid", "van de leden", "van lid"]),
            !cursor.bytes[cursor.position..<cursor.end].contains(where: {
                [Byte.dot, Byte.question, Byte.comma].contains($0)
            })
        {
            cursor.position = cursor.end
            return true
        }
        cursor.position = start
        return false
    }

    private static func word(_ cursor: inout Cursor) -> Kind? {
        guard let first = cursor.current else { return nil }
        switch first.lowered {
        case UInt8(ascii: "v"): return spaced(&cursor, "vragen") || spaced(&cursor, "vraag") ? .question : nil
        case UInt8(ascii: "a"): return spaced(&cursor, "antwoorden") || spaced(&cursor, "antwoord") ? .answer : nil
        case UInt8(ascii: "b"): return cursor.skipWord("beantwoording") ? .answer : nil
        case UInt8(ascii: "t"), UInt8(ascii: "m"):
            return cursor.skipWord(of: ["Toelichting", "Mededeling"]) ? .closing : nil
        default: return nil
        }
    }

    /// A word, or the same with a blank behind each letter: `V r a a g 3`.
    private static func spaced(_ cursor: inout Cursor, _ word: StaticString) -> Bool {
        if cursor.skip(word) { return true }
        guard cursor.peek(1) == Byte.space else { return false }
        return cursor.attempt { cursor -> Bool? in
            for index in 0..<word.utf8CodeUnitCount {
                guard cursor.current?.lowered == word.utf8Start[index] else { return nil }
                cursor.position += 1
                cursor.skipBlanks()
            }
            return true
        } ?? false
    }

    /// `Antwoord op vraag 8`, `Antwoord vraag 7`, `Antwoord op de vragen 1 tot en met 3`.
    private static func skipOf(_ cursor: inout Cursor) {
        let start = cursor.position
        _ = cursor.skipWord(of: ["op", "bij"])
        cursor.skipBlanks()
        _ = cursor.skipWord("de")
        cursor.skipBlanks()
        _ = cursor.skipWord(of: ["vragen", "vraag"])
        cursor.skipBlanks()
        var numbers = cursor
        skipDress(&numbers)
        if HeadingNumbers.read(&numbers) == nil { cursor.position = start }
    }

    /// What may stand between the word and its number: `Vraag .1` (as a scanner reads it), `Vraag (1):`, `Vraag: 1`,
    /// `Vraag nr. 1`. The closing bracket is taken as the closing mark.
    private static func skipDress(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            if cursor.skipWord(of: ["nrs", "nr", "nummers", "nummer", "no"]) {
                _ = cursor.skip(Byte.dot)
            } else {
                _ = cursor.skip(Byte.dot) || cursor.skip(Byte.colon) || cursor.skip(Byte.openParen)
            }
            cursor.skipBlanks()
            return cursor.current?.isDigit == true ? true : nil
        }
    }

    private static func skipMarks(_ cursor: inout Cursor) {
        while let byte = cursor.current {
            if byte == Byte.hash || byte == Byte.star || byte == Byte.underscore || byte == Byte.greater || byte.isBlank
            {
                cursor.position += 1
            } else if byte != 0xE2 || !cursor.skip("•") {
                return
            }
        }
    }

    /// Whether nothing follows but the markers of a file's own notes: `Vraag 1[^1]`.
    private static func isMarkersOnly(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        while cursor.skip("[^"), cursor.number(most: 4) != nil, cursor.skip(Byte.closeBracket) { cursor.skipBlanks() }
        return cursor.isAtEnd
    }

    private static func finish(_ cursor: Cursor, _ word: Kind, _ numbers: [Int], from start: Int) -> HeadingCandidate {
        var cursor = cursor
        var isClosed = cursor.skip(Byte.closeParen)
        isClosed = cursor.skip(Byte.colon) || cursor.skip(Byte.dot) || isClosed
        // `Vraag 3 -`
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            guard cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            return cursor.isAtEnd ? true : nil
        }
        skipMarks(&cursor)
        let end = cursor.bytes.trimmed(start..<cursor.position).upperBound
        let next = cursor.current
        let opensSentence =
            cursor.bytes.isCapital(at: cursor.position) || next == 0xE2 || next == 0xC2
            || next == Byte.quote || next == Byte.apostrophe || next == Byte.openParen || next?.isDigit == true
        return HeadingCandidate(
            word: word, numbers: numbers, range: start..<end, isWhole: isMarkersOnly(cursor), isClosed: isClosed,
            opensSentence: opensSentence)
    }
}

/// The numbers of a heading: `8 en 9`, and written out `één en twee`.
enum HeadingNumbers {
    /// Above this none is written out.
    private static let mostSpelled = 12

    static func read(_ cursor: inout Cursor) -> [Int]? {
        cursor.attempt { NumberList.read(&$0, style: .heading) } ?? spelled(&cursor)
    }

    private static func spelled(_ cursor: inout Cursor) -> [Int]? {
        guard let first = word(&cursor) else { return nil }
        var numbers = [first]
        while let next = cursor.attempt({ cursor -> Int? in
            let hadComma = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            guard cursor.skipWord("en") || hadComma else { return nil }
            cursor.skipBlanks()
            return word(&cursor)
        }) {
            numbers.append(next)
        }
        return numbers
    }

    private static func word(_ cursor: inout Cursor) -> Int? {
        if cursor.skipWord("Eén") { return 1 }
        return cursor.attempt { cursor in SpelledNumbers.cardinal(&cursor).flatMap { $0 > mostSpelled ? nil : $0 } }
    }
}
