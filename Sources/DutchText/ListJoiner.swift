/// What stands between two members of a list: `, `, ` en `, `; en `, ` & `, ` resp. `, or the sign that opens the next line of a
/// list with one member a line.
package struct ListJoiner {
    /// A comma, a semicolon, or a line of its own.
    package let isSign: Bool
    /// `en` and the like, which closes a list mostly.
    package let isWord: Bool
    /// The next member has a line of its own.
    package let opensLine: Bool

    /// Reads it, with the blanks around, and leaves the cursor before the next member. Nil where nothing joins.
    package static func read(_ cursor: inout Cursor) -> ListJoiner? {
        cursor.attempt { cursor in
            let start = cursor.position
            cursor.skipBlanks()
            let isComma = cursor.skip(Byte.comma)
            let isSign = isComma || cursor.skip(Byte.semicolon)
            cursor.skipBlanks()
            var isWord = word(&cursor)
            cursor.skipBlanks()
            // `5, 6 en⏎7. De dijk`: the last number of a list, at the end of a sentence.
            let opensLine = skipBullet(&cursor, from: start, mayBeNumber: !isComma && !isWord)
            isWord = isWord || opensLine && word(&cursor)
            cursor.skipBlanks()
            guard isSign || isWord || opensLine else { return nil }
            return ListJoiner(isSign: isSign || opensLine, isWord: isWord, opensLine: opensLine)
        }
    }

    private static func word(_ cursor: inout Cursor) -> Bool {
        if cursor.skipWord(of: ["en", "and", "alsmede", "respectievelijk"]) || cursor.skip(Byte.ampersand) {
            return true
        }
        guard cursor.skipWord("resp") else { return false }
        _ = cursor.skip(Byte.dot)
        return true
    }

    /// `- `, `• `, `2. ` at the head of a line. The cursor stands behind the blanks that began at `start`.
    package static func skipBullet(_ cursor: inout Cursor, from start: Int, mayBeNumber: Bool = true) -> Bool {
        guard cursor.bytes[start..<cursor.position].contains(Byte.newline) else { return false }
        return cursor.attempt { cursor -> Bool? in
            let isSign = cursor.skipDash() || cursor.skip(Byte.star) || cursor.skip("•") || cursor.skip("·")
            guard isSign || mayBeNumber && number(&cursor) else { return nil }
            return cursor.skipBlanks() ? true : nil
        } ?? false
    }

    /// `2.`, `2)`
    private static func number(_ cursor: inout Cursor) -> Bool {
        cursor.number(most: 2) != nil && (cursor.skip(Byte.dot) || cursor.skip(Byte.closeParen))
    }
}
