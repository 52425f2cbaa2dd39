import LetterReading

/// A numbered paper of parliament: `Kamerstukken II, 2023/24, 30 821, nr. 230, p. 9`, `(29924, nr. 288)`.
enum Kamerstuk {
    static let grammar = Grammar(
        "kamerstuk", anchors: ["kamerstuk", "kamerst.", "tweede kamer", "eerste kamer"], read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        guard let isChamber = word(&reading) else { return [] }
        let isFirstChamber = chamber(&reading) ?? (isChamber == .first)
        if let numbers = ParliamentNumber.afterWord(&reading) { return numbers }
        skipSeparators(&reading.cursor)
        let yearStart = reading.cursor.position
        let year = Vergaderjaar.read(&reading.cursor)
        if year != nil { reading.step("parliamentary year", from: yearStart) }
        skipSeparators(&reading.cursor)
        if let year, let mentions = Aanhangsel.afterYear(&reading, year, evidence: isChamber == .no ? .expected : .none)
        {
            return mentions
        }
        // `Kamerstuk Tweede Kamer, vergaderjaar …` names the chamber here; a chamber alone needs a year.
        guard isChamber == .no || year != nil else { return [] }
        // `Kamerstukken Eerste Kamer 2014-15` and `vergaderjaar 2012-2013, Kamerstuk 33 470` meet here.
        _ = reading.cursor.skip("Kamerstukken ") || reading.cursor.skip("Kamerstuk ")
        let dossierStart = reading.cursor.position
        guard let dossier = Dossier.read(&reading.cursor, allowsOld: isChamber == .no) else {
            return isChamber == .no ? reading.stopped("a dossier's number (35 165)") : []
        }
        reading.step("dossier", from: dossierStart)
        skipOtherDossiers(&reading.cursor)
        let items = DocumentNumbers.read(&reading.cursor, from: reading.start, evidence: .labelled)
        guard !items.isEmpty else {
            return isChamber == .no ? bareDossier(&reading, dossier) : []
        }
        reading.step("document number", from: dossierStart)
        return mentions(items, dossier, year: year, isFirstChamber: isFirstChamber, reading.cursor.bytes)
    }

    static func skipSeparators(_ cursor: inout Cursor) {
        while let byte = cursor.current, byte.isBlank || byte == Byte.comma || byte == Byte.dot || byte == Byte.colon {
            cursor.position += 1
        }
    }

    /// `36222 en 31015, nr. 6`, `29 629, 32 761, nr. 1156`: the first one is the document's.
    static func skipOtherDossiers(_ cursor: inout Cursor) {
        while cursor.attempt({ cursor -> Bool? in
            cursor.skipBlanks()
            guard
                cursor.skip(Byte.comma) || cursor.skip(Byte.slash) || cursor.skip(Byte.ampersand)
                    || cursor.skipWord("en")
            else { return nil }
            cursor.skipBlanks()
            guard Dossier.read(&cursor) != nil else { return nil }
            var next = cursor
            _ = next.skip(Byte.comma)
            next.skipBlanks()
            // Only where the number follows is it one document of two dossiers, not a list of dossiers.
            return next.skip("nr") || next.skipWord("en") ? true : nil
        }) == true {}
    }

    private static func bareDossier(_ reading: inout Reading, _ dossier: Dossier) -> [Mention] {
        // A number was meant but got lost: the dossier alone would say less than the text does.
        var next = reading.cursor
        _ = next.skip(Byte.comma)
        next.skipBlanks()
        if next.skip("nr") { return reading.stopped("a document's number behind nr.") }
        reading.step("no document number: the dossier itself", from: reading.start)
        return [Mention(id: "dossier-" + dossier.id, range: reading.start..<reading.cursor.position)]
    }

    static func mentions(
        _ items: [DocumentNumbers.Item], _ dossier: Dossier, year: Vergaderjaar?, isFirstChamber: Bool, _ bytes: [UInt8]
    ) -> [Mention] {
        items.map { item in
            Mention(
                id: id(dossier, item.number, year: year, isFirstChamber: isFirstChamber), range: item.range,
                locator: item.locator,
                doubts: year?.doubts(in: bytes) ?? [])
        }
    }

    /// Through 2008/09 the id of a paper of the Eerste Kamer carries its year.
    private static func id(_ dossier: Dossier, _ number: String, year: Vergaderjaar?, isFirstChamber: Bool) -> String {
        let isLetter = number.first?.isLetter == true
        if isLetter || isFirstChamber, let year, year.first <= 2008 { return "kst-\(year.id)-\(dossier.id)-\(number)" }
        return "kst-\(dossier.id)-\(number)"
    }

}
