import DutchText
import LetterReading

/// The letters that number the papers of the Eerste Kamer: `33802, C`, `I 31 145 nummer AA`.
extension DocumentNumbers {
    /// `A`, `C`, `AA`: a number of the Eerste Kamer. Where that chamber is not named, two letters are no number
    /// (`35 165, EU en NAVO`), and neither is one that opens a sentence's words (`35 165, U vraagt`).
    static func chamberLetter(_ cursor: inout Cursor, _ style: Style) -> String? {
        cursor.attempt { cursor in
            guard let letters = capitals(&cursor) else { return nil }
            if cursor.current == Byte.hyphen || cursor.current == Byte.ampersand || cursor.current == Byte.apostrophe {
                return nil
            }
            return style.isFirstChamber || letters.utf8.count == 1 && !cursor.countsTheNextWord ? letters : nil
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

    static func anotherLetter(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        guard cursor.skip(Byte.comma) else { return false }
        cursor.skipBlanks()
        return capitals(&cursor) != nil
    }
}
