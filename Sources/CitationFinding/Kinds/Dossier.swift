import DutchText
import LetterReading

/// Dossiers named without a document: `(Kamerstukken 31945)`, `Kamerstukken 35 165, 36 410 en 36 600`.
enum Dossier {
    static func list(_ reading: inout Reading, _ dossier: DossierNumber) -> [Mention] {
        // A number was meant and got lost: the dossier alone would say less than the text does.
        if numberIsMeant(reading.cursor) { return reading.stopped("a document number after the dossier") }
        reading.step("no document number: the dossier itself", from: reading.start)
        var found = [Mention(id: "dossier-" + dossier.id, range: reading.start..<reading.cursor.position)]
        let end = reading.cursor.position
        for chapter in Chapter.others(&reading.cursor, of: dossier, isFirstChamber: false) {
            found.append(Mention(id: "dossier-" + chapter.id, range: end..<reading.cursor.position))
        }
        while found.count < mostInList, let next = another(&reading.cursor) { found.append(next) }
        return found
    }

    /// A longer list is none that a letter would hold.
    private static let mostInList = 50

    /// `, nr.`, ` stuk 3`, `/12`, ` / 12`, `-7`, `(97)`, ` EK`, ` V&J`: something of a paper's number stands behind the dossier.
    private static func numberIsMeant(_ cursor: Cursor) -> Bool {
        var next = cursor
        if next.current == Byte.slash || next.current == Byte.ampersand { return true }
        if next.skipDash() { return next.current?.isDigit == true || next.current?.isUpper == true }
        let hadComma = next.skip(Byte.comma)
        next.skipBlanks()
        // `36 264 / 9`; another dossier is none of its numbers.
        if next.skip(Byte.slash) {
            next.skipBlanks()
            return next.current?.isDigit == true && DossierNumber.read(&next) == nil
        }
        if next.skip("nr") || next.skipWord(of: ["stuk", "stukken", "hoofdstuk", "nummer"]) { return true }
        if hadComma { return false }
        if next.skip(Byte.openParen) { return next.skip("nr") || next.current?.isDigit == true && isNumber(next) }
        // Capitals alone, as those of a chapter or a paper: `36 200 A, B`, `36 410 V&J`.
        let start = next.position
        while let byte = next.current, byte.isUpper { next.position += 1 }
        guard next.position > start, !next.bytes.isLetter(at: next.position) || next.isAtEnd else { return false }
        return next.position - start < 5
    }

    /// `(97)`, `(250, 250a)`, no `(2023)`.
    private static func isNumber(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        guard let number = KamerstukNumbers.plainNumber(&cursor), !(1900...2100).contains(Int(number) ?? 0) else {
            return false
        }
        return cursor.current == Byte.closeParen || cursor.current == Byte.comma
    }

    /// `, 36 410`, ` en 36 600`: no amount (`en 12 500 huishoudens`).
    private static func another(_ cursor: inout Cursor) -> Mention? {
        cursor.attempt { cursor in
            guard ListJoiner.read(&cursor) != nil else { return nil }
            let start = cursor.position
            guard let dossier = DossierNumber.read(&cursor), DossierNumber.current.contains(dossier.number),
                !numberIsMeant(cursor),
                !cursor.countsTheNextWord, !NumberWords.countsSomething(cursor)
            else { return nil }
            return Mention(id: "dossier-" + dossier.id, range: start..<cursor.position)
        }
    }
}

extension SourceKind {
    static let dossier = SourceKind(
        name: "dossier", summary: "a dossier of Kamerstukken named without a document", example: "Kamerstukken 31945",
        look: Look(shape: "folder", fill: "#B5D3E7", line: "#004E7C", name: "dossier"),
        isRegistered: true,
        owns: { $0.hasPrefix("dossier-") },
        page: { id, _ in "https://zoek.officielebekendmakingen.nl/dossier/\(id.dropFirst("dossier-".count))" },
        label: { id, _ in dossierLabel(String(id.dropFirst("dossier-".count))) },
        isWellFormed: { id, _ in isDossierID(id) },
        askedFor: { text in "dossier-" + text.filter { !$0.isWhitespace && $0 != "." } })

    /// `dossier-31945`, `dossier-36600-VII`.
    private static func isDossierID(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false).dropFirst()
        let isNumber = parts.first.map { (4...5).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        return isNumber == true && parts.count <= 2
            && parts.dropFirst().allSatisfy {
                !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            }
    }

    /// `36410-XIII` → `36 410 XIII`, `21501-02` → `21 501-02`.
    static func dossierLabel(_ dossier: String) -> String {
        let parts = dossier.split(separator: "-", maxSplits: 1).map(String.init)
        let number = parts[0].count == 5 ? "\(parts[0].prefix(2)) \(parts[0].suffix(3))" : parts[0]
        guard parts.count == 2 else { return number }
        return parts[1].first?.isNumber == true ? "\(number)-\(parts[1])" : "\(number) \(parts[1])"
    }
}
