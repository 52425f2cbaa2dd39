import DutchText
import LetterReading

/// How the editions of a series are told apart: `year` (a year is the edition), `number` (a number is, or a month with
/// its year), `serial` (a year and a number: `2020-0091`), and known numbers that stand for a year: `1=2021 2=2022`; `once`
/// for a work that has none.
struct EditionRule: Sendable {
    let isYearly: Bool
    /// A single work: what stands behind its name is no edition.
    let isOnce: Bool
    /// Whether the month it came out in says its year: `van oktober 2024`. An annual report comes out the year after.
    let isDated: Bool
    let known: [Int: String]
    private let isSerial: Bool

    init?(_ text: String) {
        var isYearly: Bool?
        var isDated = false
        var isOnce = false
        var isSerial = false
        var known: [Int: String] = [:]
        for word in text.split(separator: " ") {
            switch word {
            case "year": isYearly = true
            case "number": isYearly = false
            case "dated": isDated = true
            case "serial": (isYearly, isSerial) = (false, true)
            case "once": (isYearly, isOnce) = (true, true)
            default:
                let sides = word.split(separator: "=")
                guard sides.count == 2, let number = Int(sides[0]) else { return nil }
                known[number] = String(sides[1])
            }
        }
        guard let isYearly else { return nil }
        self.isYearly = isYearly
        self.isOnce = isOnce
        self.isSerial = isSerial
        self.known = known
        self.isDated = isDated
    }

    /// Whether an ordinal may be an edition: `3rd`, `derde`.
    var hasOrdinals: Bool { !isYearly || !known.isEmpty }

    /// Whether an id's ending may be an edition: a number, a day, or one that the rule itself names.
    func mayBe(_ edition: Substring) -> Bool {
        !isOnce && (edition.first?.isNumber == true || known.values.contains(String(edition)))
    }

    /// Reads the edition behind a name: ` 2024`, ` van 2022`, ` 58`, `, december 2023`, `, nr. 58`, ` 2`.
    func read(_ cursor: inout Cursor) -> String? {
        if isOnce { return nil }
        return cursor.attempt { cursor in
            cursor.skipBlanks()
            let hadComma = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            _ = cursor.skip(Byte.openParen) || cursor.skip(Byte.hyphen)
            cursor.skipBlanks()
            let isAbout = cursor.skipWord(of: Self.prepositions)
            cursor.skipBlanks()
            let isLabelled = cursor.skipWord(of: ["nrs", "nr", "nummers", "nummer", "no", "editie"])
            if isLabelled { _ = cursor.skip(Byte.dot) }
            cursor.skipBlanks()
            // `, 12 jaar oud`, `over 27 lidstaten`, `van 2021`: behind a comma, and behind what says when it came out or what it
            // is about, a number needs its label.
            if hadComma || isAbout, !isLabelled { return date(&cursor) ?? (isYearly ? year(&cursor) : nil) }
            return edition(&cursor, isLabelled)
        }
    }

    private static let prepositions: [StaticString] = [
        "over het jaar", "van het jaar", "van", "over", "uit", "voor",
    ]

    private func edition(_ cursor: inout Cursor, _ isLabelled: Bool) -> String? {
        if isSerial { return serial(&cursor, isLabelled) }
        if let date = date(&cursor) { return date }
        if let year = year(&cursor) { return year }
        return number(&cursor)
    }

    /// `2021/14`, `2020-0091`; no day (`2020-03-12`), and without its label no season (`2021/22`, `2020-2021`).
    private func serial(_ cursor: inout Cursor, _ isLabelled: Bool = false) -> String? {
        cursor.attempt { cursor in
            guard let year = cursor.number(most: 4), (1945...2100).contains(year),
                cursor.skip(Byte.slash) || cursor.skipDash()
            else { return nil }
            let start = cursor.position
            guard let number = cursor.number(most: 4), number < 1945, isWhole(cursor), cursor.current != Byte.hyphen,
                isLabelled || cursor.position - start != 2 || number != (year + 1) % 100
            else { return nil }
            return "\(year)-" + String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
        }
    }

    /// `58`; not `4 van 5`, nor `4 niveaus`.
    func number(_ cursor: inout Cursor) -> String? {
        if isSerial { return serial(&cursor) }
        return cursor.attempt { cursor in
            guard let number = cursor.number(most: 3), number > 0, isWhole(cursor), !isTorn(cursor),
                !countsAsRange(cursor), !NumberWords.countsSomething(cursor), !isCount(cursor)
            else { return nil }
            return known[number] ?? (isYearly ? nil : String(number))
        }
    }

    /// `100-105 bladzijden`
    private func countsAsRange(_ cursor: Cursor) -> Bool {
        var next = cursor
        return next.skipDash() && next.number(most: 3) != nil && next.countsTheNextWord
    }

    /// `29 924, nr. 12`, `1 000`: three digits more behind a blank.
    private func isTorn(_ cursor: Cursor) -> Bool {
        cursor.current?.isBlank == true && (1...3).allSatisfy { cursor.peek($0)?.isDigit == true }
            && cursor.peek(4)?.isDigit != true
    }

    /// Whether the number counts what follows: a share (`4 van 5`) or a word in the plural.
    private func isCount(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        guard cursor.skipBlanks() else { return false }
        if cursor.skipWord("van") {
            cursor.skipBlanks()
            return cursor.current?.isDigit == true && cursor.peek(3)?.isDigit != true
        }
        let start = cursor.position
        while let byte = cursor.current, byte.isLower { cursor.position += 1 }
        return cursor.position - start > 4 && cursor.bytes[cursor.position - 1] == UInt8(ascii: "s")
    }

    /// `december 2023`: an edition where there are several a year; else only when the report came out.
    private func date(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            if isDated, cursor.skipWord(of: ["voorjaar", "zomer", "najaar", "winter"]) {
                cursor.skipBlanks()
                return year(&cursor)
            }
            guard let month = DutchDate.month(&cursor) else { return nil }
            cursor.skipBlanks()
            guard let year = year(&cursor) else { return nil }
            return isYearly ? (isDated ? year : nil) : String(DutchDate.iso(Int(year) ?? 0, month, 1).prefix(7))
        }
    }

    func year(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            guard let year = cursor.number(most: 4), (1945...2100).contains(year), isWhole(cursor) else { return nil }
            return String(year)
        }
    }

    /// `, 2024`, ` en 2025`, ` t/m 2025`: the next edition of a list, or the rest of a range.
    func more(_ cursor: inout Cursor, after last: String) -> [String]? {
        if let rest = range(&cursor, after: last) { return rest }
        let hadBlank = cursor.current?.isBlank == true
        guard let joiner = ListJoiner.read(&cursor), joiner.isSign || hadBlank, !joiner.opensLine else { return nil }
        if !isYearly, cursor.skipWord("nr") {
            _ = cursor.skip(Byte.dot)
            cursor.skipBlanks()
        }
        guard let edition = isYearly ? year(&cursor) : number(&cursor), edition != last,
            !NumberWords.countsSomething(cursor), !cursor.countsTheNextWord || Self.isOfReport(cursor)
        else { return nil }
        return [edition]
    }

    /// ` van de AIVD`, ` verschenen` behind an edition.
    private static func isOfReport(_ cursor: Cursor) -> Bool {
        var next = cursor
        return next.skipBlanks() && next.skipWord(of: ["van", "over"]) || opensAttribute(cursor)
    }

    /// `over 2022 en 2023 verschenen`
    static func opensAttribute(_ cursor: Cursor) -> Bool {
        var next = cursor
        return next.skipBlanks() && next.skipWord(of: ["verschenen", "gepubliceerde", "uitgebrachte", "opgestelde"])
    }

    /// ` t/m 2023` behind 2021: 2022 and 2023.
    private func range(_ cursor: inout Cursor, after last: String) -> [String]? {
        cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skip("t/m") || cursor.skip("tot en met") || cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            guard let first = Int(last), let upper = (isYearly ? year(&cursor) : number(&cursor)).flatMap(Int.init),
                (1...10).contains(upper - first), isYearly || !cursor.countsTheNextWord
            else { return nil }
            return (first + 1...upper).map(String.init)
        }
    }

    /// Whether a year that was read opens a range: `2020-2022` are three where several are named, else nobody's edition.
    func opensRange(_ cursor: Cursor) -> Bool {
        var next = cursor
        let isSpaced = next.skipBlanks()
        guard isYearly, next.skipDash() || next.skip(Byte.slash) else { return false }
        next.skipBlanks()
        // `2022 - 14 maatregelen`
        if isSpaced { return next.number(most: 4) ?? 0 > 1944 }
        return next.current?.isDigit == true || next.current == Byte.apostrophe
    }

    private func isWhole(_ cursor: Cursor) -> Bool {
        guard let next = cursor.current else { return true }
        if next == Byte.dot || next == Byte.comma { return cursor.peek(1)?.isDigit != true }
        return !next.isDigit && next != Byte.slash && next != Byte.percent
            && !cursor.bytes.isLetter(at: cursor.position)
    }
}
