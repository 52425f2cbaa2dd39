import DutchText
import LetterReading

/// A name of a series as the catalogue writes it: `jaarverslag {edition} van de AIVD`, `AIVD … jaarverslag!`.
struct ReportName: Sendable {
    enum Token: Sendable {
        case word([UInt8])
        case edition
    }

    let tokens: [Token]
    /// Words that every sentence has, before the first that few have, where the name is looked for: `in het` of `in het belang
    /// van Nederland`.
    let leading: ReportParts.Phrase?
    /// A word that must stand earlier in the sentence.
    let owner: [UInt8]?
    /// The edition stands before the name: `2nd EEAS Report`.
    let editionLeads: Bool
    /// Without an edition it is a description, no name.
    let needsEdition: Bool

    /// Whether it counts only behind a noun of publication: `het rapport Elke regio telt`, `het rapport van de commissie Van
    /// Ark`.
    let needsNoun: Bool
    /// Whether it is who made the work, and so behind `rapport` alone: the Draghi report, not his advice on another thing.
    let isMaker: Bool
    /// Whether its first word is written with a capital.
    let opensWithCapital: Bool

    /// Nil for an empty name, and for a letter alone.
    init?(_ bytes: Bytes, _ range: Range<Int>) {
        var words = bytes.words(of: range).map { Array(bytes[$0]) }
        needsEdition = words.last?.last == Byte.exclamation
        isMaker = words.last?.last == Byte.caret
        needsNoun = isMaker || words.last?.last == Byte.star
        if needsEdition || needsNoun { words[words.count - 1].removeLast() }
        // A key path is looked up for each word, where a closure is compiled: half a millisecond of each start.
        words.removeAll { $0.isEmpty }
        let dots = words.firstIndex(of: Self.dots)
        owner = dots.map { Array(words[..<$0].joined(separator: [Byte.space])) }
        var tokens = words[(dots.map { $0 + 1 } ?? 0)...].map { word in
            word == Self.edition ? Token.edition : .word(word)
        }
        if case .edition? = tokens.first {
            editionLeads = true
            tokens.removeFirst()
        } else {
            editionLeads = false
        }
        guard case .word(let first)? = tokens.first, first.count > 1 || tokens.count > 1 else { return nil }
        opensWithCapital = first.first?.isLower != true
        var leading: [[UInt8]] = []
        while case .word(let word)? = tokens.first, tokens.count > 1, Self.common.contains(word.map(\.lowered)) {
            leading.append(word)
            tokens.removeFirst()
        }
        self.tokens = tokens
        self.leading = leading.isEmpty ? nil : ReportParts.Phrase(words: leading)
    }

    private static let dots = Array("…".utf8)
    private static let edition = Array("{edition}".utf8)

    /// What it may open with, in small letters, for the prefilter, which needs two bytes: `X rapport` opens with `X `.
    /// The first word may be any, so the front of the second is asked for too.
    var anchors: [[UInt8]] {
        guard case .word(let word)? = tokens.first else { return [] }
        let text = word.map(\.lowered)
        if word.count > 1, tokens.count > 1, case .word(let second) = tokens[1] {
            let front = second.prefix { $0.isASCIILetter || $0.isDigit }.prefix(4).map(\.lowered)
            return [text + [Byte.space] + front]
        }
        return word.count > 1 ? [text] : [Byte.space, Byte.newline, Byte.tab, Byte.hyphen].map { text + [$0] }
    }

    private static let common = Set(
        [
            "in", "is", "op", "met", "naar", "van", "voor", "uit", "tot", "een", "het", "de", "of", "niet", "hoe",
            "the",
            "dit", "dat", "wel", "geen", "waarom", "om", "te", "aan", "bij", "door", "en", "tussen", "onder",
        ].map { Array($0.utf8) })

    /// Whether what stands in the text is written as a title is: as here where this opens with a capital, else with a capital or
    /// a number behind the first word. `het advies armoede en onderwijs te verbinden` names nothing.
    func isWritten(_ text: Slice<Bytes>) -> Bool {
        if opensWithCapital, text.base.isCapital(at: text.startIndex) || text.first?.isDigit == true { return true }
        let rest = text.drop { !$0.isBlank && $0 != Byte.hyphen }
        return rest.contains { $0.isUpper || $0.isDigit }
    }

    /// Reads the name at the cursor; the edition too where it has a place within the name.
    /// - Returns: nil when the name does not stand here, else the edition read, if any.
    func read(_ cursor: inout Cursor, _ rule: EditionRule) -> (edition: String?, hadSlot: Bool, isPlural: Bool)? {
        var edition: String?
        var hadSlot = false
        for (index, token) in tokens.enumerated() {
            if index > 0, !Self.gap(&cursor) { return nil }
            switch token {
            case .word(let word):
                // `(2023)`: the year of a title may stand in brackets.
                let isYear = index > 0 && word.count == 4 && word[0].isDigit && cursor.skip(Byte.openParen)
                guard cursor.skip(word), !isYear || cursor.skip(Byte.closeParen) else { return nil }
            case .edition:
                hadSlot = true
                guard let found = rule.ordinal(&cursor) else { return nil }
                edition = found
            }
        }
        // `jaarverslagen 2022 en 2023`
        let isPlural = cursor.skipWord("en")
        return cursor.bytes.isLetter(at: cursor.position) && !cursor.isAtEnd ? nil : (edition, hadSlot, isPlural)
    }

    /// Between two words: blanks, hyphens, or both; or nothing, where a line's end lost the blank.
    static func gap(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        cursor.skipBlanks()
        if cursor.skipDash() { cursor.skipBlanks() }
        return cursor.position > start || cursor.bytes.hasLostBlank(at: start)
    }
}
