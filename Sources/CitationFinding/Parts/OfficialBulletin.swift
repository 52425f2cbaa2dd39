import DutchText
import LetterReading

/// What the state's own papers have in common: a year and a number behind the paper's name. `Stb. 2011, 35`,
/// `Stcrt. 2020, nr. 68088`, `Tractatenblad 2008, nr. 175`.
struct OfficialBulletin: Sendable {
    /// As ids begin: `stb`.
    let slug: String
    /// `Stb` and `Staatsblad`: behind the short word a number is expected, the full one may be a mere name.
    let short: StaticString
    let full: StaticString
    /// How long a number may be.
    let digits: Int

    func read(_ reading: inout Reading) -> [Mention] {
        let (start, bytes) = (reading.cursor.position, reading.cursor.bytes)
        let isShort = reading.cursor.skipWord(short)
        guard isShort || reading.cursor.skipWord(full) else { return [] }
        skipTitle(&reading.cursor)
        // `stb-2011-35` is the identifier itself.
        guard let year = reading.cursor.number(most: 4), (1814...2100).contains(year) else {
            // `STB` may be anybody's name.
            let isMeant = bytes[start + 1].isLower || reading.cursor.current?.isDigit == true
            return isShort && isMeant ? reading.stopped("a year") : []
        }
        guard let number = number(&reading.cursor, year, isShort: isShort) else {
            return isShort ? reading.stopped("a number after the year") : []
        }
        reading.step("year and number", from: start)
        var found = [Mention(id: "\(slug)-\(year)-\(number)", range: start..<reading.cursor.position)]
        var last = (year: year, number: number)
        while let (next, place) = another(&reading.cursor, after: last) {
            found.append(Mention(id: "\(slug)-\(next.year)-\(next.number)", range: place..<reading.cursor.position))
            last = next
        }
        return found
    }

    /// `Staatsblad van het Koninkrijk der Nederlanden, jaargang 2011`
    private func skipTitle(_ cursor: inout Cursor) {
        Self.skipSigns(&cursor)
        if cursor.skip("van het Koninkrijk der Nederlanden") { Self.skipSigns(&cursor) }
        if cursor.skipWord("jaargang") { Self.skipSigns(&cursor) }
    }

    /// The number behind the year: `, 35`, `, nr. 35`, `-35`; behind the short word also ` 35` and `/35`.
    private func number(_ cursor: inout Cursor, _ year: Int, isShort: Bool) -> Int? {
        if isShort, cursor.skip(Byte.slash) {
            // `Stb. 2011/12` may be two years.
            return plain(&cursor).flatMap { $0 % 100 == (year + 1) % 100 ? nil : $0 }
        }
        let isJoined = cursor.current == Byte.comma || cursor.current == Byte.hyphen
        Self.skipSigns(&cursor)
        let isLabelled = KamerstukNumbers.label(&cursor) != nil
        guard let number = plain(&cursor) else { return nil }
        return isJoined || isLabelled || isShort && !cursor.countsTheNextWord ? number : nil
    }

    private func plain(_ cursor: inout Cursor) -> Int? {
        guard let number = cursor.number(most: digits), number > 0, !NumberWords.countsSomething(cursor),
            !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd
        else { return nil }
        return number
    }

    /// `Stb. 2014, 493, 494 en 495`, `Stb. 2014, 493 en 2015, 7`: the next number of a list; no count and no day.
    private func another(
        _ cursor: inout Cursor, after last: (year: Int, number: Int)
    ) -> ((year: Int, number: Int), Int)? {
        cursor.attempt { cursor in
            let isComma = cursor.skip(Byte.comma)
            guard cursor.skipBlanks(), isComma || cursor.skipWord("en") && cursor.skipBlanks() else { return nil }
            let place = cursor.position
            if !isComma, let other = ofAnotherYear(&cursor) { return (other, place) }
            let isLabelled = KamerstukNumbers.label(&cursor) != nil
            guard let number = plain(&cursor), number > last.number, !(1900...2100).contains(number) || digits > 4,
                !cursor.countsTheNextWord, !isComma || isLabelled || goesOn(cursor, after: number)
            else { return nil }
            return ((last.year, number), place)
        }
    }

    /// `2015, 7`
    private func ofAnotherYear(_ cursor: inout Cursor) -> (year: Int, number: Int)? {
        cursor.attempt { cursor in
            guard let year = cursor.number(most: 4), (1814...2100).contains(year), cursor.skip(Byte.comma) else {
                return nil
            }
            cursor.skipBlanks()
            _ = KamerstukNumbers.label(&cursor)
            return plain(&cursor).flatMap { cursor.countsTheNextWord ? nil : (year, $0) }
        }
    }

    /// No list is longer.
    private static let mostInList = 20

    /// Whether a list of numbers between commas rises on and ends with `en`.
    private func goesOn(_ cursor: Cursor, after number: Int) -> Bool {
        var next = cursor
        var last = number
        for _ in 0..<Self.mostInList {
            let isComma = next.skip(Byte.comma)
            guard next.skipBlanks(), isComma || next.skipWord("en") && next.skipBlanks(), let following = plain(&next),
                following > last, !next.countsTheNextWord
            else { return false }
            if !isComma { return true }
            last = following
        }
        return false
    }

    private static func skipSigns(_ cursor: inout Cursor) {
        while let byte = cursor.current, byte.isBlank || byte == Byte.dot || byte == Byte.comma || byte == Byte.hyphen {
            cursor.position += 1
        }
    }

    /// Whether an id's parts are a year and a number: `stb-2011-35`.
    func isID(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == slug, let year = Int(parts[1]), parts[1].count == 4,
            (1814...2100).contains(year)
        else { return false }
        return (1...digits).contains(parts[2].count) && parts[2].allSatisfy { $0.isASCII && $0.isNumber }
            && parts[2].first != "0"
    }

    /// `Stb. 2011, nr. 35`
    func label(_ id: String, _: ReportCatalogue) -> String {
        let parts = id.split(separator: "-")
        return parts.count == 3 ? "\(short). \(parts[1]), nr. \(parts[2])" : id
    }
}
