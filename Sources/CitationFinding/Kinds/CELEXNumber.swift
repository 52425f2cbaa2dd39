import DutchText
import LetterReading

/// A number of EUR-Lex: sector, year, letters of the kind, number. `32022R2065`, `52012PC0011`, `62019CJ0311`, `12012E263`.
struct CELEXNumber {
    /// `celex:32022R2065`
    let id: String
    /// The day of a consolidated text: `02016R0679-20160504` is the act 32016R0679 as it stood then.
    var consolidated: String?

    static func read(_ cursor: inout Cursor) -> CELEXNumber? {
        cursor.attempt { cursor -> CELEXNumber? in
            let start = cursor.position
            guard let sector = cursor.current,
                sector.isDigit || sector.lowered == UInt8(ascii: "c") || sector == UInt8(ascii: "E")
            else { return nil }
            cursor.position += 1
            guard digits(&cursor, 4), isYear(cursor.bytes[start + 1..<cursor.position]), letters(&cursor) else {
                return nil
            }
            // Articles of the treaties have three digits.
            guard digits(&cursor, 4) || sector == UInt8(ascii: "1") && digits(&cursor, 3) else { return nil }
            // `32016R0679R(02)`: a correction.
            _ = cursor.attempt { cursor -> Bool? in
                _ = cursor.skip("R")
                return cursor.skip(Byte.openParen) && digits(&cursor, 2) && cursor.skip(Byte.closeParen) ? true : nil
            }
            var text = String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self).uppercased()
            var day: String?
            if sector == Byte.zero {
                let from = cursor.position
                guard cursor.skip(Byte.hyphen), digits(&cursor, 8) else { return nil }
                day = String(decoding: cursor.bytes[from + 1..<cursor.position], as: UTF8.self)
                text = "3" + text.dropFirst()
            }
            guard cursor.isAtEnd || !cursor.bytes.isLetter(at: cursor.position), cursor.current?.isDigit != true else {
                return nil
            }
            return CELEXNumber(id: ownID(text) ?? "celex:" + text, consolidated: day)
        }
    }

    private static let series = ["PC": "com", "DC": "com", "JC": "join", "SC": "swd"]

    /// `52020DC0790` is COM(2020) 790: a paper with an id of its own. Before 2012 `SC` was that of another series.
    private static func ownID(_ celex: String) -> String? {
        guard celex.count == 11, celex.first == "5", let slug = series[String(celex.dropFirst(5).prefix(2))],
            let year = Int(celex.dropFirst().prefix(4)), let number = Int(celex.suffix(4)), number > 0
        else { return nil }
        return "\(slug == "swd" && year < 2012 ? "sec" : slug):\(year):\(number)"
    }

    private static func digits(_ cursor: inout Cursor, _ count: Int) -> Bool {
        let start = cursor.position
        guard cursor.number(most: count) != nil, cursor.position - start == count else {
            cursor.position = start
            return false
        }
        return true
    }

    private static func letters(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        while let byte = cursor.current, byte.isASCIILetter, cursor.position - start < 2 { cursor.position += 1 }
        return cursor.position > start
    }

    private static func isYear(_ digits: Slice<Bytes>) -> Bool {
        digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8)
    }
}
