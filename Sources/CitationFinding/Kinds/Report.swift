import LetterReading

/// A report by name: `AIVD Jaarverslag 2024`, `Dreigingsbeeld Statelijke Actoren 2`, and of the AIVD, named earlier in the
/// sentence, `het jaarverslag van 2022`.
enum Report {
    static func grammar(_ catalogue: ReportCatalogue) -> Grammar {
        let anchors = catalogue.series.flatMap { $0.names.flatMap(\.anchors) }
        return Grammar("report", anchors: Array(Set(anchors)).sorted(), read: read)
    }

    private struct Match {
        let series: ReportCatalogue.Series
        let start: Int
        let end: Int
        let edition: String?
        /// Where the owner stands that makes a common word a name; names in full go before.
        let owner: Int
        /// The cursor behind the name itself, for more editions.
        let cursor: Cursor
    }

    private static func read(_ reading: inout Reading) -> [Mention] {
        var best: Match?
        for series in reading.context.catalogue.series {
            for name in series.names {
                guard let match = match(name, series, reading) else { continue }
                if let known = best, (known.end, known.owner) >= (match.end, match.owner) { continue }
                best = match
            }
        }
        guard let best else { return [] }
        reading.cursor.position = best.end
        reading.step("a name in the catalogue of reports, with its edition", from: best.start)
        var mentions = [mention(best.series, best.edition, best.start..<best.end)]
        // `AIVD jaarverslag 2022 en 2023`
        while best.edition != nil, let more = another(&reading.cursor, best.series) {
            mentions.append(mention(best.series, more.edition, more.range))
        }
        return mentions
    }

    private static func mention(_ series: ReportCatalogue.Series, _ edition: String?, _ range: Range<Int>) -> Mention {
        Mention(id: "report:" + series.slug + (edition.map { "-" + $0 } ?? ""), range: range)
    }

    private static func match(_ name: ReportName, _ series: ReportCatalogue.Series, _ reading: Reading) -> Match? {
        var cursor = reading.cursor
        var start = reading.start
        guard let found = name.read(&cursor, series.editions) else { return nil }
        var edition = found.edition
        if name.editionLeads {
            guard let leading = leadingEdition(before: start, reading, series.editions) else { return nil }
            (edition, start) = (leading.edition, leading.start)
        } else if !found.hadSlot {
            edition = series.editions.read(&cursor)
        }
        if name.needsEdition, edition == nil { return nil }
        var owner = Int.max
        if let word = name.owner {
            guard let place = ownerPlace(word, reading), !isOwned(cursor, reading) else { return nil }
            owner = place
        }
        return Match(series: series, start: start, end: cursor.position, edition: edition, owner: owner, cursor: cursor)
    }

    /// `2nd ` before `EEAS Report`.
    private static func leadingEdition(before start: Int, _ reading: Reading, _ rule: EditionRule) -> (
        edition: String, start: Int
    )? {
        let bytes = reading.cursor.bytes
        var end = start
        while end > reading.context.floor, bytes[end - 1].isBlank || bytes[end - 1] == Byte.hyphen { end -= 1 }
        var first = end
        while first > reading.context.floor, bytes[first - 1].isASCIILetter || bytes[first - 1].isDigit { first -= 1 }
        guard first < end, end < start else { return nil }
        var cursor = Cursor(bytes, in: first..<end)
        guard let edition = rule.ordinal(&cursor), cursor.isAtEnd else { return nil }
        return (edition, first)
    }

    /// The last place of the owner's name in the sentence before.
    private static func ownerPlace(_ word: [UInt8], _ reading: Reading) -> Int? {
        let bytes = reading.cursor.bytes
        let start = Sentence.start(before: reading.start, in: bytes, floor: reading.context.floor)
        guard reading.start - start >= word.count else { return nil }
        return (start...reading.start - word.count).last { place in
            bytes[place..<place + word.count].elementsEqual(word) && !bytes.hasLetter(before: place)
                && !bytes.isLetter(at: place + word.count)
        }
    }

    /// Whether the report is said to be another's: `het jaarverslag 2022 van Defensie`, `CTIVD-jaarverslag 2022`.
    private static func isOwned(_ behind: Cursor, _ reading: Reading) -> Bool {
        var cursor = behind
        cursor.skipBlanks()
        if cursor.skipWord("van") { return true }
        let bytes = reading.cursor.bytes
        var place = reading.start
        while place > reading.context.floor, bytes[place - 1].isBlank || bytes[place - 1] == Byte.hyphen { place -= 1 }
        return place > reading.context.floor && bytes[place - 1].isUpper
    }

    private static func another(_ cursor: inout Cursor, _ series: ReportCatalogue.Series) -> (
        edition: String, range: Range<Int>
    )? {
        cursor.attempt { cursor in
            guard cursor.skipBlanks(), cursor.skipWord("en"), cursor.skipBlanks() else { return nil }
            let start = cursor.position
            guard series.editions.isYearly, let edition = series.editions.year(&cursor),
                !NumberWords.countsSomething(cursor)
            else {
                return nil
            }
            return (edition, start..<cursor.position)
        }
    }
}

extension SourceKind {
    static let report = SourceKind(
        name: "report", summary: "an edition of a report series in the catalogue", example: "AIVD Jaarverslag 2024",
        owns: { $0.hasPrefix("report:") },
        parent: { id, catalogue in catalogue.split(id).flatMap { $0.edition == nil ? nil : "report:" + $0.series.slug }
        },
        page: { id, catalogue in catalogue.split(id)?.series.address },
        label: { id, catalogue in
            guard let (series, edition) = catalogue.split(id) else { return String(id.dropFirst("report:".count)) }
            return series.title + (edition.map { " " + $0 } ?? "")
        })
}
