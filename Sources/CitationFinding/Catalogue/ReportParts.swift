import DutchText

/// Which pairs of letters words open with, folded into 128 bits: what says cheaply that none of many names can stand near.
struct WordOpenings {
    private var (low, high): (UInt64, UInt64) = (0, 0)

    init() {}

    /// Of the words in a range of a text.
    init(of bytes: Bytes, _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { bytes in
            Self.parts.withUnsafeBufferPointer { parts in
                var isWithin = false
                for place in range.dropLast() {
                    let isPart = parts[Int(bytes[place])]
                    if isPart, !isWithin { insert(bytes[place], bytes[place + 1]) }
                    isWithin = isPart
                }
            }
        }
    }

    /// What a word is made of.
    private static let parts = (UInt8.min...UInt8.max).map { $0.isASCIILetter || $0.isDigit || $0 >= 0x80 }

    mutating func insert(_ first: UInt8, _ second: UInt8) {
        let bit = UInt64(first.lowered) &* 31 &+ UInt64(second.lowered)
        if bit & 64 == 0 { low |= 1 << (bit & 63) } else { high |= 1 << (bit & 63) }
    }

    func meets(_ other: WordOpenings) -> Bool { low & other.low | high & other.high != 0 }
}

/// A series whose name is made of parts that stand around each other in any order: the word (`jaarverslag`), who publishes
/// it (`AIVD`, its name in full, or both) and what it is about (`FIMI`). In the catalogue `jaarverslag @ AIVD / Algemene
/// Inlichtingen en Veiligheidsdienst`, with what it is about behind a second `@`.
struct ReportParts: Sendable {
    /// Words that stand one behind the other, blanks or hyphens between.
    struct Phrase: Sendable {
        let words: [[UInt8]]
        /// Its first sign in small letters.
        private let opening: UInt8
        /// Its last two signs in small letters.
        private let ends: [UInt8]
        /// With hyphens and blanks between its words, and within them.
        private let longest: Int

        init(words: [[UInt8]]) {
            self.words = words
            opening = words.first?.first?.lowered ?? 0
            ends = words.last?.suffix(2).map(\.lowered) ?? []
            longest = words.reduce(8) { $0 + $1.count + 4 }
        }

        /// Whether it may stand at the cursor: most phrases are told by their first sign.
        func mayOpen(at cursor: Cursor) -> Bool { cursor.current?.lowered == opening }

        /// Passes over the phrase where it stands as a whole: `AIVD`, not the `AIVD` of `AIVD-directeur`.
        func read(_ cursor: inout Cursor, mayGoOn: Bool = false) -> Bool {
            guard mayOpen(at: cursor) else { return false }
            return cursor.attempt { cursor -> Bool? in
                for (index, word) in words.enumerated() {
                    if index > 0, !ReportName.gap(&cursor) { return nil }
                    guard cursor.skip(word) else { return nil }
                }
                if cursor.isAtEnd { return true }
                guard !cursor.bytes.isLetter(at: cursor.position), cursor.current?.isDigit != true else { return nil }
                return mayGoOn || cursor.current != Byte.hyphen || !cursor.bytes.isLetter(at: cursor.position + 1)
                    ? true : nil
            } ?? false
        }

        /// Where the phrase begins that ends at `end`.
        func start(endingAt end: Int, _ bytes: Bytes, floor: Int) -> Int? {
            // Most places fail here, at the last letters.
            guard end - 1 > floor, bytes[end - 1].lowered == ends.last, bytes[end - 2].lowered == ends.first
            else { return nil }
            var start = end
            while start > floor, end - start < longest {
                start -= 1
                guard start == floor || !bytes.hasLetter(before: start), bytes.isLetter(at: start) else { continue }
                var cursor = Cursor(bytes, in: start..<end)
                if read(&cursor), cursor.isAtEnd { return start }
            }
            return nil
        }
    }

    let names: [Phrase]
    let owners: [Phrase]
    /// Empty where the word and its owner are enough.
    let topics: [Phrase]
    /// Whether it counts only with an edition: `een rapport van de CTIVD` is none of its numbered ones.
    let needsEdition: Bool

    /// Nil for a name that is written in one order.
    init?(_ bytes: Bytes, _ range: Range<Int>) {
        guard bytes.first(Byte.at, in: range) != nil else { return nil }
        needsEdition = bytes.first(Byte.exclamation, in: range) != nil
        let parts = bytes.columns(of: range, at: Byte.at).map { part in
            bytes.columns(of: part, at: Byte.slash).map { phrase in
                Phrase(
                    words: bytes.words(of: phrase).map { bytes[$0].filter { $0 != Byte.exclamation } }
                        .filter { !$0.isEmpty })
            }
        }
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { !$0.words.isEmpty } })
        else { return nil }
        (names, owners, topics) = (parts[0], parts[1], parts.count > 2 ? parts[2] : [])
    }
}
