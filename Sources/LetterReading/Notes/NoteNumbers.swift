import DutchText

/// The numbers of notes that are called at one place: `1, 2`, `1 en 2`, `2/3`, `2–4`, `2) en 3)`, `[4 5 ]`.
enum NoteNumbers {
    /// What the numbers stand within, and so how far a list of them is trusted.
    enum Setting {
        /// Behind a sentence's sign or a whole word, or at the start of a line.
        case text
        /// Behind a letter or two, which may be a name (`G7, 8 landen`): only the next number goes on.
        case word
        /// `[1, 2 ]`: blanks alone may stand between two, and before the bracket.
        case brackets
        /// Each has its own: `1)2)`, `1) en 2)`.
        case parentheses
    }

    /// No place calls more: what goes on and on is not read again from each of its numbers.
    private static let mostNumbers = 20

    static func read(_ cursor: inout Cursor, within setting: Setting) -> CalledNumbers? {
        if setting == .brackets { cursor.skipBlanks() }
        guard let first = cursor.number(most: 3), first > 0 else { return nil }
        let numbers = CalledNumbers(first, further(&cursor, after: first, within: setting))
        let place = cursor.position
        cursor.skipBlanks()
        if cursor.current != Byte.closeBracket { cursor.position = place }
        return numbers
    }

    /// The numbers behind the first, rising: empty where nothing goes on.
    static func further(_ cursor: inout Cursor, after first: Int, within setting: Setting) -> [Int] {
        if setting != .parentheses, let last = cursor.attempt({ end(of: first, &$0, setting) }) {
            return Array(first + 1...last)
        }
        var numbers: [Int] = []
        while numbers.count < mostNumbers,
            let next = cursor.attempt({ next(&$0, after: numbers.last ?? first, setting) })
        {
            numbers.append(next)
        }
        return numbers
    }

    /// The last number of `2–4`.
    private static func end(of first: Int, _ cursor: inout Cursor, _ setting: Setting) -> Int? {
        guard cursor.skipDash(), let last = cursor.number(most: 3), last > first, last <= first + 5,
            isEnd(cursor, setting)
        else { return nil }
        return last
    }

    private static func next(_ cursor: inout Cursor, after last: Int, _ setting: Setting) -> Int? {
        let hadBlank = cursor.skipBlanks()
        let isListed = cursor.skip(Byte.comma) || cursor.skip(Byte.slash)
        if isListed { cursor.skipBlanks() }
        let isJoined = (hadBlank || isListed) && cursor.skipWord("en") || isListed
        cursor.skipBlanks()
        guard let number = cursor.number(most: 3), number > last, number <= last + 3 else { return nil }
        if setting == .parentheses, !cursor.skip(Byte.closeParen) { return nil }
        // Without a joiner, or behind a name, only the next number goes on; a blank alone joins it at a line's end.
        guard number == last + 1 || isJoined && setting != .word else { return nil }
        if !isJoined {
            switch setting {
            case .text: guard hadBlank, endsLine(cursor) else { return nil }
            case .word: return nil
            case .brackets, .parentheses: break
            }
        }
        guard isEnd(cursor, setting) else { return nil }
        var next = cursor
        return next.skipBlanks() && counts(next) ? nil : number
    }

    /// Whether nothing but a comma or full stop is left of the line: `6 7, `.
    private static func endsLine(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        _ = cursor.skip(Byte.comma) || cursor.skip(Byte.dot)
        cursor.skipBlanks()
        return cursor.isAtEnd
    }

    /// Whether another number in brackets follows: ` en [3]` behind `[2]`, ` en 3)` behind `2)`. They call notes, and open none.
    static func goOn(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        let isJoined = cursor.skip(Byte.comma) || cursor.skip(Byte.slash)
        cursor.skipBlanks()
        let hadAnd = cursor.skipWord("en")
        if hadAnd { cursor.skipBlanks() }
        let isInBrackets = cursor.skip(Byte.openBracket)
        if isInBrackets { _ = cursor.skip(Byte.caret) }
        guard isInBrackets || isJoined || hadAnd, cursor.number(most: 3) != nil else { return false }
        return cursor.skip(isInBrackets ? Byte.closeBracket : Byte.closeParen)
    }

    private static func isEnd(_ cursor: Cursor, _ setting: Setting) -> Bool {
        guard let next = cursor.current else { return true }
        switch setting {
        case .brackets: return next.isBlank || next == Byte.comma || next == Byte.slash || next == Byte.closeBracket
        case .parentheses: return isSeparate(cursor) || next.isDigit || next == Byte.slash
        case .text, .word: return isSeparate(cursor) || next == Byte.slash
        }
    }

    /// A marker ends where the word around it ends: before a blank or a closing sign, not before a letter or hyphen.
    static func isSeparate(_ cursor: Cursor) -> Bool {
        guard let next = cursor.current else { return true }
        if next.isBlank || next >= 0xC2 {
            return !cursor.bytes.isLetter(at: cursor.position) && cursor.dashLength(at: cursor.position) == nil
        }
        switch next {
        case Byte.dot, Byte.comma, Byte.question, Byte.colon, Byte.semicolon, Byte.closeParen, Byte.quote,
            Byte.exclamation, Byte.apostrophe:
            return cursor.peek(1)?.isDigit != true
        default: return false
        }
    }

    /// Whether the word at the cursor is counted by the number before it, so that the number marks no note.
    static func countsSomething(_ cursor: Cursor) -> Bool {
        var next = cursor
        // `de vragen 2 en⏎3 en 4`
        return next.skipWord("en") && next.skipBlanks() && next.current?.isDigit == true || counts(cursor)
    }

    private static func counts(_ cursor: Cursor) -> Bool {
        var other = cursor
        if other.skipWord(of: ["tot en met", "t/m", "à"]) || NumberWords.countsSomething(cursor) { return true }
        // `3 van de 12 gemeenten`; `2 van de Minister` is a marker that opens a line.
        return other.skipWord("van de") && other.skipBlanks()
            && (other.current?.isDigit == true || SpelledNumbers.counts(other))
    }
}
