import DutchText
import LetterReading

/// Finds the next place where a grammar may begin. A table of three signs, filled from the anchors, says for every place
/// in one look-up that nothing starts there; so that a new kind costs next to nothing in the scan.
struct AnchorTable {
    private struct Entry {
        let start: Int32
        let count: Int32
        let grammar: UInt32
        /// Whether it must open a word; a line's end with a hyphen may then break it: `Aan-⏎hangsel`; not an address.
        let opensWord: Bool
        /// Whether it may be so broken where no line ends.
        let mayBeHyphenated: Bool
        let first: UInt8
        let second: UInt8
        /// The small letters from its fourth sign on, four at most, the first the lowest, and which of them there are.
        let letters: UInt32
        let mask: UInt32
    }

    /// For each three signs, one more than the bucket of the anchors that open with them; 0 for none. In the second half
    /// those anchors alone that need not open a word: most places are within one.
    private var buckets = [UInt16](repeating: 0, count: 1 << 16)
    private static let withinWord = 1 << 15
    /// What may stand at the fourth place of a bucket's anchors: bit n for class n.
    private var fourths: [UInt32] = []

    /// Where each bucket starts in `entries`, and one more.
    private var starts: [Int32] = [0]
    private var entries: [Entry] = []
    /// The anchors in small letters, one behind the other.
    private var anchors: [UInt8] = []
    /// The class of each byte: three of them make a look-up.
    private let classes = (UInt8.min...UInt8.max).map { UInt32(AnchorTable.classOf($0)) }

    /// The last three signs.
    @inline(__always)
    private static func joined(_ signs: UInt32, _ next: UInt32) -> UInt32 { (signs &<< 5 | next) & 0x7FFF }

    init(_ grammars: [Grammar]) {
        var items: [Item] = []
        for (index, grammar) in grammars.enumerated() {
            // Two bytes at least open a look-up: a shorter anchor cannot be looked for.
            let sorted = grammar.anchors.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
            var last: [UInt8] = []
            for anchor in sorted where anchor != last {
                last = anchor
                let (letters, mask) = Self.letters(of: anchor)
                let entry = Entry(
                    start: Int32(anchors.count), count: Int32(anchor.count), grammar: UInt32(index),
                    opensWord: grammar.opensWord, mayBeHyphenated: grammar.mayBeHyphenated, first: anchor[0],
                    second: anchor[1], letters: letters, mask: mask)
                anchors += anchor
                let front = Int(Self.classOf(anchor[0])) << 10 | Int(Self.classOf(anchor[1])) << 5
                for third in Self.thirds(of: anchor, mayBreak: grammar.opensWord) {
                    let key = front | Int(third)
                    let fourths = Self.fourths(of: anchor, grammar.opensWord, third: Int(third))
                    items.append(Item(key: key, entry: entry, fourths: fourths))
                    if !grammar.opensWord {
                        items.append(Item(key: Self.withinWord | key, entry: entry, fourths: fourths))
                    }
                }
            }
        }
        // By key, the anchors of one in their order.
        let order = items.indices.map { items[$0].key << 32 | $0 }.sorted()
        for item in order.lazy.map({ items[$0 & 0xFFFF_FFFF] }) {
            if buckets[item.key] == 0 {
                fourths.append(0)
                starts.append(Int32(entries.count))
                buckets[item.key] = UInt16(fourths.count)
            }
            fourths[fourths.count - 1] |= item.fourths
            entries.append(item.entry)
            starts[starts.count - 1] = Int32(entries.count)
        }
    }

    /// An anchor under one of its keys.
    private struct Item {
        let key: Int
        let entry: Entry
        let fourths: UInt32
    }

    /// Behind a blank, which stands for any run of them, a sign has no place of its own.
    private static func letters(of anchor: [UInt8]) -> (UInt32, mask: UInt32) {
        var (letters, mask): (UInt32, UInt32) = (0, 0)
        guard anchor.count > 3, anchor[2] != Byte.space else { return (0, 0) }
        for (index, sign) in anchor[3...].prefix(4).enumerated() {
            guard sign.isLower else { break }
            letters |= UInt32(sign) << UInt32(8 * index)
            mask |= 0xFF << UInt32(8 * index)
        }
        return (letters, mask)
    }

    private static let blanks: UInt8 = 28
    private static let hyphens: UInt8 = 29

    /// One of 32: letters in either case, digits, blanks, a hyphen, other signs, what is beyond ASCII.
    private static func classOf(_ byte: UInt8) -> UInt8 {
        if byte.isASCIILetter { return byte & 0x1F }
        if byte.isDigit || byte == Grammar.anyDigit { return 27 }
        if byte.isBlank { return blanks }
        if byte == Byte.hyphen { return hyphens }
        return byte < 0x80 ? 30 : 31
    }

    /// The classes of what may stand at an anchor's third place.
    private static func thirds(of anchor: [UInt8], mayBreak: Bool) -> [UInt8] {
        guard anchor.count > 2 else { return Array(0..<32) }
        // A dash may stand for a blank: `EU-trendrapport`.
        if anchor[2] == Byte.space { return [blanks, hyphens, classOf(0xE2)] }
        return [classOf(anchor[2])] + (mayBreak && anchor[2].isASCIILetter ? [hyphens] : [])
    }

    /// The classes of what may stand at its fourth place, as bits; all of them where it has none of its own.
    private static func fourths(of anchor: [UInt8], _ mayBreak: Bool, third: Int) -> UInt32 {
        let isBroken = third == Int(hyphens) && anchor.count > 2 && anchor[2] != Byte.hyphen
        guard anchor.count > 3, anchor[2] != Byte.space, anchor[3] != Byte.space, !isBroken else { return .max }
        return 1 << UInt32(classOf(anchor[3])) | (mayBreak && anchor[3].isASCIILetter ? 1 << UInt32(hyphens) : 0)
    }

    /// The first place at or after `start` where an anchor stands, and the grammars it opens: bit n for grammar n (at most 32).
    /// - Complexity: linear in the distance.
    func next(in bytes: Bytes, from start: Int, before end: Int) -> (place: Int, grammars: UInt32)? {
        let end = min(end, bytes.count)
        guard start >= 0, start < end - 1 else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            buckets.withUnsafeBufferPointer { buckets in
                classes.withUnsafeBufferPointer { classes in
                    var signs = classes[Int(bytes[start])] &<< 5 | classes[Int(bytes[start + 1])]
                    // Steps cannot overflow below `end`; this loop runs over every byte of every letter.
                    var place = start
                    while place &+ 2 < end {
                        signs = Self.joined(signs, classes[Int(bytes[place &+ 2])])
                        if buckets[Int(signs)] != 0 {
                            let grammars = matching(Int(signs), bytes, place, end, buckets)
                            if grammars != 0 { return (place, grammars) }
                        }
                        place &+= 1
                    }
                    let last = Int(Self.joined(signs, UInt32(Self.blanks)))
                    let grammars = buckets[last] == 0 ? 0 : matching(last, bytes, place, end, buckets)
                    return grammars == 0 ? nil : (place, grammars)
                }
            }
        }
    }

    /// The grammars of which an anchor stands at a place with these signs.
    @inline(__always)
    private func matching(
        _ signs: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int,
        _ buckets: UnsafeBufferPointer<UInt16>
    ) -> UInt32 {
        let isWithin = place > 0 && Self.isWithinWord(bytes, place)
        let bucket = Int(buckets[isWithin ? signs | Self.withinWord : signs])
        guard bucket != 0, mayGoOn(bucket, bytes, place, end) else { return 0 }
        return matching(bucket, bytes, place, end, isWithin: isWithin)
    }

    /// Whether a plain letter stands before the place and none of it opens a word there (`hetKamerstuk`).
    private static func isWithinWord(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        bytes[place - 1].isASCIILetter && !(bytes[place].isUpper && bytes[place - 1].isLower)
    }

    /// Whether the fourth sign is one that an anchor of the bucket has there.
    @inline(__always)
    private func mayGoOn(_ bucket: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
        let fourth = place + 3 < end ? classes[Int(bytes[place + 3])] : UInt32(Self.blanks)
        return fourths[bucket - 1] & (1 &<< fourth) != 0
    }

    /// The grammars of a bucket of which an anchor stands at `place`.
    @inline(never)
    private func matching(
        _ bucket: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int, isWithin: Bool
    ) -> UInt32 {
        return anchors.withUnsafeBufferPointer { anchors in
            entries.withUnsafeBufferPointer { entries in
                let (first, second) = (bytes[place], bytes[place + 1])
                // Most anchors fail at the signs from the fourth on; a hyphen may break the word before them.
                let signs = AnchorText.fourSigns(bytes, place + 3, end)
                let letters = signs | 0x2020_2020
                let isBroken = place + 2 < end && bytes[place + 2] == Byte.hyphen || AnchorText.hasHyphen(signs)
                var grammars: UInt32 = 0
                for index in Int(starts[bucket - 1])..<Int(starts[bucket]) {
                    let entry = entries[index]
                    if (letters ^ entry.letters) & entry.mask != 0, !isBroken || isWithin { continue }
                    guard !(isWithin && entry.opensWord), AnchorText.isSign(first, entry.first),
                        AnchorText.isSign(second, entry.second)
                    else { continue }
                    let rest = Int(entry.start) + 2
                    let wanted = UnsafeBufferPointer(rebasing: anchors[rest..<rest + Int(entry.count) - 2])
                    if AnchorText.stands(
                        wanted, bytes, place + 2, end, mayBreak: entry.opensWord, anywhere: entry.mayBeHyphenated)
                    {
                        grammars |= 1 << entry.grammar
                    }
                }
                return grammars
            }
        }
    }
}
