import DutchText
import LetterReading

/// The year and the number of a European act, whichever stands first: `2022/2065`, `nr. 1049/2001`, `95/46/EG`.
struct EuropeanNumber {
    /// What stood before the number.
    struct Form {
        /// The sign of CELEX: R a regulation, L a directive, D a decision, F a framework decision, H a recommendation.
        let letter: Character
        var community: Community?
        /// Whether another number of the same kind stood before it.
        var isListed = false
    }

    /// `(EU)`, `(EG)`: who made it. Before 2015 a regulation's number stood before its year.
    enum Community { case union, community, other }

    let letter: Character
    let year: Int
    let number: Int

    /// `celex:32022R2065`
    var celex: String {
        let digits = "\(number)"
        return "celex:3\(year)\(letter)" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The bodies that stand beside a number; longer ones first.
    static func community(_ cursor: inout Cursor) -> Community? {
        if cursor.skipWord(of: ["EU, Euratom", "EU,Euratom", "EU", "GBVB", "CFSP"]) { return .union }
        if cursor.skipWord(of: ["EGKS", "EEG", "EG", "EEC", "EC"]) {
            _ = cursor.skip(", Euratom")
            return .community
        }
        return cursor.skipWord(of: ["Euratom", "JBZ", "JHA"]) ? .other : nil
    }

    /// Reads `nr. 1049/2001` or `2016/680/EU` and leaves the cursor behind it; nil where year and number stay unclear.
    static func read(_ cursor: inout Cursor, _ form: Form) -> EuropeanNumber? {
        cursor.attempt { cursor in
            cursor.skipBlanks()
            let isLabelled = KamerstukNumbers.label(&cursor) != nil
            guard let first = part(&cursor), slash(&cursor, form), let second = part(&cursor) else { return nil }
            let mark = suffix(&cursor)
            guard isWhole(cursor) else { return nil }
            let community = mark ?? form.community
            let parts = Parts(first: first, second: second, isLabelled: isLabelled, community: community)
            // `(EU) 2016/679 en 2023/24`: what the body before the first says of the second is little.
            if form.isListed, mark == nil, parts.isPeriod { return nil }
            return parts.number(form.letter)
        }
    }

    /// `2022/ 1925`: behind the body blanks make no other thing of it.
    private static func slash(_ cursor: inout Cursor, _ form: Form) -> Bool {
        guard form.community != nil else { return cursor.skip(Byte.slash) }
        cursor.skipBlanks()
        guard cursor.skip(Byte.slash) else { return false }
        cursor.skipBlanks()
        return true
    }

    /// One to four digits, as written.
    private static func part(_ cursor: inout Cursor) -> Part? {
        let start = cursor.position
        guard let value = cursor.number(most: 4) else { return nil }
        return Part(value: value, digits: cursor.position - start)
    }

    /// `/EU`, `/JBZ`, ` (EU)`
    private static func suffix(_ cursor: inout Cursor) -> Community? {
        cursor.attempt { cursor in
            if cursor.skip(Byte.slash) { return community(&cursor) }
            cursor.skipBlanks()
            guard cursor.skip(Byte.openParen), let found = community(&cursor), cursor.skip(Byte.closeParen) else {
                return nil
            }
            return found
        }
    }

    /// Not a part of something longer: `2022/2065-3`, `24/7-dienst`, `12/2004/3`.
    private static func isWhole(_ cursor: Cursor) -> Bool {
        guard let byte = cursor.current else { return true }
        if byte == Byte.slash || byte == Byte.percent || cursor.bytes.isLetter(at: cursor.position) { return false }
        if let dash = cursor.dashLength(at: cursor.position) {
            return !(cursor.peek(dash).map { $0.isDigit || $0.isASCIILetter } ?? false)
        }
        return !(byte == Byte.comma || byte == Byte.dot) || cursor.peek(1)?.isDigit != true
    }
}

/// A number with the digits it was written in.
struct Part {
    let value: Int
    let digits: Int

    /// The year that it may be: four digits from 1952 on, or the last two of one before 2000.
    var year: Int? {
        if digits == 4, (1952...2100).contains(value) { return value }
        return digits == 2 && value >= 58 ? 1900 + value : nil
    }

    /// No year has had more acts.
    var isNumber: Bool { (1...4500).contains(value) }
}

/// The two halves of `2022/2065`, and what tells the year from the number.
private struct Parts {
    let first: Part
    let second: Part
    let isLabelled: Bool
    let community: EuropeanNumber.Community?

    /// Regulations have had the year first since 2015, directives always; decisions as they like.
    func number(_ letter: Character) -> EuropeanNumber? {
        let isMarked = community != nil
        if !isMarked, letter == "D" || letter == "F" || letter == "H" || isPeriod { return nil }
        let yearFirst = letter == "R" ? (first.value >= 2015 ? first.year : nil) : first.year
        let numberFirst = letter == "L" || letter == "H" ? nil : second.year.flatMap { $0 < 2015 ? $0 : nil }
        let front = yearFirst.flatMap { second.isNumber ? EuropeanNumber(letter, $0, second.value) : nil }
        let back = numberFirst.flatMap { first.isNumber ? EuropeanNumber(letter, $0, first.value) : nil }
        if let front, let back {
            switch community {
            case .union: return front
            case .community: return isLabelled || letter == "R" ? back : front
            default: return isLabelled ? back : letter == "R" ? nil : front
            }
        }
        // `verordening 24/78` counts, or is anything: two digits are a year beside a body or `nr.` alone.
        if back != nil, !isMarked, !isLabelled, second.digits == 2, first.value < 100 { return nil }
        if front != nil, !isMarked, second.digits == 1 { return nil }
        return front ?? back
    }

    /// `2023/2024`, `2023/24`: a year of sitting, or of school.
    var isPeriod: Bool {
        guard let year = first.year else { return false }
        return second.value == year + 1 || second.digits == 2 && second.value == (year + 1) % 100
    }
}

extension EuropeanNumber {
    fileprivate init(_ letter: Character, _ year: Int, _ number: Int) {
        (self.letter, self.year, self.number) = (letter, year, number)
    }
}

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

    /// `52020DC0790` is COM(2020) 790: a paper with an id of its own. Before 2012 `SC` was that of another series.
    private static func ownID(_ celex: String) -> String? {
        let letters = celex.dropFirst(5).prefix(2)
        guard celex.count == 11, celex.first == "5",
            let slug = EuropeanDocument.series.first(where: { $0.celex.contains(letters) })?.slug,
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
