import CitationFinding

/// Tells whether a letter has to be read again: its content, and everything that decides what is found in it. A plain
/// 64-bit FNV-1a hash, for noticing changes, not for keeping anybody out.
enum Fingerprint {
    /// - Parameter settings: what else decides the result: the version of reading and finding, catalogue, corrections.
    static func of(_ content: UInt64, settings: String) -> String { text(content) + "/" + settings }

    /// Sixteen hexadecimal digits. Complexity: linear.
    static func hash(_ bytes: some Sequence<UInt8>) -> String { text(number(bytes)) }

    private static func text(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return value
    }

    /// What `hash` made of a content, read back from a fingerprint of these settings; nil for one of others.
    static func content(of fingerprint: UnsafeBufferPointer<UInt8>, settings: String) -> UInt64? {
        let digits = fingerprint.prefix(16)
        guard digits.count == 16, fingerprint.dropFirst(16).first == UInt8(ascii: "/"),
            fingerprint.dropFirst(17).elementsEqual(settings.utf8)
        else { return nil }
        var value: UInt64 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(digit - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
