import DutchText
import LetterReading

/// The place within a law: `artikel 5, tweede lid, onder b`, `artikelen 3.4 en 5.1`, `overweging 12`, `art. 6:162`.
struct LawArticle {
    /// Without the word that joins it to the law.
    let range: Range<Int>
    /// The book of the Burgerlijk Wetboek that the number names: 7 for `artikel 7:669`; 0 for none.
    let book: Int

    static let openings = ["artikel", "art. ", "art ", "artt. ", "overweging", "hoofdstuk ", "afdeling ", "titel "]
    private static let longest = 200

    /// Reads one at the cursor and leaves it behind the last word that belongs to it.
    static func read(_ cursor: inout Cursor) -> LawArticle? {
        guard let first = cursor.current?.lowered, opens(first) else { return nil }
        return cursor.attempt { cursor in
            let start = cursor.position
            guard
                cursor.skipWord(of: [
                    "artikelen", "artikel", "artt", "art", "overwegingen", "overweging", "hoofdstuk", "afdeling",
                    "titel",
                ])
            else { return nil }
            _ = cursor.skip(Byte.dot)
            cursor.skipBlanks()
            guard let book = number(&cursor) else { return nil }
            var end = cursor.position
            while cursor.position - start < longest {
                let mark = cursor.position
                guard let isWhole = part(&cursor) else {
                    cursor.position = mark
                    break
                }
                if isWhole { end = cursor.position }
            }
            cursor.position = end
            return LawArticle(range: start..<end, book: book)
        }
    }

    /// Whether one of the words can open with the letter: most names of laws do not.
    private static func opens(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "h"), UInt8(ascii: "t"): true
        default: false
        }
    }

    /// `3`, `3.4`, `137d`, `6:162`, `248bis`, `XI`; the number before a colon, or 0.
    private static func number(_ cursor: inout Cursor) -> Int? {
        let bytes = cursor.bytes
        var book = 0
        if let first = cursor.number(most: 4) {
            while let sign = cursor.current, sign == Byte.dot || sign == Byte.colon, cursor.peek(1)?.isDigit == true {
                if sign == Byte.colon { book = first }
                cursor.position += 1
                guard cursor.number(most: 4) != nil else { return nil }
            }
        } else {
            let start = cursor.position
            while let byte = cursor.current, [0x49, 0x56, 0x58].contains(byte) { cursor.position += 1 }
            guard cursor.position > start else { return nil }
        }
        let letters = cursor.position
        while let byte = cursor.current, byte.isLower, cursor.position - letters < 7 { cursor.position += 1 }
        return bytes.isLetter(at: cursor.position) && !cursor.isAtEnd ? nil : book
    }

    private static let words: [StaticString] = [
        "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "lid",
        "leden", "onderdelen", "onderdeel", "onder", "sub", "aanhef", "volzin", "zin", "alinea", "artikelen", "artikel",
        "art", "bis", "ter", "punt", "laatste", "paragraaf",
    ]
    private static let joints: [StaticString] = [
        "en", "of", "tot en met", "t/m", "jo", "juncto", "respectievelijk", "alsmede", "evenals",
    ]

    /// A further part of it: true for one that may be the last, false for a word between, nil for none.
    private static func part(_ cursor: inout Cursor) -> Bool? {
        cursor.skipBlanks()
        if cursor.skip(Byte.comma) { return false }
        if cursor.skip("t/m") || cursor.skipWord(of: joints) {
            _ = cursor.skip(Byte.dot)
            return false
        }
        if cursor.skip(Byte.slash) || cursor.skipDash() { return cursor.current?.isDigit == true ? false : nil }
        if cursor.skipWord(of: words) {
            _ = cursor.skip(Byte.dot)
            return true
        }
        if cursor.skip(Byte.openParen) {
            // `(3)`, `(lid 1)`, `(tweede lid)`
            for _ in 0..<3 where cursor.skipWord(of: words) { cursor.skipBlanks() }
            if cursor.current != Byte.closeParen, number(&cursor) == nil, !letter(&cursor) { return nil }
            return cursor.skip(Byte.closeParen) ? true : nil
        }
        if cursor.current?.isDigit == true { return number(&cursor) == nil ? nil : true }
        return letter(&cursor) ? true : nil
    }

    /// The `b` of `onder b`, `2°`.
    private static func letter(_ cursor: inout Cursor) -> Bool {
        guard let byte = cursor.current, byte.isLower, !cursor.bytes.isLetter(at: cursor.position + 1) else {
            return false
        }
        cursor.position += 1
        _ = cursor.skip("°")
        return true
    }

    /// The words that join it to its law: ` van de`, ` uit de`, `, `, a blank.
    static func link(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        _ = cursor.skip(Byte.comma)
        cursor.skipBlanks()
        for _ in 0..<4 {
            guard
                cursor.skipWord(of: [
                    "vande", "van", "uit", "in", "bij", "de", "het", "der", "onze", "Nederlandse", "Europese",
                    "huidige",
                    "genoemde",
                ])
            else { break }
            cursor.skipBlanks()
        }
        return cursor.position > start
    }
}
