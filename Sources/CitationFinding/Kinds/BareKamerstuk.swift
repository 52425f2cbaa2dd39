import LetterReading

/// A Kamerstuk without the word before it.
extension Kamerstuk {
    /// `het project (25 764, nr. 4)`: only `nr.` behind a dossier makes one.
    static let bareGrammar = Grammar("kamerstuk without its word", anchors: ["##"], read: readBare)

    private static func readBare(_ reading: inout Reading) -> [Mention] {
        let before = reading.start > 0 ? reading.cursor.bytes[reading.start - 1] : Byte.space
        guard !before.isDigit, before != Byte.dot, before != Byte.comma, before != Byte.hyphen, before != Byte.slash,
            !isAmount(reading), let dossier = Dossier.read(&reading.cursor)
        else { return [] }
        reading.step("dossier", from: reading.start)
        skipOtherDossiers(&reading.cursor)
        let items = DocumentNumbers.read(&reading.cursor, from: reading.start, evidence: .none)
        if !items.isEmpty { reading.step("document number", from: reading.start) }
        return mentions(items, dossier, year: nil, isFirstChamber: false, reading.cursor.bytes)
    }
    /// `€ 36 410`
    private static func isAmount(_ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        var place = reading.start
        while place > reading.context.floor, bytes[place - 1].isBlank { place -= 1 }
        return place >= 3 && bytes[place - 3] == 0xE2 && bytes[place - 2] == 0x82 && bytes[place - 1] == 0xAC
    }
}
