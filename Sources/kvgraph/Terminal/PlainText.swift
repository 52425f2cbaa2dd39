/// Text that is safe to print: a letter, a file name or an argument may hold anything, and a terminal obeys what it gets.
enum PlainText {
    /// Control characters and signs that turn the direction of what follows become blanks; line ends only where they are
    /// kept.
    static func clean(_ text: String, keepsLines: Bool = false) -> String {
        func isUnsafe(_ scalar: Unicode.Scalar) -> Bool { Self.isUnsafe(scalar) && !(keepsLines && scalar == "\n") }
        guard mayBeUnsafe(text, keepsLines), text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isUnsafe(scalar) ? " " : scalar) }
        return String(scalars)
    }

    /// Whether a byte stands in it that an unsafe character begins with: few texts hold one.
    private static func mayBeUnsafe(_ text: String, _ keepsLines: Bool) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.contains {
                $0 < 0x20 && !(keepsLines && $0 == UInt8(ascii: "\n")) || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2
            }
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
