import DutchText

/// Editions that are counted in words: `derde`, `3rd`.
extension EditionRule {
    /// Whether a word may be an ordinal, by how it ends: what most words fail at.
    static func mayBeOrdinal(_ word: Slice<Bytes>) -> Bool {
        guard word.count > 1, let last = word.last?.lowered else { return false }
        let before = word[word.endIndex - 2].lowered
        switch (before, last) {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
            (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")),
            (UInt8(ascii: "d"), UInt8(ascii: "e")), (UInt8(ascii: "t"), UInt8(ascii: "e")):
            return word.count > 2
        default: return before.isDigit && last == UInt8(ascii: "e")
        }
    }

    /// Whether a word counts editions, known or not: `4th`, `zesde`.
    func isOrdinal(_ word: Slice<Bytes>) -> Bool {
        if word.first?.isDigit == true {
            let text = String(decoding: word, as: UTF8.self).lowercased()
            return ["st", "nd", "rd", "th", "e", "de", "ste"].contains(String(text.drop(while: \.isNumber)))
        }
        var cursor = Cursor(word.base, in: word.startIndex..<word.endIndex)
        return Self.spelled(&cursor) != nil && cursor.isAtEnd
    }

    /// The number that an ordinal stands for, ten at most: `vierde`, `fourth`.
    private static func spelled(_ cursor: inout Cursor) -> Int? {
        cursor.attempt { cursor in
            let number = SpelledNumbers.ordinal(&cursor) ?? english.firstIndex { cursor.skipWord($0) }.map { $0 + 1 }
            return number.flatMap { $0 > english.count ? nil : $0 }
        }
    }

    private static let english: [StaticString] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]

    /// An edition within a name: `2nd`, `tweede`, `2`, `2024`.
    func ordinal(_ cursor: inout Cursor) -> String? {
        if isOnce { return nil }
        if let number = Self.spelled(&cursor) { return known[number] }
        if let year = year(&cursor) { return year }
        return cursor.attempt { cursor in
            guard let number = cursor.number(most: 2) else { return nil }
            _ =
                cursor.skip("st") || cursor.skip("nd") || cursor.skip("rd") || cursor.skip("th") || cursor.skip("de")
                || cursor.skip("e")
            guard !cursor.bytes.isLetter(at: cursor.position) else { return nil }
            return known[number] ?? (isYearly ? nil : String(number))
        }
    }
}
