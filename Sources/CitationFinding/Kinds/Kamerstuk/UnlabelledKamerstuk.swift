import DossierRegister
import DutchText
import LetterReading

/// A Kamerstuk without the word before it: `het project (25 764, nr. 4)`, `de motie Akerboom, 36 410 XIV, nr. 9`. Digits
/// and `nr.` alone may be an amount and its rank (`Nike 45 000, nr. 2`): something around them must say that they are
/// parliament's.
extension Kamerstuk {
    static let bareGrammar = Grammar(
        "kamerstuk without its word", .unlabelled,
        anchors: ["", " ", ".", "-"].map { Grammar.digits(2) + $0 + Grammar.digits(3) }, read: readBare)

    private static func readBare(_ reading: inout Reading) -> [Mention] {
        let before = reading.start > 0 ? reading.cursor.bytes[reading.start - 1] : Byte.space
        // `(32-761, nr. 8)`: no telephone number where the register has that paper, as `(32 761, nummer 8)` is then
        // no rank.
        let isDashed = reading.cursor.peek(2) == Byte.hyphen
        guard !isDashed || before == Byte.openParen, !before.isDigit, before != Byte.dot, before != Byte.comma,
            before != Byte.hyphen, before != Byte.slash,
            let dossier = DossierNumber.read(&reading.cursor, allowsOld: isDashed),
            DossierNumber.current.contains(dossier.number)
        else { return [] }
        let hasRijkswet = reading.cursor.bytes[reading.cursor.position - 1] == Byte.closeParen
        reading.step("dossier", from: reading.start)
        if let joined = joined(&reading, dossier) ?? ofFirstChamber(&reading, dossier) { return joined }
        if before == Byte.openParen, let dossiers = bracketed(&reading, dossier) { return dossiers }
        let behind = reading.cursor.position
        let chapters = Chapter.others(&reading.cursor, of: dossier, isFirstChamber: false)
        skipOtherDossiers(&reading.cursor)
        skipAndOthers(&reading.cursor)
        let isOneOfSeveral = reading.cursor.position > behind
        let isShort = isShortLabel(reading.cursor)
        guard isShort || before == Byte.openParen && KamerstukNumbers.isLabelled(reading.cursor) else { return [] }
        if reading.cursor.position > behind { reading.step("further chapters or dossiers", from: behind) }
        let numberStart = reading.cursor.position
        let items = KamerstukNumbers.read(&reading.cursor, from: reading.start, evidence: .none)
        guard !items.isEmpty, !isRank(reading.cursor) else { return [] }
        let bytes = reading.cursor.bytes
        let mentions = ([dossier] + chapters).flatMap {
            Kamerstuk.mentions(items, $0, year: nil, isFirstChamber: false, bytes)
        }
        if dossier.addition == nil, isDashed || !isShort,
            !mentions.allSatisfy({ reading.context.register.existence(of: $0.id) == .known })
        {
            return []
        }
        if dossier.addition == nil, !hasRijkswet, !isOneOfSeveral,
            let missing = KamerstukEvidence.missing(in: &reading, dossier, mentions.map(\.id))
        {
            return reading.stopped(missing)
        }
        reading.step("document number", from: numberStart)
        let opening = Opening(named: .no, isFirstChamber: false, year: nil)
        return mentions + further(&reading, dossier: chapters.last ?? dossier, opening)
    }

    /// `(36740-VII)`, `(21 501-02 en 36 740 X)`: dossiers alone within brackets, the first with its chapter; no amount looks
    /// like that, where the register has them.
    private static func bracketed(_ reading: inout Reading, _ dossier: DossierNumber) -> [Mention]? {
        guard dossier.addition != nil else { return nil }
        var next = reading
        let found = Dossier.list(&next, dossier)
        guard next.cursor.current == Byte.closeParen, !found.isEmpty,
            found.allSatisfy({ next.context.register.existence(of: $0.id) == .known })
        else { return nil }
        reading = next
        return found
    }

    /// `nr.` and `nrs.`, as parliament writes; `no. 2` and `nummer 6` are of other things.
    private static func isShortLabel(_ cursor: Cursor) -> Bool {
        var next = cursor
        _ = next.skip(Byte.comma) || next.skip(Byte.dot) || next.skip(Byte.semicolon)
        next.skipBlanks()
        return next.skipWord(of: ["nrs", "nr"]) || next.skip("nr")
    }

    /// `nr. 3 op de lijst`, `nr. 1 in de rij`
    private static func isRank(_ cursor: Cursor) -> Bool {
        var next = cursor
        next.skipBlanks()
        return next.skipWord(of: ["op de", "in de", "van de lijst"])
    }
}

/// Papers without a word or label: `25424-430`, `35000-A-28`, `35.673 EK B`. Digits and a hyphen alone may be a telephone number
/// or an article's: a chapter makes them parliament's, or what stands around them.
extension Kamerstuk {
    static func joined(_ reading: inout Reading, _ dossier: DossierNumber) -> [Mention]? {
        guard let number = joinedNumber(&reading.cursor),
            dossier.addition != nil || !isCalendarYear(number)
                || reading.context.register.existence(of: "kst-\(dossier.id)-\(number)") == .known
        else { return nil }
        guard dossier.addition != nil || KamerstukEvidence.standsJoined(in: reading) else {
            reading.cursor.position = reading.start
            return nil
        }
        reading.step("document number, joined to its dossier", from: reading.start)
        return mentions(
            [KamerstukNumbers.Item(number: number, range: reading.start..<reading.cursor.position)], dossier, year: nil,
            isFirstChamber: false, reading.cursor.bytes)
    }

    /// `-430`, whole: no part of a longer number, address or date.
    static func joinedNumber(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            guard cursor.skip(Byte.hyphen), let number = KamerstukNumbers.plainNumber(&cursor) else { return nil }
            guard let next = cursor.current else { return number }
            if next == Byte.hyphen || next.isUpper || next == Byte.at || next == Byte.colon { return nil }
            return (next == Byte.dot || next == Byte.comma) && cursor.peek(1)?.isDigit == true ? nil : number
        }
    }

    private static func isCalendarYear(_ number: String) -> Bool { (1900...2100).contains(Int(number) ?? 0) }

    /// `35.673 EK B`, `36 410, EK, B`: the chamber's name between dossier and letter; in brackets the letter is enough.
    static func ofFirstChamber(_ reading: inout Reading, _ dossier: DossierNumber) -> [Mention]? {
        var next = reading.cursor
        let hasComma = next.skip(Byte.comma)
        next.skipBlanks()
        guard next.current?.isUpper == true && next.skipWord("EK") || hasComma && isLetter(next, dossier, reading)
        else { return nil }
        let items = KamerstukNumbers.read(
            &reading.cursor, from: reading.start, evidence: .labelled, isFirstChamber: true)
        guard !items.isEmpty, items.allSatisfy({ $0.number.first?.isLetter == true }) else { return nil }
        reading.step("letter of the Eerste Kamer", from: reading.start)
        return mentions(items, dossier, year: nil, isFirstChamber: true, reading.cursor.bytes)
    }

    /// `(35 300 VI, letter Y herdruk)`, `(31 839, X)`: within brackets, of a dossier that is known.
    private static func isLetter(_ cursor: Cursor, _ dossier: DossierNumber, _ reading: Reading) -> Bool {
        guard let first = cursor.current, first.isUpper || first == UInt8(ascii: "l"), reading.start > 0,
            cursor.bytes[reading.start - 1] == Byte.openParen
        else { return false }
        var next = cursor
        let isNamed = next.skipWord("letter")
        next.skipBlanks()
        guard let letters = KamerstukNumbers.capitals(&next) else { return false }
        guard isNamed || letters.utf8.count == 1 && next.current == Byte.closeParen else { return false }
        return reading.context.register.existence(of: "dossier-\(dossier.id)") == .known
    }
}

/// A paper whose number stands before its dossier: `Zij krijgt nr. 721 (19637)`, `de moties nrs. 721 en 722 (19 637)`,
/// `Kamerstuk nr. 288 (29 924)`.
extension Kamerstuk {
    static let reversedGrammar = Grammar(
        "kamerstuk, number first", .unlabelled,
        anchors: ["nr. ", "nr.", "nr ", "nrs. ", "nrs "].map { $0 + Grammar.digit }
    ) { reading in
        guard let found = numbersBefore(&reading) else { return [] }
        let isSure = KamerstukEvidence.namesMotion(in: reading)
        return isSure ? found : []
    }

    /// `nr. 288 (29 924)` from the cursor on, or nil without moving it.
    static func numbersBefore(_ reading: inout Reading) -> [Mention]? {
        var cursor = reading.cursor
        cursor.skipBlanks()
        guard KamerstukNumbers.label(&cursor) != nil, let first = KamerstukNumbers.plainNumber(&cursor) else {
            return nil
        }
        var items = [KamerstukNumbers.Item(number: first, range: reading.start..<cursor.position)]
        while items.count < 30, let item = another(&cursor) { items.append(item) }
        cursor.skipBlanks()
        let isInBrackets = cursor.skip(Byte.openParen)
        guard isInBrackets || namesDossier(&cursor), let dossier = DossierNumber.read(&cursor),
            DossierNumber.current.contains(dossier.number), !isInBrackets || cursor.skip(Byte.closeParen)
        else { return nil }
        if items.count == 1 { items = [KamerstukNumbers.Item(number: first, range: reading.start..<cursor.position)] }
        reading.cursor = cursor
        reading.step("number, and its dossier in brackets", from: reading.start)
        return mentions(items, dossier, year: nil, isFirstChamber: false, cursor.bytes)
    }

    /// `nr. 1200 van dossier 29 544`
    private static func namesDossier(_ cursor: inout Cursor) -> Bool {
        guard cursor.skipWord(of: ["van", "bij", "in", "op"]), cursor.skipBlanks() else { return false }
        if cursor.skipWord("het") { cursor.skipBlanks() }
        guard cursor.skipWord(of: ["dossier", "Kamerstukdossier", "kamerdossier", "Kamerstuk", "wetsvoorstel"]) else {
            return false
        }
        return cursor.skipBlanks()
    }

    private static func another(_ cursor: inout Cursor) -> KamerstukNumbers.Item? {
        cursor.attempt { cursor in
            guard ListJoiner.read(&cursor)?.opensLine == false else { return nil }
            let place = cursor.position
            _ = KamerstukNumbers.label(&cursor)
            return KamerstukNumbers.plainNumber(&cursor).map {
                KamerstukNumbers.Item(number: $0, range: place..<cursor.position)
            }
        }
    }
}

/// `21 501-02, 2031`, `Kamerstuk 22112-1967`: without `nr.` such a number may be a year. It is a document's where the
/// register has that document; few dossiers have as many.
extension Kamerstuk {
    static func yearLike(_ reading: inout Reading, _ dossier: DossierNumber) -> [Mention]? {
        let register = reading.context.register
        let start = reading.start
        let found = reading.cursor.attempt { cursor -> Mention? in
            guard cursor.skip(Byte.comma) || cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            guard let number = KamerstukNumbers.plainNumber(&cursor), number.utf8.count == 4,
                !NumberWords.countsSomething(cursor), !cursor.countsTheNextWord, cursor.current != Byte.hyphen
            else { return nil }
            let id = "kst-\(dossier.id)-\(number)"
            guard register.existence(of: id) == .known else { return nil }
            return Mention(id: id, range: start..<cursor.position)
        }
        guard let found else { return nil }
        reading.step("document number, known to the register", from: start)
        return [found]
    }
}
