import DutchText
import LetterReading

/// A parliamentary year: `2023/24`, `vergaderjaar 2023–2024`, `2008-2009`, and what real letters make of it:
/// `2025/20226`, `2025/20 226`, `2023/23`, `2022–203`, `2002/3`. Only its first half is trusted.
struct Vergaderjaar {
    /// As ids write it: `20232024`.
    let id: String
    let first: Int
    /// The bytes it was read from, in the text of the cursor.
    let range: Range<Int>
    /// The second half cannot be: the year is reported, not corrected.
    let isOdd: Bool

    /// `; 2001/2002`, ` en 2024/25`: the next year of a list, and where it starts.
    static func next(_ cursor: inout Cursor) -> (start: Int, year: Vergaderjaar)? {
        cursor.attempt { cursor in
            guard ListJoiner.read(&cursor) != nil else { return nil }
            let start = cursor.position
            return read(&cursor).map { (start, $0) }
        }
    }

    /// Reads a year, with the word before it if there is one, and leaves the cursor behind it.
    static func read(_ cursor: inout Cursor) -> Vergaderjaar? {
        cursor.attempt { cursor in
            if cursor.skipWord(of: ["vergaderjaren", "vergaderjaar", "zittingsjaar", "zitting", "jaargang"])
                || cursor.skip("vergaderjaar")
            {
                cursor.skipBlanks()
            }
            guard let year = range(&cursor) else { return nil }
            // `1993/94-1996/97`: several years; the document's is not known, the first one stands for them.
            _ = cursor.attempt { cursor in cursor.skipDash() ? range(&cursor) : nil }
            return year
        }
    }

    /// The year that ends before `place`, blanks and a comma between: `vergaderjaar 2012–2013, Aanhangsel …`.
    static func before(_ place: Int, _ bytes: Bytes, floor: Int) -> Vergaderjaar? {
        var end = place
        while end > floor, place - end < 4, bytes[end - 1].isBlank || bytes[end - 1] == Byte.comma { end -= 1 }
        guard end > floor, bytes[end - 1].isDigit else { return nil }
        // `2012/3` is the shortest, `2012 – 2013` the longest.
        for start in stride(from: end - 6, through: max(floor, end - 16), by: -1)
        where bytes[start].isDigit && (start == floor || !bytes[start - 1].isDigit) {
            var cursor = Cursor(bytes, in: start..<end)
            if let year = range(&cursor), cursor.isAtEnd { return year }
        }
        return nil
    }

    /// A doubt about a year that cannot be; nothing is corrected.
    func doubts(in bytes: Bytes) -> [Doubt] {
        guard isOdd else { return [] }
        let text = Sentence.plain(bytes[range])
        return [
            Doubt(
                code: .oddYear, message: "“\(text)” is not a parliamentary year and was read as \(first)-\(first + 1)")
        ]
    }

    private static func range(_ cursor: inout Cursor) -> Vergaderjaar? {
        cursor.attempt { cursor in
            let start = cursor.position
            guard let first = cursor.number(most: 4), (1814...2100).contains(first) else { return nil }
            cursor.skipBlanks()
            guard cursor.skip(Byte.slash) || cursor.skipDash() else { return nil }
            // `2022/-23`, `2022//23`, `2022-'23`, `1991/- 92`
            _ = cursor.skip(Byte.slash) || cursor.skipDash()
            cursor.skipBlanks()
            _ = cursor.skip(Byte.apostrophe) || cursor.skip("’")
            let second = cursor.position
            guard cursor.number(most: 6) != nil else { return nil }
            var digits = Array(cursor.bytes[second..<cursor.position])
            if let rest = brokenDigits(&cursor, digits, first) { digits += rest }
            let written = String(decoding: digits, as: UTF8.self)
            let full = String(first + 1)
            let isRight = written == full || written == full.suffix(2) || written == full.suffix(1)
            return Vergaderjaar(
                id: "\(first)\(first + 1)", first: first, range: start..<cursor.position, isOdd: !isRight)
        }
    }

    /// `2025/20 226, 35 165`, `2011-20 12,`: a blank within the second half, told from a dossier by what follows.
    private static func brokenDigits(_ cursor: inout Cursor, _ digits: [UInt8], _ first: Int) -> [UInt8]? {
        guard digits.count == 2 else { return nil }
        return cursor.attempt { cursor in
            guard cursor.skipBlanks() else { return nil }
            let start = cursor.position
            guard cursor.number(most: 4) != nil else { return nil }
            let rest = Array(cursor.bytes[start..<cursor.position])
            if String(decoding: digits + rest, as: UTF8.self) == String(first + 1) { return rest }
            guard rest.count == 3, cursor.skip(Byte.comma) else { return nil }
            cursor.skipBlanks()
            // A dossier of its own must follow, or these digits are the dossier.
            var probe = cursor
            guard let dossier = DossierNumber.read(&probe, allowsOld: true), dossier.number > 9999 else { return nil }
            cursor.position = start + 3
            return rest
        }
    }
}
