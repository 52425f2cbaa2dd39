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
        grammars: { [Report.grammar($0)] },
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

/// The organisation that makes a common word a name: `Daarnaast geeft de AIVD in het jaarverslag van 2022 aan`. It is the
/// last one the sentence names before the word, or the report may be another's.
enum ReportOwner {
    /// Where the owner stands in the sentence before the name; nil when the report may be of somebody else.
    static func place(_ owner: [UInt8], _ reading: Reading, behind: Cursor) -> Int? {
        let bytes = reading.cursor.bytes
        let start = Sentence.start(before: reading.start, in: bytes, floor: reading.context.floor)
        guard reading.start - start >= owner.count, !isOwned(behind, reading), isPlainlyNamed(reading) else {
            return nil
        }
        let last = (start...reading.start - owner.count).last { place in
            bytes[place..<place + owner.count].elementsEqual(owner) && !bytes.hasLetter(before: place)
                && !bytes.isLetter(at: place + owner.count)
        }
        guard let last, !isCompanion(bytes, at: last, from: start),
            !namesAnother(bytes, last + owner.count..<reading.start)
        else { return nil }
        return last
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

    private static let plain: Set<String> = [
        "het", "haar", "zijn", "hun", "dat", "dit", "in", "uit", "openbaar", "openbare", "laatste", "recente",
        "recentste",
        "nieuwe", "nieuwste", "vorige", "eigen", "jongste", "jaarlijkse", "gepubliceerde", "verschenen",
    ]

    /// `het jaarverslag`, `haar openbare jaarverslag`; not `het departementale jaarverslag`.
    private static func isPlainlyNamed(_ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        var end = reading.start
        while end > reading.context.floor, !bytes.hasLetter(before: end), reading.start - end < 3 { end -= 1 }
        var start = end
        while start > reading.context.floor, bytes[start - 1].isASCIILetter, end - start < 20 { start -= 1 }
        let word = String(decoding: bytes[start..<end], as: UTF8.self)
        return plain.contains(word.lowercased()) || word.contains(where: \.isUppercase)
    }

    /// `net als de AIVD`, `samen met de AIVD`: somebody else is the sentence's subject.
    private static func isCompanion(_ bytes: Bytes, at place: Int, from start: Int) -> Bool {
        let words = bytes[start..<place].split(whereSeparator: \.isBlank).suffix(2)
            .map { String(decoding: $0, as: UTF8.self).lowercased() }
        guard let last = words.last else { return false }
        let word = last == "de" ? words.first ?? last : last
        return ["als", "evenals", "met", "naast", "aan", "bij", "onder", "anders"].contains(word)
    }

    /// Whether the text names another organisation: a word with a capital, unless it is where something is or what it is
    /// about (`over Rusland`, `in Nederland`). A semicolon begins something new.
    private static func namesAnother(_ bytes: Bytes, _ range: Range<Int>) -> Bool {
        var before = ""
        for word in bytes[range].split(whereSeparator: { $0.isBlank || $0 == Byte.hyphen }) {
            if word.contains(Byte.semicolon) { return true }
            let capitals = word.count(where: \.isUpper)
            let opens = bytes.isCapital(at: word.startIndex)
            if capitals > 1 || capitals == 1 && !opens || opens && !topics.contains(before) { return true }
            before = String(decoding: word, as: UTF8.self)
        }
        return false
    }

    private static let topics: Set<String> = ["over", "in", "uit", "naar", "tegen", "voor", "vanuit", "richting"]
}
