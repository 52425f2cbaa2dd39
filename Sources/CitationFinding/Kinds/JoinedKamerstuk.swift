import DutchText
import LetterReading

/// Papers without a word or label: `25424-430`, `35000-A-28`, `35.673 EK B`. Digits and a hyphen alone may be a telephone number
/// or an article's: a chapter makes them parliament's, or what stands around them.
extension Kamerstuk {
    static func joined(_ reading: inout Reading, _ dossier: Dossier) -> [Mention]? {
        guard let number = joinedNumber(&reading.cursor),
            dossier.addition != nil || !isCalendarYear(number)
                || reading.context.register.existence(of: "kst-\(dossier.id)-\(number)") == .known
        else { return nil }
        guard dossier.addition != nil || BareEvidence.standsJoined(in: reading) else {
            reading.cursor.position = reading.start
            return nil
        }
        reading.step("document number, joined to its dossier", from: reading.start)
        return mentions(
            [DocumentNumbers.Item(number: number, range: reading.start..<reading.cursor.position)], dossier, year: nil,
            isFirstChamber: false, reading.cursor.bytes)
    }

    /// `-430`, whole: no part of a longer number, address or date.
    static func joinedNumber(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            guard cursor.skip(Byte.hyphen), let number = DocumentNumbers.plainNumber(&cursor) else { return nil }
            guard let next = cursor.current else { return number }
            if next == Byte.hyphen || next.isUpper || next == Byte.at || next == Byte.colon { return nil }
            return (next == Byte.dot || next == Byte.comma) && cursor.peek(1)?.isDigit == true ? nil : number
        }
    }

    private static func isCalendarYear(_ number: String) -> Bool { (1900...2100).contains(Int(number) ?? 0) }

    /// `35.673 EK B`, `36 410, EK, B`: the chamber's name between dossier and letter; in brackets the letter is enough.
    static func ofFirstChamber(_ reading: inout Reading, _ dossier: Dossier) -> [Mention]? {
        var next = reading.cursor
        let hasComma = next.skip(Byte.comma)
        next.skipBlanks()
        guard next.current?.isUpper == true && next.skipWord("EK") || hasComma && isLetter(next, dossier, reading)
        else { return nil }
        let items = DocumentNumbers.read(
            &reading.cursor, from: reading.start, evidence: .labelled, isFirstChamber: true)
        guard !items.isEmpty, items.allSatisfy({ $0.number.first?.isLetter == true }) else { return nil }
        reading.step("letter of the Eerste Kamer", from: reading.start)
        return mentions(items, dossier, year: nil, isFirstChamber: true, reading.cursor.bytes)
    }

    /// `(35 300 VI, letter Y herdruk)`, `(31 839, X)`: within brackets, of a dossier that is known.
    private static func isLetter(_ cursor: Cursor, _ dossier: Dossier, _ reading: Reading) -> Bool {
        guard let first = cursor.current, first.isUpper || first == UInt8(ascii: "l"), reading.start > 0,
            cursor.bytes[reading.start - 1] == Byte.openParen
        else { return false }
        var next = cursor
        let isNamed = next.skipWord("letter")
        next.skipBlanks()
        guard let letters = DocumentNumbers.capitals(&next) else { return false }
        guard isNamed || letters.utf8.count == 1 && next.current == Byte.closeParen else { return false }
        return reading.context.register.existence(of: "dossier-\(dossier.id)") == .known
    }
}
