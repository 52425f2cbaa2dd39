import DutchText
import LetterReading

/// The place within a source: `, p. 9`, ` (p. 3)`, ` blz. 15-16`, `, bijlage «Rapportage inzet trusted flagger status BZK»`.
struct Locator {
    let text: String
    /// A page belongs to the quote; the name of an annex stands beside it.
    let isPage: Bool

    /// Reads a locator. A page moves the cursor; an annex is only looked at.
    static func read(_ cursor: inout Cursor) -> Locator? {
        if let page = cursor.attempt(page) { return Locator(text: page, isPage: true) }
        var ahead = cursor
        return annex(&ahead).map { Locator(text: $0, isPage: false) }
    }

    private static func page(_ cursor: inout Cursor) -> String? {
        _ = cursor.skip(Byte.comma)
        cursor.skipBlanks()
        let isInBrackets = cursor.skip(Byte.openParen)
        let start = cursor.position
        guard
            cursor.skip("pp.") || cursor.skip("p.") || cursor.skip("blz") || cursor.skipWord("bladzijden")
                || cursor.skipWord("bladzijde") || cursor.skip("pagina's") || cursor.skip("pagina’s")
                || cursor.skipWord("pagina") || cursor.skip("pag")
        else {
            return nil
        }
        _ = cursor.skip(Byte.dot)
        cursor.skipBlanks()
        guard var last = cursor.number(most: 5) else { return nil }
        while let next = cursor.attempt({ further(&$0, after: last) }) { last = next }
        let end = cursor.position
        return isInBrackets && !cursor.skip(Byte.closeParen) ? nil : Sentence.plain(cursor.bytes[start..<end])
    }

    /// `-16`, ` t/m 14`, ` en 7`, `, 5`: a further page. What has pages of its own (`, 6, p. 3`) or opens a dossier is none.
    private static func further(_ cursor: inout Cursor, after last: Int) -> Int? {
        cursor.skipBlanks()
        let isListed = cursor.skip(Byte.comma)
        guard
            isListed || cursor.skipDash() || cursor.skip("t/m") || cursor.skipWord(of: ["tot en met", "tot", "en"])
        else { return nil }
        cursor.skipBlanks()
        var dossier = cursor
        if DossierNumber.read(&dossier) != nil { return nil }
        guard let number = cursor.number(most: 5), !NumberWords.countsSomething(cursor) else { return nil }
        guard isListed else { return number }
        var next = cursor
        next.skipBlanks()
        if next.current?.isDigit == true || next.current == Byte.slash || next.current == Byte.hyphen { return nil }
        _ = next.skip(Byte.comma)
        next.skipBlanks()
        let hasPages = next.skip("p.") || next.skip("pp.") || next.skip("blz") || next.skip("pag") || next.skip("nr")
        return number > last && number < last + 200 && !hasPages ? number : nil
    }

    private static let longestName = 160

    /// The full stop of `p. 4` and `nr. 2` ends no sentence: digits follow.
    private static func isPageSign(_ cursor: Cursor) -> Bool {
        var next = cursor
        next.position += 1
        next.skipBlanks()
        return next.current?.isDigit == true && cursor.bytes[cursor.position - 1].isLower
    }

    private static func annex(_ cursor: inout Cursor) -> String? {
        guard cursor.skip(Byte.comma) || cursor.skipBlanks() else { return nil }
        cursor.skipBlanks()
        let start = cursor.position
        guard cursor.skipWord("bijlage") else { return nil }
        var depth = 0
        while let byte = cursor.current, byte != Byte.dot || isPageSign(cursor), byte != Byte.semicolon,
            cursor.position - start < longestName
        {
            if byte == Byte.newline, cursor.bytes.isCapital(at: cursor.position + 1) { break }
            if byte == Byte.openParen { depth += 1 }
            if byte == Byte.closeParen { depth -= 1 }
            if depth < 0 { break }
            cursor.position += 1
        }
        while cursor.position > start, cursor.bytes[cursor.position - 1].isBlank { cursor.position -= 1 }
        return Sentence.plain(cursor.bytes[start..<cursor.position])
    }
}

/// The signs and blanks that stand between the parts of a citation: `Kamerstukken II, 2023/24, 30 821`.
extension Cursor {
    /// Passes over blanks, commas, full stops, and what else `more` holds.
    mutating func skipSeparators(or more: StaticString = "") {
        while let byte = current, byte.isBlank || byte == Byte.comma || byte == Byte.dot || more.holds(byte) {
            position += 1
        }
    }

    /// Whether the number before the cursor counts the word behind it (a line's end is a blank): `nr. 12 en 2 moties`,
    /// `en 2 nieuwe brieven`. `nrs. 12 en 13 van 2 mei`, `nr. 12 en 13)` and `nr. 1 en 4 noemt dat` count nothing.
    var countsTheNextWord: Bool {
        guard let cursor = nextWord, !cursor.opensOther else { return false }
        var end = cursor
        while let byte = end.current, byte.isLower || byte >= 0x80 || end.isBrokenWord { end.position += 1 }
        // What is counted is a plural, an adjective before one, or a name; `van de moties` are counted too.
        var of = cursor
        guard end.position > cursor.position, !of.skipWord("van") else { return true }
        let last = end.bytes[end.position - 1]
        return last == UInt8(ascii: "s") || last == UInt8(ascii: "e") || end.current == Byte.apostrophe
            || last == UInt8(ascii: "n") && end.bytes[end.position - 2] == UInt8(ascii: "e")
    }

    /// `be-⏎grijp`: a word goes on behind the hyphen and the line's end at the cursor.
    private var isBrokenWord: Bool {
        let byte = current
        guard byte == Byte.hyphen || byte == Byte.newline, position > 0 else { return false }
        let isHyphen = byte == Byte.hyphen
        guard isHyphen ? peek(1) == Byte.newline : bytes[position - 1] == Byte.hyphen else { return false }
        return peek(isHyphen ? 2 : 1)?.isLower == true
    }

    /// Whether a word follows that is none of a citation's own, be it counted or not.
    var hasOtherWord: Bool { nextWord.map { !$0.opensOther } ?? false }

    /// The cursor at the word behind blanks; nil where there is none, or an empty line ends the sentence.
    private var nextWord: Cursor? {
        var cursor = self
        let start = cursor.position
        while let byte = cursor.current, byte.isBlank {
            if byte == Byte.newline, cursor.peek(1) == Byte.newline { return nil }
            cursor.position += 1
        }
        guard cursor.position > start, !cursor.isAtEnd, cursor.bytes.isLetter(at: cursor.position) else { return nil }
        return cursor
    }

    /// Whether the word at the cursor goes on about what was cited.
    private var opensOther: Bool {
        var cursor = self
        if cursor.skipWord("van") {
            cursor.skipBlanks()
            return cursor.current?.isDigit == true
        }
        // `48 pagina's`
        if cursor.skipWord(of: Self.joiners) { return cursor.current != Byte.apostrophe && cursor.current != 0xE2 }
        return cursor.skip("nr")
    }

    private static let joiners: [StaticString] = [
        "en", "alsmede", "d.d", "dd", "p", "pp", "pag", "pagina", "blz", "bijlage", "over", "inzake", "betreffende",
        "waarin", "waarbij", "die", "met", "is", "was", "wordt", "werd", "heeft", "of", "t/m", "tot en met",
        "Kamerstuk", "Kamerstukken", "aangaande", "zijn", "waren", "worden", "werden", "hebben", "gaan", "staan", "de",
        "deze", "een", "naar aanleiding", "moeten", "kunnen", "zullen", "bevatten", "beschrijven", "als", "sinds",
    ]
}

extension StaticString {
    fileprivate func holds(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}
