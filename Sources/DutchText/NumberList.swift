/// The numbers of questions as headings and references write them: `1`, `8 en 9`, `4, 5 en 6`, `2 t/m 4`, `1-3`.
package enum NumberList {
    /// How a list may go on, and what a number in it may be followed by.
    package enum Style {
        /// Only a comma, a word or a dash joins two numbers; a number that counts something ends the list.
        case prose
        /// As prose, and the noun may be repeated: `vraag 2 en vraag 3`.
        case questions
        /// Also a blank, when the next number is the next in line (`Antwoord 4 5 6`, as KOOP's text has it).
        case heading
    }

    /// Question numbers have at most three digits; a range longer than this is a slip, not a list.
    private static let longestRange = 60
    /// No reference names more; what goes on and on is no list, and is not read again from each of its members.
    private static let mostMembers = 100

    /// Reads a list and leaves the cursor behind its last number. A letter behind a number (`Antwoord 3l`) is passed
    /// over: the unit is that of the number.
    /// - Returns: the numbers in the order written, without repeats; nil when no number stands here.
    package static func read(_ cursor: inout Cursor, style: Style = .prose) -> [Int]? {
        guard let first = number(&cursor, style) else { return nil }
        var numbers = [first]
        var members = 1
        while members < mostMembers,
            let next = cursor.attempt({ more(&$0, after: numbers[numbers.count - 1], style: style) })
        {
            for value in next where !numbers.contains(value) { numbers.append(value) }
            members += 1
        }
        return style != .heading && isTornOff(cursor) ? nil : numbers
    }

    private static func number(_ cursor: inout Cursor, _ style: Style) -> Int? {
        cursor.attempt { cursor in
            guard let value = cursor.number(most: 3), value > 0 else { return nil }
            if let letter = cursor.current, letter.isLower, !cursor.bytes.isLetter(at: cursor.position + 1) {
                if style != .heading, isOrdinalOrTimes(letter) { return nil }
                cursor.position += 1
            }
            // Only a heading is glued to what follows (`Antwoord 6 en 7De website`).
            if style != .heading, cursor.bytes.isLetter(at: cursor.position) && !isGluedAnd(cursor) || isCount(cursor) {
                return nil
            }
            guard let next = cursor.current else { return value }
            // `2.5` and `3,5` are amounts; `2019/20` and `10%` are no question either.
            let goesOn = next == Byte.dot || next == Byte.comma
            if goesOn, cursor.peek(1)?.isDigit == true, next == Byte.dot || value > 99 { return nil }
            return next == Byte.percent || next.isDigit ? nil : value
        }
    }

    /// `2en 3`: a converter lost the blank.
    private static func isGluedAnd(_ cursor: Cursor) -> Bool {
        var next = cursor
        return next.skipWord("en") && next.skipBlanks() && next.current?.isDigit == true
    }

    private static func more(_ cursor: inout Cursor, after last: Int, style: Style) -> [Int]? {
        let start = cursor.position
        let hadBlank = cursor.skipBlanks()
        // `vraag 3⏎- 5 teams`: the sign of a list's line.
        if style != .heading, cursor.bytes[start..<cursor.position].contains(Byte.newline),
            cursor.dashLength(at: cursor.position) != nil
        {
            return nil
        }
        if isRange(&cursor) || (style != .heading && cursor.skipWord("tot")) {
            cursor.skipBlanks()
            guard let upper = number(&cursor, style), upper > last, upper - last <= longestRange else { return nil }
            return Array(last + 1...upper)
        }
        if cursor.skip(Byte.comma) || cursor.skip(Byte.semicolon) || (style == .heading && cursor.skip(Byte.slash)) {
            cursor.skipBlanks()
            _ = cursor.skipWord("en") || cursor.skipWord("of") || (style != .heading && isRespectively(&cursor))
        } else if cursor.skipWord(of: ["en", "of", "respectievelijk", "alsmede"]) || cursor.skip(Byte.ampersand)
            || (style != .heading && isRespectively(&cursor))
        {
            cursor.skipBlanks()
            if style != .prose { _ = cursor.skipWord("vraag") || cursor.skipWord("vragen") }
        } else {
            // `Vraag 3 4/22 Heeft …` is question 3 on page 4 of 22.
            guard style == .heading, hadBlank, let value = number(&cursor, style), value == last + 1,
                cursor.current != Byte.slash
            else { return nil }
            return [value]
        }
        cursor.skipBlanks()
        return number(&cursor, style).map { [$0] }
    }

    static func isRange(_ cursor: inout Cursor) -> Bool {
        cursor.skip("t/m") || cursor.skip("tot en met") || cursor.skipWord("tm") || cursor.skipDash()
    }

    private static func isRespectively(_ cursor: inout Cursor) -> Bool {
        guard cursor.skipWord("respectievelijk") || cursor.skipWord("resp") else { return false }
        _ = cursor.skip(Byte.dot)
        return true
    }
}
