import CitationFinding

/// Tells whether a letter has to be read again: its content, and everything that decides what is found in it. A plain
/// 64-bit FNV-1a hash, for noticing changes, not for keeping anybody out.
enum Fingerprint {
    /// - Parameter settings: what else decides the result: the version of reading and finding, catalogue, corrections.
    static func of(_ bytes: [UInt8], settings: String) -> String { hash(bytes) + "/" + settings }

    /// Sixteen hexadecimal digits. Complexity: linear.
    static func hash(_ bytes: some Sequence<UInt8>) -> String {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
