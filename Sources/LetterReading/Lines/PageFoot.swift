import DutchText

/// The foot of a printed page: `Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 4`. Converters glue it to what stands
/// before and after (`…nr. 3.Tweede Kamer, …, Aanhangsel 2het uitgesloten is`), so it is searched in the whole text.
/// Where the next page starts with a digit (`Aanhangsel 12017 stelt`), the count of pages tells where the number ends.
enum PageFoot {
    /// The feet in order, each from its first word to its page number.
    static func all(in bytes: Bytes) -> [Range<Int>] {
        var feet: [Range<Int>] = []
        var lastPage = 0
        var place = 0
        while let found = bytes.firstIndex(of: "Kamer, vergaderjaar", in: place..<bytes.count) {
            place = found + 5
            let start = found - 7
            guard start >= 0 else { continue }
            var cursor = Cursor(bytes, in: start..<min(bytes.count, start + 90))
            guard cursor.skip("Tweede Kamer, vergaderjaar"), let page = page(&cursor, after: lastPage) else { continue }
            lastPage = page
            feet.append(start..<cursor.position)
            place = cursor.position
        }
        return feet
    }

    /// Reads ` 2023–2024, Aanhangsel 4` and leaves the cursor behind the page number.
    private static func page(_ cursor: inout Cursor, after last: Int) -> Int? {
        cursor.skipBlanks()
        guard cursor.number(most: 4) != nil, cursor.skipDash(), cursor.number(most: 4) != nil else { return nil }
        _ = cursor.skip(Byte.comma)
        cursor.skipBlanks()
        guard cursor.skip("Aanhangsel") else { return nil }
        cursor.skipBlanks()
        let digits = digitCount(cursor)
        guard digits > 0 else { return nil }
        let expected = String(last + 1)
        let isExpected = expected.utf8.enumerated().allSatisfy { cursor.peek($0.offset) == $0.element }
        let length = isExpected ? expected.utf8.count : min(digits, 2)
        cursor.position += length
        return isExpected ? last + 1 : last
    }

    private static func digitCount(_ cursor: Cursor) -> Int {
        var count = 0
        while cursor.peek(count)?.isDigit == true { count += 1 }
        return count
    }
}
