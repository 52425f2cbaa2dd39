import LetterReading

/// The pages of a debate: `, p. 7909-7943`, `, blz. 53-69`, `pag. 4`.
struct DebatePages {
    let first: Int
    let last: Int?

    var text: String { "p. \(first)" + (last.map { "-\($0)" } ?? "") }

    /// `108-7909 t/m 108-7943`: the meeting stands before each page.
    private static func ofMeeting(_ cursor: inout Cursor, _ meeting: Int, _ page: Int) -> DebatePages {
        let last = cursor.attempt { cursor -> Int? in
            cursor.skipBlanks()
            guard cursor.skipWord(of: ["t/m", "tot en met"]) || cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            guard let number = cursor.number(most: 5) else { return nil }
            guard number == meeting, cursor.skipDash() else { return number > page ? number : nil }
            return cursor.number(most: 5)
        }
        return DebatePages(first: page, last: last)
    }

    static func read(_ cursor: inout Cursor) -> DebatePages? {
        cursor.attempt { cursor in
            cursor.skipSeparators()
            guard cursor.skip("pag") || cursor.skip("pp") || cursor.skip("p") || cursor.skip("blz") else { return nil }
            cursor.skipSeparators()
            guard let first = cursor.number(most: 5) else { return nil }
            let last = cursor.attempt { cursor -> Int? in
                cursor.skipBlanks()
                guard cursor.skipDash() else { return nil }
                cursor.skipBlanks()
                return cursor.number(most: 5)
            }
            if let last, first < 131, last > first + 1000 { return ofMeeting(&cursor, first, last) }
            return DebatePages(first: first, last: last)
        }
    }
}
