import DutchText

/// What stands above a line that opens with a number, and says whether a text may begin there.
struct NoteEdge {
    private let bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Whether the line may open a block of notes: a sentence ended above it, or a page, or a blank line stands there.
    /// Below `de volgende maatregelen:` stands a list.
    func isBounded(_ lines: [Line], at index: Int) -> Bool {
        guard index > 0, !lines[index].opensPage, lines[index - 1].role == .body else { return true }
        if opensAddress(lines[index].range) { return true }
        let above = lines[index - 1].range
        switch bytes[above.upperBound - 1] {
        case Byte.colon: return isTitle(above)
        case Byte.semicolon: return false
        default: return lines[index].blankBefore || endsSentence(above) && !wantsNumber(above)
        }
    }

    /// `1https://…`: a number before an address is a note's, whatever stands above.
    private func opensAddress(_ line: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: line)
        guard cursor.number(most: 3) != nil else { return false }
        cursor.skipBlanks()
        return cursor.skip("http") || cursor.skip("www.")
    }

    /// `Noten:`, `Bronnen:` above a block of notes.
    private func isTitle(_ line: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: line)
        while let byte = cursor.current, !byte.isASCIILetter { cursor.position += 1 }
        return cursor.skipWord(of: ["Noten", "Noot", "Voetnoten", "Voetnoot", "Eindnoten", "Bronnen", "Bron"])
            && cursor.end - cursor.position < 4
    }

    /// Whether the last sign of a line, but for markers and closing marks, ends a sentence: `…raakt.2`, `…krant»? 1, 2`.
    private func endsSentence(_ line: Range<Int>) -> Bool {
        var end = line.upperBound
        while end > line.lowerBound, isPassedOver(bytes[end - 1]) { end -= 1 }
        guard end > line.lowerBound else { return true }
        if Self.isEnd(bytes[end - 1]) { return !wantsNumber(line.lowerBound..<end) }
        // `»`, `’`, a raised digit: signs that no letter is.
        return bytes[end - 1] >= 0x80 && !bytes.hasLetter(before: end)
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == Byte.dot || byte == Byte.question || byte == Byte.exclamation || byte == Byte.closeParen
            || byte == Byte.greater
    }

    private func isPassedOver(_ byte: UInt8) -> Bool {
        byte.isDigit || byte.isBlank
            || [Byte.comma, Byte.quote, Byte.apostrophe, Byte.star, Byte.underscore]
                .contains(byte)
            || byte == Byte.openBracket || byte == Byte.closeBracket
    }

    /// Whether a line stops where a number must follow: `… Kamerstuk 35 165, nr.`, `… artikel`.
    func wantsNumber(_ line: Range<Int>) -> Bool {
        var end = line.upperBound
        let hasDot = end > line.lowerBound && bytes[end - 1] == Byte.dot
        if hasDot { end -= 1 }
        var start = end
        while start > line.lowerBound, bytes[start - 1].isASCIILetter, end - start < 12 { start -= 1 }
        // The end of an address is no word: `https://www.voorbeeld.nl/pagina`.
        guard start == line.lowerBound || bytes[start - 1].isBlank || bytes[start - 1] == Byte.openParen else {
            return false
        }
        var cursor = Cursor(bytes, in: start..<end)
        let words: [StaticString] =
            hasDot
            ? ["nr", "nrs", "no", "blz", "p", "pp", "pag", "art"]
            : ["nr", "nrs", "nummer", "blz", "pagina", "artikel", "artikelen", "lid", "vraag", "vragen", "Kamerstuk"]
        return cursor.skipWord(of: words) && cursor.isAtEnd
    }
}
