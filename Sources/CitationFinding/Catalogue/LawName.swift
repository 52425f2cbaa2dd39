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
    init?(_ text: Substring, law: Int, isAbbreviation: Bool, isDutch: Bool) {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        var since = 0
        // Bytes are asked first: of the many names that are read at the start of every run few have such a mark.
        if text.utf8.contains(Byte.at), let sign = text.lastIndex(of: "@"),
            let year = Int(text[text.index(after: sign)...])
        {
            since = year
            text = text[..<sign]
        }
        var book = 0
        if text.utf8.contains(Byte.colon), let colon = text.firstIndex(of: ":"), let number = Int(text[..<colon]) {
            book = number
            text = text[text.index(after: colon)...]
        }
        var evidence = Evidence.none
        if text.utf8.last == Byte.exclamation, text.hasSuffix("!!") {
            evidence = .lawNamed
            text.removeLast(2)
        } else if let mark = Self.mark(text.utf8.last) {
            evidence = mark
            text.removeLast()
        } else if !isAbbreviation, isDutch, !text.utf8.contains(Byte.space), text.first?.isUppercase == true {
            evidence = .capitalOrArticle
        }
        guard text.utf8.count > 1 else { return nil }
        let signs = LawNameFolding.all(Array(text.utf8))
        guard signs.count > 1 else { return nil }
        (self.law, self.isAbbreviation, self.evidence, self.since, self.book) = (
            law, isAbbreviation, evidence, since, book
        )
        written = signs
        key = signs.map(\.lowered)
    }

    private static func mark(_ sign: UInt8?) -> Evidence? {
        switch sign {
        case Byte.caret: .capital
        case Byte.question: .articleOrDe
        case Byte.exclamation: .article
        default: nil
        }
    }

    /// What the prefilter looks for: the front of the first word.
    var anchors: [String] {
        let front = String(decoding: key.prefix { $0 != Byte.space }.prefix(5), as: UTF8.self)
        // `AI-verordening`: two letters open too many words.
        return key.count > 2 && key[2] == Byte.space ? [" ", "-", "\u{2011}", "\u{2013}"].map { front + $0 } : [front]
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

    static func all(_ bytes: [UInt8]) -> [UInt8] { bytes.reading { all($0) } }

    private static func all(_ bytes: Bytes) -> [UInt8] {
        var signs: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let (sign, next) = sign(bytes, at: place, before: bytes.count)
            signs.append(sign)
            place = next
        }
        return signs
    }
}
