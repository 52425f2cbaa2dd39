import LetterReading

/// Finds the next place where a grammar may begin. A table of byte pairs, filled from the anchors, says for every place
/// in one look-up that nothing starts there; so that a new kind costs nothing in the scan.
struct AnchorTable {
    private struct Entry {
        let start: Int32
        let count: Int32
        let grammar: UInt32
        /// A line's end with a hyphen may break it: `Aan-⏎hangsel`; not an address.
        let mayBreak: Bool
    }

    /// For each pair of bytes, one more than the bucket of the anchors that open with it; 0 for none.
    private var buckets = [UInt16](repeating: 0, count: 1 << 16)
    /// Set beside a bucket all of whose anchors must open a word: most places are within one, and are passed over.
    private static let opensWord: UInt16 = 1 << 15

    /// Where each bucket starts in `entries`, and one more.
    private var starts: [Int32] = [0]
    private var entries: [Entry] = []
    /// The anchors in small letters, one behind the other.
    private var anchors: [UInt8] = []

    init(_ grammars: [Grammar]) {
        var byPair: [Int: [(anchor: [UInt8], grammar: Int)]] = [:]
        for (index, grammar) in grammars.enumerated() {
            // A pair of bytes opens a look-up: a shorter anchor cannot be looked for.
            for anchor in grammar.anchors where anchor.count > 1 {
                for first in Self.forms(of: anchor[0]) {
                    for second in Self.forms(of: anchor[1]) {
                        byPair[Int(first) << 8 | Int(second), default: []].append((anchor, index))
                    }
                }
            }
        }
        var places: [[UInt8]: Int32] = [:]
        for pair in byPair.keys.sorted() {
            for (anchor, grammar) in (byPair[pair] ?? []).sorted(by: { $0.grammar < $1.grammar }) {
                let start = places[anchor] ?? Int32(anchors.count)
                if places[anchor] == nil { anchors += anchor }
                places[anchor] = start
                entries.append(
                    Entry(
                        start: start, count: Int32(anchor.count), grammar: UInt32(grammar),
                        mayBreak: grammars[grammar].opensWord))
            }
            starts.append(Int32(entries.count))
            let opensWord = (byPair[pair] ?? []).allSatisfy { grammars[$0.grammar].opensWord }
            buckets[pair] = UInt16(starts.count - 1) | (opensWord ? Self.opensWord : 0)
        }
    }

    private static func forms(of byte: UInt8) -> [UInt8] {
        if byte == Grammar.anyDigit { return Array(UInt8(ascii: "0")...UInt8(ascii: "9")) }
        return byte.isLower ? [byte, byte & ~0x20] : [byte]
    }

    /// The first place at or after `start` where an anchor stands, and the grammars it opens: bit n for grammar n (at most 32).
    /// - Complexity: linear in the distance.
    func next(in bytes: Bytes, from start: Int, before end: Int) -> (place: Int, grammars: UInt32)? {
        let last = min(end, bytes.count) - 1
        return bytes.withUnsafeBufferPointer { bytes in
            buckets.withUnsafeBufferPointer { buckets in
                guard start >= 0, start < last else { return nil }
                // Steps cannot overflow below `last`; this loop runs over every byte of every letter.
                var place = start
                var byte = bytes[place]
                while place < last {
                    let next = bytes[place &+ 1]
                    let bucket = buckets[Int(byte) &<< 8 | Int(next)]
                    byte = next
                    if bucket != 0, bucket & Self.opensWord == 0 || place == 0 || !Self.isWithinWord(bytes, place) {
                        let grammars = matching(Int(bucket & ~Self.opensWord), bytes, place, end)
                        if grammars != 0 { return (place, grammars) }
                    }
                    place &+= 1
                }
                return nil
            }
        }
    }

    /// Whether a plain letter stands before the place and none of it opens a word there (`hetKamerstuk`).
    private static func isWithinWord(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        bytes[place - 1].isASCIILetter && !(bytes[place].isUpper && bytes[place - 1].isLower)
    }

    private func matching(_ bucket: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int) -> UInt32 {
        anchors.withUnsafeBufferPointer { anchors in
            entries.withUnsafeBufferPointer { entries in
                var grammars: UInt32 = 0
                for index in Int(starts[bucket - 1])..<Int(starts[bucket]) {
                    let entry = entries[index]
                    let first = Int(entry.start) + 2
                    // Most anchors fail at their third sign.
                    if entry.count > 2, anchors[first].isASCIILetter, place + 2 < end,
                        bytes[place + 2].lowered != anchors[first], bytes[place + 2] != Byte.hyphen
                    {
                        continue
                    }
                    let wanted = UnsafeBufferPointer(rebasing: anchors[first..<first + Int(entry.count) - 2])
                    if Self.stands(wanted, bytes, place + 2, end, mayBreak: entry.mayBreak) {
                        grammars |= 1 << entry.grammar
                    }
                }
                return grammars
            }
        }
    }

    /// Whether the rest of an anchor stands at `place`. Blanks in it stand for any run of blanks, and a word may be
    /// broken at a line's end, as `Cursor.skip` reads it too.
    private static func stands(
        _ wanted: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
        mayBreak: Bool
    ) -> Bool {
        var place = start
        for (index, sign) in wanted.enumerated() {
            if mayBreak, sign.isASCIILetter, index == 0 || wanted[index - 1].isASCIILetter, place + 1 < end,
                bytes[place] == Byte.hyphen, bytes[place + 1].isBlank
            {
                place += 1
                while place < end, bytes[place].isBlank { place += 1 }
            }
            guard place < end else { return false }
            if sign == Byte.space {
                guard bytes[place].isBlank else { return false }
                while place < end, bytes[place].isBlank { place += 1 }
            } else {
                guard bytes[place].lowered == sign || (sign == Grammar.anyDigit && bytes[place].isDigit) else {
                    return false
                }
                place += 1
            }
        }
        return true
    }
}
