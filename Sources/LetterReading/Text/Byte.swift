/// Names for the ASCII bytes that the grammars of letters and citations are made of.
package enum Byte {
    package static let tab = UInt8(ascii: "\t")
    package static let newline = UInt8(ascii: "\n")
    package static let formFeed: UInt8 = 0x0C
    package static let carriageReturn = UInt8(ascii: "\r")
    package static let space = UInt8(ascii: " ")
    package static let quote = UInt8(ascii: "\"")
    package static let hash = UInt8(ascii: "#")
    package static let percent = UInt8(ascii: "%")
    package static let apostrophe = UInt8(ascii: "'")
    package static let openParen = UInt8(ascii: "(")
    package static let closeParen = UInt8(ascii: ")")
    package static let star = UInt8(ascii: "*")
    package static let comma = UInt8(ascii: ",")
    package static let hyphen = UInt8(ascii: "-")
    package static let dot = UInt8(ascii: ".")
    package static let slash = UInt8(ascii: "/")
    package static let zero = UInt8(ascii: "0")
    package static let colon = UInt8(ascii: ":")
    package static let semicolon = UInt8(ascii: ";")
    package static let less = UInt8(ascii: "<")
    package static let equals = UInt8(ascii: "=")
    package static let greater = UInt8(ascii: ">")
    package static let question = UInt8(ascii: "?")
    package static let exclamation = UInt8(ascii: "!")
    package static let at = UInt8(ascii: "@")
    package static let openBracket = UInt8(ascii: "[")
    package static let closeBracket = UInt8(ascii: "]")
    package static let caret = UInt8(ascii: "^")
    package static let underscore = UInt8(ascii: "_")
    package static let bar = UInt8(ascii: "|")
    package static let ampersand = UInt8(ascii: "&")
}

extension UInt8 {
    package var isDigit: Bool { self &- 0x30 < 10 }
    package var isUpper: Bool { self &- 0x41 < 26 }
    package var isLower: Bool { self &- 0x61 < 26 }
    package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Space, tab, or any kind of line end.
    package var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 }
    /// A byte after the first of a character that takes several (UTF-8).
    package var isContinuation: Bool { self & 0xC0 == 0x80 }
    /// The small letter of a capital; any other byte as it is.
    package var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

extension [UInt8] {
    /// Whether the character that ends just before `index` is a letter: `é` counts, `»` and `’` do not.
    package func hasLetter(before index: Int) -> Bool {
        var lead = index - 1
        while lead > 0, self[lead].isContinuation, index - lead < 4 { lead -= 1 }
        return lead >= 0 && isLetter(at: lead)
    }

    /// Whether the character that starts at `index` is a letter of a Latin alphabet.
    package func isLetter(at index: Int) -> Bool {
        guard index < count else { return false }
        let byte = self[index]
        if byte < 0x80 { return byte.isASCIILetter }
        // U+00C0 to U+024F; the signs of U+0080 to U+00BF (« » · §) have the lead byte C2.
        return byte >= 0xC3 && byte <= 0xC9
    }

    /// Whether the character that starts at `index` is a capital (ASCII, or À to Þ).
    package func isCapital(at index: Int) -> Bool {
        guard index < count else { return false }
        if self[index].isUpper { return true }
        return self[index] == 0xC3 && index + 1 < count && self[index + 1] < 0x9F
    }

    /// Whether a word can start at `index`: no letter before it, or a small letter glued to a capital, as
    /// converters leave it (`hetKamerstuk`).
    package func isWordStart(_ index: Int) -> Bool {
        guard index > 0, hasLetter(before: index) else { return true }
        return self[index].isUpper && self[index - 1].isLower
    }

    /// The first place of `needle` in `range`, or nil. Linear: looks for the first byte, then compares.
    package func firstIndex(of needle: StaticString, in range: Range<Int>) -> Int? {
        let length = needle.utf8CodeUnitCount
        guard length > 0, range.count >= length else { return nil }
        return needle.withUTF8Buffer { wanted in
            withUnsafeBufferPointer { bytes in
                var index = range.lowerBound
                let last = range.upperBound - length
                let first = wanted[0]
                while index <= last {
                    if bytes[index] == first {
                        var matched = 1
                        while matched < length, bytes[index + matched] == wanted[matched] { matched += 1 }
                        if matched == length { return index }
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
