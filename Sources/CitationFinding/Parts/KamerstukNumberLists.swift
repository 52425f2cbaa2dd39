import DutchText
import LetterReading

/// Lists and ranges of document numbers.
extension KamerstukNumbers {
    /// What was read of a list so far.
    struct Progress {
        /// `nrs.` stood before, or a second `nr.`.
        var isPlural: Bool
        var last: String
        /// Where what was read last is printed: a number, or a range.
        var place: Int
        /// `en` was passed already: what follows a second one need not be of the list.
        var hadAnd = false
    }

    /// ` en 685`, `, nr. 684`, `; nr. 7`, `–3`: the next numbers of a list. A dossier of its own (`en 27 830, nr. 316`), a
    /// date (`en 6 november`), a count (`en 2 moties`) or a page is none.
    static func more(_ cursor: inout Cursor, _ progress: inout Progress, _ style: Style) -> [String]? {
        if let rest = range(&cursor, from: progress.last) { return rest }
        let found = cursor.attempt { joint(&$0, from: progress.last) } ?? cursor.attempt { next(&$0, progress, style) }
        guard let found else { return nil }
        progress.place = found.place
        progress.hadAnd = progress.hadAnd || found.hadAnd
        return [found.number]
    }

    /// A number, where it stands, and whether `en` stood before it.
    private typealias Next = (number: String, place: Int, hadAnd: Bool)

    private static func next(_ cursor: inout Cursor, _ progress: Progress, _ style: Style) -> Next? {
        let hadBlank = cursor.current?.isBlank == true
        // `1, 2en 3`
        guard let joiner = ListJoiner.read(&cursor), joiner.isSign || hadBlank || progress.isPlural else { return nil }
        let hadWord = joiner.isWord
        let place = cursor.position
        let isLabelled = label(&cursor) != nil
        if isLabelled { return plainNumber(&cursor, mayBeOrdinal: true).map { ($0, place, hadWord) } }
        // On a line of its own a number alone is anybody's.
        if joiner.opensLine || isTime(cursor) { return nil }
        let isNamed = isOfFirstChamber(cursor)
        if isNamed || progress.last.first?.isLetter == true {
            // `nrs. B en C noemt dat`
            let isOfThese = isNamed || style.isFirstChamber || progress.isPlural
            let style = Style(evidence: style.evidence, isFirstChamber: isOfThese)
            // `B; II 2021/22, …`: the chamber of the next paper.
            guard !namesChamber(cursor), let letter = chamberLetter(&cursor, style) else { return nil }
            return (letter, place, hadWord)
        }
        guard let number = plainNumber(&cursor),
            !isOther(cursor, from: place, isListed: progress.isPlural),
            !isCount(number, cursor, progress),
            progress.isPlural || hadWord || risesOn(cursor, from: number, progress)
        else { return nil }
        return (number, place, hadWord)
    }

    /// `nr. 97, 98 en 99`: a list behind `nr.` that rises and ends with `en`.
    private static func risesOn(_ cursor: Cursor, from number: String, _ progress: Progress) -> Bool {
        var next = cursor
        next.skipBlanks()
        guard let last = Int(progress.last), let value = Int(number), value > last else { return false }
        // `nr. 78, 79 (bijlage)`
        var tail = next
        if value == last + 1, PaperTail.skipAnnex(&tail) { return true }
        guard ListJoiner.read(&next)?.opensLine == false else { return false }
        let place = next.position
        guard let following = plainNumber(&next).flatMap(Int.init), following > value else { return false }
        return !isOther(next, from: place, isListed: false) && !next.countsTheNextWord
    }

    /// `nrs. 1–3` are three documents, and so are `nr. 1 t/m 3`.
    private static func range(_ cursor: inout Cursor, from last: String) -> [String]? {
        cursor.attempt { cursor in
            let start = cursor.position
            let isApart = cursor.skipBlanks()
            // `nr. 5⏎- 8 teams`: the sign of a list's line.
            let opensLine = cursor.bytes[start..<cursor.position].contains(Byte.newline)
            let isDash = !opensLine && cursor.skipDash()
            guard isDash || cursor.skip("t/m") || cursor.skip("tot en met") else { return nil }
            cursor.skipBlanks()
            let place = cursor.position
            guard let lower = Int(last), let upper = plainNumber(&cursor).flatMap(Int.init), upper > lower,
                upper - lower < 30, !isOther(cursor, from: place, isListed: false),
                !(isDash && isApart && cursor.countsTheNextWord)
            else {
                return nil
            }
            return (lower + 1...upper).map(String.init)
        }
    }

    /// What a slash joins to a number: `5/6` and `5/A`, two of one paper, and what has a label of its own (`5 / nr. 6`).
    private static func joint(_ cursor: inout Cursor, from last: String) -> Next? {
        let isGlued = !cursor.skipBlanks()
        guard cursor.skip(Byte.slash) else { return nil }
        cursor.skipBlanks()
        let place = cursor.position
        if label(&cursor) != nil { return plainNumber(&cursor, mayBeOrdinal: true).map { ($0, place, false) } }
        guard isGlued, let number = Int(last) else { return nil }
        return second(&cursor, of: number).map { ($0, place, false) }
    }

    /// Whether the slash at the cursor joins something to a number.
    static func joins(_ cursor: Cursor, _ number: Int) -> Bool {
        var next = cursor
        guard next.skip(Byte.slash) else { return false }
        return isLabelled(next) || second(&next, of: number) != nil
    }

    /// `6` behind `5/`, the next number and nothing more, or the letter of the Eerste Kamer; `2023/24` is a year.
    private static func second(_ cursor: inout Cursor, of number: Int) -> String? {
        let start = cursor.position
        let letter = capitals(&cursor)
        guard letter.map({ $0.utf8.count == 1 }) ?? (cursor.number(most: 4) == number + 1 && number < 1900),
            cursor.current != Byte.slash, cursor.current != Byte.hyphen, cursor.current != Byte.ampersand,
            letter != nil || !cursor.bytes.isLetter(at: cursor.position) && !countsAny(cursor)
        else { return nil }
        return String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
    }

    /// `3/4 van de gevallen`, `7/8 mei`
    private static func countsAny(_ cursor: Cursor) -> Bool {
        var next = cursor
        let isShare = next.skipBlanks() && next.skipWord(of: ["van", "deel", "liter"])
        return isShare || NumberWords.countsSomething(cursor) || cursor.countsTheNextWord
    }

    /// Whether the digits just read belong to something else: a dossier, a date, an amount, a page.
    private static func isOther(_ cursor: Cursor, from place: Int, isListed: Bool) -> Bool {
        var dossier = cursor
        dossier.position = place
        if DossierNumber.read(&dossier) != nil { return true }
        if NumberWords.countsSomething(cursor) || NumberWords.countsWithNext(cursor) { return true }
        guard cursor.current == Byte.hyphen else { return false }
        // `nrs. 1, 3-5 en 6`
        var upper = cursor
        let lower = String(decoding: cursor.bytes[place..<cursor.position], as: UTF8.self)
        return !isListed || range(&upper, from: lower) == nil
    }

    /// `14.00 uur`, `14:30`
    private static func isTime(_ cursor: Cursor) -> Bool {
        var next = cursor
        guard next.number(most: 2) != nil, next.skip(Byte.dot) || next.skip(Byte.colon), case let start = next.position
        else { return false }
        return next.number(most: 2) != nil && next.position - start == 2
    }

    /// Whether a number without `nr.` counts the word behind it (`nr. 12 en 2 moties`) or is a year (`nrs. 12, 13,
    /// 2024`). Behind `nrs.` the numbers rise, up to the first `en`.
    private static func isCount(_ number: String, _ cursor: Cursor, _ progress: Progress) -> Bool {
        let value = Int(number) ?? 0
        let last = Int(progress.last) ?? 0
        if (1900...2100).contains(value), last < 1000 || !progress.isPlural { return true }
        // `nrs. 5 t/m 8 en 20 brieven`: what is further off counts what it may.
        let isFar = value > last + 5 && cursor.countsTheNextWord
        let isInRow =
            progress.isPlural && !progress.hadAnd && value > last && !isFar && !NumberList.countsThings(cursor)
        // `nr. 700 en 701 gaan`: so near a number, and so high, counts nothing.
        let isNear = value > max(last, 19) && value <= last + 5 && !NumberList.countsThings(cursor)
        return !isInRow && !isNear && (value > last ? cursor.countsTheNextWord : cursor.hasOtherWord)
    }
}

/// The letters that number the papers of the Eerste Kamer: `33802, C`, `I 31 145 nummer AA`.
extension KamerstukNumbers {
    /// `A`, `C`, `AA`: a number of the Eerste Kamer. Where that chamber is not named, two letters are no number
    /// (`35 165, EU en NAVO`), and neither is one that opens a sentence's words (`35 165, U vraagt`).
    static func chamberLetter(_ cursor: inout Cursor, _ style: Style) -> String? {
        cursor.attempt { cursor in
            guard let letters = capitals(&cursor) else { return nil }
            if cursor.current == Byte.hyphen || cursor.current == Byte.ampersand || cursor.current == Byte.apostrophe {
                return nil
            }
            return style.isFirstChamber || letters.utf8.count == 1 && !cursor.hasOtherWord ? letters : nil
        }
    }

    static func capitals(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            let start = cursor.position
            while let byte = cursor.current, byte.isUpper, cursor.position - start < 2 { cursor.position += 1 }
            guard cursor.position > start, cursor.isAtEnd || !cursor.bytes.isLetter(at: cursor.position),
                cursor.current?.isDigit != true
            else { return nil }
            return String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
        }
    }

    /// `C, D (EK)`: letters with that chamber behind them.
    private static func isOfFirstChamber(_ cursor: Cursor) -> Bool {
        var next = cursor
        for _ in 0..<8 {
            // Two letters count on behind Z: `AB`; `SP (EK)` is a party there.
            guard let letters = capitals(&next), letters.count == 1 || letters.first == "A" else { return false }
            if ListJoiner.read(&next) != nil { continue }
            next.skipBlanks()
            _ = next.skip(Byte.openParen)
            return next.current?.isUpper == true && next.skipWord(of: ["EK", "Eerste Kamer"])
        }
        return false
    }

    static func anotherLetter(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        guard cursor.skip(Byte.comma) else { return false }
        cursor.skipBlanks()
        return capitals(&cursor) != nil
    }

    /// `I 2022/23, `, `II, 36 021`: a chamber with a year or a dossier behind it. True for the Eerste Kamer.
    static func listedChamber(_ cursor: inout Cursor) -> Bool? {
        let isFirst = cursor.skipWord(of: ["I", "EK", "Eerste Kamer"])
        guard isFirst || cursor.skipWord(of: ["II", "TK", "Tweede Kamer"]) else { return nil }
        cursor.skipSeparators()
        var next = cursor
        return Vergaderjaar.read(&next) != nil || DossierNumber.read(&next) != nil ? isFirst : nil
    }

    /// Whether a chamber and what it numbers stand at the cursor.
    static func namesChamber(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        return listedChamber(&cursor) != nil
    }
}
