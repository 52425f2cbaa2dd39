import DutchText
import LetterReading
import Support
import Testing

/// Looking at eight bytes at a time finds what looking at each would.
@Suite struct BytesTests {
    /// Bytes of few kinds, so that what is looked for is there, and doubled, and across the edge of eight.
    private func bytes(_ seed: Int, of kinds: [UInt8], most: Int = 70) -> [UInt8] {
        var random = SeededGenerator(UInt64(seed))
        return (0..<Int.random(in: 0...most, using: &random)).map { _ in kinds.randomElement(using: &random) ?? 0 }
    }

    @Test(arguments: 0..<300) func sievesFindTheFirst(_ seed: Int) {
        let text = bytes(
            seed, of: [0x00, 0x0A, 0x1F, 0x20, 0x21, 0x2F, 0x30, 0x39, 0x3A, 0x61, 0x7F, 0x80, 0xC3, 0xFF])
        let sieves: [(sieve: (UInt64) -> UInt64, isWanted: (UInt8) -> Bool)] = [
            ({ EightBytes.digits($0) }, { (0x30...0x39).contains($0) }),
            ({ EightBytes.below($0, 0x20) }, { $0 < 0x20 }),
            ({ EightBytes.beyondASCII($0) }, { $0 >= 0x80 }), ({ EightBytes.equal($0, 0x20) }, { $0 == 0x20 }),
            ({ EightBytes.equal($0, 0x61) | EightBytes.digits($0) }, { $0 == 0x61 || (0x30...0x39).contains($0) }),
        ]
        for start in 0...text.count {
            for end in [start, (start + text.count) / 2, text.count] {
                for (sieve, isWanted) in sieves {
                    let found = text.reading { $0.first(in: start..<end, sieve) }
                    #expect(found == text[start..<end].firstIndex(where: isWanted))
                }
            }
        }
    }

    @Test(arguments: 0..<300) func needlesAreFoundWhereTheyStand(_ seed: Int) {
        let text = bytes(seed, of: Array("Kam e".utf8))
        for needle: StaticString in ["Kam", "am", "e ", "K", "eKa m"] {
            let wanted = Array(needle.description.utf8)
            let places = text.indices.filter { text[$0...].starts(with: wanted) }
            for start in 0...text.count {
                let found = text.reading { $0.firstIndex(of: needle, in: start..<text.count) }
                #expect(found == places.first { $0 >= start })
            }
        }
    }

    @Test(arguments: 0..<500) func validUTF8IsWhatTheLibrarySays(_ seed: Int) {
        let leads: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED]
        let text = bytes(seed, of: leads + [0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF], most: 5)
        #expect(text.reading(\.isUTF8) == (String(validating: text, as: UTF8.self) != nil))
    }
}
