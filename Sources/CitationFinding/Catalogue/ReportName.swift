import DutchText
import LetterReading

/// A name of a series as the catalogue writes it: `jaarverslag {edition} van de AIVD`, `AIVD … jaarverslag!`.
struct ReportName: Sendable {
    enum Token: Sendable {
        case word([UInt8])
        case edition
    }

    let tokens: [Token]
    /// A word that must stand earlier in the sentence.
    let owner: [UInt8]?
    /// The edition stands before the name: `2nd EEAS Report`.
    let editionLeads: Bool
    /// Without an edition it is a description, no name.
    let needsEdition: Bool

    /// Whether it counts only behind a noun of publication: `het rapport Elke regio telt`.
    let needsNoun: Bool
    /// Whether its first word is written with a capital.
    let opensWithCapital: Bool

    /// Nil for an empty name, and for a letter alone.
    init?(_ bytes: Bytes, _ range: Range<Int>) {
        var words = bytes.words(of: range).map { Array(bytes[$0]) }
        needsEdition = words.last?.last == Byte.exclamation
        needsNoun = words.last?.last == Byte.star
        if needsEdition || needsNoun { words[words.count - 1].removeLast() }
        words.removeAll(where: \.isEmpty)
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
        self.tokens = tokens
        opensWithCapital = first.first?.isLower != true
    }

    private static let dots = Array("…".utf8)
    private static let edition = Array("{edition}".utf8)

    /// What it may open with, in small letters, for the prefilter, which needs two bytes: `X rapport` opens with `X `. A name
    /// that opens with a word that every sentence has goes on to one that few have: `in het belang`.
    var anchors: [[UInt8]] {
        guard case .word(let word)? = tokens.first else { return [] }
        var text = word.map(\.lowered)
        guard word.count > 1 else {
            return [Byte.space, Byte.newline, Byte.tab, Byte.hyphen].map { text + [$0] }
        }
        guard Self.common.contains(text) else { return [text] }
        for case .word(let word) in tokens.dropFirst() {
            text += [Byte.space] + word.map(\.lowered)
            if word.count > 4 { break }
        }
        return [text]
    }

    private static let common = Set(
        ["in", "is", "op", "met", "naar", "van", "voor", "uit", "tot", "een", "het", "de", "of", "niet", "hoe", "the"]
            .map { Array($0.utf8) })

    /// Whether what stands in the text is written as a title is: as here where this opens with a capital, else with a capital or
    /// a number behind the first word. `het advies armoede en onderwijs te verbinden` names nothing.
    func isWritten(_ text: Slice<Bytes>) -> Bool {
        if opensWithCapital, text.base.isCapital(at: text.startIndex) || text.first?.isDigit == true { return true }
        let rest = text.drop { !$0.isBlank && $0 != Byte.hyphen }
        return rest.contains { $0.isUpper || $0.isDigit }
    }

    /// The cursor behind the first word where that stands as a whole: what most places fail at.
    func opening(at cursor: Cursor) -> Cursor? {
        var cursor = cursor
        guard case .word(let word)? = tokens.first, cursor.skip(word) else { return nil }
        return !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd ? cursor : nil
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
                guard cursor.skip(word) else { return nil }
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

    /// Between two words: blanks, hyphens, or both.
    static func gap(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        cursor.skipBlanks()
        if cursor.skipDash() { cursor.skipBlanks() }
        return cursor.position > start
    }
}
