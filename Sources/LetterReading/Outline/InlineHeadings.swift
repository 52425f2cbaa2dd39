import DutchText

/// Headings in the middle of a flattened line: `… (Kamerstuk 25 087, nr. 78) Vraag 13 10/22 Kan de stelling …`. Such a
/// word is a heading when the sentence before it ended and its number is new.
enum InlineHeadings {
    /// Offsets before and after each heading, in order.
    static func cuts(in bytes: Bytes, _ range: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        var asked: Set<Int> = []
        var open: [Int] = []
        for place in places(in: bytes, range) {
            let end = min(range.upperBound, place + 60)
            guard let candidate = HeadingCandidate.read(bytes, place..<end),
                candidate.word == .closing || candidate.opensSentence || candidate.isClosed
            else { continue }
            switch candidate.word {
            case .question:
                guard let first = candidate.numbers.first, !asked.contains(first), first <= (asked.max() ?? 0) + 8,
                    endsSentence(bytes, before: place) || first == (asked.max() ?? 0) + 1
                else { continue }
                asked.formUnion(candidate.numbers)
                open = candidate.numbers
            case .answer:
                guard !candidate.numbers.isEmpty, candidate.numbers == open else { continue }
            case .closing:
                guard !asked.isEmpty, endsSentence(bytes, before: place) else { continue }
            }
            cuts += [place, candidate.range.upperBound]
        }
        return cuts
    }

    private static func places(in bytes: Bytes, _ range: Range<Int>) -> [Int] {
        var places: [Int] = []
        var from = range.lowerBound
        while from < range.upperBound, let index = bytes.first(in: from..<range.upperBound, mayOpen) {
            from = index + 1
            if index == range.lowerBound || !bytes.hasLetter(before: index) { places.append(index) }
        }
        return places
    }

    private static func mayOpen(_ word: UInt64) -> UInt64 {
        EightBytes.equal(word, UInt8(ascii: "V")) | EightBytes.equal(word, UInt8(ascii: "A"))
            | EightBytes.equal(word, UInt8(ascii: "T"))
            | EightBytes.equal(word, UInt8(ascii: "M"))
    }

    /// Whether the last sign before `place` ends a sentence or stands in no sentence at all.
    private static func endsSentence(_ bytes: Bytes, before place: Int) -> Bool {
        var index = place - 1
        while index >= 0, bytes[index].isBlank { index -= 1 }
        guard index >= 0 else { return true }
        return !bytes.hasLetter(before: index + 1) && bytes[index] != Byte.comma && bytes[index] != Byte.hyphen
    }
}
