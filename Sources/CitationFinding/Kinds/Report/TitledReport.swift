import DutchText
import LetterReading

/// A report beyond the series, by its title in quotation marks behind a noun of publication: `het rapport van de Rekenkamer
/// «Groeimarkten voor Nederland»`, `de verkenning ‘Er is meer aan de hand’`. Between noun and title stand at most who
/// published it, its year, and `getiteld`. What is quoted behind any other noun is an article, a bill, or somebody's words.
enum TitledReport {
    static let grammar = Grammar("titled report", anchors: anchors, opensWord: false, read: read)

    /// A straight mark is looked for with the letter behind it: alone it closes as often as it opens.
    private static let anchors: [String] = {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
        return ["«", "“", "„", "‘", ",,"] + letters.flatMap { ["\"" + $0, "'" + $0] }
    }()

    private static func read(_ reading: inout Reading) -> [Mention] {
        let bytes = reading.cursor.bytes
        // Most marks stand behind a word that is no noun of publication.
        guard let before = PublicationNoun.before(reading.start, in: bytes, reading.context),
            let title = title(&reading.cursor)
        else { return [] }
        var owner = before.owner
        var series: String?
        if ReportTitle.isGeneral(bytes[title]) {
            owner = owner ?? ReportOwner.behind(&reading.cursor)
            series = owner.flatMap { Self.series(ofGeneral: title, by: $0, reading) }
        } else {
            series = Self.series(of: title, behind: &reading)
        }
        let name = owner.map { Sentence.plain(bytes[$0]) }
        guard let slug = series ?? ReportTitle.slug(of: bytes[title], owner: name) else {
            reading.lacks("a title that says what it is about, or whose it is")
            return []
        }
        guard !isCitation(bytes[title]), !isName(bytes[title], behind: before, bytes) else { return [] }
        if NounOfPublication.mayBeBroadcast(before.noun(bytes)), !hasYear(bytes[title]), !isOfBody(reading.cursor) {
            reading.lacks("a year in the title, or a public body behind it: a programme may be on television")
            return []
        }
        reading.step("a noun of publication before a title", before.text(bytes))
        reading.step("title", Sentence.plain(bytes[title]))
        let about = [name, before.year.map(String.init)].compactMap(\.self)
        var mention = Mention(id: "report:" + slug, range: reading.start..<reading.cursor.position)
        mention.title = Sentence.plain(bytes[title]) + (about.isEmpty ? "" : " (\(about.joined(separator: ", ")))")
        return [mention]
    }

    /// A title that is the name of a series: `de rapportage «Staat van de Volkshuisvesting» 2024`.
    private static func series(of title: Range<Int>, behind reading: inout Reading) -> String? {
        let start = Cursor(reading.cursor.bytes, in: title)
        var plain = start
        if plain.skipWord(of: ["De", "Het", "The"]) { plain.skipBlanks() }
        var (slug, edition): (String?, String?)
        for place in [start, plain] where slug == nil {
            var end = reading.cursor
            reading.context.catalogue.openings.visit(at: place) { entry in
                var name = place
                guard let found = entry.name.read(&name, entry.series.editions) else { return }
                let own = found.edition ?? entry.series.editions.read(&name)
                name.skipBlanks()
                guard name.isAtEnd else { return }
                (slug, edition) = (entry.series.slug, own ?? entry.series.editions.read(&end))
            }
            if slug != nil { reading.cursor = end }
        }
        return slug.map { $0 + (edition.map { "-" + $0 } ?? "") }
    }

    /// `«Jaarverslag 2023»` is anybody's, but that of the AIVD is of its series.
    private static func series(ofGeneral title: Range<Int>, by owner: Range<Int>, _ reading: Reading) -> String? {
        let bytes = reading.cursor.bytes
        for known in reading.context.catalogue.byWord {
            guard let word = ReportPartsReader.Word(known.word, at: Cursor(bytes, in: title)) else { continue }
            for name in known.names where name.parts.topics.isEmpty {
                var rest = Cursor(bytes, in: word.text.upperBound..<title.upperBound)
                let edition = name.series.editions.read(&rest)
                let isOwn = name.parts.owners.contains { phrase in
                    var cursor = Cursor(bytes, in: owner)
                    return phrase.read(&cursor) && cursor.isAtEnd
                }
                guard isOwn, rest.isAtEnd, edition != nil || !name.parts.needsEdition else { continue }
                return name.series.slug + (edition.map { "-" + $0 } ?? "")
            }
        }
        return nil
    }

    private static let longest = 220

    /// The words between the marks, and the cursor behind the closing one. Marks may stand within marks: `“‘A’”`, `‘‘A’’`.
    private static func title(_ cursor: inout Cursor) -> Range<Int>? {
        let doubled = cursor.attempt { cursor -> Range<Int>? in
            guard let outer = QuotationMarks.pairs.first(where: { cursor.skip($0.open) }), let title = marked(&cursor)
            else {
                return nil
            }
            return outer.close.contains { cursor.skip($0) } ? title : nil
        }
        return doubled ?? marked(&cursor)
    }

    private static func marked(_ cursor: inout Cursor) -> Range<Int>? {
        cursor.attempt { cursor -> Range<Int>? in
            let first = cursor.current
            guard let mark = QuotationMarks.pairs.first(where: { cursor.skip($0.open) }) else { return nil }
            cursor.skipBlanks()
            let start = cursor.position
            guard opensTitle(cursor) else { return nil }
            while !cursor.isAtEnd, cursor.position - start < longest {
                let end = cursor.position
                // `risico’s` is no end.
                if mark.close.contains(where: { cursor.skip($0) }) {
                    let isApostrophe = cursor.bytes[end] == Byte.apostrophe || cursor.bytes[cursor.position - 1] == 0x99
                    if isApostrophe, !cursor.isAtEnd, cursor.bytes.isLetter(at: cursor.position) { continue }
                    let title = cursor.bytes.trimmed(start..<end)
                    return closesTitle(cursor.bytes, title) ? title : nil
                }
                if cursor.current == Byte.newline, cursor.peek(1) == Byte.newline { return nil }
                // A second mark within: the first was never closed, or the second opens a part of the title.
                if cursor.current == first, cursor.skip(mark.open) { return nil }
                cursor.position += 1
            }
            return nil
        }
    }

    private static let openings = [
        "kamerst", "aanhangsel", "handelingen", "stb.", "stcrt.", "trb.", "ecli:", "antwoord op", "antwoorden op",
        "wet ",
        "artikel ", "amendement", "motie ", "motie-",
    ]

    /// What stands in the marks is cited itself: `‘Kamerstuk 29 754, nr. 45’`, an address.
    private static func isCitation(_ title: Slice<Bytes>) -> Bool {
        let text = Sentence.plain(title).lowercased()
        return openings.contains(where: text.hasPrefix) || text.contains("://") || text.contains("www.")
    }

    /// One word behind a noun that is also what people do is a name: `het onderzoek ‘Marengo’`, `de monitor ‘TikTok’`.
    private static func isName(_ title: Slice<Bytes>, behind noun: PublicationNoun, _ bytes: Bytes) -> Bool {
        guard noun.owner == nil, noun.year == nil, !title.contains(where: \.isBlank) else { return false }
        let text = noun.text(bytes).lowercased()
        return ["onderzoek", "monitor", "strategie", "advies", "analyse", "studie", "publicatie"].contains(text)
    }

    /// `«Vitale dijken 2030»`, `«Sterke sluizen 2021-2025»`: years that something is to be done by; `«Nieuws 2023»` is a season.
    private static func hasYear(_ title: Slice<Bytes>) -> Bool {
        let years = title.split { !($0.isDigit || $0.isASCIILetter) }.compactMap { word -> Int? in
            word.count == 4 ? Int(String(decoding: word, as: UTF8.self)) : nil
        }.filter { (1945...2100).contains($0) }
        return years.count > 1 || years.contains { $0 >= 2030 && $0 % 5 == 0 }
    }

    private static let bodies: Set<String> = [
        "ministerie", "ministeries", "rijk", "kabinet", "provincie", "provincies", "gemeente", "gemeenten",
        "waterschap",
        "waterschappen", "commissie", "inspectie",
    ]

    /// ` van het ministerie van Defensie`, ` van de Wageningen Universiteit`: within three words, before any comma.
    private static func isOfBody(_ behind: Cursor) -> Bool {
        var next = behind
        guard next.skipBlanks(), next.skipWord(of: ["van", "door"]), next.skipBlanks() else { return false }
        let rest = next.bytes[next.position..<min(next.end, next.position + 60)].prefix {
            $0 != Byte.comma && $0 != Byte.dot
        }
        return rest.split(maxSplits: 3, whereSeparator: \.isBlank).prefix(3).contains { word in
            let text = String(decoding: word.map(\.lowered), as: UTF8.self)
            return bodies.contains(text) || ["universiteit", "planbureau"].contains { text.hasSuffix($0) }
        }
    }

    private static func opensTitle(_ cursor: Cursor) -> Bool {
        // `«’s Lands dijken»`
        var cursor = cursor
        if cursor.skip("’") || cursor.skip(Byte.apostrophe), cursor.current?.isLower == true {
            cursor.position += 1
            cursor.skipBlanks()
        }
        return cursor.bytes.isCapital(at: cursor.position) || cursor.current?.isDigit == true
    }

    /// A full stop or a comma within the marks closes somebody's words.
    private static func closesTitle(_ bytes: Bytes, _ title: Range<Int>) -> Bool {
        guard title.count > 3, let last = bytes[title].last else { return false }
        guard last != Byte.dot, last != Byte.comma, !last.isBlank else { return false }
        // `«VEILIGHEID IN DE KETEN»`; one or two words in capitals are a name.
        return bytes[title].contains { $0.isLower } || bytes.words(of: title).count > 2
    }
}
