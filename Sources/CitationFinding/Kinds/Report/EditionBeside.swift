import DutchText

/// The edition of a report beside its name: behind it, with who published it or not, or as an ordinal before it.
enum EditionBeside {
    /// The edition behind a name of a series, and behind the noun that may stand there: `TE-SAT-rapport (Europol, 2024)`.
    static func behind(_ cursor: inout Cursor, of series: ReportCatalogue.Series) -> String? {
        if let edition = close(&cursor, series) { return edition }
        return cursor.attempt { cursor in
            guard ReportName.gap(&cursor), cursor.skipWord(of: ["rapport", "report", "rapportage"]) else { return nil }
            return close(&cursor, series)
        }
    }

    /// An abbreviation in brackets, or who published it, is passed over: `… en Veiligheidsdienst (AIVD) over 2023`,
    /// `Dreigingsbeeld Terrorisme Nederland (DTN 56)`.
    private static func close(_ cursor: inout Cursor, _ series: ReportCatalogue.Series) -> String? {
        let rule = series.editions
        if let edition = rule.read(&cursor) { return edition }
        let published = cursor.attempt { behindPublisher(&$0, rule) } ?? cursor.attempt { inBrackets(&$0, series) }
        if let published { return published }
        return cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skip(Byte.openParen) else { return nil }
            let start = cursor.position
            while let byte = cursor.current, byte.isUpper, cursor.position - start < 8 { cursor.position += 1 }
            guard cursor.position - start > 1 else { return nil }
            if cursor.skip(Byte.closeParen) { return rule.read(&cursor) }
            let short = cursor.bytes[start..<cursor.position]
            cursor.skipBlanks()
            // `(CEP , 2023)`; `(VVD, 2021)` is who said so.
            if cursor.current == Byte.comma, !series.isShort(short) { return nil }
            // `(DTN 56)`, `(DTN56)`: within the brackets.
            guard let edition = rule.read(&cursor), cursor.skip(Byte.closeParen) else { return nil }
            return edition
        }
    }

    /// ` van de NCTV 2022`, ` van de Europese Commissie (2017)`, ` van de Inspectie van het Onderwijs 2020`: who published it
    /// stands between, one to four words with a capital.
    private static func behindPublisher(_ cursor: inout Cursor, _ rule: EditionRule) -> String? {
        guard cursor.skipBlanks(), cursor.skipWord("van"), cursor.skipBlanks() else { return nil }
        if cursor.skipWord(of: ["de", "het"]) { cursor.skipBlanks() }
        for _ in 0..<4 {
            guard cursor.bytes.isCapital(at: cursor.position) else { return nil }
            while let byte = cursor.current, !byte.isBlank, byte != Byte.dot { cursor.position += 1 }
            if let edition = rule.read(&cursor) { return edition }
            cursor.skipBlanks()
            if cursor.skipWord("van") {
                cursor.skipBlanks()
                if cursor.skipWord(of: ["de", "het"]) { cursor.skipBlanks() }
            }
        }
        return nil
    }

    /// ` (Europol, 2023)`, ` (AIVD, MIVD en NCTV, 2025)`: who published it stands with it in the brackets; ` (Rotterdam, 2023)`
    /// may be where they met.
    private static func inBrackets(_ cursor: inout Cursor, _ series: ReportCatalogue.Series) -> String? {
        cursor.skipBlanks()
        guard series.editions.isYearly, cursor.skip(Byte.openParen) else { return nil }
        for _ in 0..<6 {
            let start = cursor.position
            while let byte = cursor.current, byte.isASCIILetter || byte == Byte.hyphen { cursor.position += 1 }
            let publisher = cursor.bytes[start..<cursor.position]
            guard series.isOn(site: publisher) || ReportCatalogue.builtIn.isPublisher(publisher),
                let joiner = ListJoiner.read(&cursor), !joiner.opensLine
            else { return nil }
            if joiner.isSign, let edition = series.editions.year(&cursor) {
                return cursor.skip(Byte.closeParen) ? edition : nil
            }
        }
        return nil
    }

    /// `2nd ` before `EEAS Report`; with letters, for a year or a number there is of something else.
    static func leading(before start: Int, _ reading: Reading, _ rule: EditionRule) -> (
        edition: String, start: Int
    )? {
        let bytes = reading.cursor.bytes
        var end = start
        while end > reading.context.floor, bytes[end - 1].isBlank || bytes[end - 1] == Byte.hyphen { end -= 1 }
        var first = end
        while first > reading.context.floor, bytes[first - 1].isASCIILetter || bytes[first - 1].isDigit { first -= 1 }
        guard first < end, end < start else { return nil }
        var cursor = Cursor(bytes, in: first..<end)
        guard let edition = rule.ordinal(&cursor), cursor.isAtEnd else { return nil }
        return (edition, first)
    }

    /// What is printed behind a name as its edition and is not understood: ` 2020-2022`, ` (najaar 2021)`, `, uitgave q7`,
    /// ` (Rotterdam, 2023)`.
    static func unread(_ cursor: Cursor) -> String? {
        var next = cursor
        next.skipBlanks()
        if next.skip(Byte.openParen) {
            if let edition = nameAndYear(next) { return edition }
            next.skipBlanks()
        } else if next.skip(Byte.comma) {
            next.skipBlanks()
        }
        if next.skipWord(of: ["van", "over"]) { next.skipBlanks() }
        let start = next.position
        if next.skipWord(of: ["uitgave", "editie", "voorjaar", "zomer", "najaar", "winter"]) {
            guard next.skipBlanks() else { return nil }
        } else {
            guard let year = next.number(most: 4), year > 1944, next.skipDash() || next.skip(Byte.slash),
                next.current?.isDigit == true || next.current == Byte.apostrophe
            else { return nil }
        }
        while let byte = next.current,
            byte.isASCIILetter || byte.isDigit || byte == Byte.apostrophe || byte == Byte.hyphen
        {
            next.position += 1
        }
        let text = next.bytes[start..<next.position]
        return text.contains(where: \.isDigit) ? String(decoding: text, as: UTF8.self) : nil
    }

    /// `Rotterdam, 2023` within brackets
    private static func nameAndYear(_ cursor: Cursor) -> String? {
        var next = cursor
        guard next.bytes.isCapital(at: next.position) else { return nil }
        while let byte = next.current, byte.isASCIILetter || byte == Byte.hyphen || byte == Byte.space {
            next.position += 1
        }
        guard next.skip(Byte.comma), next.skipBlanks(), let year = next.number(most: 4), year > 1944 else { return nil }
        let text = next.bytes[cursor.position..<next.position]
        return next.current == Byte.closeParen ? String(decoding: text, as: UTF8.self) : nil
    }
}
