import DutchText
import LetterReading

/// Objects of JSON, one a line, written as they come: for `cite`, which writes more of them than anything else. The caller
/// gives the keys in their order; texts are escaped as `JSONText` does it. One value holds all lines of a letter: handed on
/// from line to line they were copied each time, and a letter with 8,000 citations took seconds.
struct JSONLines {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    mutating func open() {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
    }

    mutating func close() { bytes.append(contentsOf: "}\n".utf8) }

    mutating func add(_ key: StaticString, _ number: Int) {
        name(key)
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func add(_ key: StaticString, _ text: String?) {
        name(key)
        guard let text else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(Byte.quote)
        text.reading { escape($0) }
        bytes.append(Byte.quote)
    }

    private mutating func name(_ key: StaticString) {
        if !isFirst { bytes.append(Byte.comma) }
        isFirst = false
        bytes.append(Byte.quote)
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(Byte.quote)
        bytes.append(Byte.colon)
    }

    private mutating func escape(_ text: Bytes) {
        var start = 0
        while let place = text.first(in: start..<text.count, Self.mustEscape) {
            text.copy(start..<place, to: &bytes)
            escape(text[place])
            start = place + 1
        }
        text.copy(start..<text.count, to: &bytes)
    }

    private static func mustEscape(_ word: UInt64) -> UInt64 {
        EightBytes.below(word, Byte.space) | EightBytes.equal(word, Byte.quote)
            | EightBytes.equal(word, UInt8(ascii: "\\"))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case Byte.quote, UInt8(ascii: "\\"): bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case Byte.tab: bytes.append(UInt8(ascii: "t"))
        case Byte.newline: bytes.append(UInt8(ascii: "n"))
        case Byte.formFeed: bytes.append(UInt8(ascii: "f"))
        case Byte.carriageReturn: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        }
    }
}
