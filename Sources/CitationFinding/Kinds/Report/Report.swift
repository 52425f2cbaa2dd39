import DutchText
import LetterReading

/// A report by name: `AIVD Jaarverslag 2024`, `Dreigingsbeeld Statelijke Actoren 2`, and of the AIVD, named earlier in the
/// sentence, `het jaarverslag van 2022`.
enum Report {
    static func grammar(_ catalogue: ReportCatalogue) -> Grammar {
        let names = catalogue.series.flatMap { series in
            series.names.flatMap(\.anchors)
        }
        return Grammar("report", anchors: [], names: names, read: read)
    }

    private struct Match {
        let series: ReportCatalogue.Series
        let start: Int
        let end: Int
        let edition: String?
        /// An edition that is printed and not understood.
        let unread: String?
        /// Where the owner stands that makes a common word a name; names in full go before.
        let owner: Int
    }

    private static func read(_ reading: inout Reading) -> [Mention] {
        var best: Match?
        let catalogue = reading.context.catalogue
        let cursor = reading.cursor
        guard cursor.peek(1) != nil else { return [] }
        catalogue.openings.visit(at: cursor) { entry in
            guard let match = match(entry, reading) else { return }
            if let known = best, (known.end, known.owner) >= (match.end, match.owner) { return }
            best = match
        }
        guard let best else { return [] }
        reading.cursor.position = best.end
        reading.step("a name in the catalogue of reports, with its edition", from: best.start)
        var mentions = [mention(best.series, best.edition, best.start..<best.end, unread: best.unread)]
        // `Dreigingsbeeld Statelijke Actoren 2021, 2022 en 2025`
        var last = best.edition
        while let known = last, let more = more(&reading.cursor, best.series, after: known) {
            mentions += more.editions.map { mention(best.series, $0, more.range) }
            last = more.editions.last
        }
        return mentions
    }

    private static func mention(
        _ series: ReportCatalogue.Series, _ edition: String?, _ range: Range<Int>, unread: String? = nil
    ) -> Mention {
        var mention = Mention(id: "report:" + series.slug + (edition.map { "-" + $0 } ?? ""), range: range)
        if let unread {
            let message = "the edition “\(unread)” of \(series.title) is not known: the series is cited"
            mention.doubts.append(Doubt(code: .unknownEdition, message: message))
        }
        return mention
    }

    private static func match(_ entry: ReportOpenings.Entry, _ reading: Reading) -> Match? {
        var cursor = reading.cursor
        var start = reading.start
        guard let found = entry.name.read(&cursor, entry.series.editions) else { return nil }
        let (name, series, behind) = (entry.name, entry.series, cursor)
        var edition = found.edition
        if let leading = name.leading {
            guard let opening = SingleWork.opening(leading, before: start, reading) else { return nil }
            start = opening
        }
        if name.editionLeads {
            guard let leading = EditionBeside.leading(before: start, reading, series.editions) else { return nil }
            (edition, start) = (leading.edition, leading.start)
        } else if !found.hadSlot {
            edition = EditionBeside.behind(&cursor, of: series)
            // `het tweede Dreigingsbeeld Statelijke Actoren`, `het 58e DTN`
            if edition == nil, let leading = EditionBeside.leading(before: start, reading, series.editions),
                reading.cursor.bytes[leading.start..<reading.start].contains(where: \.isLower)
            {
                (edition, start) = (leading.edition, leading.start)
            }
        }
        if name.needsEdition || found.isPlural, edition == nil { return nil }
        if series.editions.isOnce, !SingleWork.stands(name, at: start..<cursor.position, reading) { return nil }
        var owner = Int.max
        if let word = name.owner {
            guard let place = ReportOwner.place(word, reading, behind: cursor) else { return nil }
            owner = place
        }
        var unread: String?
        if edition == nil, !series.editions.isOnce {
            unread = EditionBeside.unread(cursor)
        } else if !found.isPlural, series.editions.opensRange(cursor) {
            unread = EditionBeside.unread(behind)
            (edition, cursor) = (nil, behind)
        }
        return Match(
            series: series, start: start, end: cursor.position, edition: edition, unread: unread, owner: owner)
    }

    private static func more(_ cursor: inout Cursor, _ series: ReportCatalogue.Series, after last: String) -> (
        editions: [String], range: Range<Int>
    )? {
        cursor.attempt { cursor in
            let start = cursor.position
            guard let editions = series.editions.more(&cursor, after: last), let edition = editions.last else {
                return nil
            }
            let first = editions.count > 1 ? start - last.utf8.count : cursor.position - edition.utf8.count
            return (editions, first..<cursor.position)
        }
    }

    // MARK: names made of parts

    static func partsGrammar(_ catalogue: ReportCatalogue) -> Grammar {
        let anchors = catalogue.byWord.map { String(decoding: $0.word.words[0], as: UTF8.self) }
        return Grammar("report by its parts", anchors: Array(Set(anchors)).sorted(), read: readParts)
    }

    /// Of so few series each is looked for.
    private static let few = 4

    /// What stands around a word of series, as far as it tells that most of them cannot stand there.
    private struct Near {
        /// No owner's name begins further from the word.
        private static let reach = 120
        private let openings: WordOpenings?
        private let hasDigit: Bool

        init(_ word: Range<Int>, _ reading: Reading, holdsOwners: Bool) {
            let bytes = reading.cursor.bytes
            let start = max(reading.context.floor, word.lowerBound - Self.reach)
            let near = start..<min(reading.cursor.end, word.upperBound + Self.reach)
            openings = holdsOwners ? WordOpenings(of: bytes, near) : nil
            hasDigit = bytes[near].contains(where: \.isDigit)
        }

        func mayHold(_ name: ReportCatalogue.NamedByParts) -> Bool {
            let lacksEdition = !hasDigit && name.parts.needsEdition && name.series.editions.known.isEmpty
            return !lacksEdition && openings?.meets(name.openings) != false
        }
    }

    /// Every series whose parts stand around the word: `jaarverslagen 2023 van de AIVD en MIVD` are two.
    private static func readParts(_ reading: inout Reading) -> [Mention] {
        var found: [(series: ReportCatalogue.Series, reader: ReportPartsReader)] = []
        for known in reading.context.catalogue.byWord {
            guard let word = ReportPartsReader.Word(known.word, at: reading.cursor) else { continue }
            let near = Near(word.text, reading, holdsOwners: known.names.count > few)
            for name in known.names
            where near.mayHold(name) && !found.contains(where: { $0.series.slug == name.series.slug }) {
                let reader = ReportPartsReader(name, word, floor: reading.context.floor)
                if let reader { found.append((name.series, reader)) }
            }
        }
        guard let start = found.map(\.reader.start).min(), let end = found.map(\.reader.cursor.position).max() else {
            explainMiss(&reading)
            return []
        }
        reading.cursor.position = end
        reading.step("the parts of a report's name, in any order", from: start)
        return found.flatMap { series, reader -> [Mention] in
            guard !reader.editions.isEmpty else {
                return [mention(series, nil, start..<end, unread: reader.unknownEdition)]
            }
            return reader.editions.map { mention(series, $0, start..<end) }
        }
    }
}

extension Report {
    /// Says which publisher stands beside a report's word, where the catalogue has no such series.
    private static func explainMiss(_ reading: inout Reading) {
        guard reading.context.isExplaining else { return }
        let words = reading.context.catalogue.byWord.compactMap { ReportPartsReader.Word($0.word, at: reading.cursor) }
        guard let word = words.max(by: { $0.text.count < $1.text.count }) else { return }
        var cursor = reading.cursor
        cursor.position = word.text.upperBound
        while let byte = cursor.current, byte.isBlank || byte.isDigit { cursor.position += 1 }
        if cursor.skipWord(of: ["van", "by", "of", "door"]) { cursor.skipBlanks() }
        if cursor.skipWord(of: ["de", "het", "the"]) { cursor.skipBlanks() }
        let start = cursor.position
        var end = start
        while !cursor.isAtEnd, cursor.bytes.isCapital(at: cursor.position) {
            while let byte = cursor.current, !byte.isBlank, byte != Byte.comma, byte != Byte.dot {
                cursor.position += 1
            }
            end = cursor.position
            cursor.skipBlanks()
            // `Kamer van Koophandel`
            while cursor.skipWord(of: ["van", "voor", "de", "het", "en"]) { cursor.skipBlanks() }
        }
        guard end > start else { return }
        let (name, publisher) = (reading.text(word.text), reading.text(start..<end))
        reading.lacks("a series of the catalogue: saw “\(name)” and “\(publisher)”; no such series in the catalogue")
    }
}

extension SourceKind {
    static let report = SourceKind(
        name: "report", summary: "an edition of a report series in the catalogue, or a report by its title",
        example: "AIVD Jaarverslag 2024",
        look: Look(shape: "ellipse", fill: "#FBE5CC", line: "#D55E00", name: "report"),
        isCatalogued: true, bibliography: Bibliography("report", yearPart: -1),
        grammars: { [Report.partsGrammar($0), Report.grammar($0), TitledReport.grammar] },
        owns: { $0.hasPrefix("report:") },
        parent: { id, catalogue in catalogue.split(id).flatMap { $0.edition == nil ? nil : "report:" + $0.series.slug }
        },
        page: { id, catalogue in catalogue.split(id)?.series.address },
        label: { id, catalogue in
            guard let (series, edition) = catalogue.split(id) else {
                return ReportTitle.label(id.dropFirst("report:".count))
            }
            return series.title + (edition.map { " " + $0 } ?? "")
        },
        isWellFormed: { id, _ in
            let slug = id.utf8.dropFirst("report:".utf8.count)
            return !slug.isEmpty && slug.allSatisfy { $0.isLower || $0.isDigit || $0 == Byte.hyphen }
        })
}
