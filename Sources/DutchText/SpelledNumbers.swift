/// Numbers of questions in digits or in words: `4, 5 en 6`, `vier`, `één en twee`, `de eerste vraag`.
package enum SpelledNumbers {
    private static let words: [(cardinal: StaticString, ordinal: StaticString)] = [
        ("één", "eerste"), ("twee", "tweede"), ("drie", "derde"), ("vier", "vierde"), ("vijf", "vijfde"),
        ("zes", "zesde"), ("zeven", "zevende"), ("acht", "achtste"), ("negen", "negende"), ("tien", "tiende"),
        ("elf", "elfde"), ("twaalf", "twaalfde"), ("dertien", "dertiende"), ("veertien", "veertiende"),
        ("vijftien", "vijftiende"), ("zestien", "zestiende"), ("zeventien", "zeventiende"),
        ("achttien", "achttiende"), ("negentien", "negentiende"), ("twintig", "twintigste"),
    ]

    /// A list of numbers at the cursor, in digits or in words.
    package static func list(_ cursor: inout Cursor, style: NumberList.Style) -> [Int]? {
        if let numbers = NumberList.read(&cursor, style: style) ?? cursor.attempt(spelled) { return numbers }
        return style == .questions ? cursor.attempt(bracketed) : nil
    }

    /// `vragen (6) en (7)`. One number in brackets alone may be a note.
    private static func bracketed(_ cursor: inout Cursor) -> [Int]? {
        var numbers: [Int] = []
        for _ in 0..<20 {
            guard cursor.skip(Byte.openParen), let number = cursor.number(most: 3), number > 0,
                cursor.skip(Byte.closeParen)
            else { return nil }
            numbers.append(number)
            let end = cursor.position
            let isJoined = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            if cursor.skipWord("en") { cursor.skipBlanks() } else if !isJoined { cursor.position = end }
            if cursor.current != Byte.openParen || cursor.position == end {
                cursor.position = end
                break
            }
        }
        return numbers.count > 1 ? numbers : nil
    }

    /// `eerste vraag`, `eerste en tweede vraag`, `eerste twee vragen`.
    package static func ordinalQuestion(_ cursor: inout Cursor) -> [Int]? {
        cursor.attempt { cursor in
            guard let first = ordinal(&cursor), cursor.skipBlanks() else { return nil }
            if first == 1, let count = cardinal(&cursor) {
                guard count > 1, cursor.skipBlanks(), cursor.skipWord("vragen") else { return nil }
                return Array(1...count)
            }
            var numbers = [first]
            if cursor.skipWord("en") {
                cursor.skipBlanks()
                if cursor.skipWord("de") { cursor.skipBlanks() }
                guard let second = ordinal(&cursor), cursor.skipBlanks() else { return nil }
                numbers.append(second)
            }
            return cursor.skipWord(of: ["vraag", "vragen"]) ? numbers : nil
        }
    }

    private static func spelled(_ cursor: inout Cursor) -> [Int]? {
        guard let first = cardinal(&cursor) else { return nil }
        var numbers = [first]
        while let next = cursor.attempt({ cursor -> Int? in
            let joined = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            if cursor.skipWord("en") { cursor.skipBlanks() } else if !joined { return nil }
            return cardinal(&cursor)
        }) {
            numbers.append(next)
        }
        return endsHere(cursor) ? numbers : nil
    }

    /// Whether a spelled number stands for itself: `antwoord vier.`, `vraag vier is`. Before any other word in small
    /// letters it counts (`op uw vraag drie scenario's`, `deze vragen één voor één`, `de vraag twee of drie keer`).
    private static func endsHere(_ cursor: Cursor) -> Bool {
        var next = cursor
        next.skipBlanks()
        guard next.bytes.isLetter(at: next.position), !next.isAtEnd else {
            return cursor.dashLength(at: cursor.position) == nil
        }
        return next.skipWord(of: followers) || next.bytes.isCapital(at: next.position) || isVerb(next)
    }

    /// `vraag drie noemt`, `antwoord vier blijkt`: a word that ends with a t of its own, as no plural or adjective does.
    private static func isVerb(_ cursor: Cursor) -> Bool {
        var end = cursor.position
        while end < cursor.end, cursor.bytes[end].isLower { end += 1 }
        return end - cursor.position > 3 && cursor.bytes[end - 1] == UInt8(ascii: "t")
    }

    private static let followers: [StaticString] = [
        "en", "is", "zijn", "was", "heb", "heeft", "hebben", "wordt", "worden", "werd", "ga", "gaat", "kom", "geldt",
        "blijkt", "volgt", "staat", "ook", "al", "reeds", "hierboven", "hieronder", "van", "aangegeven", "genoemd",
        "vermeld", "gemeld", "gesteld", "toegelicht", "beschreven", "omschreven", "aangehaald", "geantwoord", "gaf",
        "gegeven", "uiteengezet", "opgenomen", "beantwoord", "ben", "wil", "kan", "begrijp", "lees",
    ]

    /// Whether a spelled number stands at the cursor: `de twaalf gemeenten`.
    package static func counts(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        return cardinal(&cursor) != nil
    }

    /// `vier`: 4; `een` without its accents is an article.
    package static func cardinal(_ cursor: inout Cursor) -> Int? {
        guard mayOpen(cursor.current) else { return nil }
        for (index, word) in words.enumerated() where cursor.skipWord(word.cardinal) { return index + 1 }
        return nil
    }

    /// `vierde`: 4.
    package static func ordinal(_ cursor: inout Cursor) -> Int? {
        guard mayOpen(cursor.current) else { return nil }
        for (index, word) in words.enumerated() where cursor.skipWord(word.ordinal) { return index + 1 }
        return nil
    }

    /// Whether a number may open with such a byte: of most words the first letter says that they are none.
    private static func mayOpen(_ byte: UInt8?) -> Bool {
        switch byte?.lowered {
        case UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "n"), UInt8(ascii: "t"),
            UInt8(ascii: "v"), UInt8(ascii: "z"), 0xC3:
            true
        default: false
        }
    }
}

/// The raised digits `¹²³⁴`.
package enum Superscript {
    package static let raised: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]

    package static func number(_ cursor: inout Cursor) -> Int? {
        var value: Int?
        while let digit = digit(&cursor), value ?? 0 < 1000 { value = (value ?? 0) * 10 + digit }
        return value
    }

    private static func digit(_ cursor: inout Cursor) -> Int? {
        guard let first = cursor.current, let second = cursor.peek(1) else { return nil }
        if first == 0xC2 {
            let digit: Int
            switch second {
            case 0xB9: digit = 1
            case 0xB2: digit = 2
            case 0xB3: digit = 3
            default: return nil
            }
            cursor.position += 2
            return digit
        }
        guard first == 0xE2, second == 0x81, let third = cursor.peek(2), third == 0xB0 || (0xB4...0xB9).contains(third)
        else { return nil }
        cursor.position += 3
        return Int(third) - 0xB0
    }
}
