import DutchText
import LetterReading

/// A Kamerstuk without the word before it: `het project (25 764, nr. 4)`, `de motie Akerboom, 36 410 XIV, nr. 9`. Digits
/// and `nr.` alone may be an amount and its rank (`Nike 45 000, nr. 2`): something around them must say that they are
/// parliament's.
extension Kamerstuk {
    static let bareGrammar = Grammar(
        "kamerstuk without its word",
        anchors: ["", " ", "."].map { Grammar.digits(2) + $0 + Grammar.digits(3) }, read: readBare)

    /// The dossiers that letters of these years cite; the highest one now is 37 000 and some.
    static let current = 15000...37999

    private static func readBare(_ reading: inout Reading) -> [Mention] {
        let before = reading.start > 0 ? reading.cursor.bytes[reading.start - 1] : Byte.space
        guard !before.isDigit, before != Byte.dot, before != Byte.comma, before != Byte.hyphen, before != Byte.slash,
            let dossier = Dossier.read(&reading.cursor), current.contains(dossier.number)
        else { return [] }
        let hasRijkswet = reading.cursor.bytes[reading.cursor.position - 1] == Byte.closeParen
        reading.step("dossier", from: reading.start)
        if let joined = joined(&reading, dossier) ?? ofFirstChamber(&reading, dossier) { return joined }
        let behind = reading.cursor.position
        let chapters = Chapter.others(&reading.cursor, of: dossier, isFirstChamber: false)
        skipOtherDossiers(&reading.cursor)
        let isOneOfSeveral = reading.cursor.position > behind
        guard isShortLabel(reading.cursor) else { return [] }
        if reading.cursor.position > behind { reading.step("further chapters or dossiers", from: behind) }
        let numberStart = reading.cursor.position
        let items = DocumentNumbers.read(&reading.cursor, from: reading.start, evidence: .none)
        guard !items.isEmpty, !isRank(reading.cursor) else { return [] }
        let bytes = reading.cursor.bytes
        let mentions = ([dossier] + chapters).flatMap {
            Kamerstuk.mentions(items, $0, year: nil, isFirstChamber: false, bytes)
        }
        if dossier.addition == nil, !hasRijkswet, !isOneOfSeveral,
            let missing = BareEvidence.missing(in: &reading, dossier, mentions.map(\.id))
        {
            return reading.stopped(missing)
        }
        reading.step("document number", from: numberStart)
        return mentions
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
