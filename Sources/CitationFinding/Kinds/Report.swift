import DutchText
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
        let catalogue = reading.context.catalogue
        let cursor = reading.cursor
        guard cursor.peek(1) != nil else { return [] }
        catalogue.openings.visit(at: cursor) { entry in
            guard let match = match(entry.name, entry.series, reading) else { return }
            if let known = best, (known.end, known.owner) >= (match.end, match.owner) { return }
            best = match
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
            edition = behind(&cursor, series.editions)
            // `het tweede Dreigingsbeeld Statelijke Actoren`, `het 58e DTN`
            if edition == nil, let leading = leadingEdition(before: start, reading, series.editions),
                reading.cursor.bytes[leading.start..<reading.start].contains(where: \.isLower)
            {
                (edition, start) = (leading.edition, leading.start)
            }
        }
        if name.needsEdition || found.isPlural, edition == nil { return nil }
        var owner = Int.max
        if let word = name.owner {
            guard let place = ReportOwner.place(word, reading, behind: cursor) else { return nil }
            owner = place
        }
        return Match(series: series, start: start, end: cursor.position, edition: edition, owner: owner, cursor: cursor)
    }

    /// The edition behind a name, an abbreviation in brackets passed over: `… en Veiligheidsdienst (AIVD) over 2023`,
    /// `Dreigingsbeeld Terrorisme Nederland (DTN 56)`.
    private static func behind(_ cursor: inout Cursor, _ rule: EditionRule) -> String? {
        if let edition = rule.read(&cursor) { return edition }
        return cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skip(Byte.openParen) else { return nil }
            let start = cursor.position
            while let byte = cursor.current, byte.isUpper, cursor.position - start < 8 { cursor.position += 1 }
            guard cursor.position - start > 1 else { return nil }
            if cursor.skip(Byte.closeParen) { return rule.read(&cursor) }
            // `(DTN 56)`, `(DTN56)`: within the brackets.
            guard let edition = rule.read(&cursor), cursor.skip(Byte.closeParen) else { return nil }
            return edition
        }
    }

    /// `2nd ` before `EEAS Report`; with letters, for a year or a number there is of something else.
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

    private static func another(_ cursor: inout Cursor, _ series: ReportCatalogue.Series) -> (
        edition: String, range: Range<Int>
    )? {
        cursor.attempt { cursor in
            guard cursor.skipBlanks(), cursor.skipWord("en"), cursor.skipBlanks() else { return nil }
            let start = cursor.position
            let rule = series.editions
            guard let edition = rule.isYearly ? rule.year(&cursor) : rule.number(&cursor),
                !NumberWords.countsSomething(cursor)
            else { return nil }
            return (edition, start..<cursor.position)
        }
    }
}

extension SourceKind {
    static let report = SourceKind(
        name: "report", summary: "an edition of a report series in the catalogue", example: "AIVD Jaarverslag 2024",
        look: Look(shape: "ellipse", fill: "#FBE5CC", line: "#D55E00", name: "report"),
        isCatalogued: true,
        owns: { $0.hasPrefix("report:") },
        parent: { id, catalogue in catalogue.split(id).flatMap { $0.edition == nil ? nil : "report:" + $0.series.slug }
        },
        page: { id, catalogue in catalogue.split(id)?.series.address },
        label: { id, catalogue in
            guard let (series, edition) = catalogue.split(id) else { return String(id.dropFirst("report:".count)) }
            return series.title + (edition.map { " " + $0 } ?? "")
        },
        isWellFormed: { id, catalogue in catalogue.split(id) != nil })
}
