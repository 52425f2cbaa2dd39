import DutchText
import LetterReading

/// A report beyond the series, by its title in quotation marks behind a noun of publication: `het rapport van de Rekenkamer
/// «Groeimarkten voor Nederland»`, `de verkenning ‘Er is meer aan de hand’`. Between noun and title stand at most who
/// published it, its year, and `getiteld`. What is quoted behind any other noun is an article, a bill, or somebody's words.
enum TitledReport {
    static let grammar = Grammar("titled report", anchors: anchors, opensWord: false, read: read)

    /// Typesetters mix them: `‘A'`, `“A"`.
    private static let marks: [(open: StaticString, close: [StaticString])] = [
        ("«", ["»"]), ("“", ["”", "\""]), ("„", ["”", "“", "\""]), ("‘", ["’", "'"]), ("\"", ["\"", "”"]),
        ("'", ["'", "’"]),
    ]

    /// A straight mark is looked for with the letter behind it: alone it closes as often as it opens.
    private static let anchors: [String] = {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
        return ["«", "“", "„", "‘"] + letters.flatMap { ["\"" + $0, "'" + $0] }
    }()

    private static func read(_ reading: inout Reading) -> [Mention] {
        let bytes = reading.cursor.bytes
        // Most marks stand behind a word that is no noun of publication.
        guard let before = PublicationNoun.before(reading.start, in: bytes, reading.context),
            let title = title(&reading.cursor)
        else { return [] }
        let owner = before.owner.map { Sentence.plain(bytes[$0]) }
        let series = series(of: title, behind: &reading)
        guard let slug = series ?? ReportTitle.slug(of: bytes[title], owner: owner) else { return [] }
        reading.step("a noun of publication before a title", before.text(bytes))
        reading.step("title", from: title.lowerBound)
        let about = [owner, before.year.map(String.init)].compactMap(\.self)
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

    private static let longest = 220

    /// The words between the marks, and the cursor behind the closing one.
    private static func title(_ cursor: inout Cursor) -> Range<Int>? {
        cursor.attempt { cursor in
            guard let mark = marks.first(where: { cursor.skip($0.open) }) else { return nil }
            let start = cursor.position
            guard opensTitle(cursor) else { return nil }
            while !cursor.isAtEnd, cursor.position - start < longest {
                let end = cursor.position
                // `risico’s` is no end.
                if mark.close.contains(where: { cursor.skip($0) }) {
                    if !cursor.isAtEnd, cursor.bytes.isLetter(at: cursor.position) { continue }
                    return closesTitle(cursor.bytes, start..<end) ? start..<end : nil
                }
                if cursor.current == Byte.newline, cursor.peek(1) == Byte.newline { return nil }
                cursor.position += 1
            }
            return nil
        }
    }

    private static func opensTitle(_ cursor: Cursor) -> Bool {
        cursor.bytes.isCapital(at: cursor.position) || cursor.current?.isDigit == true
    }

    /// A full stop or a comma within the marks closes somebody's words.
    private static func closesTitle(_ bytes: Bytes, _ title: Range<Int>) -> Bool {
        guard title.count > 3, let last = bytes[title].last else { return false }
        return last != Byte.dot && last != Byte.comma && !last.isBlank && bytes[title].contains { $0.isLower }
    }
}

/// The noun of publication before a title, with who published it and when: `rapport van de Algemene Rekenkamer uit 2015`.
struct PublicationNoun {
    /// From the noun to the title.
    private let range: Range<Int>
    private(set) var owner: Range<Int>?
    private(set) var year: Int?

    func text(_ bytes: Bytes) -> String { Sentence.plain(bytes[range]) }

    private static let reach = 110
    /// Whose name has more words is not told from a sentence.
    private static let mostWords = 8

    static func before(_ place: Int, in bytes: Bytes, _ context: ReadingContext) -> PublicationNoun? {
        let floor = context.floor
        var end = place
        while end > floor, place - end < 3, bytes[end - 1].isBlank { end -= 1 }
        guard end > floor, end < place,
            bytes.hasLetter(before: end) || bytes[end - 1].isDigit || bytes[end - 1] == Byte.closeParen
        else { return nil }
        // `de rapporten «A» en «B»`: the noun of the title before.
        if floor < end, context.last?.hasPrefix("report:") == true, continues(bytes[floor..<place]) {
            return PublicationNoun(range: floor..<end, year: nil)
        }
        var words = Words(bytes, max(floor, end - reach)..<end)
        words.skip(["getiteld", "genaamd", "geheten", "titled"])
        if words.skip(["titel"]) {
            words.skip(["de", "als"])
            guard words.skip(["met", "onder"]) else { return nil }
        }
        let year = words.year()
        if year != nil { words.skip(["uit", "van", "from", "in"]) }
        if let noun = words.noun() { return PublicationNoun(range: noun.lowerBound..<end, year: year) }
        guard let (owner, noun) = words.ownerBehindNoun(most: mostWords) else { return nil }
        return PublicationNoun(range: noun.lowerBound..<end, owner: owner, year: year)
    }

    private static func continues(_ between: Slice<Bytes>) -> Bool {
        let text = String(decoding: between, as: UTF8.self).filter { $0 != "," }
        return ["en", "and"].contains(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    private init(range: Range<Int>, owner: Range<Int>? = nil, year: Int?) {
        (self.range, self.owner, self.year) = (range, owner, year)
    }
}

/// The words before a place, read backwards.
private struct Words {
    private let bytes: Bytes
    private let floor: Int
    private var end: Int

    init(_ bytes: Bytes, _ range: Range<Int>) { (self.bytes, floor, end) = (bytes, range.lowerBound, range.upperBound) }

    /// The word that ends here; none behind a sentence's sign.
    private func word(before end: Int) -> Range<Int>? {
        var last = end
        while last > floor, bytes[last - 1].isBlank {
            // An empty line ends the sentence.
            if bytes[last - 1] == Byte.newline, last < end, bytes[last] == Byte.newline { return nil }
            last -= 1
        }
        var first = last
        while first > floor, isPart(bytes[first - 1]) { first -= 1 }
        // A word that the reach cut is none.
        return first < last && (first > floor || floor == 0 || bytes[first - 1].isBlank) ? first..<last : nil
    }

    private func isPart(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == Byte.hyphen || byte == Byte.apostrophe
            || byte == Byte.ampersand
    }

    private func lowered(_ word: Range<Int>) -> String {
        String(decoding: bytes[word].map(\.lowered), as: UTF8.self)
    }

    @discardableResult
    mutating func skip(_ words: Set<String>) -> Bool {
        guard let word = word(before: end), words.contains(lowered(word)) else { return false }
        end = word.lowerBound
        return true
    }

    /// ` 2015`, ` (2015)`.
    mutating func year() -> Int? {
        var last = end
        while last > floor, bytes[last - 1].isBlank { last -= 1 }
        let isInBrackets = last > floor && bytes[last - 1] == Byte.closeParen
        if isInBrackets { last -= 1 }
        guard last - 4 > floor, let year = Int(String(decoding: bytes[last - 4..<last], as: UTF8.self)),
            (1945...2100).contains(year), !bytes[last - 5].isDigit
        else { return nil }
        let first = last - 4
        guard !isInBrackets || bytes[first - 1] == Byte.openParen else { return nil }
        end = isInBrackets ? first - 1 : first
        return year
    }

    func noun() -> Range<Int>? {
        guard let word = word(before: end), Self.isNoun(lowered(word)[...]) else { return nil }
        return word
    }

    /// ` van de Algemene Rekenkamer`, ` CPB` behind a noun: names with a capital, and the words between them.
    func ownerBehindNoun(most: Int) -> (owner: Range<Int>, noun: Range<Int>)? {
        var place = end
        var (first, last): (Int?, Int?) = (nil, nil)
        for _ in 0..<most {
            guard let word = word(before: place) else { return nil }
            let text = lowered(word)
            if Self.isNoun(text[...]), let first, let last { return (first..<last, word) }
            if bytes.isCapital(at: word.lowerBound) {
                first = word.lowerBound
                last = last ?? word.upperBound
            } else if !Self.joining.contains(text) || last == nil {
                return nil
            }
            place = word.lowerBound
        }
        return nil
    }

    private static let joining: Set<String> = [
        "van", "de", "het", "der", "voor", "en", "the", "of", "and", "by", "door", "in", "te", "inzake",
    ]

    private static let nouns = [
        "rapport", "rapportage", "report", "onderzoek", "advies", "evaluatie", "verkenning", "studie", "study", "nota",
        "notitie", "strategie", "actieplan", "monitor", "handreiking", "brochure", "leidraad", "factsheet",
        "whitepaper",
        "publicatie", "analyse", "inventarisatie", "verslag",
    ]
    /// Only as the last part of a compound: a `programma` may be on television, a `plan` anybody's.
    private static let compounds = ["programma", "plan", "agenda", "visie", "gids"]
    private static let broadcast = [
        "televisie", "tv-", "tv", "radio", "actualiteiten", "nieuws", "praat", "amusements", "zend",
    ]

    /// `onderzoeksrapport`, `CPB-studie`, `uitvoeringsprogramma`; no `tv-programma`, no `persverslag`.
    private static func isNoun(_ word: Substring) -> Bool {
        var word = word
        for plural in ["ten", "ken", "zen", "en", "s", "'s", "’s"] where word.hasSuffix(plural) {
            let one = word.dropLast(plural == "ten" || plural == "ken" ? 2 : plural == "zen" ? 3 : plural.count)
            let singular = plural == "zen" ? one + "s" : one
            if nouns.contains(where: { singular.hasSuffix($0) }) { word = singular }
        }
        if nouns.contains(where: { word.hasSuffix($0) }) { return !word.hasPrefix("pers") && !word.hasPrefix("nieuws") }
        guard let noun = compounds.first(where: { word.hasSuffix($0) }), word.utf8.count > noun.utf8.count + 3 else {
            return false
        }
        return !broadcast.contains { word.hasPrefix($0) }
    }
}
