import LetterReading

/// What the answers of a letter say, in 64 bytes: enough to tell that the PDF and the docx of a letter are one, and that two
/// letters about the same questions are not. The smallest hashes of all groups of three words, after A. Broder, *On the
/// resemblance and containment of documents* (1997).
struct AnswerSketch: Equatable {
    /// Ascending, no two alike; fewer only where the answers have fewer groups of words.
    let hashes: [UInt32]

    private static let size = 16

    /// - Complexity: linear in the length of the answers.
    init(_ letter: Letter) {
        var smallest: [UInt32] = []
        for run in letter.passage.runs where run.footnote == nil {
            guard let unit = run.units.first, letter.units[unit].name.part.isAnswer else { continue }
            Self.groups(letter.passage.text[run.range]) { hash in
                if smallest.count == Self.size, let last = smallest.last, hash >= last { return }
                let place = smallest.firstIndex { $0 >= hash } ?? smallest.count
                if place < smallest.count, smallest[place] == hash { return }
                smallest.insert(hash, at: place)
                if smallest.count > Self.size { smallest.removeLast() }
            }
        }
        hashes = smallest
    }

    init(hex text: String) {
        hashes = text.split(separator: " ").compactMap { UInt32($0, radix: 16) }
    }

    var hex: String { hashes.map { String($0, radix: 16) }.joined(separator: " ") }

    /// Whether at least half of the words are the same: two formats of a letter share nearly all, two letters hardly any.
    func isAlike(_ other: AnswerSketch) -> Bool {
        let count = min(hashes.count, other.hashes.count, Self.size)
        if count < 4 { return hashes == other.hashes }
        let smallest = Set(Set(hashes).union(other.hashes).sorted().prefix(count))
        return 2 * smallest.intersection(hashes).intersection(other.hashes).count >= count
    }

    /// A hash of every three words that follow each other; a word is a run of letters, in small letters.
    private static func groups(_ text: ArraySlice<UInt8>, _ take: (UInt32) -> Void) {
        let start: UInt64 = 0xcbf2_9ce4_8422_2325
        var (first, second, word) = (UInt64(0), UInt64(0), start)
        func end() {
            if word == start { return }
            if first != 0 {
                var mixed = (first &* 31 &+ second) &* 31 &+ word
                mixed = (mixed ^ (mixed >> 31)) &* 0x9e37_79b9_7f4a_7c15
                take(UInt32(truncatingIfNeeded: mixed >> 32))
            }
            (first, second, word) = (second, word, start)
        }
        for byte in text {
            let small = byte | 0x20
            if byte >= 0x80 || (small >= 0x61 && small <= 0x7a) {
                word = (word ^ UInt64(byte >= 0x80 ? byte : small)) &* 0x100_0000_01b3
            } else {
                end()
            }
        }
        end()
    }
}
