import DutchText
import LetterReading

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
        let around = LawSurroundings(reading: reading, range: range)
        if around.isOwnedBehind { return false }
        if article == nil {
            if around.isOwnedBefore { return false }
            if name.isAbbreviation, isTaken(name, around, &reading) { return false }
        }
        return isEnough(name, place, around, article != nil, reading)
    }

    private static func isEnough(
        _ name: LawName, _ place: Int, _ around: LawSurroundings, _ hasArticle: Bool, _ reading: Reading
    ) -> Bool {
        let laws = reading.laws
        switch name.evidence {
        case .none: return true
        case .capital: return hasArticle || reading.cursor.bytes.isCapital(at: around.range.lowerBound)
        case .capitalOrArticle:
            return hasArticle || around.isOurs || reading.cursor.bytes.isCapital(at: around.range.lowerBound)
        case .articleOrDe:
            return hasArticle || laws.given.contains(place) || laws.named.contains(name.law) || around.hasArticleWord
        case .article: return hasArticle || laws.given.contains(place)
        case .lawNamed: return laws.named.contains(name.law)
        }
    }

    /// Whether an abbreviation stands as the catalogue writes it: `Awb`, not `awb`.
    static func isWritten(_ name: LawName, _ bytes: Bytes, _ range: Range<Int>) -> Bool {
        guard range.upperBound <= bytes.count else { return false }
        return LawSigns.all(Array(bytes[range])) == name.written
    }

    /// Whether the letter gave the abbreviation to another thing; what it gives here is kept.
    private static func isTaken(_ name: LawName, _ around: LawSurroundings, _ reading: inout Reading) -> Bool {
        if around.isGivenToAnother(name.written) { reading.laws.taken.insert(name.written) }
        return reading.laws.taken.contains(name.written)
    }

    /// The year of the letter, where it is known.
    private static func year(of reading: Reading) -> Int? {
        guard let header = reading.context.letter?.header else { return nil }
        if let date = header.answered ?? header.submitted { return Int(date.prefix(4)) }
        return header.aanhangsel.flatMap { id in
            id.split(separator: "-").dropFirst(2).first.flatMap { Int($0.prefix(4)) }
        }
    }
}
