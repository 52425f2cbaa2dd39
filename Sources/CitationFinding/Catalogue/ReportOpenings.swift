import DutchText
import LetterReading

/// The names of a catalogue by how they open, so that a catalogue may be long: a place is compared with the front of every
/// name's first word, four bytes at once, and what stands behind that word with the sign that the second one opens with.
final class ReportOpenings: Sendable {
    /// A name with its series. One object, so that one that is looked at is not copied.
    final class Entry: Sendable {
        let name: ReportName
        let series: ReportCatalogue.Series
        /// What the second word opens with, in small letters; 0 where any sign may follow.
        fileprivate let second: UInt8

        init(_ name: ReportName, _ series: ReportCatalogue.Series) {
            (self.name, self.series) = (name, series)
            if name.tokens.count > 1, case .word(let word) = name.tokens[1] {
                second = word.first?.lowered ?? 0
            } else {
                second = 0
            }
        }
    }

    /// The names that open with the same word.
    fileprivate struct FirstWord {
        /// The first four bytes of that word in small letters, the first the lowest, and which of them there are.
        var front: UInt32 = 0
        var mask: UInt32 = 0
        let word: [UInt8]
        /// In the catalogue's order, those of one second sign together.
        var entries: [Entry] = []
        /// Where those of each second sign stand.
        var bySecond: [(sign: UInt8, entries: Range<Int>)] = []
    }

    /// By the first two bytes of the word.
    private let openings: [[FirstWord]]

    /// One of 1024, by two bytes of which letters may be in either case.
    private static func place(_ first: UInt8, _ second: UInt8) -> Int { Int(first & 31) << 5 | Int(second & 31) }

    init(_ series: [ReportCatalogue.Series]) {
        var openings = [[FirstWord]](repeating: [], count: 1024)
        var places: [[UInt8]: Int] = [:]
        for one in series {
            for name in one.names {
                guard case .word(let written)? = name.tokens.first, !written.isEmpty else { continue }
                let word = written.map(\.lowered)
                let first = Self.place(word[0], word.count > 1 ? word[1] : 0)
                let place = places[word] ?? openings[first].count
                if places[word] == nil {
                    places[word] = place
                    var opening = FirstWord(word: word)
                    for (index, byte) in word.prefix(4).enumerated() {
                        opening.front |= UInt32(byte) << UInt32(8 * index)
                        opening.mask |= 0xFF << UInt32(8 * index)
                    }
                    openings[first].append(opening)
                }
                openings[first][place].entries.append(Entry(name, one))
            }
        }
        for first in openings.indices {
            for place in openings[first].indices { openings[first][place].sort() }
        }
        self.openings = openings
    }

    /// Hands over the names whose first word stands at the cursor as a whole, in the catalogue's order, but for those whose
    /// second word cannot follow.
    func visit(at cursor: Cursor, _ body: (Entry) -> Void) {
        var (bytes, known): (UInt32, UInt32) = (0, .max)
        for index in 0..<4 {
            let byte = cursor.peek(index) ?? 0
            // Where a hyphen may break the word, two bytes alone can be compared.
            if index > 1, byte == Byte.hyphen { known = 0xFFFF }
            bytes |= UInt32(byte.lowered) << UInt32(8 * index)
        }
        let (first, second) = (UInt8(bytes & 0xFF), UInt8(bytes >> 8 & 0xFF))
        visit(Self.place(first, second), bytes, known, cursor, body)
        // `X rapport`: a word of one sign has no second.
        if second & 31 != 0, !second.isASCIILetter { visit(Self.place(first, 0), bytes, known, cursor, body) }
    }

    private func visit(_ first: Int, _ bytes: UInt32, _ known: UInt32, _ cursor: Cursor, _ body: (Entry) -> Void) {
        for place in openings[first].indices {
            guard (bytes ^ openings[first][place].front) & openings[first][place].mask & known == 0,
                let behind = Behind(openings[first][place].word, cursor)
            else { continue }
            for (sign, entries) in openings[first][place].bySecond where behind.mayOpen(sign) {
                for index in entries { body(openings[first][place].entries[index]) }
            }
        }
    }

    /// What stands behind a first word.
    private struct Behind {
        /// What a second word would open with; nil where none can.
        private let next: UInt8?

        /// Nil where the word does not stand at the cursor as a whole.
        init?(_ word: [UInt8], _ cursor: Cursor) {
            var end = cursor
            guard end.skip(word), !end.bytes.isLetter(at: end.position) || end.isAtEnd else { return nil }
            next = ReportName.gap(&end) ? end.current?.lowered : nil
        }

        func mayOpen(_ second: UInt8) -> Bool { second == 0 || second == next }
    }
}

extension ReportOpenings.FirstWord {
    /// Brings the names of one second sign together.
    fileprivate mutating func sort() {
        let signs = entries.map(\.second)
        entries = entries.indices.sorted { (signs[$0], $0) < (signs[$1], $1) }.map { entries[$0] }
        for index in entries.indices {
            if bySecond.last?.sign == entries[index].second {
                bySecond[bySecond.count - 1].entries = bySecond[bySecond.count - 1].entries.lowerBound..<index + 1
            } else {
                bySecond.append((entries[index].second, index..<index + 1))
            }
        }
    }
}
