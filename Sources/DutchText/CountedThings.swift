/// What shows that a number in running text is no question's: `3x`, `24/7`, `1-op-1`, `3 opties`, `2 of 3 keer`.
extension NumberList {
    /// `1e alinea`, `3x gesteld`; `4a` is a part of question 4.
    package static func isOrdinalOrTimes(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "e") || letter == UInt8(ascii: "x")
    }

    /// Whether the number that ends at the cursor counts something, or is half of a fraction or of a compound.
    package static func isCount(_ cursor: Cursor) -> Bool {
        if cursor.current == Byte.slash, cursor.peek(1)?.isDigit == true { return true }
        if let dash = cursor.dashLength(at: cursor.position), cursor.bytes.isLetter(at: cursor.position + dash) {
            // `vraag 3-t/m 5` is not written; `24-uurszorg` and `1-op-1` are.
            return true
        }
        return NumberWords.countsSomething(cursor) || countsThings(cursor)
    }

    /// Whether the list that ends at the cursor goes on to a number that was refused and that shares what it counts
    /// with the one before: `2 t/m 4 weken`, `3 of 4 keer`, `3,4 miljoen`, `1 op 1`. Behind `en` and a comma with a
    /// blank the last number counts alone: `vraag 6 en 7 juni`.
    package static func isTornOff(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        if cursor.skip(Byte.comma) || cursor.skip(Byte.slash) { return cursor.current?.isDigit == true }
        cursor.skipBlanks()
        guard isRange(&cursor) || cursor.skipWord(of: ["tot", "of", "op", "à"]) else { return false }
        cursor.skipBlanks()
        return cursor.current?.isDigit == true
    }

    private static let things: [StaticString] = [
        "redenen", "maatregelen", "stappen", "partijen", "brieven", "bijlagen", "alinea's", "punten", "varianten",
        "rapporten", "kamerleden", "leden", "kinderen", "vrouwen", "mannen", "bedrijven", "scholen",
        "provincies", "lidstaten",
    ]

    /// A plural by its ending (`opties`, `scenario's`, `regelingen`, `mogelijkheden`) or from the list. No verb that
    /// follows a question's number ends like these: `zoals bij vraag 3 vermeld`, `in antwoord 4 hebben wij`.
    package static func countsThings(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        guard cursor.skipBlanks() else { return false }
        var word = cursor
        if word.skipWord(of: things) { return true }
        let start = cursor.position
        while let byte = cursor.current, byte.isLower || byte >= 0x80 {
            // `’s` is an apostrophe of three bytes.
            if byte == 0xE2 { break }
            cursor.position += 1
        }
        guard cursor.position > start + 3 else { return false }
        let isPlural = cursor.skip("'s") || cursor.skip("’s")
        if isPlural { return !cursor.bytes.isLetter(at: cursor.position) }
        let ending = cursor.bytes[start..<cursor.position]
        // `heden` itself is a word.
        return ending.count > 5 && endings.first { ending.ends(with: $0.signs) }?.isPlural == true
    }

    /// Verbs before the plurals that end in the same: `hingen`, `regelingen`.
    private static let endings: [(signs: String, isPlural: Bool)] = [
        ("gingen", false), ("vingen", false), ("hingen", false), ("wingen", false), ("zingen", false),
        ("dringen", false), ("springen", false), ("ties", true), ("sies", true), ("ingen", true), ("heden", true),
        ("iteiten", true),
    ]
}

extension Slice<Bytes> {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}

/// Words that make the number before them an amount or a date.
package enum NumberWords {
    private static let counted: [StaticString] = [
        "miljoen", "miljard", "mln", "mld", "procent", "euro", "jaar", "jaren", "maanden", "weken", "dagen", "uur",
        "meter",
        "kilometer", "km",
        "ha", "hectare", "keer", "personen", "mensen", "gemeenten", "landen", "kilo", "ton",
        "mg", "mcg", "gram", "kg", "ml", "liter", "cm", "mm", "MW", "GW", "kWh", "TWh", "tabletten", "capsules",
    ]

    /// Whether what stands at the cursor (blanks passed over) is counted by the number before it: `3 maart`, `5 miljoen`,
    /// `10 %`.
    package static func countsSomething(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        cursor.skipBlanks()
        if DutchDate.month(&cursor) != nil || cursor.current == Byte.percent { return true }
        if ["€", "°", "‰", "m²", "m2"].contains(where: { cursor.skip($0) }) { return true }
        return cursor.skipWord(of: counted)
    }

    /// Whether the number at whose end the cursor stands is a part of one that counts: `8,5 miljoen`, `8 tot 12 weken`.
    package static func countsWithNext(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        if !cursor.skip(Byte.comma) {
            cursor.skipBlanks()
            guard cursor.skipWord(of: ["tot", "of", "à", "en"]) else { return false }
            cursor.skipBlanks()
        }
        return cursor.number(most: 4) != nil && countsSomething(cursor)
    }
}
