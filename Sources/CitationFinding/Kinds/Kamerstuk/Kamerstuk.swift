import CCatalogue
import DutchText
import LetterReading

/// A numbered paper of parliament: `Kamerstukken II, 2023/24, 30 821, nr. 230, p. 9`, `(29924, nr. 288)`.
enum Kamerstuk {
    static let grammar = Grammar(
        "kamerstuk",
        anchors: [
            "kamerstuk", "kamerst.", "kamerdossier", "kst.", "kst ", "tweede kamer", "eerste kamer", "ek ", "ek,",
            "tk,", "tk 1", "tk 2",
        ], mayBeHyphenated: true, read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        guard let named = word(&reading) else { return [] }
        let isFirstChamber = chamber(&reading) ?? (named == .first)
        if let numbers = ZaakAndDocument.afterWord(&reading) { return numbers }
        if named == .no, let reversed = numbersBefore(&reading) { return reversed }
        var opensLine = skipSigns(&reading.cursor)
        let yearStart = reading.cursor.position
        let year = Vergaderjaar.read(&reading.cursor)
        if year != nil {
            skipFurtherYears(&reading.cursor)
            reading.step("parliamentary year", from: yearStart)
            reading.cursor.skipSeparators()
            // `Zitting 1958-1959-5380`
            _ = reading.cursor.skipDash()
        }
        opensLine = skipSigns(&reading.cursor) || opensLine
        if let year, let mentions = Aanhangsel.afterYear(&reading, year, evidence: named == .no ? .expected : .none) {
            return mentions
        }
        // `Kamerstuk Tweede Kamer, vergaderjaar …` names the chamber here; a chamber alone needs a year, or a number.
        guard named == .no || year != nil || isShort(reading) else { return [] }
        // `Kamerstukken Eerste Kamer 2014-15` and `vergaderjaar 2012-2013, Kamerstuk 33 470` meet here.
        _ = reading.cursor.skip("Kamerstukken ") || reading.cursor.skip("Kamerstuk ")
        skipLabel(&reading.cursor)
        return papers(
            &reading, Opening(named: named, isFirstChamber: isFirstChamber, year: year, opensLine: opensLine))
    }

    /// `, `, `: `; true for the sign of a list's first line.
    private static func skipSigns(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        cursor.skipSeparators(or: ":")
        return ListJoiner.skipBullet(&cursor, from: start)
    }

    /// What stood before the dossier.
    struct Opening {
        let named: Chamber
        let isFirstChamber: Bool
        let year: Vergaderjaar?
        /// It is the first line of a list.
        var opensLine = false
    }

    private static func papers(_ reading: inout Reading, _ opening: Opening) -> [Mention] {
        let hasWord = opening.named == .no
        let year = opening.year
        let dossierStart = reading.cursor.position
        guard let dossier = DossierNumber.read(&reading.cursor, allowsOld: hasWord || year != nil),
            dossier.number > 9999 || isOld(dossier, year, reading.cursor)
        else {
            guard hasWord else { return [] }
            if year != nil || reading.isNumberMeant { return reading.stopped("a dossier's number (35 165)") }
            reading.lacks("a dossier's number (35 165)")
            return []
        }
        reading.step("dossier", from: dossierStart)
        let behind = reading.cursor.position
        let chapters = Chapter.others(&reading.cursor, of: dossier, isFirstChamber: opening.isFirstChamber)
        if !chapters.isEmpty { reading.step("further chapters", from: behind) }
        let others = reading.cursor.position
        skipOtherDossiers(&reading.cursor)
        skipAndOthers(&reading.cursor)
        if reading.cursor.position > others { reading.step("another dossier of the same document", from: others) }
        let numberStart = reading.cursor.position
        let isLoose = !hasWord && year == nil && !opening.isFirstChamber
        let items = KamerstukNumbers.read(
            &reading.cursor, from: reading.start, evidence: isLoose ? .none : .labelled,
            isFirstChamber: opening.isFirstChamber)
        guard !items.isEmpty else {
            reading.cursor.position = behind
            // `Kamerstukken:⏎- 29 754 sloten`
            let counts = reading.cursor.countsTheNextWord || NumberWords.countsSomething(reading.cursor)
            if opening.opensLine, counts { return [] }
            let isNamed = (hasWord || year != nil) && !opening.isFirstChamber
            let found = isNamed ? yearLike(&reading, dossier) ?? unlabelled(&reading, dossier) : nil
            guard let first = found ?? (isNamed || hasWord ? Dossier.list(&reading, dossier) : nil) else { return [] }
            skipAndOthers(&reading.cursor)
            return first.isEmpty ? [] : first + further(&reading, dossier: dossier, opening)
        }
        reading.step("document number", from: numberStart)
        for item in items { reading.step("place within it", item.locator) }
        let bytes = reading.cursor.bytes
        return ([dossier] + chapters).flatMap {
            mentions(items, $0, year: year, isFirstChamber: opening.isFirstChamber, bytes)
        } + further(&reading, dossier: (chapters.last ?? dossier), opening)
    }

    /// `2011/12, 2012/13 en 2013/14, 33 000, nr. 3`: several years before one dossier; the first one stands for them.
    static func skipFurtherYears(_ cursor: inout Cursor) {
        while cursor.attempt({ Vergaderjaar.next(&$0) }) != nil {}
    }

    /// `31 322 e.a., F`: other dossiers that are not named.
    static func skipAndOthers(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            _ = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            return cursor.skip("e.a.") || cursor.skipWord(of: ["e.a", "e.v", "en andere"]) ? true : nil
        }
    }

    /// `Kamerstukken II, 32 761 48`: a number behind nothing but a blank, of a document that is known, that counts nothing.
    private static func unlabelled(_ reading: inout Reading, _ dossier: DossierNumber) -> [Mention]? {
        let start = reading.start
        let register = reading.context.register
        let found = reading.cursor.attempt { cursor -> [Mention]? in
            skipAndOthers(&cursor)
            guard cursor.skipBlanks(), let number = KamerstukNumbers.plainNumber(&cursor),
                endsCitation(cursor),
                register.existence(of: "kst-\(dossier.id)-\(number)") == .known
            else { return nil }
            let item = KamerstukNumbers.Item(number: number, range: start..<cursor.position)
            return mentions([item], dossier, year: nil, isFirstChamber: false, cursor.bytes)
        }
        if found != nil { reading.step("document number without a label, known to exist", from: start) }
        return found
    }

    /// Whether a sign or a word in small letters follows that the number does not count.
    private static func endsCitation(_ cursor: Cursor) -> Bool {
        var next = cursor
        if next.isAtEnd { return true }
        if next.skipBlanks() {
            if next.current == Byte.openParen { return true }
            return next.current?.isLower == true && !NumberWords.countsSomething(cursor) && !cursor.countsTheNextWord
        }
        return [Byte.dot, Byte.comma, Byte.semicolon, Byte.closeParen].contains(next.current ?? 0)
    }

    /// `Kamerstuk nr. 29 924-288`, `Kamerstuk met nummer 29 924-288`: the label stands before the dossier.
    private static func skipLabel(_ cursor: inout Cursor) {
        var next = cursor
        if next.skipWord("met") { next.skipBlanks() }
        guard KamerstukNumbers.label(&next) != nil else { return }
        let place = next.position
        if DossierNumber.read(&next) != nil { cursor.position = place }
    }

    /// Four digits are a dossier of before 1970, or have a number: `Zitting 1958-1959-5380, Nr. 3`. Else they are
    /// a year, as in `De kamerstukken 2023 zijn toegezonden`.
    private static func isOld(_ dossier: DossierNumber, _ year: Vergaderjaar?, _ cursor: Cursor) -> Bool {
        if (1900...2100).contains(dossier.number) { return false }
        if let year { return year.first < 1970 }
        var next = cursor
        _ = next.skip(Byte.comma)
        next.skipBlanks()
        return KamerstukNumbers.label(&next) != nil
    }

    /// No paper has been of more dossiers.
    private static let mostDossiers = 8

    /// `36222 en 31015, nr. 6`, `29 629, 32 761, nr. 1156`: the first one is the document's.
    static func skipOtherDossiers(_ cursor: inout Cursor) {
        for _ in 1..<mostDossiers
        where cursor.attempt({ cursor -> Bool? in
            cursor.skipBlanks()
            guard
                cursor.skip(Byte.comma) || cursor.skip(Byte.slash) || cursor.skip(Byte.ampersand)
                    || cursor.skipWord("en")
            else { return nil }
            cursor.skipBlanks()
            guard DossierNumber.read(&cursor) != nil else { return nil }
            var next = cursor
            _ = next.skip(Byte.comma)
            next.skipBlanks()
            // Only where the number follows is it one document of two dossiers, not a list of dossiers.
            return next.skip("nr") || next.skipWord("en") ? true : nil
        }) == nil { return }
    }

    static func mentions(
        _ items: [KamerstukNumbers.Item], _ dossier: DossierNumber, year: Vergaderjaar?, isFirstChamber: Bool,
        _ bytes: Bytes
    ) -> [Mention] {
        items.map { item in
            Mention(
                id: id(dossier, item.number, year: year, isFirstChamber: isFirstChamber), range: item.range,
                locator: item.locator,
                doubts: year?.doubts(in: bytes) ?? [])
        }
    }

    /// Through 2008/09 the id of a paper of the Eerste Kamer carries its year.
    private static func id(_ dossier: DossierNumber, _ number: String, year: Vergaderjaar?, isFirstChamber: Bool)
        -> String
    {
        let paper = "\(dossier.id)-\(number)"
        guard number.first?.isLetter == true || isFirstChamber, let year else { return "kst-\(paper)" }
        return EersteKamerID.id(paper, year)
    }
}

/// Which papers of the Eerste Kamer carry the year in their id: `kst-20082009-31700-VI-D`, and later `kst-35673-B`.
enum EersteKamerID {
    /// Papers that the register has otherwise than their year says.
    private static let exceptions = Set(
        String(cString: kvgraph_eerstekamer()).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))

    /// - Parameters:
    ///   - paper: dossier and number, `31700-VI-D`.
    ///   - year: that of the sitting, as it was written.
    static func id(_ paper: String, _ year: Vergaderjaar) -> String {
        let plain = "kst-\(paper)"
        guard year.first <= 2009 else { return plain }
        let dated = "kst-\(year.id)-\(paper)"
        if year.first == 2009 { return exceptions.contains(dated) ? dated : plain }
        return exceptions.contains(plain) ? plain : dated
    }
}

extension SourceKind {
    static let kamerstuk = SourceKind(
        name: "kamerstuk", summary: "a numbered document of parliament",
        example: "Kamerstukken II, 2023/24, 30 821, nr. 230",
        look: Look(shape: "note", fill: "#CFE6F5", line: "#0072B2", name: "Kamerstuk"),
        isListedFirst: true, isRegistered: true, hasTitleBefore: true, countsFor: "dossier",
        bibliography: Bibliography("report"),
        grammars: { _ in [Kamerstuk.grammar, Kamerstuk.reversedGrammar, Kamerstuk.bareGrammar] },
        owns: { $0.hasPrefix("kst-") }, parent: { id, _ in dossier(of: id) }, page: official,
        label: { id, _ in
            let parts = id.dropFirst("kst-".count).split(separator: "-").map(String.init)
            guard let number = parts.last, let dossier = dossier(of: id) else { return id }
            let isLetter = number.first?.isUppercase == true
            return dossierLabel(String(dossier.dropFirst("dossier-".count)))
                + (isLetter ? ", \(number)" : ", nr. \(number)")
        })

    /// `kst-36600-VII-1` → `dossier-36600-VII`; `kst-20082009-31145-C` → `dossier-31145`.
    private static func dossier(of id: String) -> String? {
        var parts = id.dropFirst("kst-".count).split(separator: "-")
        guard parts.count > 1 else { return nil }
        if parts[0].count == 8 { parts.removeFirst() }
        return parts.count > 1 ? "dossier-" + parts.dropLast().joined(separator: "-") : nil
    }
}
