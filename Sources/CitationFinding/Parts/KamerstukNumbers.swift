import DutchText
import LetterReading

/// The numbers of documents behind a dossier: `, nr. 97`, ` nr. 3`, `, nrs. 4 en 5`, `, nr. 679, nr. 684 en 685`, `-295`,
/// `, 22`, and of the Eerste Kamer `, A`, `, nr. C`, ` EK B`.
struct KamerstukNumbers {
    struct Item {
        /// `97`, `250a`, `C`.
        let number: String
        var range: Range<Int>
        var locator: String?
    }

    /// As many as a letter may have citations: a list without end is not held in memory.
    private static let mostItems = 50_000

    /// How sure it is that a document's number follows.
    enum Evidence {
        /// Only `nr.` makes a number.
        case none
        /// The word Kamerstuk stands before: a dash or a comma may be enough.
        case labelled
        /// A number must follow, whatever stands between (`AvdH 721`).
        case expected
    }

    /// What the words before say of the numbers.
    struct Style {
        let evidence: Evidence
        /// The Eerste Kamer numbers its papers with letters.
        var isFirstChamber = false
    }

    /// Reads all numbers and leaves the cursor behind the last one and its page.
    /// - Parameter start: where the mention as a whole begins; the first item's range starts there.
    static func read(
        _ cursor: inout Cursor, from start: Int, evidence: Evidence, isFirstChamber: Bool = false
    ) -> [Item] {
        let style = Style(evidence: evidence, isFirstChamber: isFirstChamber)
        if evidence != .none, let items = cursor.attempt({ bracketed(&$0, from: start, style) }) { return items }
        guard let first = cursor.attempt({ labelled(&$0, style) }) ?? cursor.attempt({ bare(&$0, style) })
        else { return [] }
        var items = [Item(number: first.number, range: start..<cursor.position)]
        addLocator(&cursor, to: &items, from: start)
        var progress = Progress(isPlural: first.isPlural, last: first.number, place: first.place)
        while items.count < mostItems, let numbers = more(&cursor, &progress, style), let last = numbers.last {
            // `78-80`: what is printed for each of its members.
            if progress.place < items[items.count - 1].range.upperBound {
                items[items.count - 1].range = items[items.count - 1].range.lowerBound..<cursor.position
            }
            for value in numbers { items.append(Item(number: value, range: progress.place..<cursor.position)) }
            addLocator(&cursor, to: &items, from: progress.place)
            (progress.isPlural, progress.last) = (true, last)
        }
        return items
    }

    /// A list's first number and where it stands; whether `nrs.` stood before.
    private typealias First = (number: String, place: Int, isPlural: Bool)

    /// `, nr. 97`, ` (nr. 97)`, `, stuk nr. 97`.
    private static func labelled(_ cursor: inout Cursor, _ style: Style) -> First? {
        _ = cursor.skip(Byte.comma) || cursor.skip(Byte.dot) || cursor.skip(Byte.semicolon)
        cursor.skipBlanks()
        if style.evidence != .none {
            if cursor.skip(Byte.comma) { cursor.skipBlanks() }
            if cursor.skip(Byte.slash) || cursor.skipDash() { cursor.skipBlanks() }
            _ = cursor.skip(Byte.openParen)
            if cursor.skipWord(of: ["stuk", "stukken", "document"]) { cursor.skipBlanks() }
        }
        guard let isPlural = label(&cursor) ?? (style.evidence == .none ? nil : slip(&cursor)) else { return nil }
        let place = cursor.position
        let number = plainNumber(&cursor, mayBeOrdinal: true) ?? capitals(&cursor)
        return number.map { ($0, place, isPlural) }
    }

    /// `-295`, `, 22`, `/97`, `, A`, ` EK B`: the word Kamerstuk before stands for the missing `nr.`.
    private static func bare(_ cursor: inout Cursor, _ style: Style) -> First? {
        guard style.evidence != .none else { return nil }
        let isNarrow = cursor.current == Byte.hyphen || cursor.current == Byte.slash
        if cursor.skip(Byte.hyphen) || cursor.skip(Byte.slash) || dash(&cursor) {
            // `21501-2, nr. 2733`: the number is the one behind `nr.`, and what this one is stays open.
            cursor.skipBlanks()
            let place = cursor.position
            guard let number = plainNumber(&cursor), !isYear(number), !isLabelled(cursor),
                !NumberWords.countsSomething(cursor), !cursor.countsTheNextWord || isNarrow
            else { return nil }
            return (number, place, false)
        }
        let hadComma = cursor.skip(Byte.comma)
        let hadBlank = cursor.skipBlanks()
        let isChamber = cursor.current?.isUpper == true && cursor.skipWord("EK")
        if isChamber {
            _ = cursor.skip(Byte.comma)
            cursor.skipBlanks()
        }
        let isFirst = isChamber || style.isFirstChamber
        guard hadComma || isChamber || style.evidence == .expected || isFirst && hadBlank else { return nil }
        // `, I 2014/15, 30 821, E`: the chamber of the next paper.
        if namesChamber(cursor) { return nil }
        let place = cursor.position
        if let letter = chamberLetter(&cursor, Style(evidence: style.evidence, isFirstChamber: isFirst)) {
            // `36 200 A, B`: papers A and B, or paper B of fund A.
            return hadComma || isChamber || !anotherLetter(cursor) ? (letter, place, false) : nil
        }
        guard hadComma || style.evidence == .expected, let number = plainNumber(&cursor) else { return nil }
        if style.evidence == .labelled, isYear(number) { return nil }
        if NumberWords.countsSomething(cursor) || hadComma && cursor.countsTheNextWord { return nil }
        return (number, place, false)
    }

    /// ` – `: a dash between blanks; that of a list's next line is none.
    private static func dash(_ cursor: inout Cursor) -> Bool {
        cursor.attempt { cursor -> Bool? in
            let start = cursor.position
            cursor.skipBlanks()
            var bullet = cursor
            if ListJoiner.skipBullet(&bullet, from: start) { return nil }
            return cursor.skipDash() ? true : nil
        } ?? false
    }

    /// `n. 288`, `nt. 288`, `# 288`: a label that a typist or a scanner spoiled; behind the word Kamerstuk alone.
    private static func slip(_ cursor: inout Cursor) -> Bool? {
        guard cursor.skip("n.") || cursor.skip("nt.") || cursor.skip("n°") || cursor.skip(Byte.hash) else { return nil }
        cursor.skipBlanks()
        return cursor.current?.isDigit == true ? false : nil
    }

    /// ` (250, 250a)`: the numbers stand in brackets, a single one is no year.
    private static func bracketed(_ cursor: inout Cursor, from start: Int, _ style: Style) -> [Item]? {
        cursor.skipBlanks()
        guard cursor.skip(Byte.openParen) else { return nil }
        var items: [Item] = []
        while items.count < 30 {
            cursor.skipBlanks()
            let place = items.isEmpty ? start : cursor.position
            guard let number = plainNumber(&cursor) ?? (style.isFirstChamber ? capitals(&cursor) : nil), !isYear(number)
            else { return nil }
            items.append(Item(number: number, range: place..<cursor.position))
            addLocator(&cursor, to: &items, from: place)
            cursor.skipBlanks()
            if cursor.skip(Byte.closeParen) { return items }
            guard ListJoiner.read(&cursor) != nil else { return nil }
        }
        return nil
    }

    private static func isYear(_ number: String) -> Bool { (1900...2100).contains(Int(number) ?? 0) }

    static func isLabelled(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        _ = cursor.skip(Byte.comma)
        cursor.skipBlanks()
        return label(&cursor) != nil
    }

    /// `nr.`, `nr`, `nr,`, `nrs.`, `nummer`, `no.`; true for several.
    static func label(_ cursor: inout Cursor) -> Bool? {
        let isPlural = cursor.skipWord(of: ["nrs", "nummers", "nos"])
        guard isPlural || cursor.skipWord(of: ["nr", "nummer", "no", "letter"]) || cursor.skip("nr") else { return nil }
        // `nr . 1200`, as a scanner has it.
        cursor.skipBlanks()
        _ = cursor.skip(Byte.dot) || cursor.skip(Byte.comma) || cursor.skip(Byte.colon)
        cursor.skipBlanks()
        return isPlural
    }

    /// One to four digits, `250a` in old Eerste Kamer papers; not a part of something longer. Without `nr.` before it
    /// `5e` is an ordinal (`en 5e nota van wijziging`).
    static func plainNumber(_ cursor: inout Cursor, mayBeOrdinal: Bool = false) -> String? {
        cursor.attempt { cursor -> String? in
            let start = cursor.position
            guard var number = cursor.number(most: 4), number > 0 else { return nil }
            let digits = cursor.position
            // `nr. 1.200`: a full stop for the thousands; `nr. 2.13` is number 2 and a note's.
            if digits - start == 1, let rest = thousands(&cursor) { number = number * 1000 + rest }
            // `nr. 1 200` is number 1200, or number 1 and something else: nobody knows.
            if digits - start == 1, isTorn(cursor) { return nil }
            if isAmountOrDay(cursor) { return nil }
            let isOrdinal = cursor.current == UInt8(ascii: "e") && number < 100 && !mayBeOrdinal
            if let letter = cursor.current, letter.isLower, letter < UInt8(ascii: "h"), !isOrdinal,
                !cursor.bytes.isLetter(at: cursor.position + 1)
            {
                cursor.position += 1
            }
            guard
                !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd || cursor.current?.isUpper == true
                    || goesOn(cursor)
            else { return nil }
            if cursor.current == Byte.percent { return nil }
            if cursor.current == Byte.slash, !joins(cursor, number), !opensDocument(cursor) { return nil }
            let last = cursor.bytes[cursor.position - 1]
            return "\(number)" + (last.isLower ? String(Unicode.Scalar(last)) : "")
        }
    }

    /// `34475-X-2/2016D19801`, as the Tweede Kamer refers to its own: behind the slash stands the number of a document or zaak.
    private static func opensDocument(_ cursor: Cursor) -> Bool {
        var next = cursor
        guard next.skip(Byte.slash), let year = next.number(most: 4), (2000...2099).contains(year) else { return false }
        guard next.skip("D") || next.skip("Z"), case let digits = next.position else { return false }
        return next.number(most: 5) != nil && next.position - digits == 5
    }

    /// ` 2en 3`: the joiner of a list is glued to its number.
    private static func goesOn(_ cursor: Cursor) -> Bool {
        var next = cursor
        return next.skipWord("en") && next.skipBlanks() && next.current?.isDigit == true
    }

    /// Whether a blank and three digits that count nothing follow.
    private static func isTorn(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        guard cursor.current == UInt8(ascii: " ") else { return false }
        cursor.position += 1
        let start = cursor.position
        return cursor.number(most: 3) != nil && cursor.position - start == 3 && cursor.current != Byte.hyphen
            && cursor.current != Byte.comma && !NumberWords.countsSomething(cursor) && !cursor.countsTheNextWord
    }

    /// `3.2.2023`, `100.000`; `nr. 1126.3` is number 1126 and a note's.
    private static func isAmountOrDay(_ cursor: Cursor) -> Bool {
        var next = cursor
        guard next.skip(Byte.dot) else { return false }
        let start = next.position
        guard next.number(most: 3) != nil else { return false }
        return next.position - start == 3 || next.current == Byte.dot && next.peek(1)?.isDigit == true
    }

    private static func thousands(_ cursor: inout Cursor) -> Int? {
        cursor.attempt { cursor in
            guard cursor.skip(Byte.dot) else { return nil }
            let start = cursor.position
            return cursor.number(most: 3).flatMap { cursor.position - start == 3 ? $0 : nil }
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
