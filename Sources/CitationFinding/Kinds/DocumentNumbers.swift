import LetterReading

/// The numbers of documents behind a dossier: `, nr. 97`, ` nr. 3`, `, nrs. 4 en 5`, `, nr. 679, nr. 684 en 685`, `-295`,
/// `, 22`, and of the Eerste Kamer `, A`, `, nr. C`, ` EK B`.
struct DocumentNumbers {
    struct Item {
        /// `97`, `250a`, `C`.
        let number: String
        let range: Range<Int>
        var locator: String?
    }

    /// How sure it is that a document's number follows.
    enum Evidence {
        /// Only `nr.` makes a number.
        case none
        /// The word Kamerstuk stands before: a dash or a comma may be enough.
        case labelled
        /// A number must follow, whatever stands between (`AvdH 721`).
        case expected
    }

    /// Reads all numbers and leaves the cursor behind the last one and its page.
    /// - Parameter start: where the mention as a whole begins; the first item's range starts there.
    static func read(_ cursor: inout Cursor, from start: Int, evidence: Evidence) -> [Item] {
        guard let (first, isPlural) = first(&cursor, evidence) else { return [] }
        var items = [Item(number: first, range: start..<cursor.position)]
        addLocator(&cursor, to: &items, from: start)
        while true {
            guard
                let (number, place) = more(
                    &cursor, isPlural: isPlural || items.count > 1, last: items[items.count - 1].number)
            else { return items }
            for value in number { items.append(Item(number: value, range: place..<cursor.position)) }
            addLocator(&cursor, to: &items, from: place)
        }
    }

    private static func first(_ cursor: inout Cursor, _ evidence: Evidence) -> (String, isPlural: Bool)? {
        let labelled: (String, Bool)? = cursor.attempt { cursor in
            _ = cursor.skip(Byte.comma) || cursor.skip(Byte.dot) || cursor.skip(Byte.semicolon)
            cursor.skipBlanks()
            guard let isPlural = label(&cursor) else { return nil }
            return value(&cursor).map { ($0, isPlural) }
        }
        if let labelled { return labelled }
        guard evidence != .none else { return nil }
        return cursor.attempt { cursor in
            if cursor.skip(Byte.hyphen) { return plainNumber(&cursor).map { ($0, false) } }
            let hadComma = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            let isChamber = cursor.skipWord("EK")
            guard hadComma || isChamber || evidence == .expected else { return nil }
            cursor.skipBlanks()
            if let letter = chamberLetter(&cursor) { return (letter, false) }
            let number = plainNumber(&cursor)
            return NumberWords.countsSomething(cursor) ? nil : number.map { ($0, false) }
        }
    }

    /// `nr.`, `nr`, `nr,`, `nrs.`, `nummer`, `no.`; true for several.
    static func label(_ cursor: inout Cursor) -> Bool? {
        let isPlural = cursor.skipWord(of: ["nrs", "nummers", "nos"])
        guard isPlural || cursor.skipWord(of: ["nr", "nummer", "no"]) || cursor.skip("nr") else { return nil }
        _ = cursor.skip(Byte.dot) || cursor.skip(Byte.comma) || cursor.skip(Byte.colon)
        cursor.skipBlanks()
        return isPlural
    }

    private static func value(_ cursor: inout Cursor) -> String? { plainNumber(&cursor) ?? chamberLetter(&cursor) }

    /// One to four digits, `250a` in old Eerste Kamer papers; not a part of something longer.
    static func plainNumber(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            let start = cursor.position
            guard let number = cursor.number(most: 4), number > 0 else { return nil }
            if let letter = cursor.current, letter.isLower, letter < UInt8(ascii: "h"),
                !cursor.bytes.isLetter(at: cursor.position + 1)
            {
                cursor.position += 1
            }
            guard !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd || cursor.current?.isUpper == true
            else { return nil }
            if cursor.current == Byte.slash || cursor.current == Byte.percent { return nil }
            var text = String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
            while text.hasPrefix("0"), text.count > 1 { text.removeFirst() }
            return text
        }
    }

    /// `A`, `C`, `AA`: a number of the Eerste Kamer.
    private static func chamberLetter(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            let start = cursor.position
            while let byte = cursor.current, byte.isUpper, cursor.position - start < 2 { cursor.position += 1 }
            guard cursor.position > start, cursor.isAtEnd || !cursor.bytes.isLetter(at: cursor.position),
                cursor.current?.isDigit != true
            else { return nil }
            return String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
        }
    }

    /// `, p. 9`, `, blz. 3`, `, bijlage «Rapportage …»`: kept as the locator of the number before it.
    private static func addLocator(_ cursor: inout Cursor, to items: inout [Item], from place: Int) {
        guard let locator = Locator.read(&cursor) else { return }
        let last = items.count - 1
        items[last].locator = locator.text
        if locator.isPage {
            items[last] = Item(number: items[last].number, range: place..<cursor.position, locator: locator.text)
        }
    }
}
