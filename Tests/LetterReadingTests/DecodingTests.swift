import DutchText
import LetterFormats
import LetterReading
import Testing

/// Files in other encodings, and files that are no letters.
@Suite struct DecodingTests {
    private let text = "Vraag 1\nWat kost één café?\n\nAntwoord\n€ 5 – niets.\n"

    private func read(_ bytes: [UInt8]) throws -> Letter { try LetterReader.read(bytes, name: "x", file: "x.txt") }

    @Test func windows1252IsConvertedAndSaid() throws {
        let bytes = text.unicodeScalars.map { scalar -> UInt8 in
            switch scalar {
            case "€": 0x80
            case "–": 0x96
            default: UInt8(scalar.value)
            }
        }
        let letter = try read(bytes)
        #expect(letter.text.string(0..<letter.text.bytes.count) == text)
        #expect(letter.diagnostics.map(\.code) == [.recoded])
        #expect(letter.units.map(\.name.description) == ["preamble", "Q1", "A1"])
    }

    @Test func oneBadByteDoesNotSpoilTheOthers() throws {
        let bytes = Array("Vraag 1\nWat kost één café – nu?\n".utf8) + [0xE9] + Array("Antwoord\n€ 5\n".utf8)
        let letter = try read(bytes)
        #expect(letter.text.string(0..<letter.text.bytes.count).contains("één café – nu?\n\u{FFFD}Antwoord\n€ 5"))
        #expect(letter.diagnostics.first?.message.contains("in one place a character was lost") == true)
    }

    @Test func carriageReturnsAloneEndLines() throws {
        let letter = try read(Array(text.replacing("\n", with: "\r").utf8))
        #expect(letter.units.map(\.name.description) == ["preamble", "Q1", "A1"])
        #expect(letter.diagnostics.map(\.code) == [.recoded])
    }

    @Test func utf16WithAByteOrderMarkIsConverted() throws {
        for isLittle in [true, false] {
            var bytes: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
            for unit in text.utf16 {
                let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                bytes += isLittle ? pair : pair.reversed()
            }
            #expect(try read(bytes).text.bytes == Array(text.utf8))
        }
    }

    @Test func utf8StaysByteForByte() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        let letter = try read(bytes)
        #expect(letter.text.bytes == bytes)
        #expect(letter.diagnostics.isEmpty)
    }

    @Test func whatIsNoTextIsRefused() {
        let refused: [(bytes: [UInt8], reason: UnreadableLetter)] = [
            ([], .empty), (Array(" \n\t\n".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
            ([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1], .binary), ((0..<4000).map { UInt8($0 % 31 + 1) } + [0xFF], .binary),
            (Array("%PDF-1.7\n%âãÏÓ".utf8), .damaged("Poppler cannot open it")),
            (
                [0x50, 0x4B, 0x03, 0x04, 0x14],
                .otherFormat("a zip archive, but not a complete docx or odt (an archive of letters must be named .zip)")
            ),
            (Array("{\\rtf1\\ansi Vraag 1}".utf8), .otherFormat("an RTF file")),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1],
                .otherFormat("an old Word file (.doc), or a password-protected one")
            ),
            (Array("<!DOCTYPE html><html>".utf8), .empty),
        ]
        for (bytes, reason) in refused {
            #expect(throws: reason) { try read(bytes) }
        }
        #expect(throws: UnreadableLetter.tooLong(33 << 20)) { try read([UInt8](repeating: 0x61, count: 33 << 20)) }
    }

    @Test func aLineOfMegabytesIsReadInTime() throws {
        let line = Array(
            String(
                repeating: "Kamerstuk 35 165, nr. 97 [1] 3 Vraag 4 Beantwoording vragen Tweede Kamer 1/9 ",
                count: 60_000
            ).utf8)
        #expect(try read(line).text.bytes.count == line.count)
    }
}
