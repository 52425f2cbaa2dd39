import DutchText

/// A single work by its title without quotation marks, which are words as any: `het rapport Elke regio telt`, `het rapport van de
/// commissie Van Ark`, `de nota In het belang van Nederland`. What says that they are a title.
enum SingleWork {
    /// Whether the words in `range` are written as a title, and behind a noun of publication where the name asks for one.
    static func stands(_ name: ReportName, at range: Range<Int>, _ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        let article = article(before: range.lowerBound, reading)
        let end = Cursor(bytes, in: range.upperBound..<reading.cursor.end)
        guard article != nil || name.isWritten(bytes[range]), !goesOn(end) else { return false }
        guard name.needsNoun else { return true }
        let place = article ?? range.lowerBound
        let noun = PublicationNoun.noun(
            before: place, in: bytes, floor: reading.context.floor,
            mayPause: !name.isMaker && end.current == Byte.comma)
        // `het onderzoek van de commissie` is what that does, its advice may be another.
        if name.isMaker { return noun.map { reports.contains($0) } == true && !isOther(end) }
        return PublicationNoun.before(place, in: bytes, reading.context) != nil
            || noun.map { noun in ["rapport", "advies", "verslag", "report"].contains { noun.hasSuffix($0) } } == true
    }

    private static let reports = [
        "rapport", "eindrapport", "adviesrapport", "evaluatierapport", "onderzoeksrapport", "report", "eindadvies",
    ]

    /// Whether the words behind make it another title, or another's: `Elke regio telt mee`, `Ontwerp Nota Ruimte voor de rivier`,
    /// `Klimaatplan 2025-2035 van de gemeente Utrecht`, `Defensienota 2024-2028`.
    private static func goesOn(_ behind: Cursor) -> Bool {
        var next = behind
        if next.skipDash() { return next.current?.isDigit == true }
        let start = next.position
        guard next.skipBlanks(), !next.isAtEnd, !next.bytes[start..<next.position].contains(Byte.newline) else {
            return false
        }
        if next.bytes.isCapital(at: next.position) { return true }
        if next.skipWord(of: ["mee", "maar", "tegen", "voor"]) { return true }
        if next.skipWord(of: ["en", "in"]) { return next.skipBlanks() && next.bytes.isCapital(at: next.position) }
        guard next.skipWord("van"), next.skipBlanks() else { return false }
        return next.skipWord(of: ["onze", "de gemeente", "de provincie", "het waterschap"])
    }

    /// Whether the words behind say that it is another report of the same person or body.
    private static func isOther(_ behind: Cursor) -> Bool {
        var next = behind
        guard next.skipBlanks() else { return false }
        return next.skipWord(of: ["over", "aan", "uit", "van", "naar", "om", "te"])
    }

    /// Where the article begins that a title opens with: `het rapport De derde hoofdtaak van de krijgsmacht`.
    private static func article(before start: Int, _ reading: Reading) -> Int? {
        let bytes = reading.cursor.bytes
        return ["De ", "Het ", "Een ", "The "].lazy.map { (start - $0.utf8.count, $0) }.first { place, article in
            place >= reading.context.floor && bytes[place..<start].elementsEqual(article.utf8)
        }?.0
    }

    /// Where the words begin that stand before the one a title is found by: `In het` of `In het belang van Nederland`.
    static func opening(_ words: ReportParts.Phrase, before start: Int, _ reading: Reading) -> Int? {
        let (bytes, floor) = (reading.cursor.bytes, reading.context.floor)
        var end = start
        while end > floor, bytes[end - 1].isBlank { end -= 1 }
        return end < start ? words.start(endingAt: end, bytes, floor: floor) : nil
    }
}
