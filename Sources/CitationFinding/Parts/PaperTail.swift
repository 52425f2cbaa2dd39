import DutchText

/// What may stand behind the number of a paper and is no part of it.
enum PaperTail {
    /// What may stand behind a number before the list goes on: ` van 12 december 2019`, `, d.d. 2 mei 2020`, ` (bijlage)`,
    /// `, bijlage IV`, ` (herdruk)`.
    static func skip(_ cursor: inout Cursor) {
        while cursor.attempt({ cursor -> Bool? in
            if Locator.read(&cursor)?.isPage == true { return true }
            _ = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            let isInBrackets = cursor.skip(Byte.openParen)
            guard skipDate(&cursor) || annex(&cursor) else { return nil }
            return !isInBrackets || cursor.skip(Byte.closeParen) ? true : nil
        }) != nil {}
    }

    private static func skipDate(_ cursor: inout Cursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            if cursor.skipWord(of: ["van", "d.d", "dd"]) { _ = cursor.skip(Byte.dot) }
            cursor.skipBlanks()
            return DutchDate.read(&cursor) == nil ? nil : true
        } ?? false
    }

    private static func annex(_ cursor: inout Cursor) -> Bool {
        if cursor.skipWord("herdruk") { return true }
        guard cursor.skipWord(of: ["bijlagen", "bijlage"]) else { return false }
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            return KamerstukNumbers.capitals(&cursor) != nil || cursor.number(most: 2) != nil ? true : nil
        }
        return true
    }

    /// ` (bijlage)`, ` (herdruk)`
    static func skipAnnex(_ cursor: inout Cursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            guard cursor.skip(Byte.openParen), annex(&cursor), cursor.skip(Byte.closeParen) else { return nil }
            return true
        } ?? false
    }
}
