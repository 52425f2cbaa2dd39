/// Nearly all text in a picture holds nothing that has to be written otherwise, and is taken as it is.
enum PlainSigns {
    /// Whether XML and DOT show the text as it stands: no quotes, brackets, `&`, backslash, control characters or line ends,
    /// nor what is beyond XML.
    /// - Parameter mayHoldLines: whether a line end will do too.
    static func hold(_ text: String, mayHoldLines: Bool = false) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                let byte = bytes[place]
                if byte < 0x80 {
                    guard isPlain[Int(byte)] || mayHoldLines && byte == UInt8(ascii: "\n") else { return false }
                } else if isDoubtful(byte) {
                    // U+0085, U+2028 and U+2029 end lines; U+FFFE and U+FFFF are no characters of XML.
                    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
                    if byte == 0xEF || next == (byte == 0xC2 ? 0x85 : 0x80), !isDash(bytes, place) { return false }
                }
                place += 1
            }
            return true
        }
    }

    private static func isDoubtful(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xEF }

    /// U+2010 to U+2027: dashes, quotes, `…`.
    private static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        bytes[place] == 0xE2 && place + 2 < bytes.count && (0x90...0xA7).contains(bytes[place + 2])
    }

    private static let isPlain = (0..<0x80).map { byte in
        byte >= 0x20 && byte < 0x7F && !#""'\&<>"#.utf8.contains(UInt8(byte))
    }
}
