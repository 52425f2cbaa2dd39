import DutchText
import LetterReading

/// A paper whose number stands before its dossier: `Zij krijgt nr. 721 (19637)`, `de moties nrs. 721 en 722 (19 637)`,
/// `Kamerstuk nr. 288 (29 924)`.
extension Kamerstuk {
    static let reversedGrammar = Grammar(
        "kamerstuk, number first", anchors: ["nr. ", "nr.", "nr ", "nrs. ", "nrs "].map { $0 + Grammar.digit }
    ) { reading in
        guard let found = numbersBefore(&reading) else { return [] }
        let isSure = BareEvidence.namesMotion(in: reading)
        return isSure ? found : []
    }

    /// `nr. 288 (29 924)` from the cursor on, or nil without moving it.
    static func numbersBefore(_ reading: inout Reading) -> [Mention]? {
        var cursor = reading.cursor
        cursor.skipBlanks()
        guard DocumentNumbers.label(&cursor) != nil, let first = DocumentNumbers.plainNumber(&cursor) else {
            return nil
        }
        var items = [DocumentNumbers.Item(number: first, range: reading.start..<cursor.position)]
        while items.count < 30, let item = another(&cursor) { items.append(item) }
        cursor.skipBlanks()
        let isInBrackets = cursor.skip(Byte.openParen)
        guard isInBrackets || namesDossier(&cursor), let dossier = Dossier.read(&cursor),
            current.contains(dossier.number), !isInBrackets || cursor.skip(Byte.closeParen)
        else { return nil }
        if items.count == 1 { items = [DocumentNumbers.Item(number: first, range: reading.start..<cursor.position)] }
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

    private static func another(_ cursor: inout Cursor) -> DocumentNumbers.Item? {
        cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skip(Byte.comma) || cursor.skipWord("en") else { return nil }
            cursor.skipBlanks()
            let place = cursor.position
            _ = DocumentNumbers.label(&cursor)
            return DocumentNumbers.plainNumber(&cursor).map {
                DocumentNumbers.Item(number: $0, range: place..<cursor.position)
            }
        }
    }
}
