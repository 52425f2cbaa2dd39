import DutchText

/// How likely a number calls a note, by what stands before it.
struct MarkerWeight {
    private let bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// What stands before a glued digit decides: nil for no marker, 0 for one that needs a parenthesis behind it.
    func weight(of place: Int, in line: Range<Int>) -> Int? {
        let byte = bytes[place - 1]
        if byte.isBlank { return 0 }
        if byte == Byte.dot {
            if place - 2 >= line.lowerBound, bytes[place - 2].isDigit { return 2 }
            // `Kamerstuk 31 288, nr.4`
            return NoteBoundary(bytes).wantsNumber(line.lowerBound..<place) ? nil : 60
        }
        switch byte {
        case Byte.question, Byte.exclamation, Byte.closeParen, Byte.colon, Byte.semicolon, Byte.quote: return 60
        default: break
        }
        if byte == Byte.comma { return place - 2 >= line.lowerBound && bytes[place - 2].isDigit ? nil : 50 }
        if byte == Byte.apostrophe || isClosingQuote(before: place) { return 60 }
        guard bytes.hasLetter(before: place) else { return nil }
        return isUnit(place) ? nil : wordWeight(before: place, from: line.lowerBound)
    }

    /// A whole word calls notes more often than a letter or two: those are names (`X`, `A1`, `G20`).
    private func wordWeight(before place: Int, from start: Int) -> Int? {
        var first = place
        while first > start, bytes.hasLetter(before: first) { first -= 1 }
        if first > start, bytes[first - 1].isDigit || bytes[first - 1] == Byte.slash { return nil }
        let word = bytes[first..<place]
        if word.count > 2, word.last?.isUpper == false { return 30 }
        return word.count > 3 ? 20 : 5
    }

    private func isClosingQuote(before place: Int) -> Bool {
        guard place >= 3 else { return false }
        if bytes[place - 2] == 0xC2, bytes[place - 1] == 0xBB { return true }
        return bytes[place - 3] == 0xE2 && bytes[place - 2] == 0x80
            && (bytes[place - 1] == 0x99 || bytes[place - 1] == 0x9D)
    }

    /// `m2`, `km2`, `CO2`, `NO2`: the digit belongs to the unit.
    func isUnit(_ place: Int) -> Bool {
        var first = place
        while first > 0, bytes[first - 1].isASCIILetter, place - first < 4 { first -= 1 }
        return (1...2).contains(place - first) && Self.units.contains { bytes[first..<place].elementsEqual($0) }
    }

    private static let units = [
        "m", "km", "cm", "mm", "dm", "hm", "ha", "CO", "NO", "SO", "PM", "NH", "CH", "N", "O", "H",
    ].map { Array($0.utf8) }

    /// A raised digit that a converter set apart: `…worden geconfronteerd. 11⏎`, `…verzekerd. 3 De wetgever …`.
    func loneWeight(of start: Int, _ cursor: Cursor, in line: Range<Int>) -> Int? {
        var before = start - 1
        while before > line.lowerBound, bytes[before].isBlank { before -= 1 }
        guard [Byte.dot, Byte.question, Byte.closeParen].contains(bytes[before]) || isClosingQuote(before: before + 1)
        else {
            return nil
        }
        // `nr. 3`, `blz. 4`: an abbreviation ends no sentence.
        let word = bytes[line.lowerBound..<before].reversed().prefix { $0.isASCIILetter }.count
        guard bytes[before] != Byte.dot || word > 4 else { return nil }
        if cursor.isAtEnd { return 10 }
        var next = cursor
        next.skipBlanks()
        return bytes.isCapital(at: next.position) ? 3 : nil
    }
}
