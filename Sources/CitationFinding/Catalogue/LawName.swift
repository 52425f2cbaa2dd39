import DutchText
import LetterReading

/// A name of a law as the catalogue writes it: `Wet open overheid`, `Woo`, `Sr!` (behind an article alone),
/// `7:BW` (an article of that book), `Wmo@2015` (in letters from that year on).
struct LawName: Sendable {
    /// What must stand beside a name before it is this law.
    enum Evidence: Sendable {
        /// Nothing: no other thing is called so.
        case none
        /// A capital, or an article: `de grondwet` may be another country's.
        case capitalOrArticle
        case capital
        /// An article, `de`, or the law named before: `de AWB`.
        case articleOrDe
        /// An article, or the name given beside the full one: `artikel 300 Sr`.
        case article
        /// It is also another law's: `Wpg`. The letter must name this law and not the other.
        case lawNamed
    }

    /// The place of its law in the catalogue.
    let law: Int
    /// In small letters, with one blank for blanks and hyphens.
    let key: [UInt8]
    /// An abbreviation stands as it is written.
    let isAbbreviation: Bool
    let written: [UInt8]
    let evidence: Evidence
    /// The year of a letter from which on it means this law; 0 for always.
    let since: Int
    /// The book an article must be of: 7 for `artikel 7:669 BW`; 0 for laws of one book.
    let book: Int

    /// Nil for an empty name.
    init?(_ bytes: Bytes, _ range: Range<Int>, law: Int, isAbbreviation: Bool, isDutch: Bool) {
        var range = bytes.trimmed(range)
        var since = 0
        if let sign = bytes.first(Byte.at, in: range), let year = Self.number(bytes, sign + 1..<range.upperBound) {
            since = year
            range = range.lowerBound..<sign
        }
        var book = 0
        if let colon = bytes.first(Byte.colon, in: range), let number = Self.number(bytes, range.lowerBound..<colon) {
            book = number
            range = colon + 1..<range.upperBound
        }
        var evidence = Evidence.none
        if let mark = Self.mark(bytes[range].last) {
            let isDoubled = mark == .article && bytes[range].dropLast().last == Byte.exclamation
            evidence = isDoubled ? .lawNamed : mark
            range = range.lowerBound..<range.upperBound - (isDoubled ? 2 : 1)
        } else if !isAbbreviation, isDutch, bytes.isCapital(at: range.lowerBound),
            bytes.first(Byte.space, in: range) == nil
        {
            evidence = .capitalOrArticle
        }
        guard range.count > 1 else { return nil }
        let signs = LawNameFolding.all(bytes, range)
        guard signs.count > 1 else { return nil }
        (self.law, self.isAbbreviation, self.evidence, self.since, self.book) = (
            law, isAbbreviation, evidence, since, book
        )
        written = signs
        key = signs.map(\.lowered)
    }

    /// The range as a number; nil where it is none.
    private static func number(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
        var cursor = Cursor(bytes, in: range)
        return cursor.number(most: 4).flatMap { cursor.isAtEnd ? $0 : nil }
    }

    private static func mark(_ sign: UInt8?) -> Evidence? {
        switch sign {
        case Byte.caret: .capital
        case Byte.question: .articleOrDe
        case Byte.exclamation: .article
        default: nil
        }
    }
}

/// The signs of a law's name, whatever they are printed with: blanks, hyphens and line ends between two words are one
/// blank (`inlichtingen-⏎ en`), `’` is `'`.
enum LawNameFolding {
    /// The sign at `place`, and where the next one begins.
    static func sign(_ bytes: Bytes, at place: Int, before end: Int) -> (sign: UInt8, next: Int) {
        let byte = bytes[place]
        if byte < 0x80, !byte.isBlank, byte != Byte.hyphen { return (byte, place + 1) }
        if byte == 0xE2, place + 2 < end, bytes[place + 1] == 0x80, bytes[place + 2] == 0x99 {
            return (Byte.apostrophe, place + 3)
        }
        let cursor = Cursor(bytes, in: place..<end)
        var next = place
        while next < end {
            if bytes[next].isBlank {
                next += 1
            } else if let dash = cursor.dashLength(at: next) {
                next += dash
            } else if bytes[next] == 0xC2, next + 1 < end, bytes[next + 1] == 0xA0 {
                next += 2
            } else {
                break
            }
        }
        return next > place ? (Byte.space, next) : (byte, place + 1)
    }

    static func all(_ bytes: Bytes, _ range: Range<Int>) -> [UInt8] {
        var signs: [UInt8] = []
        signs.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            let (sign, next) = sign(bytes, at: place, before: range.upperBound)
            signs.append(sign)
            place = next
        }
        return signs
    }
}
