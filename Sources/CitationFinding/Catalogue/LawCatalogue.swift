import CCatalogue
import DutchText
import LetterReading

/// The laws that are known by name: those of the resource `laws.tsv`.
final class LawCatalogue: Sendable {
    struct Law: Sendable {
        /// `bwb:BWBR0045754`, `celex:32022R2065`
        let id: String
        let title: String
    }

    let laws: [Law]
    /// Sorted by key, so that a text that is read sign by sign narrows them down.
    let names: [LawName]
    private let places: [String: Int]
    /// The keys of the names, one behind the other, and where each begins.
    private let signs: [UInt8]
    private let starts: [Int]
    /// The first name whose key opens with a byte or a higher one.
    private let openings: [Int]
    /// The names that open with two letters: 27 for those of `bb`.
    private let pairs: [Range<Int>]

    static let builtIn = String(cString: kvgraph_laws()).reading { LawCatalogue($0) }

    /// Reads tab-separated id, title, names, abbreviations; `#` opens a comment. The resource explains the marks.
    init(_ bytes: Bytes) {
        var laws: [Law] = []
        var names: [LawName] = []
        var rows = TableRows(bytes)
        while let (_, columns) = rows.next() {
            guard columns.count == 4 else { continue }
            let isDutch = bytes[columns[0]].starts(with: "bwb:".utf8)
            for column in [2, 3] where !bytes[columns[column]].elementsEqual([Byte.hyphen]) {
                names += bytes.columns(of: columns[column], at: Byte.bar).compactMap {
                    LawName(bytes, $0, law: laws.count, isAbbreviation: column == 3, isDutch: isDutch)
                }
            }
            laws.append(Law(id: bytes.string(columns[0]), title: bytes.string(columns[1])))
        }
        self.laws = laws
        let sorted = names.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        self.names = sorted
        signs = sorted.flatMap(\.key)
        starts = sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.key.count) }
        var openings = [Int](repeating: sorted.count, count: 257)
        var pairs = [Range<Int>](repeating: 0..<0, count: 26 * 26)
        for (index, name) in sorted.enumerated().reversed() {
            openings[Int(name.key[0])] = index
            guard let first = Self.letter(name.key[0]), let second = Self.letter(name.key[1]) else { continue }
            let known = pairs[first * 26 + second]
            pairs[first * 26 + second] = index..<(known.isEmpty ? index + 1 : known.upperBound)
        }
        for byte in (0..<256).reversed() { openings[byte] = min(openings[byte], openings[byte + 1]) }
        (self.openings, self.pairs) = (openings, pairs)
        places = Dictionary(laws.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    /// The law of an id, or nil.
    func law(_ id: String) -> Law? { places[id].map { laws[$0] } }

    func place(of id: String) -> Int? { places[id] }

    /// Every name that stands at the cursor as whole words, the longest first; names of several laws may be the same.
    /// - Complexity: the length of the name times the logarithm of the number of names.
    func standing(at cursor: Cursor) -> [(names: Range<Int>, end: Int)] {
        var found: [(names: Range<Int>, end: Int)] = []
        var range = names.indices
        var depth = 0
        var place = cursor.position
        // No name is shorter than two signs.
        if place + 1 < cursor.end, let first = Self.letter(cursor.bytes[place]),
            let second = Self.letter(cursor.bytes[place + 1])
        {
            (range, place, depth) = (pairs[first * 26 + second], place + 2, 2)
            note(range)
        }
        while place < cursor.end, !range.isEmpty {
            let (sign, next) = LawNameFolding.sign(cursor.bytes, at: place, before: cursor.end)
            let narrowed = narrowed(range, depth, sign.lowered)
            if narrowed.isEmpty {
                // `Verdrag van deRechten van de Mens`.
                let isLost = place > cursor.position && cursor.bytes.hasLostBlank(at: place)
                let spaced = isLost ? self.narrowed(range, depth, Byte.space) : 0..<0
                if !spaced.isEmpty {
                    (range, depth) = (spaced, depth + 1)
                    continue
                }
                // A word that a line's end broke: `vennoot-⏎schapsbelasting`.
                guard sign == Byte.space, depth > 1, cursor.bytes[place] == Byte.hyphen,
                    cursor.bytes.isLetter(at: next), cursor.bytes.hasLetter(before: place)
                else { break }
                place = next
                continue
            }
            (range, place, depth) = (narrowed, next, depth + 1)
            note(range)
        }
        if found.count > 1 { found.reverse() }
        return found

        func note(_ range: Range<Int>) {
            var last = range.lowerBound
            while last < range.upperBound, starts[last + 1] - starts[last] == depth { last += 1 }
            if last > range.lowerBound, isWhole(cursor, place) { found.append((range.lowerBound..<last, place)) }
        }
    }

    /// 0 to 25 for a letter in either case.
    private static func letter(_ byte: UInt8) -> Int? {
        byte.isASCIILetter ? Int((byte | 0x20) - UInt8(ascii: "a")) : nil
    }

    /// The names of `range` that go on with `sign`.
    private func narrowed(_ range: Range<Int>, _ depth: Int, _ sign: UInt8) -> Range<Int> {
        if depth == 0 { return openings[Int(sign)]..<openings[Int(sign) + 1] }
        if range.count == 1 { return self.sign(range.lowerBound, depth) == Int(sign) ? range : 0..<0 }
        let start = first(in: range, depth, atLeast: Int(sign))
        if start == range.upperBound || self.sign(start, depth) != Int(sign) { return start..<start }
        // Mostly they all do.
        if self.sign(range.upperBound - 1, depth) == Int(sign) { return start..<range.upperBound }
        return start..<first(in: start..<range.upperBound, depth, atLeast: Int(sign) + 1)
    }

    private func first(in range: Range<Int>, _ depth: Int, atLeast sign: Int) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if self.sign(middle, depth) >= sign { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The sign of a name's key at `depth`; -1 behind its end.
    private func sign(_ name: Int, _ depth: Int) -> Int {
        let place = starts[name] + depth
        return place < starts[name + 1] ? Int(signs[place]) : -1
    }

    /// Whether a word ends at `place`: not within `Woo-verzoek` or `Jeugdwetten`; a host (`woo.nl`) is no name.
    private func isWhole(_ cursor: Cursor, _ place: Int) -> Bool {
        let bytes = cursor.bytes
        guard place < cursor.end else { return true }
        if bytes.isLetter(at: place) { return false }
        if bytes[place].isDigit {
            // A note's number, glued: `de Jeugdwet3`.
            var note = Cursor(bytes, in: place..<cursor.end)
            return note.number(most: 2) != nil && !bytes.isLetter(at: note.position)
        }
        if bytes[place] == Byte.dot, place + 1 < cursor.end { return !bytes[place + 1].isLower }
        guard let dash = cursor.dashLength(at: place), place + dash < cursor.end else { return true }
        return !bytes.isLetter(at: place + dash) && !bytes[place + dash].isDigit
    }
}
