import DutchText

/// Puts the running text of units and notes together, byte by byte from the letter, and keeps the way back.
struct PassageBuilder {
    let bytes: Bytes
    /// What is taken out, sorted: markers and notes within the text.
    private let holes: [Range<Int>]
    /// In Markdown, `_` and `*` around words are no part of the text.
    let isMarkdown: Bool
    private(set) var passage = Passage()

    /// What is longer and taken out of a line is a note, not its marker.
    private static let longestMarker = 24

    init(_ bytes: Bytes, without holes: [Range<Int>], isMarkdown: Bool, isFlattened: Bool) {
        self.bytes = bytes
        self.holes = holes
        self.isMarkdown = isMarkdown
        passage.text.reserveCapacity(bytes.count + 64)
        passage.isFlattened = isFlattened
    }

    /// Adds a run: its lines, or the inside of a note.
    /// - Parameter takesHoles: false for the text of a note within the running text, which is itself a hole.
    mutating func add(
        _ lines: [(range: Range<Int>, opensParagraph: Bool)], footnote: Int?, units: [Int], takesHoles: Bool = true
    ) {
        // A line end between runs: no word of one touches a word of the next.
        if !passage.text.isEmpty { append(Byte.newline, from: lines.first?.range.lowerBound ?? 0) }
        let start = passage.text.count
        var last: Int?
        for (range, opensParagraph) in lines {
            // Something else stands between two lines of the run.
            if let last, last < range.lowerBound, !bytes.trimmed(last..<range.lowerBound).isEmpty {
                passage.breaks.append(passage.text.count)
            }
            last = range.upperBound
            if passage.text.count > start {
                let place = range.lowerBound > 0 ? range.lowerBound - 1 : 0
                append(Byte.newline, from: place)
                if opensParagraph { append(Byte.newline, from: place) }
            }
            var from = range.lowerBound
            if takesHoles {
                for hole in holes[firstHole(endingAfter: from)...] {
                    guard hole.lowerBound < range.upperBound else { break }
                    copy(from..<max(from, hole.lowerBound))
                    if hole.upperBound < range.upperBound, passage.text.count > start {
                        dropBlank(before: bytes[hole.upperBound])
                    }
                    if hole.count > Self.longestMarker { passage.breaks.append(passage.text.count) }
                    passage.calls[hole.lowerBound] = (passage.text.count, passage.runs.count)
                    from = max(from, hole.upperBound)
                }
            }
            if from < range.upperBound { copy(from..<range.upperBound) }
        }
        while passage.text.count > start, passage.text[passage.text.count - 1].isBlank { removeLast() }
        passage.runs.append(Passage.Run(range: start..<passage.text.count, footnote: footnote, units: units))
    }

    /// The blank before a marker goes with it where a sign follows: `5 april 2024 ³, het` is `5 april 2024, het`.
    private mutating func dropBlank(before sign: UInt8) {
        switch sign {
        case Byte.comma, Byte.dot, Byte.semicolon, Byte.colon, Byte.question, Byte.exclamation, Byte.closeParen:
            guard let last = passage.text.last, last == Byte.space || last == Byte.newline else { return }
            // Two line ends are a paragraph's.
            if last == Byte.newline, passage.text.dropLast().last == Byte.newline { return }
            removeLast()
        default: break
        }
    }

    /// Takes the last byte away, with what is known of it: places in the passage are in order.
    private mutating func removeLast() {
        passage.text.removeLast()
        while let piece = passage.pieces.last, piece.start >= passage.text.count { passage.pieces.removeLast() }
        while let place = passage.breaks.last, place > passage.text.count { passage.breaks.removeLast() }
    }

    private func firstHole(endingAfter offset: Int) -> Int {
        holes.partitioningIndex { $0.upperBound > offset }
    }

    private mutating func append(_ byte: UInt8, from source: Int) {
        passage.pieces.append(Passage.Piece(start: passage.text.count, source: source))
        passage.text.append(byte)
    }

    /// Copies a stretch; odd blanks become a space, invisible signs go.
    private mutating func copy(_ range: Range<Int>) {
        var start = range.lowerBound
        var from = start
        while from < range.upperBound, let index = bytes.first(in: from..<range.upperBound, mayBeOdd) {
            guard let (length, replacement) = odd(at: index, in: range) else {
                from = index + 1
                continue
            }
            copyPlain(start..<index)
            if let replacement, replacement == Byte.newline || passage.text.last != Byte.space {
                append(replacement, from: index)
            }
            from = index + length
            start = from
        }
        copyPlain(start..<range.upperBound)
    }

    private mutating func copyPlain(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        passage.pieces.append(Passage.Piece(start: passage.text.count, source: range.lowerBound))
        bytes.copy(range, to: &passage.text)
    }
}

/// The signs that a passage does not copy as they are.
extension PassageBuilder {
    /// Marks each byte of which `odd` has to be asked: blanks but for a single space, what is beyond ASCII, and in
    /// Markdown its marks.
    func mayBeOdd(_ word: UInt64) -> UInt64 {
        let spaces = EightBytes.equal(word, Byte.space)
        // Of the last byte the next one is not known.
        let doubled = spaces & (spaces >> 8 | 1 << 63)
        let plain = doubled | EightBytes.below(word, Byte.space) | EightBytes.beyondASCII(word)
        return isMarkdown ? plain | EightBytes.equal(word, Byte.underscore) | EightBytes.equal(word, Byte.star) : plain
    }

    /// A sign that is not copied as it is: how long it is and what stands for it, if anything.
    func odd(at index: Int, in range: Range<Int>) -> (length: Int, replacement: UInt8?)? {
        let byte = bytes[index]
        if byte.isASCIILetter { return nil }
        switch byte {
        case Byte.newline: return (1, Byte.newline)
        case Byte.tab, Byte.carriageReturn, Byte.formFeed: return (1, Byte.space)
        case Byte.space where index + 1 < range.upperBound && bytes[index + 1] == Byte.space: return (1, nil)
        case Byte.underscore, Byte.star: return isMarkdown && isEmphasis(at: index, in: range) ? (1, nil) : nil
        case 0xC2 where index + 1 < range.upperBound:
            if bytes[index + 1] == 0xA0 { return (2, Byte.space) }
            return bytes[index + 1] == 0xAD ? (2, nil) : nil
        case 0xE2 where index + 2 < range.upperBound && bytes[index + 1] == 0x80:
            let third = bytes[index + 2]
            if third <= 0x8A || third == 0xAF { return (3, Byte.space) }
            return third <= 0x8F ? (3, nil) : nil
        case 0xEF where index + 2 < range.upperBound && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
            return (3, nil)
        default: return nil
        }
    }

    /// Whether the sign stands at the edge of a word: `_Duitse landmacht_`, not `topics_49198`.
    private func isEmphasis(at index: Int, in range: Range<Int>) -> Bool {
        func isInner(_ place: Int) -> Bool {
            guard range.contains(place) else { return false }
            return bytes[place].isASCIILetter || bytes[place].isDigit || bytes[place] == Byte.slash
                || bytes[place] == Byte.percent || bytes[place] == Byte.equals || bytes[place] == Byte.hyphen
        }
        return !isInner(index - 1) || !isInner(index + 1)
    }
}
