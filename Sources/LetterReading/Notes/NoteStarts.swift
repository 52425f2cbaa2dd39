import DutchText

/// The lines that could open a note of one notation, by number: `1 Der Spiegel, 26 januari 2024`. A line wrapped before
/// a number (`dit volgt uit artikel⏎1 Grondwet`) looks the same; it is told by the line before, which ended no sentence.
struct NoteStarts {
    /// For each number, the lines in order that stand where a text may begin.
    private var bounded: [Int: [Int]] = [:]
    /// For each number, the lines in the middle of a sentence.
    private var loose: [Int: [Int]] = [:]

    /// Every line that opens a number, in order.
    private var all: [Int] = []

    /// - Parameter numbered: the lines that open with a sign of some notation, in order.
    init(_ notation: NoteNotation, _ bytes: Bytes, _ lines: [Line], among numbered: [Int]) {
        let edge = NoteBoundary(bytes)
        for index in numbered {
            var cursor = Cursor(bytes, in: lines[index].range)
            guard let first = cursor.current, notation.mayOpen(with: first) else { continue }
            guard let number = notation.opening(&cursor) else { continue }
            all.append(index)
            // `[^1]: …` opens a note, whatever stands above.
            if notation == .caret || edge.isBounded(lines, at: index) {
                bounded[number, default: []].append(index)
            } else {
                loose[number, default: []].append(index)
            }
        }
    }

    /// Whether one of the lines where a text may begin is such, with the number it opens.
    func isAny(_ matches: (_ number: Int, _ line: Int) -> Bool) -> Bool {
        bounded.contains { number, lines in lines.contains { matches(number, $0) } }
    }

    func isEmpty(in range: Range<Int>) -> Bool { Self.slice(all, range).isEmpty }

    /// The lines that open a number where a text may begin.
    func lines(of number: Int, in range: Range<Int>) -> ArraySlice<Int> {
        Self.slice(bounded[number], range)
    }

    /// The last line of a page that opens a number, be it in the middle of a sentence: a page's foot cuts sentences.
    func last(of number: Int, in range: Range<Int>) -> Int? {
        [Self.slice(bounded[number], range).last, Self.slice(loose[number], range).last].compactMap(\.self).max()
    }

    /// The first of them.
    func first(of number: Int, in range: Range<Int>) -> Int? {
        [Self.slice(bounded[number], range).first, Self.slice(loose[number], range).first].compactMap(\.self).min()
    }

    private static func slice(_ lines: [Int]?, _ range: Range<Int>) -> ArraySlice<Int> {
        guard let lines, !range.isEmpty else { return [] }
        let start = lines.partitioningIndex { $0 >= range.lowerBound }
        return lines[start..<max(start, lines.partitioningIndex { $0 >= range.upperBound })]
    }
}

/// What stands above a line that opens with a number, and says whether a text may begin there.
struct NoteBoundary {
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

    /// `het antwoord op de derde` before `vraag`
    private func hasOrdinal(_ before: Range<Int>) -> Bool {
        let range = bytes.trimmed(before)
        let word = bytes[range].reversed().prefix { !$0.isBlank }.count
        var cursor = Cursor(bytes, in: range.upperBound - word..<range.upperBound)
        return SpelledNumbers.ordinal(&cursor) != nil
    }

    /// Whether a line stops within a list of such numbers: `… vraag 3,`, `… de artikelen 3, 4 en`.
    func stopsInList(_ line: Range<Int>) -> Bool {
        var end = line.upperBound
        var hasSign = false
        while end > line.lowerBound {
            let byte = bytes[end - 1]
            if byte.isDigit || byte.isBlank {
                end -= 1
            } else if byte == Byte.comma {
                (end, hasSign) = (end - 1, true)
            } else if end - 3 > line.lowerBound, bytes[end - 3..<end].elementsEqual(" en".utf8) {
                (end, hasSign) = (end - 3, true)
            } else {
                break
            }
        }
        return hasSign && end < line.upperBound && bytes[end].isBlank && wantsNumber(line.lowerBound..<end)
    }

    private static let shortened: [StaticString] = ["nr", "nrs", "no", "blz", "p", "pp", "pag", "art"]
    private static let singular: [StaticString] = [
        "nr", "nummer", "blz", "pagina", "artikel", "lid", "vraag", "antwoord", "item", "Kamerstuk",
    ]
    private static let plural: [StaticString] = ["nrs", "artikelen", "vragen", "antwoorden"]

    /// `1https://…`, `[1] https://…`: a number before an address is a note's, whatever stands above.
    private func opensAddress(_ line: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: line)
        let isInBrackets = cursor.skip(Byte.openBracket)
        guard cursor.number(most: 3) != nil, !isInBrackets || cursor.skip(Byte.closeBracket) else { return false }
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
    /// - Parameter isOne: a single one, as behind `artikel`; `vragen` may stand alone.
    func wantsNumber(_ line: Range<Int>, isOne: Bool = false) -> Bool {
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
        let words = hasDot ? Self.shortened : isOne ? Self.singular : Self.singular + Self.plural
        return cursor.skipWord(of: words) && cursor.isAtEnd && !hasOrdinal(line.lowerBound..<start)
    }
}

/// Where the possible markers of each number stand, by line.
struct MarkerIndex {
    private struct Caller {
        /// Number and style in one, so that callers sort by them.
        let key: Int
        let line: Int
    }

    /// By key, then by line.
    private let callers: [Caller]
    /// Only markers that are hardly anything else: behind a sentence's sign, behind a word, in brackets.
    private let likely: [Caller]

    init(_ markers: LineMarkers) {
        var (found, likely): ([Caller], [Caller]) = ([], [])
        for line in markers.lines {
            for marker in markers[line] {
                for number in marker.numbers {
                    let caller = Caller(key: Self.key(number, marker.style), line: line)
                    found.append(caller)
                    if marker.weight >= 30 { likely.append(caller) }
                }
            }
        }
        callers = found.sorted { ($0.key, $0.line) < ($1.key, $1.line) }
        self.likely = likely.sorted { ($0.key, $0.line) < ($1.key, $1.line) }
    }

    /// The first line in `range` with a marker that can call such a note.
    func first(of number: Int, _ styles: [NoteNotation], in range: Range<Int>, likely isLikely: Bool = false) -> Int? {
        let callers = isLikely ? likely : callers
        var first: Int?
        for style in styles {
            let key = Self.key(number, style)
            let place = callers.partitioningIndex { ($0.key, $0.line) >= (key, range.lowerBound) }
            guard place < callers.count, callers[place].key == key, callers[place].line < range.upperBound else {
                continue
            }
            first = min(first ?? Int.max, callers[place].line)
        }
        return first
    }

    private static func key(_ number: Int, _ style: NoteNotation) -> Int { number * 16 + style.order }
}
