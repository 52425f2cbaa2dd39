import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// What holds for every letter there is, and for what is left of it after damage.
@Suite struct LetterPropertyTests {
    @Test(arguments: Repository.allLetters) func everyByteHasOneHome(_ url: URL) throws {
        checkHomes(
            try LetterReader.read([UInt8](try Data(contentsOf: url)), name: "letter", file: url.lastPathComponent))
    }

    /// Our own letters, with notes in every notation.
    @Test(arguments: DraftFormat.all.map(\.description)) func everyByteOfOurLettersHasOneHome(_ format: String) throws {
        let form = try #require(DraftFormat.all.first { $0.description == format })
        for own in OwnLetter.all {
            checkHomes(try LetterReader.read(form.write(own.draft), name: own.name, file: "x.\(form.suffix)"))
        }
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

    /// A file that is no letter may doubt a million times: the first are named, the rest are counted.
    @Test func manyDoubtsAreCounted() throws {
        func doubts(_ count: Int) throws -> [Diagnostic] {
            let text = "Vraag 1\nA?\n\nAntwoord 1\n" + String(repeating: "Ja [1] en nee. ", count: count) + "\n"
            return try LetterReader.read(Array(text.utf8), name: "letter", file: "letter.txt").diagnostics
                .filter { $0.code == .markerWithoutNote }
        }
        let few = try doubts(100)
        #expect(few.count == 100 && !few.contains { $0.message.contains("more in this file") })
        let many = try doubts(2345)
        #expect(many.count == 101)
        #expect(many.last?.message == "the same 2245 times more in this file")
    }

    /// Read, never a crash, and each byte still has one home.
    @Test(arguments: 0..<400) func damagedLettersAreReadAllTheSame(_ seed: Int) throws {
        let bytes = SpoiledLetter.bytes(seed: seed)
        do throws(UnreadableLetter) {
            checkHomes(try LetterReader.read(bytes, name: "letter", file: "letter.txt"))
        } catch {
            #expect(error == .empty || error == .binary)
        }
    }

    private func checkHomes(_ letter: Letter) {
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
