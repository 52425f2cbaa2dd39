/// The numbers of questions as headings and references write them: `1`, `8 en 9`, `4, 5 en 6`, `2 t/m 4`, `1-3`.
package enum NumberList {
    /// How a list may go on without a word between two numbers.
    package enum Style {
        /// Only a comma, a word or a dash joins two numbers.
        case prose
        /// Also a blank, when the next number is the next in line (`Antwoord 4 5 6`, as KOOP's text has it).
        case heading
    }

    /// Question numbers have at most three digits; a range longer than this is a slip, not a list.
    private static let longestRange = 60

    /// Reads a list and leaves the cursor behind its last number. A letter behind a number (`Antwoord 3l`) is passed
    /// over: the unit is that of the number.
    /// - Returns: the numbers in the order written, without repeats; nil when no number stands here.
    package static func read(_ cursor: inout Cursor, style: Style = .prose) -> [Int]? {
        guard let first = number(&cursor, style) else { return nil }
        var numbers = [first]
        while let next = cursor.attempt({ more(&$0, after: numbers[numbers.count - 1], style: style) }) {
            for value in next where !numbers.contains(value) { numbers.append(value) }
        }
        return numbers
    }

    private static func number(_ cursor: inout Cursor, _ style: Style) -> Int? {
        cursor.attempt { cursor in
            guard let value = cursor.number(most: 3), value > 0 else { return nil }
            if let letter = cursor.current, letter.isLower, !cursor.bytes.isLetter(at: cursor.position + 1) {
                cursor.position += 1
            }
            // Only a heading is glued to what follows (`Antwoord 6 en 7De website`).
            if style == .prose, cursor.bytes.isLetter(at: cursor.position) { return nil }
            guard let next = cursor.current else { return value }
            // `2.5` and `3,5` are amounts; `2019/20` and `10%` are no question either.
            let goesOn = next == Byte.dot || next == Byte.comma
            if goesOn, cursor.peek(1)?.isDigit == true, next == Byte.dot || value > 99 { return nil }
            return next == Byte.percent || next.isDigit ? nil : value
        }
    }

    private static func more(_ cursor: inout Cursor, after last: Int, style: Style) -> [Int]? {
        let hadBlank = cursor.skipBlanks()
        if isRange(&cursor) {
            cursor.skipBlanks()
            guard let upper = number(&cursor, style), upper > last, upper - last <= longestRange else { return nil }
            return Array(last + 1...upper)
        }
        if cursor.skip(Byte.comma) || cursor.skip(Byte.slash) || cursor.skip(Byte.semicolon) {
            cursor.skipBlanks()
            _ = cursor.skipWord("en") || cursor.skipWord("of")
        } else if cursor.skipWord(of: ["en", "of", "respectievelijk", "alsmede"]) || cursor.skip(Byte.ampersand) {
            cursor.skipBlanks()
            _ = cursor.skipWord("vraag") || cursor.skipWord("vragen")
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

    private static func isRange(_ cursor: inout Cursor) -> Bool {
        cursor.skip("t/m") || cursor.skip("tot en met") || cursor.skipWord("tm") || cursor.skipDash()
    }
}
