import DutchText
import LetterReading

/// The pages of a debate: `, p. 7909-7943`, `, blz. 53-69`, `pag. 4`, before 2010 also `, 6368–6375`.
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

    /// `, 6368–6375`, `, 23-1600 t/m 23-1605` behind a year before 2010: no meeting had such a number.
    static func unlabelled(_ cursor: inout Cursor) -> DebatePages? {
        cursor.attempt { cursor in
            cursor.skipSeparators()
            guard let first = cursor.number(most: 5), cursor.skipDash(), let last = cursor.number(most: 5) else {
                return nil
            }
            if first <= mostMeetings { return last > mostMeetings ? ofMeeting(&cursor, first, last) : nil }
            guard last > first, last - first < longestDebate, !cursor.countsTheNextWord else { return nil }
            return DebatePages(first: first, last: last)
        }
    }

    /// No year has had more meetings.
    private static let mostMeetings = 130
    /// No debate has filled as many pages.
    private static let longestDebate = 200

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
