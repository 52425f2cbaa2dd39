/// A place in a text that moves forward by reading steps: a word, a number, a dash. Every `skip` either moves past
/// what it names and returns true, or stays where it is and returns false, so that a grammar reads as a list of steps.
@usableFromInline package struct Cursor {
    @usableFromInline package let bytes: Bytes
    @usableFromInline package var position: Int
    @usableFromInline package let end: Int

    @inlinable package init(_ bytes: Bytes, in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = Swift.min(range.upperBound, bytes.count)
    }

    @inlinable package var isAtEnd: Bool { position >= end }

    /// The byte at the cursor, or nil at the end.
    @inlinable package var current: UInt8? { position < end ? bytes[position] : nil }

    @inlinable package func peek(_ offset: Int) -> UInt8? {
        let place = position + offset
        return place >= 0 && place < end ? bytes[place] : nil
    }

    /// Passes over spaces, tabs and line ends; true when there was at least one.
    @discardableResult
    @inlinable package mutating func skipBlanks() -> Bool {
        let start = position
        while position < end, bytes[position].isBlank { position += 1 }
        return position > start
    }

    @inlinable package mutating func skip(_ byte: UInt8) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// A string, ASCII letters in any case; a space in it stands for any run of blanks. Where the text breaks a word with a hyphen (`Kamer-⏎stuk`, and
    /// `Kamer-stuk` as some converters leave it), the break is skipped.
    @inlinable @inline(__always) package mutating func skip(_ literal: StaticString) -> Bool {
        // Most literals fail at their first sign; only then is nothing called.
        guard position < end, Self.opens(literal, with: bytes[position]) else { return false }
        return passes(literal)
    }

    @usableFromInline mutating func passes(_ literal: StaticString) -> Bool {
        let start = position
        let matched = literal.withUTF8Buffer { pass($0) }
        if !matched { position = start }
        return matched
    }

    @inlinable @inline(__always) static func opens(_ literal: StaticString, with byte: UInt8) -> Bool {
        guard literal.hasPointerRepresentation else { return true }
        let first = literal.utf8Start.pointee
        return byte.lowered == first.lowered || first == Byte.space && byte.isBlank
    }

    private mutating func pass(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < wanted.count {
            guard position < end else { return false }
            let byte = bytes[position]
            let sign = wanted[index]
            if sign == Byte.space {
                guard skipBlanks() else { return false }
                index &+= 1
            } else if byte == sign || byte.lowered == sign.lowered {
                position &+= 1
                index &+= 1
            } else if byte == Byte.hyphen, index > 1, wanted[index].isASCIILetter, wanted[index - 1].isASCIILetter {
                position += 1
                skipBlanks()
            } else {
                return false
            }
        }
        return true
    }

    /// A whole word: `skip` and then no further letter.
    @inlinable package mutating func skipWord(_ literal: StaticString) -> Bool {
        let start = position
        guard skip(literal), !bytes.isLetter(at: position) || isAtEnd else {
            position = start
            return false
        }
        return true
    }

    /// The first of several whole words that stands here; longer ones must come first.
    @inlinable package mutating func skipWord(of literals: [StaticString]) -> Bool {
        for literal in literals where skipWord(literal) { return true }
        return false
    }

    /// `-`, `–`, `—`, `‑`, `−`, or `Œ` (a dash after a wrong decoding).
    package mutating func skipDash() -> Bool {
        guard let length = dashLength(at: position) else { return false }
        position += length
        return true
    }

    /// How many bytes the dash at `place` takes, or nil when there is none.
    package func dashLength(at place: Int) -> Int? {
        guard place < end else { return nil }
        if bytes[place] == Byte.hyphen { return 1 }
        guard place + 1 < end else { return nil }
        if bytes[place] == 0xC5, bytes[place + 1] == 0x92 { return 2 }
        guard place + 2 < end, bytes[place] == 0xE2 else { return nil }
        let second = bytes[place + 1]
        let third = bytes[place + 2]
        let isDash = (second == 0x80 && third >= 0x90 && third <= 0x95) || (second == 0x88 && third == 0x92)
        return isDash ? 3 : nil
    }

    /// A run of at most `most` digits as a number; nil, without moving, when there is none or when it is longer.
    package mutating func number(most: Int = 9) -> Int? {
        var value = 0
        var place = position
        while place < end, bytes[place].isDigit {
            guard place - position < most else { return nil }
            value = value * 10 + Int(bytes[place] - Byte.zero)
            place += 1
        }
        guard place > position else { return nil }
        position = place
        return value
    }

    /// Runs `step`; when it returns nil the cursor goes back to where it was.
    @inlinable package mutating func attempt<Value>(_ step: (inout Cursor) -> Value?) -> Value? {
        let start = position
        if let value = step(&self) { return value }
        position = start
        return nil
    }
}

extension Cursor {
    /// Bytes known only when the program runs (a name of the catalogue); else as `skip` of a literal.
    package mutating func skip(_ wanted: [UInt8]) -> Bool {
        // Most fail at their first sign.
        guard position < end, let first = wanted.first,
            bytes[position].lowered == first.lowered || first == Byte.space
        else { return wanted.isEmpty }
        let start = position
        let matched = wanted.withUnsafeBufferPointer { pass($0) }
        if !matched { position = start }
        return matched
    }
}
