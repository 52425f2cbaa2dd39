import DutchText

/// A single work by its title without quotation marks, which are words as any: `het rapport Elke regio telt`, `het rapport van de
/// commissie Van Ark`, `de nota In het belang van Nederland`. What says that they are a title.
enum SingleWork {
    /// Whether the words in `range` are written as a title, and behind a noun of publication where the name asks for one.
    static func stands(_ name: ReportName, at range: Range<Int>, _ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        let article = article(before: range.lowerBound, reading)
        guard article != nil || name.isWritten(bytes[range]) else { return false }
        guard name.needsNoun else { return true }
        let place = article ?? range.lowerBound
        return PublicationNoun.before(place, in: bytes, reading.context) != nil
            || PublicationNoun.isOwned(before: place, in: bytes, floor: reading.context.floor)
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
