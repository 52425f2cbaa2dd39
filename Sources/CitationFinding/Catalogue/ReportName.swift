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

    /// Nil for an empty name, and for a letter alone.
    init?(_ text: [UInt8]) {
        var words = text.split { $0 <= Byte.space }.map(Array.init)
        needsEdition = words.last?.last == Byte.exclamation
        if needsEdition { words[words.count - 1].removeLast() }
        words.removeAll(where: \.isEmpty)
        let dots = words.firstIndex(of: Array("…".utf8))
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
    }

    private static let edition = Array("{edition}".utf8)

    /// What it may open with, for the prefilter, which needs two bytes: `X rapport` opens with `X `.
    var anchors: [String] {
        guard case .word(let word)? = tokens.first else { return [] }
        let text = String(decoding: word, as: UTF8.self)
        return word.count > 1 ? [text] : [" ", "\n", "\t", "-"].map { text + $0 }
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
