import Foundation
import LetterReading
import Support
import Testing

/// What holds for every letter there is, and for what is left of it after damage.
@Suite struct LetterPropertyTests {
    @Test(arguments: Repository.allLetters) func everyByteHasOneHome(_ url: URL) throws {
        try checkHomes(
            try LetterReader.read([UInt8](try Data(contentsOf: url)), name: "letter", file: url.lastPathComponent))
    }

    @Test(arguments: Repository.ownLetters) func passagesKeepTheWayBack(_ url: URL) throws {
        let letter = try LetterReader.read(
            [UInt8](try Data(contentsOf: url)), name: "letter", file: url.lastPathComponent)
        for run in letter.passage.runs {
            for place in run.range where letter.passage.text[place] > 0x20 {
                let source = letter.passage.sourceRange(place..<place + 1)
                #expect(letter.text.bytes[source.lowerBound] == letter.passage.text[place])
            }
        }
    }

    /// Letters cut off, with lines lost, doubled or shuffled, with signs thrown in: read, never a crash, and each byte
    /// still has one home.
    @Test(arguments: 0..<150) func damagedLettersAreReadAllTheSame(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let url = try #require(Repository.ownLetters.randomElement(using: &generator))
        var text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        for _ in 0..<Int.random(in: 1...6, using: &generator) { text = damaged(text, &generator) }
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        try checkHomes(try LetterReader.read(Array(text.utf8), name: "letter", file: url.lastPathComponent))
    }

    private func damaged(_ text: String, _ generator: inout SeededGenerator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = Int.random(in: 0..<lines.count, using: &generator)
        let signs = [
            "[1]", "¹", "Vraag 2", "Antwoord", "[2: ", "12", "\u{0C}",
            "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 3", "-", "1) ", "[footnoteRef:9]", "\u{00A0}", "é",
        ]
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return String(text.prefix(Int.random(in: 0...text.count, using: &generator)))
        case 1: lines.remove(at: place)
        case 2: lines.insert(lines[place], at: place)
        case 3: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &generator))
        case 4: lines[place] += signs.randomElement(using: &generator) ?? ""
        default: lines.insert(signs.randomElement(using: &generator) ?? "", at: place)
        }
        return lines.joined(separator: "\n")
    }

    private func checkHomes(_ letter: Letter) throws {
        let bytes = letter.text.bytes
        var homes = [Int](repeating: 0, count: bytes.count)
        var last = 0
        for part in letter.parts {
            #expect(part.range.lowerBound >= last, "parts are in order and do not overlap")
            last = part.range.upperBound
            for place in part.range { homes[place] += 1 }
        }
        let lost = bytes.indices.filter { homes[$0] != 1 && !isBlank(bytes, $0) }
        #expect(
            lost.isEmpty, "\(lost.prefix(3).map { letter.text.string(max(0, $0 - 20)..<min(bytes.count, $0 + 20)) })")
    }

    /// Space, line end, non-breaking space, byte order mark.
    private func isBlank(_ bytes: [UInt8], _ place: Int) -> Bool {
        if bytes[place] == 0x20 || (0x09...0x0D).contains(bytes[place]) { return true }
        for (sign, length) in [([0xC2, 0xA0], 2), ([0xEF, 0xBB, 0xBF], 3)] {
            for start in max(0, place - length + 1)...place
            where start + length <= bytes.count && bytes[start..<start + length].elementsEqual(sign.map(UInt8.init)) {
                return true
            }
        }
        return false
    }
}
