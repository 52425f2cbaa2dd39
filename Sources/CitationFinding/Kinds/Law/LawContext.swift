import DutchText
import LetterReading

/// What stands around a law's name and makes it another's: `de Belgische Grondwet`, `Besluit Jeugdwet`, `Wet BRP BES`,
/// `Politiewet 1993`, `Wetboek van Strafrecht van Curaçao`.
struct LawContext {
    let reading: Reading
    let range: Range<Int>
    private var bytes: Bytes { reading.cursor.bytes }

    /// The word directly before, and whether it opens the sentence; nil where a sign stands between.
    private func wordBefore() -> (range: Range<Int>, isFirst: Bool)? {
        let floor = reading.context.floor
        var end = range.lowerBound
        while end > floor, bytes[end - 1].isBlank || bytes[end - 1] == Byte.hyphen { end -= 1 }
        var start = end
        while start > floor, bytes.hasLetter(before: start), end - start < 40 { start -= 1 }
        guard start < end else { return nil }
        var before = start
        while before > floor, bytes[before - 1].isBlank { before -= 1 }
        let isFirst = before == floor || !bytes.hasLetter(before: before) && bytes[before - 1] != Byte.comma
        return (start..<end, isFirst)
    }

    private static let neutral: Set<String> = [
        "nederlandse", "europese", "eu", "vn", "evaluatie", "wetsvoorstel", "nieuwe", "onze", "de", "het", "artikel",
        "wet", "verordening", "richtlijn", "algemene",
    ]
    private static let others = [
        "besluit", "regeling", "wijzigingswet", "invoeringswet", "uitvoeringswet", "aanpassingswet", "implementatiewet",
        "verzamelwet", "reparatiewet", "aanvullingswet", "overgangswet", "circulaire", "leidraad", "beleidsregel",
        "beleidsregels", "commissie", "herziene", "heer", "mevrouw",
    ]

    /// Whether the words before make it another thing.
    var isOwnedBefore: Bool {
        let start = range.lowerBound
        if start > reading.context.floor, [Byte.dot, Byte.at, Byte.hash, Byte.underscore].contains(bytes[start - 1]) {
            return true
        }
        guard let (range, isFirst) = wordBefore() else { return false }
        let word = String(decoding: bytes[range], as: UTF8.self)
        let lowered = word.lowercased()
        if Self.neutral.contains(lowered) { return false }
        // `niet-Woo`; in `e-mail- en AVG` the hyphen is no joint.
        if bytes[start - 1] == Byte.hyphen { return true }
        if Self.others.contains(where: lowered.hasSuffix) { return true }
        guard bytes.isCapital(at: range.lowerBound) else { return false }
        return !isFirst || lowered.hasSuffix("se")
    }

    /// Whether the words behind make it another's: a year, `BES`, `van Curaçao`.
    var isOwnedBehind: Bool {
        var cursor = Cursor(bytes, in: range.upperBound..<reading.cursor.end)
        guard cursor.skipBlanks() || cursor.skip(Byte.hyphen) else { return false }
        var year = cursor
        if let value = year.number(most: 4), (1800...2100).contains(value), !isDay(year) { return true }
        if cursor.skipWord("BES"), bytes[cursor.position - 1].isUpper { return true }
        guard cursor.skipWord("van"), cursor.skipBlanks() else { return false }
        if cursor.skipWord(of: ["de", "het"]) { cursor.skipBlanks() }
        if cursor.skipWord("Nederland") || cursor.skipWord("Koninkrijk") { return false }
        return cursor.skipWord(of: Self.countries) || cursor.skip("Europese ")
    }

    private func isDay(_ cursor: Cursor) -> Bool { cursor.current == Byte.hyphen || cursor.current == Byte.slash }

    private static let countries: [StaticString] = [
        "Curaçao", "Aruba", "Sint Maarten", "Suriname", "Bonaire", "BES", "Caribisch Nederland", "België", "Duitsland",
        "Frankrijk", "Hongarije", "Polen", "Turkije", "Rusland", "Egypte", "Irak", "Iran", "Syrië", "Marokko",
        "Tunesië",
        "Venezuela", "Israël", "Oekraïne", "Georgië", "Spanje", "Italië", "Verenigde Staten", "VS",
        "Verenigd Koninkrijk",
        "China", "India", "Indonesië", "Filipijnen", "Zweden", "Denemarken", "Noorwegen", "Finland", "Ierland",
    ]

    /// Whether `de`, `het` or `onze` stands before, or the name is in brackets of its own.
    var hasArticleWord: Bool {
        guard let (range, _) = wordBefore() else { return false }
        return ["de", "het", "der", "deze", "onze", "nederlandse"].contains(
            String(decoding: bytes[range], as: UTF8.self).lowercased())
    }

    /// `onze grondwet`, `de Nederlandse grondwet`
    var isOurs: Bool {
        guard let (range, _) = wordBefore() else { return false }
        return ["onze", "nederlandse"].contains(String(decoding: bytes[range], as: UTF8.self).lowercased())
    }

    /// Whether it stands in brackets as the short name of what stands before them, and that is no law of this name:
    /// `Dreigingsbeeld Statelijke Actoren (DSA)`.
    func isGivenToAnother(_ letters: [UInt8]) -> Bool {
        let start = range.lowerBound
        guard start > reading.context.floor, bytes[start - 1] == Byte.openParen, range.upperBound < reading.cursor.end,
            bytes[range.upperBound] == Byte.closeParen
        else { return false }
        let words = bytes[max(reading.context.floor, start - 120)..<start - 1]
            .split { $0.isBlank || $0 == Byte.hyphen }.suffix(letters.count + 3)
            .filter { !$0.isOne(of: FunctionWords.joining) && !$0.isOne(of: ["op"]) }
        let wanted = letters.map(\.lowered)
        return (2...max(2, letters.count)).contains { count in
            words.count >= count && Self.spell(words.suffix(count).map { $0.map(\.lowered) }, wanted)
        }
    }

    /// Whether letters are the initials of words, with some from within them: `wettelijk minimumloon` spells `WML`.
    private static func spell(_ words: [[UInt8]], _ letters: [UInt8]) -> Bool {
        var next = 0
        for (index, word) in words.enumerated() {
            guard next < letters.count, word.first == letters[next] else { return false }
            next += 1
            for byte in word.dropFirst() {
                let left = words.count - index - 1
                if next < letters.count, letters.count - next > left, byte == letters[next] { next += 1 }
            }
        }
        return next == letters.count
    }
}

/// Whether what stands beside a name is enough for it to be the law: `artikel 300 Sr`, not `Sr`.
enum LawEvidence {
    /// - Parameters:
    ///   - place: of the name among the catalogue's.
    ///   - article: the place within the law that was read before the name, if any.
    static func suffices(
        for name: LawName, _ place: Int, _ range: Range<Int>, _ article: LawArticle?, _ reading: inout Reading
    ) -> Bool {
        let bytes = reading.cursor.bytes
        if name.isAbbreviation, !isWritten(name, bytes, range) { return false }
        if name.book > 0, article?.book != name.book { return false }
        if name.since > 0, let year = year(of: reading), year < name.since { return false }
        let around = LawContext(reading: reading, range: range)
        if around.isOwnedBehind { return false }
        if article == nil {
            if around.isOwnedBefore { return false }
            if name.isAbbreviation, isTaken(name, around, &reading) { return false }
        }
        guard let reason = reason(name, place, around, article != nil, reading) else {
            let text = reading.text
            reading.lacks("“\(text(range))” \(lacking(name))")
            return false
        }
        if reading.context.isExplaining {
            var evidence = Evidence()
            evidence.add(reason, Evidence.enough)
            reading.weigh(evidence)
        }
        return true
    }

    /// What says that the name is this law; nil where nothing does.
    private static func reason(
        _ name: LawName, _ place: Int, _ around: LawContext, _ hasArticle: Bool, _ reading: Reading
    ) -> StaticString? {
        if name.evidence == .none { return "a name of nothing else" }
        if hasArticle, name.evidence != .lawNamed { return "an article of it before the name" }
        let laws = reading.laws
        let isCapital = reading.cursor.bytes.isCapital(at: around.range.lowerBound)
        switch name.evidence {
        case .capital, .capitalOrArticle:
            if isCapital { return "a capital" }
            return name.evidence == .capitalOrArticle && around.isOurs ? "the law of this country" : nil
        case .articleOrDe, .article:
            if laws.given.contains(place) { return "the letter gave it beside the full name" }
            guard name.evidence == .articleOrDe else { return nil }
            if laws.named.contains(name.law) { return "the letter named the law before" }
            return around.hasArticleWord ? "“de” before it" : nil
        case .none, .lawNamed: return laws.named.contains(name.law) ? "the letter named the law before" : nil
        }
    }

    /// What a name needs beside it.
    private static func lacking(_ name: LawName) -> String {
        switch name.evidence {
        case .none, .capital, .capitalOrArticle: "with a capital, or an article of it before the name"
        case .articleOrDe: "behind “de” or an article of it, or the law named before"
        case .article: "behind an article of it, or given beside the full name"
        case .lawNamed: "in a letter that names the law in full: it is another law’s abbreviation too"
        }
    }

    /// Whether an abbreviation stands as the catalogue writes it: `Awb`, not `awb`.
    static func isWritten(_ name: LawName, _ bytes: Bytes, _ range: Range<Int>) -> Bool {
        guard range.upperBound <= bytes.count else { return false }
        return LawNameFolding.all(bytes, range) == name.written
    }

    /// Whether the letter gave the abbreviation to another thing; what it gives here is kept.
    private static func isTaken(_ name: LawName, _ around: LawContext, _ reading: inout Reading) -> Bool {
        if around.isGivenToAnother(name.written) { reading.laws.taken.insert(name.written) }
        return reading.laws.taken.contains(name.written)
    }

    /// The year of the letter, where it is known.
    private static func year(of reading: Reading) -> Int? {
        guard let header = reading.context.scanned?.letter.header else { return nil }
        if let date = header.answered ?? header.submitted { return Int(date.prefix(4)) }
        return header.aanhangsel.flatMap { id in
            id.split(separator: "-").dropFirst(2).first.flatMap { Int($0.prefix(4)) }
        }
    }
}
