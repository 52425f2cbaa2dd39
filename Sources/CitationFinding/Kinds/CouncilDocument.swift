import DutchText
import LetterReading

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
            if DocumentNumbers.label(&reading.cursor) == nil, reading.cursor.skipWord("ST") {
                _ = reading.cursor.skip(Byte.hyphen)
            }
            reading.cursor.skipBlanks()
            return true
        }
        let bytes = reading.cursor.bytes
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
