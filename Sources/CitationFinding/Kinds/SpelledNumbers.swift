import LetterReading

/// Numbers of questions in digits or in words: `4, 5 en 6`, `vier`, `een en twee`, `de eerste vraag`.
enum SpelledNumbers {
    private static let cardinals: [StaticString] = [
        "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
        "veertien",
        "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
    ]
    private static let ordinals: [StaticString] = [
        "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
        "twaalfde",
        "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende", "twintigste",
    ]

    /// A list of numbers at the cursor, or `de eerste vraag` behind `antwoord op`.
    static func list(_ cursor: inout Cursor) -> [Int]? {
        if let numbers = NumberList.read(&cursor) { return numbers }
        if let words = cursor.attempt(words) { return words }
        return cursor.attempt { cursor in
            guard let first = ordinal(&cursor), cursor.skipBlanks(), cursor.skipWord("vraag") else { return nil }
            return [first]
        }
    }

    private static func words(_ cursor: inout Cursor) -> [Int]? {
        guard let first = cardinal(&cursor) else { return nil }
        var numbers = [first]
        while let next = cursor.attempt({ cursor -> Int? in
            _ = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            if cursor.skipWord("en") { cursor.skipBlanks() }
            return cardinal(&cursor)
        }) {
            numbers.append(next)
        }
        // `deze vragen één voor één beantwoorden`
        var next = cursor
        next.skipBlanks()
        return next.skipWord("voor") ? nil : numbers
    }

    private static func cardinal(_ cursor: inout Cursor) -> Int? {
        for (index, word) in cardinals.enumerated() where cursor.skipWord(word) { return index + 1 }
        return nil
    }

    static func ordinal(_ cursor: inout Cursor) -> Int? {
        for (index, word) in ordinals.enumerated() where cursor.skipWord(word) { return index + 1 }
        return nil
    }

    /// `de eerste` before `vraag`, where no number follows.
    /// - Returns: the number and where the ordinal starts.
    static func ordinal(before place: Int, _ bytes: [UInt8], floor: Int) -> (number: Int, start: Int)? {
        var end = place
        while end > floor, bytes[end - 1].isBlank { end -= 1 }
        var start = end
        while start > floor, bytes[start - 1].isASCIILetter { start -= 1 }
        guard end < place, end > start else { return nil }
        var cursor = Cursor(bytes, in: start..<end)
        guard let number = ordinal(&cursor), cursor.isAtEnd else { return nil }
        var article = start
        while article > floor, bytes[article - 1].isBlank { article -= 1 }
        let word = bytes[max(floor, article - 3)..<article]
        return word.suffix(2).elementsEqual("de".utf8) || word.suffix(2).elementsEqual("uw".utf8)
            ? (number, start) : nil
    }
}
