import DutchText
import LetterReading

/// Bytes of a file → canonical text. UTF-8 stays as it is; UTF-16 with a byte order mark and Windows-1252 (which holds
/// Latin-1) are turned into UTF-8, and a damaged sign into `\u{FFFD}`, which is said; what is no text at all is refused.
package enum TextDecoding {
    /// No letter is longer: the longest Aanhangsel takes some 300 kB. It keeps a wrong file from eating memory.
    package static let longestLetter = 32 << 20
    /// Nor has any more lines: that Aanhangsel has some 5,000. What is known of a line takes more than a short line itself.
    package static let mostLines = 250_000

    @Sendable static func decode(_ bytes: [UInt8]) throws(UnreadableLetter) -> Document {
        let (text, remark) = try decoded(bytes)
        var document = Document(text)
        (document.remark, document.isPlainText) = (remark, true)
        return document
    }

    @Sendable static func markdown(_ bytes: [UInt8]) throws(UnreadableLetter) -> Document {
        var document = try decode(bytes)
        document.isMarkdown = true
        return document
    }

    /// What opens a file of a format that cannot be read.
    private static let refused: [(opening: [UInt8], name: String)] = [
        (
            Array("PK\u{3}\u{4}".utf8),
            "a zip archive, but not a complete docx or odt (an archive of letters must be named .zip)"
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word file (.doc), or a password-protected one"),
        (Array("{\\rtf".utf8), "an RTF file"),
    ]

    private static func decoded(_ bytes: [UInt8]) throws(UnreadableLetter) -> (text: SourceText, remark: String?) {
        guard bytes.count <= longestLetter else { throw UnreadableLetter.tooLong(bytes.count) }
        if let known = refused.first(where: { bytes.starts(with: $0.opening) }) {
            throw UnreadableLetter.otherFormat(known.name)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return try (filled(utf8(fromUTF16: bytes)), "the file is UTF-16, not UTF-8: it was converted")
        }
        if bytes.reading({ $0.first(0, in: 0..<$0.count) }) != nil { throw UnreadableLetter.binary }
        if bytes.reading(\.isUTF8) { return try lines(bytes) }
        // A text in another encoding has no control bytes; a compressed or compiled file is full of them.
        let controls = bytes.prefix(1 << 16).count { $0 < 0x20 && !$0.isBlank && $0 != 0x1B }
        guard controls * 200 < min(bytes.count, 1 << 16) else { throw UnreadableLetter.binary }
        if let (repaired, damage) = repaired(bytes) {
            let places = damage == 1 ? "one place" : "\(damage) places"
            return try (
                filled(repaired),
                "the file is not valid UTF-8: in \(places) a character was lost and is read as “\u{FFFD}”"
            )
        }
        return try (
            filled(utf8(fromWindows1252: bytes)), "the file is Windows-1252, not UTF-8: it was converted"
        )
    }

    /// A text whose lines end in a carriage return alone gets line feeds in their place; no offset changes.
    private static func lines(_ bytes: [UInt8]) throws(UnreadableLetter) -> (text: SourceText, remark: String?) {
        let hasOnlyReturns = bytes.reading { bytes in
            let all = 0..<bytes.count
            return bytes.first(Byte.newline, in: all) == nil && bytes.first(Byte.carriageReturn, in: all) != nil
        }
        guard hasOnlyReturns else { return try (filled(bytes), nil) }
        let cut = bytes.map { $0 == Byte.carriageReturn ? Byte.newline : $0 }
        return try (filled(cut), "the lines end in carriage returns, which were read as line feeds")
    }

    private static func filled(_ bytes: [UInt8]) throws(UnreadableLetter) -> SourceText {
        let isEmpty = bytes.allSatisfy { $0.isBlank } || bytes == [0xEF, 0xBB, 0xBF]
        if isEmpty { throw UnreadableLetter.empty }
        return SourceText(bytes)
    }

    /// A UTF-8 text with some bytes damaged, and how many signs were lost; nil for a text of another encoding, in which
    /// hardly any two bytes together make a sign of UTF-8.
    private static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], damage: Int)? {
        let text = String(decoding: bytes, as: UTF8.self)
        let (lost, whole) = text.unicodeScalars.reduce(into: (0, 0)) { counts, scalar in
            if scalar == "\u{FFFD}" { counts.0 += 1 } else if !scalar.isASCII { counts.1 += 1 }
        }
        return whole > 2 * lost ? (Array(text.utf8), lost) : nil
    }

    private static func utf8(fromUTF16 bytes: [UInt8]) -> [UInt8] {
        let isLittleEndian = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The 32 places where Windows-1252 differs from Latin-1; 0 marks one that it leaves open.
    private static let windows1252: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    private static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8] {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let code = (0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt16(byte)
            scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        }
        return Array(String(scalars).utf8)
    }
}
