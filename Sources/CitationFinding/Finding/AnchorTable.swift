import DutchText
import LetterReading

/// Finds the next place where a grammar may begin. A table of four signs, filled from the anchors, says for nearly every place
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
        /// The small letters it opens with, eight at most, the first the lowest, and which of them there are.
        let letters: UInt64
        let mask: UInt64
        /// How many they are.
        let opening: UInt8
        /// How many signs of the text say that it stands there, where they are all there is to it; else 0.
        let whole: UInt8
        /// Whether no letter may follow those signs.
        let endsWord: Bool
    }

    /// For each three signs, one more than the bucket of the anchors that open with them; 0 for none. In the second half
    /// those anchors alone that need not open a word: most places are within one.
    private var buckets = [UInt16](repeating: 0, count: 1 << 16)
    private static let withinWord = 1 << 15
    /// What may stand behind each three signs where an anchor opens with them: bit n for class n.
    private var fourths = [UInt32](repeating: 0, count: 1 << 16)

    /// Where each bucket starts in `entries`, and one more.
    private var starts: [Int32] = [0]
    private var entries: [Entry] = []
    /// The anchors in small letters, one behind the other.
    private var anchors: [UInt8] = []
    /// The class of each byte: three of them make a look-up.
    private let classes = (UInt8.min...UInt8.max).map(AnchorTable.classOf)

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
                let entry = Self.entry(anchor, grammar, at: index, start: anchors.count)
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
                starts.append(Int32(entries.count))
                buckets[item.key] = UInt16(starts.count - 1)
            }
            fourths[item.key] |= item.fourths
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

    private static func entry(_ anchor: [UInt8], _ grammar: Grammar, at index: Int, start: Int) -> Entry {
        var (letters, mask): (UInt64, UInt64) = (0, 0)
        let opening = anchor.prefix(8).prefix(while: \.isLower)
        for (place, letter) in opening.enumerated() {
            letters |= UInt64(letter) << UInt64(8 * place)
            mask |= 0xFF << UInt64(8 * place)
        }
        let rest = anchor[opening.count...]
        let endsWord = rest.elementsEqual([Grammar.wordEnd])
        return Entry(
            start: Int32(start), count: Int32(anchor.count), grammar: UInt32(index), opensWord: grammar.opensWord,
            mayBeHyphenated: grammar.mayBeHyphenated, letters: letters, mask: mask,
            opening: UInt8(opening.count), whole: rest.isEmpty || endsWord ? UInt8(opening.count) : 0,
            endsWord: endsWord)
    }

    private static let blanks: UInt32 = 28
    private static let hyphens: UInt32 = 29
    /// What may stand behind a word: digits, blanks, a hyphen, other signs, what is beyond ASCII.
    private static let noLetters: [UInt32] = [27, blanks, hyphens, 30, 31]

    /// One of 32: letters in either case, digits, blanks, a hyphen, other signs, what is beyond ASCII.
    private static func classOf(_ byte: UInt8) -> UInt32 {
        if byte.isASCIILetter { return UInt32(byte & 0x1F) }
        if byte.isDigit || byte == Grammar.anyDigit { return 27 }
        if byte.isBlank { return blanks }
        if byte == Byte.hyphen { return hyphens }
        return byte < 0x80 ? 30 : 31
    }

    /// The classes of what may stand at an anchor's third place.
    private static func thirds(of anchor: [UInt8], mayBreak: Bool) -> [UInt32] {
        guard anchor.count > 2 else { return Array(0..<32) }
        // A dash may stand for a blank: `EU-trendrapport`.
        if anchor[2] == Byte.space { return [blanks, hyphens, classOf(0xE2)] }
        if anchor[2] == Grammar.wordEnd { return noLetters }
        return [classOf(anchor[2])] + (mayBreak && anchor[2].isASCIILetter ? [hyphens] : [])
    }

    /// The classes of what may stand at its fourth place, as bits; all of them where it has none of its own.
    private static func fourths(of anchor: [UInt8], _ mayBreak: Bool, third: Int) -> UInt32 {
        let isBroken = third == Int(hyphens) && anchor.count > 2 && anchor[2] != Byte.hyphen
        guard anchor.count > 3, anchor[2] != Byte.space, anchor[3] != Byte.space, !isBroken else { return .max }
        if anchor[3] == Grammar.wordEnd { return noLetters.reduce(0) { $0 | 1 << $1 } }
        return 1 << classOf(anchor[3]) | (mayBreak && anchor[3].isASCIILetter ? 1 << hyphens : 0)
    }

    /// The first place at or after `start` where an anchor stands, and the grammars it opens: bit n for grammar n (at most 32).
    /// - Complexity: linear in the distance.
    func next(in bytes: Bytes, from start: Int, before end: Int) -> (place: Int, grammars: UInt32)? {
        let end = min(end, bytes.count)
        guard start >= 0, start < end - 1 else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            fourths.withUnsafeBufferPointer { fourths in
                classes.withUnsafeBufferPointer { classes in
                    // Behind the end stands a blank.
                    var signs = classes[Int(bytes[start])] &<< 5 | classes[Int(bytes[start + 1])]
                    signs = Self.joined(signs, start + 2 < end ? classes[Int(bytes[start + 2])] : Self.blanks)
                    // Steps cannot overflow below `end`; this loop runs over every byte of every letter.
                    var place = start
                    while place &+ 3 < end {
                        let fourth = classes[Int(bytes[place &+ 3])]
                        if fourths[Int(signs)] &>> fourth & 1 != 0 {
                            let grammars = matching(Int(signs), bytes, place, end)
                            if grammars != 0 { return (place, grammars) }
                        }
                        signs = Self.joined(signs, fourth)
                        place &+= 1
                    }
                    while place &+ 1 < end {
                        let grammars = matching(Int(signs), bytes, place, end)
                        if grammars != 0 { return (place, grammars) }
                        signs = Self.joined(signs, Self.blanks)
                        place &+= 1
                    }
                    return nil
                }
            }
        }
    }

    /// Whether a plain letter stands before the place and none of it opens a word there (`hetKamerstuk`).
    private static func isWithinWord(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        bytes[place - 1].isASCIILetter && !(bytes[place].isUpper && bytes[place - 1].isLower)
    }

    /// The grammars of which an anchor stands at a place with these signs.
    @inline(never)
    private func matching(_ signs: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int) -> UInt32 {
        let isWithin = place > 0 && Self.isWithinWord(bytes, place)
        let bucket = Int(buckets[isWithin ? signs | Self.withinWord : signs])
        return bucket == 0 ? 0 : matching(bucket, bytes, place, end, isWithin: isWithin)
    }

    /// The grammars of a bucket of which an anchor stands at `place`.
    @inline(never)
    private func matching(
        _ bucket: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ end: Int, isWithin: Bool
    ) -> UInt32 {
        return anchors.withUnsafeBufferPointer { anchors in
            entries.withUnsafeBufferPointer { entries in
                // Most anchors fail at their first eight signs; a hyphen may break the word there.
                let signs = AnchorText.eightSigns(bytes, place, end)
                let letters = signs | 0x2020_2020_2020_2020
                let isBroken = !isWithin && EightBytes.equal(signs, Byte.hyphen) != 0
                var grammars: UInt32 = 0
                for index in Int(starts[bucket - 1])..<Int(starts[bucket]) {
                    let entry = entries[index]
                    let differs = (letters ^ entry.letters) & entry.mask != 0
                    if differs, !isBroken { continue }
                    if !differs, entry.whole > 0 {
                        let next = place &+ Int(entry.whole)
                        if !entry.endsWord || next >= end || !bytes[next].isASCIILetter {
                            grammars |= 1 &<< entry.grammar
                        }
                        continue
                    }
                    let wanted = UnsafeBufferPointer(
                        rebasing: anchors[Int(entry.start)..<Int(entry.start) + Int(entry.count)])
                    if AnchorText.stands(
                        wanted, bytes, place, end, alike: differs ? 0 : Int(entry.opening), mayBreak: entry.opensWord,
                        anywhere: entry.mayBeHyphenated)
                    {
                        grammars |= 1 &<< entry.grammar
                    }
                }
                return grammars
            }
        }
    }
}
