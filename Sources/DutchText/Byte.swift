/// Names for the ASCII bytes that the grammars of letters and citations are made of.
@usableFromInline package enum Byte {
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable package static var newline: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var formFeed: UInt8 { 0x0C }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var quote: UInt8 { UInt8(ascii: "\"") }
    @inlinable package static var hash: UInt8 { UInt8(ascii: "#") }
    @inlinable package static var percent: UInt8 { UInt8(ascii: "%") }
    @inlinable package static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inlinable package static var openParen: UInt8 { UInt8(ascii: "(") }
    @inlinable package static var closeParen: UInt8 { UInt8(ascii: ")") }
    @inlinable package static var star: UInt8 { UInt8(ascii: "*") }
    @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
    @inlinable package static var hyphen: UInt8 { UInt8(ascii: "-") }
    @inlinable package static var dot: UInt8 { UInt8(ascii: ".") }
    @inlinable package static var slash: UInt8 { UInt8(ascii: "/") }
    @inlinable package static var zero: UInt8 { UInt8(ascii: "0") }
    @inlinable package static var colon: UInt8 { UInt8(ascii: ":") }
    @inlinable package static var semicolon: UInt8 { UInt8(ascii: ";") }
    @inlinable package static var less: UInt8 { UInt8(ascii: "<") }
    @inlinable package static var equals: UInt8 { UInt8(ascii: "=") }
    @inlinable package static var greater: UInt8 { UInt8(ascii: ">") }
    @inlinable package static var question: UInt8 { UInt8(ascii: "?") }
    @inlinable package static var exclamation: UInt8 { UInt8(ascii: "!") }
    @inlinable package static var at: UInt8 { UInt8(ascii: "@") }
    @inlinable package static var openBracket: UInt8 { UInt8(ascii: "[") }
    @inlinable package static var closeBracket: UInt8 { UInt8(ascii: "]") }
    @inlinable package static var caret: UInt8 { UInt8(ascii: "^") }
    @inlinable package static var underscore: UInt8 { UInt8(ascii: "_") }
    @inlinable package static var bar: UInt8 { UInt8(ascii: "|") }
    @inlinable package static var ampersand: UInt8 { UInt8(ascii: "&") }
}

extension UInt8 {
    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }
    @inlinable package var isUpper: Bool { self &- 0x41 < 26 }
    @inlinable package var isLower: Bool { self &- 0x61 < 26 }
    @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Space, tab, or any kind of line end.
    @inlinable package var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 }
    /// A byte after the first of a character that takes several (UTF-8).
    @inlinable package var isContinuation: Bool { self & 0xC0 == 0x80 }
    /// The small letter of a capital; any other byte as it is.
    @inlinable package var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

extension Bytes {
    /// Whether the character that ends just before `index` is a letter: `é` counts, `»` and `’` do not.
    @inlinable package func hasLetter(before index: Int) -> Bool {
        var lead = index - 1
        while lead > 0, self[lead].isContinuation, index - lead < 4 { lead -= 1 }
        return lead >= 0 && isLetter(at: lead)
    }

    /// Whether the character that starts at `index` is a letter of a Latin alphabet.
    @inlinable package func isLetter(at index: Int) -> Bool {
        guard index < count else { return false }
        let byte = self[index]
        if byte < 0x80 { return byte.isASCIILetter }
        // U+00C0 to U+024F; the signs of U+0080 to U+00BF (« » · §) have the lead byte C2.
        return byte >= 0xC3 && byte <= 0xC9
    }

    /// Whether the character that starts at `index` is a capital (ASCII, or À to Þ).
    @inlinable package func isCapital(at index: Int) -> Bool {
        guard index < count else { return false }
        if self[index].isUpper { return true }
        return self[index] == 0xC3 && index + 1 < count && self[index + 1] < 0x9F
    }

    /// Whether a word can start at `index`: no letter before it, or a small letter glued to a capital, as
    /// converters leave it (`hetKamerstuk`).
    @inlinable package func isWordStart(_ index: Int) -> Bool {
        guard index > 0, hasLetter(before: index) else { return true }
        return self[index].isUpper && self[index - 1].isLower
    }

    /// Whether a blank is missing at `index`, as converters lose it at a line's end: a capital right behind a small letter or a
    /// comma (`Staat van deVolkshuisvesting`).
    package func hasLostBlank(at index: Int) -> Bool {
        guard index > 0, index < count, self[index].isUpper else { return false }
        return self[index - 1].isLower || self[index - 1] == Byte.comma
    }
}
