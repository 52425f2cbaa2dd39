import DutchText
import LetterReading

/// The signs and blanks that stand between the parts of a citation: `Kamerstukken II, 2023/24, 30 821`.
extension Cursor {
    /// Passes over blanks, commas, full stops, and what else `more` holds.
    mutating func skipSeparators(or more: StaticString = "") {
        while let byte = current, byte.isBlank || byte == Byte.comma || byte == Byte.dot || more.holds(byte) {
            position += 1
        }
    }

    /// Whether the word behind the blanks at the cursor (a line's end is one) is none of a citation's own: `nr. 12 en 2
    /// moties` counts motions, `nrs. 12 en 13 van 2 mei`, `nr. 12 en 13)` and `nr. 12 en 13, p. 4` count nothing.
    var countsTheNextWord: Bool {
        var cursor = self
        let start = cursor.position
        while let byte = cursor.current, byte.isBlank {
            // An empty line ends the sentence.
            if byte == Byte.newline, cursor.peek(1) == Byte.newline { return false }
            cursor.position += 1
        }
        guard cursor.position > start, cursor.bytes.isLetter(at: cursor.position), !cursor.isAtEnd else { return false }
        if cursor.skipWord("van") {
            cursor.skipBlanks()
            return cursor.current?.isDigit != true
        }
        return !cursor.skipWord(of: Self.joiners) && !cursor.skip("nr")
    }

    private static let joiners: [StaticString] = [
        "en", "alsmede", "d.d", "dd", "p", "pp", "pag", "pagina", "blz", "bijlage", "over", "inzake", "betreffende",
        "waarin", "waarbij", "die", "met", "is", "was", "wordt", "werd", "heeft", "of", "t/m", "tot en met",
        "Kamerstuk", "Kamerstukken", "aangaande",
    ]
}

extension StaticString {
    fileprivate func holds(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}
