import DutchText
import LetterReading

/// What a unit says, as the store keeps it to be searched and quoted (`unit_text`): its lines, without notes and the edges of
/// pages.
struct UnitText: Sendable {
    /// A word that was broken at a line's end is whole, and the line ends behind it.
    private(set) var text = ""
    /// Where its lines stand in the file: `0 12 5 20` is the first on line 12, the sixth on line 20, those between one below the
    /// other.
    private(set) var lines = ""

    private var bytes: [UInt8] = []
    private var pairs: [String] = []
    /// The line that is written, from 0; where its first sign stands in the passage; and the line of the file it should be on.
    private var line = 0
    private var start: Int?
    private var expected: Int?

    /// - Returns: nil where the unit says nothing.
    /// - Complexity: linear in the unit.
    init?(_ letter: Letter, unit: Int) {
        letter.passage.text.reading { passage in
            for run in letter.passage.runs where run.footnote == nil && run.units.first == unit {
                if !bytes.isEmpty { end(letter) }
                copy(passage, run.range, letter)
            }
        }
        guard !bytes.isEmpty else { return nil }
        note(letter)
        text = String(decoding: bytes, as: UTF8.self)
        lines = pairs.joined(separator: " ")
    }

    private mutating func copy(_ passage: Bytes, _ run: Range<Int>, _ letter: Letter) {
        var place = run.lowerBound
        var isOwed = false
        while place < run.upperBound {
            let byte = passage[place]
            // Most of a line is copied in one piece.
            if !isOwed, byte != Byte.newline, byte != Byte.hyphen {
                let end = passage.first(in: place..<run.upperBound, Self.isBreak) ?? run.upperBound
                if start == nil { start = place }
                passage.copy(place..<end, to: &bytes)
                place = end
                continue
            }
            if Sentence.isBroken(passage, at: place, in: run) {
                isOwed = true
                place += 2
                continue
            }
            if byte == Byte.newline || isOwed && byte == Byte.space {
                end(letter)
                isOwed = false
            } else {
                if start == nil { start = place }
                bytes.append(byte)
            }
            place += 1
        }
    }

    private static func isBreak(_ word: UInt64) -> UInt64 {
        EightBytes.equal(word, Byte.newline) | EightBytes.equal(word, Byte.hyphen)
    }

    /// Ends the line that is written.
    private mutating func end(_ letter: Letter) {
        note(letter)
        bytes.append(Byte.newline)
        line += 1
    }

    /// Says where the line stands, if that is not below the one before. A blank one came of the end of a paragraph.
    private mutating func note(_ letter: Letter) {
        if let start {
            let found = letter.text.line(of: letter.passage.sourceRange(start..<start + 1).lowerBound)
            if found != expected { pairs.append("\(line) \(found)") }
            expected = found
        }
        expected = expected.map { $0 + 1 }
        start = nil
    }
}

extension UnitText {
    /// The line of the file on which a place of a stored text stands.
    /// - Complexity: linear in the text before it.
    static func line(of offset: Int, in text: String, _ lines: String) -> Int? {
        let line = text.utf8.prefix(offset).count { $0 == Byte.newline }
        let numbers = lines.split(separator: " ").compactMap { Int($0) }
        var found: Int?
        for index in stride(from: 0, to: numbers.count - 1, by: 2) where numbers[index] <= line {
            found = numbers[index + 1] + line - numbers[index]
        }
        return found
    }
}
