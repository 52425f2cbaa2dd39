import DutchText
import LetterReading

/// A document of the European Union by its identifier: `CELEX:52012PC0011`, `COM(2020) 790`, `JOIN(2020) 18 final`,
/// `SWD(2021) 305`, `C(2021) 1234 final`, `com:2020:790`.
enum EuropeanDocument {
    static let grammar = Grammar(
        "European document",
        anchors: ["celex"] + series.flatMap { openings(of: $0.slug) }, read: read)

    private static func openings(of name: String) -> [String] {
        (name.utf8.count == 1 ? ["(", " (", ":"] : ["(", " (", "[", " [", "/", ":", " 20", "20", "-20"]).map {
            name + $0
        }
    }

    /// Each with the letters that a CELEX number has for it.
    static let series: [(name: StaticString, slug: String, celex: [Substring])] = [
        ("COM", "com", ["PC", "DC"]), ("JOIN", "join", ["JC"]), ("SWD", "swd", ["SC"]), ("SEC", "sec", []),
        ("C", "c", []),
    ]

    private static func read(_ reading: inout Reading) -> [Mention] {
        if reading.cursor.skip("celex") { return celex(&reading) }
        let startsUpper = reading.cursor.current?.isUpper == true
        let isCapital = startsUpper && reading.cursor.peek(1)?.isUpper == true
        guard let slug = series.first(where: { reading.cursor.skip($0.name) })?.slug else { return [] }
        // `com:2020:790` is the id itself; small letters, and a letter alone with a low number, need their version:
        // `com (2020) 790 final`.
        let sign = reading.cursor.current
        let isID = sign == Byte.colon
        let isName =
            startsUpper && slug.utf8.count > 1
            && (sign == Byte.slash || sign == Byte.openParen || sign == Byte.openBracket)
        guard isID || !isInAddress(reading), let year = year(&reading.cursor) else { return [] }
        skipSigns(&reading.cursor)
        let isLetter = slug.utf8.count == 1
        let hadBracket = reading.cursor.skip(Byte.openParen)
        let digits = reading.cursor.position
        guard let number = reading.cursor.number(most: 5), number > 0,
            !hadBracket || reading.cursor.skip(Byte.closeParen), isWhole(reading.cursor)
        else {
            reading.cursor.position = digits
            return !(isID || isName || isCapital)
                ? [] : reading.stopped("the number of a document of the Commission (COM(2020) 790)")
        }
        let end = reading.cursor.position
        let isSure =
            isID || isName || isCapital
            || isLetter && startsUpper && sign == Byte.openParen && number > 999 && !countsSomething(reading.cursor)
        let locator = version(&reading.cursor)
        if locator == nil { reading.cursor.position = end }
        guard isSure || locator?.contains("f") == true else { return [] }
        reading.step("series, year and number", from: reading.start)
        var found = [
            Mention(
                id: "\(slug):\(year):\(number)", range: reading.start..<reading.cursor.position, locator: locator)
        ]
        for (other, range) in others(&reading.cursor, after: number) {
            found.append(Mention(id: "\(slug):\(year):\(other)", range: range))
        }
        return found
    }

    /// `final` may be glued on: `COM(2022)209final`.
    private static func isWhole(_ cursor: Cursor) -> Bool {
        var next = cursor
        return next.isAtEnd || !next.bytes.isLetter(at: next.position) || next.skip("final") || next.skip("def")
    }

    /// `COM(2021) 350, 351 en 352`: others of the year, by their numbers. Behind a comma alone may stand anything: a list is
    /// closed by `en`.
    private static func others(_ cursor: inout Cursor, after first: Int) -> [(number: Int, range: Range<Int>)] {
        var found: [(number: Int, range: Range<Int>)] = []
        var closed = 0
        var next = cursor
        while let joiner = ListJoiner.read(&next), !joiner.opensLine {
            let place = next.position
            guard let number = next.number(most: 3), number > found.last?.number ?? first, !countsSomething(next),
                next.current != Byte.slash, !next.bytes.isLetter(at: next.position)
            else { break }
            found.append((number, place..<next.position))
            guard joiner.isWord else { continue }
            (closed, cursor) = (found.count, next)
        }
        return Array(found.prefix(closed))
    }

    private static func countsSomething(_ cursor: Cursor) -> Bool {
        NumberWords.countsSomething(cursor) || cursor.countsTheNextWord
    }

    /// `(2020)`, ` (2020)`, `[2020]`, `/2020/`, `:2020:`, ` 2020 `; `(95)` before 2000.
    private static func year(_ cursor: inout Cursor) -> Int? {
        cursor.skipBlanks()
        let isSquare = cursor.skip(Byte.openBracket)
        let isInBrackets = isSquare || cursor.skip(Byte.openParen)
        if !isInBrackets { _ = cursor.skip(Byte.slash) || cursor.skip(Byte.colon) || cursor.skip(Byte.hyphen) }
        let start = cursor.position
        guard let value = cursor.number(most: 4),
            !isInBrackets || cursor.skip(isSquare ? Byte.closeBracket : Byte.closeParen)
        else { return nil }
        let end = isInBrackets ? cursor.position - 1 : cursor.position
        if end - start == 2, isInBrackets, value >= 58 { return 1900 + value }
        return end - start == 4 && (1958...2100).contains(value) ? value : nil
    }

    private static func skipSigns(_ cursor: inout Cursor) {
        cursor.skipBlanks()
        _ = cursor.skip(Byte.slash) || cursor.skip(Byte.colon) || cursor.skip(Byte.comma) || cursor.skip(Byte.hyphen)
        cursor.skipBlanks()
        if cursor.skipWord("nr") { cursor.skipSeparators() }
    }

    /// ` final`, `/2`, ` final/2`, ` def.`, `:FIN`: which version of it.
    private static func version(_ cursor: inout Cursor) -> String? {
        let start = cursor.position
        _ = cursor.skip(Byte.colon) || cursor.skipBlanks()
        let from = cursor.position
        let isNamed = cursor.skipWord(of: ["final", "definitief", "def", "FIN"])
        guard isNamed || from == start else { return nil }
        if cursor.current == Byte.slash, cursor.peek(1)?.isDigit == true, cursor.peek(2)?.isDigit != true {
            cursor.position += 2
        }
        guard cursor.position > from else { return nil }
        return Sentence.plain(cursor.bytes[from..<cursor.position])
    }

    /// `site.COM/2020/790`
    private static func isInAddress(_ reading: Reading) -> Bool {
        guard reading.start > 0 else { return false }
        let before = reading.cursor.bytes[reading.start - 1]
        return before == Byte.dot && reading.cursor.current == Byte.slash || before == Byte.slash || before == Byte.at
    }

    /// `CELEX:32022R2065`, `CELEX-nummer 32016L0680`
    private static func celex(_ reading: inout Reading) -> [Mention] {
        _ =
            reading.cursor.skip("-nummer") || reading.cursor.skip("nummer") || reading.cursor.skip(" nummer")
            || reading.cursor.skip(" nr")
        reading.cursor.skipSeparators(or: ":-")
        guard let number = CELEXNumber.read(&reading.cursor) else {
            return reading.cursor.current?.isDigit == true ? reading.stopped("a CELEX number (32022R2065)") : []
        }
        reading.step("a CELEX number", from: reading.start)
        return [Mention(id: number.id, range: reading.start..<reading.cursor.position, locator: number.consolidated)]
    }
}

/// A document of the Council of the European Union: `ST 12345/21`, `Raadsdocument 9068/22 ADD 1`, `ST-8101-2021-INIT`.
enum CouncilDocument {
    static let grammar = Grammar(
        "Council document",
        anchors: ["raadsdocument"] + ["st ", "st-", "st_", "st:", "st"].map { $0 + Grammar.digit }, read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        guard opening(&reading) else { return [] }
        let isID = reading.start + 2 < reading.cursor.end && reading.cursor.bytes[reading.start + 2] == Byte.colon
        guard let (year, number) = isID ? canonical(&reading.cursor) : written(&reading.cursor) else { return [] }
        let end = reading.cursor.position
        let locator = version(&reading.cursor)
        if locator == nil { reading.cursor.position = end }
        guard reading.cursor.isAtEnd || !reading.cursor.bytes.isLetter(at: reading.cursor.position),
            reading.cursor.current?.isDigit != true
        else { return [] }
        reading.step("number and year of a Council document", from: reading.start)
        return [
            Mention(id: "st:\(year):\(number)", range: reading.start..<reading.cursor.position, locator: locator)
        ]
    }

    /// `ST ` in capitals, `st:`, or the word.
    private static func opening(_ reading: inout Reading) -> Bool {
        if reading.cursor.skip("raadsdocument") {
            _ = reading.cursor.skip("en")
            reading.cursor.skipBlanks()
            if KamerstukNumbers.label(&reading.cursor) == nil, reading.cursor.skipWord("ST") {
                _ = reading.cursor.skip(Byte.hyphen)
            }
            reading.cursor.skipBlanks()
            return true
        }
        let bytes = reading.cursor.bytes
        // Of an address only the first letter is known: `data.consilium.europa.eu/doc/document/S`.
        guard reading.start + 1 < reading.cursor.end, bytes[reading.start].lowered == UInt8(ascii: "s"),
            bytes[reading.start + 1].lowered == UInt8(ascii: "t")
        else { return false }
        let isCapital = bytes[reading.start].isUpper && bytes[reading.start + 1].isUpper
        reading.cursor.position += 2
        if !isCapital { return reading.cursor.skip(Byte.colon) }
        _ =
            reading.cursor.skip(Byte.colon) || reading.cursor.skip(Byte.hyphen) || reading.cursor.skip(Byte.underscore)
            || reading.cursor.skipBlanks()
        return true
    }

    /// `2021:8101`
    private static func canonical(_ cursor: inout Cursor) -> (Int, Int)? {
        guard let year = cursor.number(most: 4), (1990...2100).contains(year), cursor.skip(Byte.colon),
            let number = cursor.number(most: 5), number > 0
        else { return nil }
        return (year, number)
    }

    /// `12345/21`, `5662/1/22` (the first revision), `8101/2021`, `8101-2021`. The number has four digits or five.
    private static func written(_ cursor: inout Cursor) -> (Int, Int)? {
        let start = cursor.position
        guard let number = cursor.number(most: 5), cursor.position - start > 3, number > 999 else { return nil }
        let isDashed = cursor.skip(Byte.hyphen) || cursor.skip(Byte.underscore) || isVersioned(&cursor)
        guard isDashed || cursor.skip(Byte.slash) else { return nil }
        if !isDashed {
            _ = cursor.attempt { cursor -> Bool? in
                let from = cursor.position
                guard cursor.number(most: 1) != nil, cursor.position > from, cursor.skip(Byte.slash) else { return nil }
                return true
            }
        }
        let digits = cursor.position
        guard let value = cursor.number(most: 4) else { return nil }
        let count = cursor.position - digits
        if count == 4 { return (1990...2100).contains(value) ? (value, number) : nil }
        guard count == 2, !isDashed else { return nil }
        return (value < 90 ? 2000 + value : 1900 + value, number)
    }

    /// `8101 2021 INIT`: blanks between, and the version says what it is.
    private static func isVersioned(_ cursor: inout Cursor) -> Bool {
        var next = cursor
        guard next.skipBlanks(), next.number(most: 4) != nil, next.skipBlanks(),
            next.skipWord(of: ["INIT", "REV", "ADD", "COR"])
        else { return false }
        return cursor.skipBlanks()
    }

    /// ` INIT`, ` REV 1`, `-ADD-1`, ` COR 2`
    private static func version(_ cursor: inout Cursor) -> String? {
        guard cursor.skip(Byte.hyphen) || cursor.skip(Byte.underscore) || cursor.skipBlanks() else { return nil }
        let start = cursor.position
        while cursor.skip("INIT") || cursor.skip("REV") || cursor.skip("ADD") || cursor.skip("COR") {
            let behind = cursor.position
            _ = cursor.skip(Byte.hyphen) || cursor.skip(Byte.underscore) || cursor.skipBlanks()
            if cursor.number(most: 2) == nil { cursor.position = behind }
            let next = cursor.position
            _ = cursor.skip(Byte.hyphen) || cursor.skip(Byte.underscore) || cursor.skipBlanks()
            if cursor.current?.isUpper != true { cursor.position = next }
        }
        while cursor.position > start, cursor.bytes[cursor.position - 1].isBlank { cursor.position -= 1 }
        return cursor.position > start ? Sentence.plain(cursor.bytes[start..<cursor.position]) : nil
    }
}
