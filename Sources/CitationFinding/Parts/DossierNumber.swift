import DutchText
import LetterReading

/// A dossier's number with what may be added to it: `35 165`, `35165`, `35.165`, `36 410 XIV`, `21 501-02`,
/// `36 410 A`, `34 356 (R2064)`.
struct DossierNumber: Equatable {
    let number: Int
    /// A budget chapter (`XIV`), a fund letter (`A`), or for 21501 its digits (`02`); nil without.
    var addition: String?

    /// The dossiers that letters of these years cite; the highest one now is 37 000 and some.
    static let current = 15000...37999

    /// As ids write it: `36410-XIV`.
    var id: String { "\(number)" + (addition.map { "-" + $0 } ?? "") }

    /// Reads a dossier and leaves the cursor behind its addition.
    /// - Parameter allowsOld: whether four digits may be one, as before 1970.
    static func read(_ cursor: inout Cursor, allowsOld: Bool = false) -> DossierNumber? {
        cursor.attempt { cursor in
            guard let number = number(&cursor, allowsOld: allowsOld) else { return nil }
            var dossier = DossierNumber(number: number)
            skipRijkswet(&cursor)
            dossier.addition = number == 21501 ? digits(&cursor) : Chapter.read(&cursor)
            skipRijkswet(&cursor)
            return dossier
        }
    }

    /// Five digits, plain or as two and three with a blank or a full stop between.
    private static func number(_ cursor: inout Cursor, allowsOld: Bool) -> Int? {
        cursor.attempt { cursor in
            let start = cursor.position
            guard let head = cursor.number(most: 5) else { return nil }
            switch cursor.position - start {
            case 5: return cursor.current?.isDigit == true ? nil : head
            case 4: return allowsOld && cursor.current?.isDigit != true ? head : nil
            case 2:
                // `33-400 VIII`: only behind the word for a Kamerstuk, where it is no telephone number.
                guard cursor.skip(Byte.dot) || cursor.skipBlanks() || allowsOld && cursor.skip(Byte.hyphen) else {
                    return nil
                }
                let middle = cursor.position
                guard let tail = cursor.number(most: 3), cursor.position - middle == 3 else { return nil }
                return cursor.current?.isDigit == true ? nil : head * 1000 + tail
            default: return nil
            }
        }
    }

    /// `-02` of `21 501-02`: the only dossier with a number as its addition. `21501-2, nr. 2733` means the same one.
    private static func digits(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            let start = cursor.position
            guard let number = cursor.number(most: 2), number > 0 else { return nil }
            if cursor.position - start == 2 || number > 9 {
                return String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
            }
            var next = cursor
            guard next.skip(Byte.comma) || next.current?.isBlank == true else { return nil }
            next.skipBlanks()
            return next.skip("nr") ? "0\(number)" : nil
        }
    }

    /// `(R2064)`, `(R 1802)`: the number of a Rijkswet is no part of an id.
    private static func skipRijkswet(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            _ = cursor.skipDash()
            guard cursor.skip("(R") else { return nil }
            cursor.skipBlanks()
            guard cursor.number(most: 4) != nil, cursor.skip(Byte.closeParen) else { return nil }
            return true
        }
    }
}

/// What may be added to a dossier's number: a budget chapter (`36 410 XIV`, `31 700-VIII`, `19 700 hoofdstuk XV`), or the
/// letter of a fund (`36 600 J, nr. 3`, the Deltafonds).
enum Chapter {
    private static let roman = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
        "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI", "XXVII",
    ]
    static let all = Set(roman + ["IIA", "IIB", "IXA", "IXB"])
    /// The funds there have been: A to M (I is a chapter).
    private static let lastFund = "M"

    /// Reads a chapter at the cursor, the signs before it too.
    static func read(_ cursor: inout Cursor) -> String? {
        cursor.attempt(plain) ?? cursor.attempt(beforeNumber) ?? cursor.attempt(misread)
    }

    /// ` Vll, nr. 3`, ` XlV, nr. 3`: an I that a scanner took for an l or a 1; only where a number follows.
    private static func misread(_ cursor: inout Cursor) -> String? {
        guard cursor.skipBlanks() || cursor.skip(Byte.hyphen) else { return nil }
        let start = cursor.position
        while let byte = cursor.current, byte.isUpper || byte == UInt8(ascii: "l") || byte == UInt8(ascii: "1"),
            cursor.position - start < 6
        {
            cursor.position += 1
        }
        let written = cursor.bytes[start..<cursor.position]
        guard written.contains(where: \.isUpper), !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd else {
            return nil
        }
        let letters = String(decoding: written.map { $0.isUpper ? $0 : UInt8(ascii: "I") }, as: UTF8.self)
        return all.contains(letters) && numberFollows(cursor) ? letters : nil
    }

    /// ` en VI`, `, VI en XIII`: further chapters of the same budget, each with a paper of that number. A lone letter behind
    /// a comma may be a paper of the Eerste Kamer.
    static func others(_ cursor: inout Cursor, of dossier: DossierNumber, isFirstChamber: Bool) -> [DossierNumber] {
        guard let first = dossier.addition, all.contains(first), !isFirstChamber else { return [] }
        var found: [DossierNumber] = []
        while let next = cursor.attempt({ cursor -> String? in
            guard let joiner = ListJoiner.read(&cursor), !joiner.opensLine else { return nil }
            let isComma = joiner.isSign && !joiner.isWord
            guard !KamerstukNumbers.namesChamber(cursor), let letters = letters(&cursor, capitals: true),
                all.contains(letters), !goesOn(cursor), !isComma || letters.utf8.count > 1,
                letters != found.last?.addition ?? first,
                letters.utf8.count > 1 || numberFollows(cursor) || !cursor.countsTheNextWord
            else { return nil }
            return letters
        }) {
            found.append(DossierNumber(number: dossier.number, addition: next))
            if found.count > roman.count { break }
        }
        return found
    }

    /// ` XIV`, `-XIII`, `.VIII`, ` hoofdstuk XV`, ` hoofdstuk 7`: a chapter whatever follows.
    private static func plain(_ cursor: inout Cursor) -> String? {
        let hadBlank = cursor.skipBlanks()
        let hadSign = !hadBlank && (cursor.skip(Byte.dot) || cursor.skipDash())
        if cursor.skipWord(of: ["hoofdstuk", "hfst"]) {
            _ = cursor.skip(Byte.dot)
            cursor.skipBlanks()
            if let number = cursor.number(most: 2) {
                return roman.indices.contains(number - 1) ? roman[number - 1] : nil
            }
        }
        guard let letters = letters(&cursor, capitals: true) else { return nil }
        if all.contains(letters) { return numberFollows(cursor) || !goesOn(cursor) ? letters : nil }
        // A lone letter is a fund only where a number follows: `36 410 A, nr. 59`, `35000-A-28`, `36410A nr. 12`.
        guard letters.utf8.count == 1, letters <= lastFund else { return nil }
        if hadBlank || hadSign, cursor.current == Byte.hyphen { return cursor.peek(1)?.isDigit == true ? letters : nil }
        return numberFollows(cursor) ? letters : nil
    }

    /// `, VIII, nr. 12`, ` (XIV), nr. 3`, `. I, nr. 3`, ` vii, nr. 3`: a chapter only because a number follows.
    private static func beforeNumber(_ cursor: inout Cursor) -> String? {
        _ = cursor.skip(Byte.comma) || cursor.skip(Byte.dot)
        cursor.skipBlanks()
        let isInBrackets = cursor.skip(Byte.openParen)
        // `36 410, hoofdstuk XV, nr. 5`
        let isNamed = cursor.skipWord(of: ["hoofdstuk", "hfst"])
        if isNamed { cursor.skipSeparators() }
        guard let letters = letters(&cursor, capitals: cursor.current?.isUpper == true), all.contains(letters),
            !isInBrackets || cursor.skip(Byte.closeParen), isNamed || numberFollows(cursor)
        else { return nil }
        return letters
    }

    /// `XVI, nr. 5`: a chapter at the cursor with a number behind it.
    static func ofNumber(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            guard let letters = letters(&cursor, capitals: true), all.contains(letters), numberFollows(cursor) else {
                return nil
            }
            return letters
        }
    }

    private static func letters(_ cursor: inout Cursor, capitals: Bool) -> String? {
        let start = cursor.position
        while let byte = cursor.current, capitals ? byte.isUpper : byte.isLower, cursor.position - start < 6 {
            cursor.position += 1
        }
        guard cursor.position > start, !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd else { return nil }
        return String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self).uppercased()
    }

    /// `36 410 V&J`, `36 410 X-account`: the letters are part of a name.
    private static func goesOn(_ cursor: Cursor) -> Bool {
        guard cursor.current == Byte.ampersand || cursor.current == Byte.hyphen else { return false }
        return cursor.bytes.isLetter(at: cursor.position + 1)
    }

    private static func numberFollows(_ cursor: Cursor) -> Bool {
        var next = cursor
        _ = next.skip(Byte.comma)
        next.skipBlanks()
        return next.skip("nr") || next.skip("nummer")
    }
}
