import DutchText

/// A sentence in whose midst a note stands, as where the foot of a page came between without a sign of it: `het rapport
/// van de`, `1 Kamerstuk 31 839, nr. 7`, `Europese Commissie`. The line that goes on with it is no more of the note.
struct CutSentence {
    private let bytes: Bytes
    private let lines: [Line]
    /// The line that breaks off.
    private let above: Range<Int>
    /// It breaks off before a number: `Kamerstuk 31 288, nr.`
    let wantsNumber: Bool

    /// Nil where the line above the note ends a sentence, or an empty line stands between.
    init?(_ bytes: Bytes, _ lines: [Line], by note: Int) {
        var first = note
        // Another note may stand above this one.
        while first > 0, !lines[first].blankBefore, case .note = lines[first - 1].role { first -= 1 }
        guard first > 0, lines[first - 1].role == .body, !lines[first].blankBefore else { return nil }
        above = lines[first - 1].range
        (self.bytes, self.lines) = (bytes, lines)
        wantsNumber = NoteBoundary(bytes).wantsNumber(above)
        let sign = bytes[above.upperBound - 1]
        guard sign.isLower || sign.isDigit || sign == Byte.comma || wantsNumber else { return nil }
    }

    /// Whether it goes on at this line: the note has its full stop, and the line opens in small letters.
    func goesOn(at index: Int) -> Bool {
        hasStop(above: index) && bytes[lines[index].range.lowerBound].isLower
    }

    /// Whether it may go on at this line, unless it does so further down: its last word so far cannot end a sentence, and the
    /// line above has its full stop, or was left before it was full.
    func mayGoOn(at index: Int) -> Bool {
        if bytes[lines[index].range.lowerBound].isDigit {
            return wantsNumber ? isEnded(above: index) : endsAddress(above: index)
        }
        return isUnfinished && bytes.isLetter(at: lines[index].range.lowerBound)
            && (hasStop(above: index) || isLeftEarly(above: index))
    }

    /// Whether the line before this one ends with an address that this one, a number, does not go on with.
    private func endsAddress(above index: Int) -> Bool {
        let token = bytes[lines[index - 1].range].reversed().prefix { !$0.isBlank }
        let number = bytes[lines[index].range].prefix { !$0.isBlank }
        return token.count { $0 == Byte.slash } > 2 && token.first?.isDigit == true && !number.contains(Byte.slash)
            && isEnded(above: index)
    }

    /// Whether the line before this one needs no number and is not cut within a word or an address.
    private func isEnded(above index: Int) -> Bool {
        let last = lines[index - 1].range
        let sign = bytes[last.upperBound - 1]
        return sign < 0x80 && ![Byte.comma, Byte.hyphen, Byte.slash].contains(sign)
            && !NoteBoundary(bytes).wantsNumber(last)
    }

    /// `van de`: a last word that no sentence ends with.
    var isUnfinished: Bool { Self.isUnfinished(above, bytes) }

    private func hasStop(above index: Int) -> Bool {
        let last = lines[index - 1].range
        return bytes[last.upperBound - 1] == Byte.dot && !NoteBoundary(bytes).wantsNumber(last)
    }

    /// Whether this line opens as a name does, and its first word had room on the line before it, by the measure of the line
    /// that breaks off.
    private func isLeftEarly(above index: Int) -> Bool {
        let (last, next) = (lines[index - 1].range, lines[index].range)
        let sign = bytes[last.upperBound - 1]
        guard bytes.isCapital(at: next.lowerBound), sign.isDigit || sign.isLower || sign == Byte.closeParen,
            !Self.isUnfinished(last, bytes), !NoteBoundary(bytes).wantsNumber(last)
        else { return false }
        let word = bytes[next].prefix { !$0.isBlank }.count
        // `[2] 2023` is the front of a note whose line was cut.
        return last.count > 16 && last.count + 1 + word < above.count
    }

    private static func isUnfinished(_ line: Range<Int>, _ bytes: Bytes) -> Bool {
        let word = bytes[line].reversed().prefix { $0.isASCIILetter }.reversed()
        return unfinished.contains(String(decoding: word, as: UTF8.self))
    }

    private static let unfinished: Set<String> = [
        "de", "het", "een", "van", "der", "en", "of", "aan", "door", "voor", "met", "naar", "bij", "uit", "tot", "dat",
        "die", "onze", "mijn", "in", "op", "om", "over", "tussen", "per", "als", "ook", "te", "zoals", "onder", "tegen",
        "deze", "hun", "haar",
    ]
}

extension CutSentence {
    /// The notes behind which a cut sentence does not go on: of their lines some may be the sentence's.
    static func withoutRest(_ bytes: Bytes, _ lines: [Line], _ notes: [NoteText]) -> [Int] {
        notes.indices.filter { index in
            guard notes[index].lines.count > 1, let first = notes[index].lines.first,
                let sentence = CutSentence(bytes, lines, by: first), sentence.isUnfinished
            else { return false }
            let rest = (first..<lines.count).first { line in
                if case .note = lines[line].role { return false }
                return lines[line].role != .furniture
            }
            guard let rest, lines[rest].role == .body, lines[rest].opens == nil else { return true }
            return lines[rest].blankBefore && lines[rest - 1].role != .furniture
                && !bytes[lines[rest].range.lowerBound].isLower
        }
    }
}
