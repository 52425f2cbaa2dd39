import DutchText
import LetterReading

/// An act of the European Union by its number, as its CELEX id: `Verordening (EU) 2022/2065`, `Richtlijn 95/46/EG`,
/// `Verordening (EG) nr. 1049/2001`, `Coördinatieverordening (883/2004)`.
enum EuropeanAct {
    static let grammar = Grammar("European act", anchors: anchors) { reading in
        reading.cursor.bytes.isWordStart(reading.start) ? read(&reading, from: reading.start) : []
    }

    /// `Uitvoeringsverordening (EU) 2019/1793`: the word behind another.
    static let compoundGrammar = Grammar("European act", anchors: anchors, opensWord: false) { reading in
        let bytes = reading.cursor.bytes
        guard !bytes.isWordStart(reading.start) else { return [] }
        var start = reading.start
        while start > reading.context.floor, reading.start - start < longestWord, bytes.hasLetter(before: start) {
            start -= 1
        }
        return read(&reading, from: start)
    }

    /// By their letter in a CELEX number: what they are called here, what a citation opens with, and the codes that an
    /// address has for them (`eli/reg/2022/2065`). A `kaderbesluit` is found by its second part.
    static let sorts: [(letter: Character, name: String, words: [StaticString], codes: [Substring])] = [
        ("R", "Verordening", ["verordening", "regulation"], ["reg", "reg_impl", "reg_del"]),
        ("L", "Richtlijn", ["richtlijn", "directive"], ["dir", "dir_impl", "dir_del"]),
        ("F", "Kaderbesluit", ["besluit"], ["dec_framw"]),
        ("D", "Besluit", ["besluit", "beschikking", "decision"], ["dec", "dec_impl", "dec_del"]),
        ("H", "Aanbeveling", ["aanbeveling"], ["reco"]),
    ]

    private static let anchors = sorts.filter { $0.letter != "F" }.flatMap(\.words).map { "\($0)" }
    private static let longestWord = 60

    private static func read(_ reading: inout Reading, from start: Int) -> [Mention] {
        guard var form = form(&reading, from: start) else { return [] }
        skipAuthor(&reading.cursor)
        reading.cursor.skipBlanks()
        let isInBrackets = reading.cursor.skip(Byte.openParen)
        form.community = EuropeanNumber.community(&reading.cursor)
        if form.community != nil, isInBrackets {
            // `(EU) 2022/2065`, and `(EU 2022/2065)`.
            _ = reading.cursor.skip(Byte.closeParen)
        }
        guard let first = EuropeanNumber.read(&reading.cursor, form) else {
            let isMeant = form.community != nil && reading.cursor.current?.isDigit == true
            return isMeant ? reading.stopped("the year and number of an act (2022/2065)") : []
        }
        if isInBrackets, form.community == nil || reading.cursor.bytes[reading.cursor.position - 1] != Byte.closeParen {
            _ = reading.cursor.skip(Byte.closeParen)
        }
        reading.step("year and number of an act", from: start)
        var found = [Mention(id: first.celex, range: start..<reading.cursor.position)]
        while let (next, place) = another(&reading.cursor, form) {
            found.append(Mention(id: next.celex, range: place..<reading.cursor.position))
        }
        return found
    }

    /// What the word says the act is.
    private static func form(_ reading: inout Reading, from start: Int) -> EuropeanNumber.Form? {
        let bytes = reading.cursor.bytes
        let isFrame = bytes[start..<reading.start].lazy.map(\.lowered).elementsEqual("kader".utf8)
        let sort = sorts.first { sort in
            (isFrame || sort.letter != "F") && sort.words.contains { reading.cursor.skip($0) }
        }
        guard let letter = sort?.letter else { return nil }
        _ = reading.cursor.skip("en") || reading.cursor.skip("s")
        guard !bytes.isLetter(at: reading.cursor.position) || reading.cursor.isAtEnd else { return nil }
        return EuropeanNumber.Form(letter: letter)
    }

    /// `Richtlijn van de Raad 92/43/EEG`
    private static func skipAuthor(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            return cursor.skipWord(of: [
                "van het Europees Parlement en de Raad", "van het Europees Parlement en van de Raad", "van de Raad",
                "van de Commissie", "van de Europese Unie",
            ]) ? true : nil
        }
    }

    /// `Richtlijnen 2014/24/EU en 2014/25/EU`, `Verordeningen (EG) nr. 883/2004 en nr. 987/2009`
    private static func another(_ cursor: inout Cursor, _ form: EuropeanNumber.Form) -> (EuropeanNumber, Int)? {
        cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skip(Byte.comma) || cursor.skipWord(of: ["en", "of", "and"]) else { return nil }
            cursor.skipBlanks()
            let place = cursor.position
            var own = form
            if cursor.skip(Byte.openParen) {
                own.community = EuropeanNumber.community(&cursor)
                guard own.community != nil, cursor.skip(Byte.closeParen) else { return nil }
            }
            own.isListed = true
            return EuropeanNumber.read(&cursor, own).map { ($0, place) }
        }
    }
}
