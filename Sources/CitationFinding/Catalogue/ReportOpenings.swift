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

    /// The first four bytes of a first word in small letters, the first the lowest, and which of them there are.
    private struct Front {
        var bytes: UInt32 = 0
        var mask: UInt32 = 0
        /// Equal for the names that have the same first word.
        var word = 0
    }

    /// In the catalogue's order, by the first byte in small letters.
    private let fronts: [[Front]]
    private let entries: [[Entry]]

    init(_ series: [ReportCatalogue.Series]) {
        var fronts = [[Front]](repeating: [], count: 256)
        var entries = [[Entry]](repeating: [], count: 256)
        var words: [[UInt8]: Int] = [:]
        for one in series {
            for name in one.names {
                guard case .word(let written)? = name.tokens.first, !written.isEmpty else { continue }
                let word = written.map(\.lowered)
                var front = Front(word: words[word] ?? words.count)
                words[word] = front.word
                for (index, byte) in word.prefix(4).enumerated() {
                    front.bytes |= UInt32(byte) << UInt32(8 * index)
                    front.mask |= 0xFF << UInt32(8 * index)
                }
                fronts[Int(word[0])].append(front)
                entries[Int(word[0])].append(Entry(name, one))
            }
        }
        (self.fronts, self.entries) = (fronts, entries)
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
        let first = Int(bytes & 0xFF)
        // Names of the same first word mostly stand together: it is read once.
        var word = -1
        var behind: Behind?
        for index in fronts[first].indices {
            let front = fronts[first][index]
            guard (bytes ^ front.bytes) & front.mask & known == 0 else { continue }
            if front.word != word { (word, behind) = (front.word, Behind(entries[first][index].name, cursor)) }
            guard let behind, behind.mayOpen(entries[first][index].second) else { continue }
            body(entries[first][index])
        }
    }

    /// What stands behind a first word.
    private struct Behind {
        /// What a second word would open with; nil where none can.
        private let next: UInt8?

        /// Nil where the word does not stand at the cursor.
        init?(_ name: ReportName, _ cursor: Cursor) {
            guard var end = name.opening(at: cursor) else { return nil }
            next = ReportName.gap(&end) ? end.current?.lowered : nil
        }

        func mayOpen(_ second: UInt8) -> Bool { second == 0 || second == next }
    }
}
