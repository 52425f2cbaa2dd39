import LetterReading

/// The pages of a debate: `, p. 7909-7943`, `, blz. 53-69`, `pag. 4`.
struct DebatePages {
    let first: Int
    let last: Int?

    var text: String { "p. \(first)" + (last.map { "-\($0)" } ?? "") }

    static func read(_ cursor: inout Cursor) -> DebatePages? {
        cursor.attempt { cursor in
            cursor.skipSeparators()
            guard cursor.skip("pag") || cursor.skip("pp") || cursor.skip("p") || cursor.skip("blz") else { return nil }
            cursor.skipSeparators()
            guard let first = cursor.number(most: 5) else { return nil }
            let last = cursor.attempt { cursor in cursor.skipDash() ? cursor.number(most: 5) : nil }
            return DebatePages(first: first, last: last)
        }
    }
}
