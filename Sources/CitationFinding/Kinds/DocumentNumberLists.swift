import LetterReading

/// Lists and ranges of document numbers.
extension DocumentNumbers {
    /// ` en 685`, `, nr. 684`, `; nr. 7`, `–3`: the next numbers of a list, and where they start. A dossier of its own
    /// (`en 27 830, nr. 316`), a date (`en 6 november`) or a page is none.
    static func more(_ cursor: inout Cursor, isPlural: Bool, last: String) -> ([String], Int)? {
        cursor.attempt { cursor in
            if isPlural, let upper = range(&cursor, from: last) { return upper }
            let hadBlank = cursor.skipBlanks()
            var hadWord = false
            if cursor.skip(Byte.comma) || cursor.skip(Byte.semicolon) {
                cursor.skipBlanks()
                hadWord = cursor.skipWord(of: ["en", "alsmede"])
            } else {
                hadWord = cursor.skipWord(of: ["en", "alsmede", "t/m"]) || cursor.skip(Byte.ampersand)
                guard hadBlank, hadWord else { return nil }
            }
            cursor.skipBlanks()
            let place = cursor.position
            let isLabelled = label(&cursor) != nil
            guard isLabelled || isPlural || hadWord, let number = plainNumber(&cursor) else { return nil }
            if !isLabelled, isOther(cursor, from: place) { return nil }
            return ([number], place)
        }
    }

    /// `nrs. 1–3` are three documents.
    private static func range(_ cursor: inout Cursor, from last: String) -> ([String], Int)? {
        cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skipDash() || cursor.skip("t/m") || cursor.skip("tot en met") else { return nil }
            cursor.skipBlanks()
            let place = cursor.position
            guard let lower = Int(last), let upper = plainNumber(&cursor).flatMap(Int.init), upper > lower,
                upper - lower < 30
            else {
                return nil
            }
            return ((lower + 1...upper).map(String.init), place)
        }
    }

    /// Whether the digits just read belong to something else: a dossier, a date, an amount, a page.
    private static func isOther(_ cursor: Cursor, from place: Int) -> Bool {
        var dossier = cursor
        dossier.position = place
        if Dossier.read(&dossier) != nil { return true }
        return NumberWords.countsSomething(cursor) || cursor.current == Byte.hyphen
    }
}
