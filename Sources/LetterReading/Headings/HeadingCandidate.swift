/// What a line that opens with the word for a heading says (`Vraag 3`, `Antwoord op vraag 8 en 9:`,
/// `**Toelichting:**`), before it is known whether it is one.
struct HeadingCandidate {
    enum Word { case question, answer, closing }
    let word: Word
    let numbers: [Int]
    let range: Range<Int>
    /// Nothing follows on its line.
    let isWhole: Bool
    /// It ends in `:`, `.` or `)`.
    let isClosed: Bool
    /// What follows opens as a sentence does: with a capital, a quotation mark, a digit.
    let opensSentence: Bool

    /// Reads a heading at the start of `range`: marks of Markdown, the word, the numbers, the closing mark.
    static func read(_ bytes: [UInt8], _ range: Range<Int>) -> HeadingCandidate? {
        var cursor = Cursor(bytes, in: range)
        skipMarks(&cursor)
        let start = cursor.position
        guard let word = word(&cursor) else { return nil }
        guard bytes[start].isUpper else { return nil }
        skipMarks(&cursor)
        if word == .closing { return finish(cursor, .closing, [], from: range.lowerBound) }
        if word == .answer { skipOf(&cursor) }
        // `Vraag .1`, as a scanner reads it.
        if cursor.current == Byte.dot, cursor.peek(1)?.isDigit == true { cursor.position += 1 }
        let numbers = cursor.attempt { NumberList.read(&$0, style: .heading) } ?? []
        if numbers.isEmpty, word == .question { return nil }
        skipMarks(&cursor)
        return finish(cursor, word, numbers, from: range.lowerBound)
    }

    private static func word(_ cursor: inout Cursor) -> Word? {
        guard let first = cursor.current else { return nil }
        switch first.lowered {
        case UInt8(ascii: "v"): return cursor.skip("vragen") || cursor.skip("vraag") ? .question : nil
        case UInt8(ascii: "a"): return cursor.skip("antwoorden") || cursor.skip("antwoord") ? .answer : nil
        case UInt8(ascii: "t"), UInt8(ascii: "m"):
            return cursor.skipWord(of: ["Toelichting", "Mededeling"]) ? .closing : nil
        default: return nil
        }
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
        if cursor.current?.isDigit != true { cursor.position = start }
    }

    private static func skipMarks(_ cursor: inout Cursor) {
        while let byte = cursor.current,
            byte == Byte.hash || byte == Byte.star || byte == Byte.underscore || byte == Byte.greater || byte.isBlank
        {
            cursor.position += 1
        }
    }

    private static func finish(_ cursor: Cursor, _ word: Word, _ numbers: [Int], from start: Int) -> HeadingCandidate {
        var cursor = cursor
        let isClosed = cursor.skip(Byte.colon) || cursor.skip(Byte.dot) || cursor.skip(Byte.closeParen)
        skipMarks(&cursor)
        let end = Line.trimmed(start..<cursor.position, in: cursor.bytes).upperBound
        let next = cursor.current
        let opensSentence =
            cursor.bytes.isCapital(at: cursor.position) || next == 0xE2 || next == 0xC2
            || next == Byte.quote || next == Byte.apostrophe || next == Byte.openParen || next?.isDigit == true
        return HeadingCandidate(
            word: word, numbers: numbers, range: start..<end, isWhole: cursor.isAtEnd, isClosed: isClosed,
            opensSentence: opensSentence)
    }
}
