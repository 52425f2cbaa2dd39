#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The bytes of a text while it is read. A view of an array: a cursor or a grammar that holds it is copied for nothing,
/// where a copy of the array itself counts its owners up and down at every step. Every access is checked against the
/// text's end, as in an array.
///
/// A view is only had within `reading`, and must not be kept beyond it.
@usableFromInline package struct Bytes: RandomAccessCollection, @unchecked Sendable {
    @usableFromInline let buffer: UnsafeBufferPointer<UInt8>

    @usableFromInline init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { buffer.count }
    @inlinable package var count: Int { buffer.count }

    @inlinable package subscript(index: Int) -> UInt8 {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: buffer.count), "outside the text")
        return buffer[index]
    }

    @inlinable package func withUnsafeBufferPointer<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result { try body(buffer) }

    @inlinable package func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? { try body(buffer) }
}

extension [UInt8] {
    /// Runs `body` with a view of these bytes, which are there for as long as it runs.
    @inlinable package func reading<Result, Failure: Error>(_ body: (Bytes) throws(Failure) -> Result) throws(Failure)
        -> Result
    {
        try withUnsafeBufferPointer { buffer throws(Failure) in try body(Bytes(buffer)) }
    }
}

extension String {
    /// Runs `body` with a view of the text's bytes, which are there for as long as it runs.
    package func reading<Result>(_ body: (Bytes) -> Result) -> Result {
        var text = self
        return text.withUTF8 { body(Bytes($0)) }
    }
}

extension Bytes {
    /// The first place in `range` where one of the bytes is that `sieve` marks, or nil.
    /// - Parameter sieve: eight bytes, the first the lowest → the same with the high bit set of each that is looked for; a
    ///   mark above the lowest one may be wrong. `EightBytes` has what such a sieve is made of.
    /// - Complexity: linear; some ten instructions for eight bytes.
    @inlinable package func first(in range: Range<Int>, _ sieve: (UInt64) -> UInt64) -> Int? {
        let end = Swift.min(range.upperBound, buffer.count)
        var place = Swift.max(0, range.lowerBound)
        guard place < end, let base = buffer.baseAddress else { return nil }
        let raw = UnsafeRawPointer(base)
        while place + 8 <= end {
            let marks = sieve(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place += 8
        }
        guard place < end else { return nil }
        var word: UInt64 = 0
        for index in place..<end { word |= UInt64(buffer[index]) << UInt64(8 * (index - place)) }
        let found = place + sieve(word).trailingZeroBitCount / 8
        return found < end ? found : nil
    }

    /// Appends the bytes of a range to an array.
    package func copy(_ range: Range<Int>, to array: inout [UInt8]) {
        array.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<buffer.count)]))
    }

    /// The first place of a byte in `range`, or nil. Complexity: linear.
    package func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
        let range = range.clamped(to: 0..<buffer.count)
        guard !range.isEmpty, let base = buffer.baseAddress,
            let found = memchr(base + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The first place of `needle` in `range`, or nil. Looks for the needle's rarest byte, then compares.
    /// - Complexity: linear for a needle as letters hold it.
    package func firstIndex(of needle: StaticString, in range: Range<Int>) -> Int? {
        needle.withUTF8Buffer { firstIndex(of: $0, in: range) }
    }

    /// How often it stands there, none within another. Complexity: linear.
    package func count(of needle: StaticString) -> Int {
        var (found, place) = (0, 0)
        while let next = firstIndex(of: needle, in: place..<count) {
            found += 1
            place = next + needle.utf8CodeUnitCount
        }
        return found
    }

    /// The first place of bytes known only when the program runs.
    package func firstIndex(of wanted: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
        let rare = Self.rarest(wanted)
        let end = Swift.min(range.upperBound, buffer.count)
        var place = Swift.max(0, range.lowerBound) + rare
        let last = end - wanted.count + rare
        guard !wanted.isEmpty, let base = buffer.baseAddress, let opening = wanted.baseAddress else { return nil }
        while place <= last, let found = first(wanted[rare], in: place..<last + 1) {
            let start = found - rare
            if memcmp(base + start, opening, wanted.count) == 0 { return start }
            place = found + 1
        }
        return nil
    }

    /// The index of the byte that letters hold least of: the first capital or sign, or else one of the rarer small letters.
    private static func rarest(_ wanted: UnsafeBufferPointer<UInt8>) -> Int {
        var best = (index: 0, weight: -1)
        for (index, byte) in wanted.enumerated() {
            let weight =
                switch byte {
                case Byte.space, UInt8(ascii: "e"), UInt8(ascii: "n"): 0
                case _ where !byte.isLower: 3
                case UInt8(ascii: "j"), UInt8(ascii: "k"), UInt8(ascii: "w"), UInt8(ascii: "z"), UInt8(ascii: "q"): 2
                default: 1
                }
            if weight > best.weight { best = (index, weight) }
            if weight > 2 { break }
        }
        return best.index
    }
}

/// Eight bytes in one number, the first the lowest, and which of them are of a kind: the high bit of each. Marks above
/// the lowest one may be wrong, because a byte that is found lends to the next.
@usableFromInline package enum EightBytes {
    @inlinable package static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @inlinable package static var highs: UInt64 { 0x8080_8080_8080_8080 }

    @inlinable package static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & highs
    }

    /// Bytes below `limit`, which is at most 128.
    @inlinable package static func below(_ word: UInt64, _ limit: UInt8) -> UInt64 {
        (word &- ones &* UInt64(limit)) & ~word & highs
    }

    @inlinable package static func digits(_ word: UInt64) -> UInt64 { below(word ^ (ones &* 0x30), 10) }

    /// Bytes of characters that take several.
    @inlinable package static func beyondASCII(_ word: UInt64) -> UInt64 { word & highs }
}

extension Bytes {
    /// Whether the bytes are valid UTF-8 (Unicode, table 3-7). What is ASCII, nearly all of a letter, is passed over eight
    /// bytes at a time. Complexity: linear.
    package var isUTF8: Bool {
        var place = 0
        while let lead = first(in: place..<count, EightBytes.beyondASCII) {
            guard let length = characterLength(at: lead) else { return false }
            place = lead + length
        }
        return true
    }

    /// How many bytes the character takes that opens with a lead byte at `place`; nil when it is none.
    private func characterLength(at place: Int) -> Int? {
        let lead = self[place]
        let length: Int
        // What the second byte may be: no form longer than needed, no surrogate, nothing above U+10FFFF.
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return nil
        }
        guard place + length <= count, second.contains(self[place + 1]) else { return nil }
        for index in place + 2..<Swift.max(place + 2, place + length) where !self[index].isContinuation { return nil }
        return length
    }
}

extension Array {
    /// The index of the first element of which `isBehind` holds, in an array where it holds of all that follow too; their
    /// count when it holds of none.
    /// - Complexity: logarithmic.
    @inlinable package func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
