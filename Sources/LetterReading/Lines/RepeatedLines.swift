import DutchText

/// Lines that are printed on every page, whatever they say: `Rekenkamer van het Water | 3`. The same line, but for that number and a
/// slip or two of a scanner, stands three times or more, and at least once in the middle of a sentence, where nobody writes it.
struct RepeatedLines {
    private let bytes: Bytes
    /// Shorter lines say too little, longer ones are text.
    private static let lengths = 8...90
    private static let least = 3
    /// No more lines that open alike are compared: a list of thousands is no head of pages.
    private static let most = 400
    /// No letter has so many lines that are nearly the same; a text made of them is not compared any further.
    private static let comparisons = 4000

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Gives such lines their role; lines of one that stand below one another go together.
    func mark(_ lines: inout [Line]) {
        var comparisons = Self.comparisons
        let groups = alike(lines).flatMap { group in
            same(group.filter { mayRepeat(lines[$0].range) }, lines, &comparisons)
        }
        guard !groups.isEmpty else { return }
        let repeated = Set(groups.joined())
        let printed = groups.filter { $0.contains { interrupts($0, repeated, lines) } }
        for index in printed.joined() {
            for line in block(around: index, repeated) { lines[line].role = .furniture }
        }
    }

    /// Lines that open with the same five signs, three or more. Most letters have few, so that nothing else is asked of the
    /// others: one number holds a line's opening and its place, and those that are alike stand together once sorted.
    private func alike(_ lines: [Line]) -> [[Int]] {
        var openings: [UInt64] = []
        openings.reserveCapacity(lines.count)
        for index in lines.indices.prefix(1 << 24) where lines[index].role == .body {
            let line = lines[index].range
            guard Self.lengths.contains(line.count), endsNoSentence(line) else { continue }
            var opening: UInt64 = 0
            for place in line.lowerBound..<line.lowerBound + 5 { opening = opening << 8 | UInt64(bytes[place].lowered) }
            openings.append(opening << 24 | UInt64(index))
        }
        openings.sort()
        var groups: [[Int]] = []
        var start = 0
        while start < openings.count {
            var end = start + 1
            while end < openings.count, openings[end] >> 24 == openings[start] >> 24 { end += 1 }
            if (Self.least...Self.most).contains(end - start) {
                groups.append(openings[start..<end].map { Int($0 & 0xFF_FFFF) })
            }
            start = end
        }
        return groups
    }

    /// `… uit beeld waren?2` ends one too, and calls a note.
    private func endsNoSentence(_ line: Range<Int>) -> Bool {
        switch bytes[withoutNumber(line).upperBound - 1] {
        case Byte.dot, Byte.question, Byte.colon, Byte.semicolon, Byte.comma, Byte.exclamation: false
        default: true
        }
    }

    /// Whether it opens as a title does. Citations are alike, and stand on lines of their own in the middle of sentences.
    private func mayRepeat(_ line: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: line)
        guard cursor.current?.isDigit != true,
            !cursor.skipWord(of: ["Vraag", "Vragen", "Antwoord", "Antwoorden"])
        else { return false }
        // `www.waterbode.nl/peil` is cited, `www.waterbode.nl` the sender's.
        if let slash = bytes.first(Byte.slash, in: line), bytes.hasLetter(before: slash) { return false }
        return bytes.firstIndex(of: "nr", in: line) == nil && bytes.firstIndex(of: "http", in: line) == nil
    }

    /// Those of the lines that are the same as most others.
    private func same(_ indices: [Int], _ lines: [Line], _ comparisons: inout Int) -> [[Int]] {
        var groups: [(line: Masked, indices: [Int])] = []
        for index in indices {
            let line = Masked(bytes[withoutNumber(lines[index].range)])
            if let known = groups.firstIndex(where: { isSame($0.line, line, &comparisons) }) {
                groups[known].indices.append(index)
            } else if groups.count < 8 {
                groups.append((line, [index]))
            }
        }
        return groups.map(\.indices).filter { $0.count >= Self.least }
    }

    /// The signs of a line in small letters, without blanks and the page's number at its end.
    private struct Masked {
        let signs: [UInt8]
        /// Which pairs of neighbours there are, folded into 128 bits.
        private let pairs: (low: UInt64, high: UInt64)

        init(_ line: Slice<Bytes>) {
            var signs: [UInt8] = []
            signs.reserveCapacity(line.count)
            var pairs: (low: UInt64, high: UInt64) = (0, 0)
            for byte in line where !byte.isBlank {
                let sign = byte.lowered
                let pair = UInt64(sign) &* 5 &+ UInt64(signs.last ?? 0) &* 27
                if pair & 64 == 0 { pairs.low |= 1 << (pair & 63) } else { pairs.high |= 1 << (pair & 63) }
                signs.append(sign)
            }
            (self.signs, self.pairs) = (signs, pairs)
        }

        /// Whether more pairs are lacking in the other than so many slips take away: one takes two at most.
        func isFurther(from other: Masked, than slips: Int) -> Bool {
            (pairs.low & ~other.pairs.low).nonzeroBitCount + (pairs.high & ~other.pairs.high).nonzeroBitCount
                > 2 * slips
        }
    }

    private func withoutNumber(_ line: Range<Int>) -> Range<Int> {
        var end = line.upperBound
        while line.upperBound - end < 3, end - 1 > line.lowerBound, bytes[end - 1].isDigit { end -= 1 }
        return line.lowerBound..<end
    }

    /// Whether two lines differ in one sign of eight at most.
    private func isSame(_ one: Masked, _ other: Masked, _ comparisons: inout Int) -> Bool {
        let (left, right) = (one.signs, other.signs)
        let slips = max(left.count, right.count) / 8
        guard abs(left.count - right.count) <= slips, !one.isFurther(from: other, than: slips),
            !other.isFurther(from: one, than: slips)
        else { return false }
        if left == right { return true }
        comparisons -= 1
        guard comparisons > 0 else { return false }
        // Only what lies near the diagonal can be so few slips away; most lines are further off soon.
        let far = slips + 1
        var row = (0...right.count).map { min($0, far) }
        for (index, byte) in left.enumerated() {
            let near = max(0, index - slips)..<min(right.count, index + slips + 1)
            var diagonal = row[near.lowerBound]
            row[near.lowerBound] = near.lowerBound == 0 ? index + 1 : far
            var least = row[near.lowerBound]
            for column in near {
                let above = column + 1 > index + slips ? far : row[column + 1]
                let cost = min(row[column] + 1, above + 1, diagonal + (right[column] == byte ? 0 : 1))
                (diagonal, row[column + 1]) = (row[column + 1], cost)
                least = min(least, cost)
            }
            if least > slips { return false }
        }
        return row[right.count] <= slips
    }

    /// The line with those beside it that repeat too.
    private func block(around index: Int, _ repeated: Set<Int>) -> ClosedRange<Int> {
        var (first, last) = (index, index)
        while repeated.contains(first - 1) { first -= 1 }
        while repeated.contains(last + 1) { last += 1 }
        return first...last
    }

    /// Whether the sentence above goes on below: `zie Kamerstuk 33 529,⏎…⏎nr. 7`.
    private func interrupts(_ index: Int, _ repeated: Set<Int>, _ lines: [Line]) -> Bool {
        let block = block(around: index, repeated)
        guard block.lowerBound > 0, block.upperBound + 1 < lines.count else { return false }
        let (above, below) = (lines[block.lowerBound - 1], lines[block.upperBound + 1])
        guard above.role == .body, below.role == .body else { return false }
        let last = bytes[above.range.upperBound - 1]
        return (last.isLower || last == Byte.comma) && bytes[below.range.lowerBound].isLower
    }
}

/// The foot of a printed page: `Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 4`. Converters glue it to what stands
/// before and after (`…nr. 3.Tweede Kamer, …, Aanhangsel 2het uitgesloten is`), so it is searched in the whole text.
/// Where the next page starts with a digit (`Aanhangsel 12017 stelt`), the count of pages tells where the number ends.
enum PageFoot {
    /// The feet in order, each from its first word to its page number.
    static func all(in bytes: Bytes) -> [Range<Int>] {
        var feet: [Range<Int>] = []
        var lastPage = 0
        var place = 0
        while let found = bytes.firstIndex(of: "Kamer, vergaderjaar", in: place..<bytes.count) {
            place = found + 5
            let start = found - 7
            guard start >= 0 else { continue }
            var cursor = Cursor(bytes, in: start..<min(bytes.count, start + 90))
            guard cursor.skip("Tweede Kamer, vergaderjaar"), let page = page(&cursor, after: lastPage) else { continue }
            lastPage = page
            feet.append(start..<cursor.position)
            place = cursor.position
        }
        return feet
    }

    /// Reads ` 2023–2024, Aanhangsel 4` and leaves the cursor behind the page number.
    private static func page(_ cursor: inout Cursor, after last: Int) -> Int? {
        cursor.skipBlanks()
        guard cursor.number(most: 4) != nil, cursor.skipDash(), cursor.number(most: 4) != nil else { return nil }
        _ = cursor.skip(Byte.comma)
        cursor.skipBlanks()
        guard cursor.skip("Aanhangsel") else { return nil }
        cursor.skipBlanks()
        let digits = digitCount(cursor)
        guard digits > 0 else { return nil }
        let expected = String(last + 1)
        let isExpected = expected.utf8.enumerated().allSatisfy { cursor.peek($0.offset) == $0.element }
        // A number that ends its line, or its blank, is whole.
        let end = cursor.peek(digits)
        let isWhole = digits < 4 && (end == nil || end?.isBlank == true)
        let length = isExpected ? expected.utf8.count : isWhole ? digits : min(digits, 2)
        cursor.position += length
        // `Aanhangsel 431 2`: the letter's own number, and the page's.
        if isWhole, !isExpected {
            _ = cursor.attempt { cursor -> Int? in
                guard cursor.skip(Byte.space), let page = cursor.number(most: 3) else { return nil }
                return cursor.current == nil || cursor.current == Byte.newline || cursor.current == Byte.carriageReturn
                    ? page : nil
            }
        }
        return isExpected ? last + 1 : last
    }

    private static func digitCount(_ cursor: Cursor) -> Int {
        var count = 0
        while cursor.peek(count)?.isDigit == true { count += 1 }
        return count
    }
}
