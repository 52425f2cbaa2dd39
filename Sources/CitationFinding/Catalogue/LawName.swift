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
        let signs = LawSigns.all(Array(text.utf8))
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
