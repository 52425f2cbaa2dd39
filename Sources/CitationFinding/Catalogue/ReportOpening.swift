import LetterReading

/// A name of a series by the front of its first word. One object, so that a name that is looked at is not copied.
final class ReportOpening: Sendable {
    let name: ReportName
    let series: ReportCatalogue.Series
    /// The first four bytes of the word in small letters, the first the lowest, and which of them there are.
    fileprivate let front: UInt32
    fileprivate let mask: UInt32

    /// The first byte of the word in small letters.
    var first: UInt8 { UInt8(truncatingIfNeeded: front) }

    /// Nil for a name without a word.
    init?(_ name: ReportName, _ series: ReportCatalogue.Series) {
        guard case .word(let word)? = name.tokens.first, !word.isEmpty else { return nil }
        (self.name, self.series) = (name, series)
        var (front, mask): (UInt32, UInt32) = (0, 0)
        for (index, byte) in word.prefix(4).enumerated() {
            front |= UInt32(byte.lowered) << UInt32(8 * index)
            mask |= 0xFF << UInt32(8 * index)
        }
        (self.front, self.mask) = (front, mask)
    }
}

/// The four bytes that stand at a place, to be compared with all names at once.
struct ReportFront {
    private let bytes: UInt32
    /// Where a hyphen may break the word, two bytes alone can be compared.
    private let known: UInt32

    init(at cursor: Cursor) {
        var (bytes, known): (UInt32, UInt32) = (0, .max)
        for index in 0..<4 {
            let byte = cursor.peek(index) ?? 0
            if index > 1, byte == Byte.hyphen { known = 0xFFFF }
            bytes |= UInt32(byte.lowered) << UInt32(8 * index)
        }
        (self.bytes, self.known) = (bytes, known)
    }

    /// The first byte in small letters.
    var first: UInt8 { UInt8(truncatingIfNeeded: bytes) }

    func mayOpen(_ opening: ReportOpening) -> Bool { (bytes ^ opening.front) & opening.mask & known == 0 }
}
