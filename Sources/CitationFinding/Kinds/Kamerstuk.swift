import LetterReading

/// A numbered paper of parliament: `Kamerstukken II, 2023/24, 30 821, nr. 230, p. 9`, `(29924, nr. 288)`.
enum Kamerstuk {
    static let grammar = Grammar(
        "kamerstuk",
        anchors: ["kamerstuk", "kamerst.", "kamerdossier", "kst.", "kst ", "tweede kamer", "eerste kamer"], read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        guard let isChamber = word(&reading) else { return [] }
        let isFirstChamber = chamber(&reading) ?? (isChamber == .first)
        if let numbers = ParliamentNumber.afterWord(&reading) { return numbers }
        reading.cursor.skipSeparators(or: ":")
        let yearStart = reading.cursor.position
        let year = Vergaderjaar.read(&reading.cursor)
        if year != nil { reading.step("parliamentary year", from: yearStart) }
        reading.cursor.skipSeparators(or: ":")
        if let year, let mentions = Aanhangsel.afterYear(&reading, year, evidence: isChamber == .no ? .expected : .none)
        {
            return mentions
        }
        // `Kamerstuk Tweede Kamer, vergaderjaar …` names the chamber here; a chamber alone needs a year.
        guard isChamber == .no || year != nil else { return [] }
        // `Kamerstukken Eerste Kamer 2014-15` and `vergaderjaar 2012-2013, Kamerstuk 33 470` meet here.
        _ = reading.cursor.skip("Kamerstukken ") || reading.cursor.skip("Kamerstuk ")
        let dossierStart = reading.cursor.position
        guard let dossier = Dossier.read(&reading.cursor, allowsOld: isChamber == .no),
            dossier.number > 9999 || isOld(dossier, year, reading.cursor)
        else {
            return isChamber == .no ? reading.stopped("a dossier's number (35 165)") : []
        }
        reading.step("dossier", from: dossierStart)
        let behind = reading.cursor.position
        skipOtherDossiers(&reading.cursor)
        let items = DocumentNumbers.read(
            &reading.cursor, from: reading.start, evidence: .labelled, isFirstChamber: isFirstChamber)
        guard !items.isEmpty else {
            reading.cursor.position = behind
            return isChamber == .no ? bareDossiers(&reading, dossier) : []
        }
        reading.step("document number", from: dossierStart)
        return mentions(items, dossier, year: year, isFirstChamber: isFirstChamber, reading.cursor.bytes)
    }

    /// Four digits are a dossier of before 1970, or have a number: `Zitting 1958-1959-5380, Nr. 3`. Else they are
    /// a year, as in `De kamerstukken 2023 zijn toegezonden`.
    private static func isOld(_ dossier: Dossier, _ year: Vergaderjaar?, _ cursor: Cursor) -> Bool {
        if (1900...2100).contains(dossier.number) { return false }
        if let year { return year.first < 1970 }
        var next = cursor
        _ = next.skip(Byte.comma)
        next.skipBlanks()
        return DocumentNumbers.label(&next) != nil
    }

    /// No paper has been of more dossiers.
    private static let mostDossiers = 8

    /// `36222 en 31015, nr. 6`, `29 629, 32 761, nr. 1156`, `36 600 VII en XV, nr. 3`: the first one is the document's.
    static func skipOtherDossiers(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            guard cursor.skipWord("en"), let chapter = Chapter.read(&cursor), chapter.utf8.count > 1 else { return nil }
            cursor.skipBlanks()
            return cursor.current == Byte.comma || cursor.current == UInt8(ascii: "n") ? true : nil
        }
        for _ in 1..<mostDossiers
        where cursor.attempt({ cursor -> Bool? in
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
        }) == nil { return }
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
