import CCatalogue
import LetterReading

/// The laws that are known by name: those of the resource `laws.tsv`.
struct LawCatalogue: Sendable {
    struct Law: Sendable {
        /// `bwb:BWBR0045754`, `celex:32022R2065`
        let id: String
        let title: String
    }

    let laws: [Law]
    /// Sorted by key, so that a text that is read sign by sign narrows them down.
    let names: [LawName]
    private let places: [String: Int]

    static let builtIn = LawCatalogue(tsv: String(cString: kvgraph_laws()))

    /// Reads tab-separated id, title, names, abbreviations; `#` opens a comment. The resource explains the marks.
    init(tsv: String) {
        var laws: [Law] = []
        var names: [LawName] = []
        for line in tsv.utf8.split(separator: Byte.newline) where line.first != Byte.hash {
            let columns = line.split(separator: Byte.tab, omittingEmptySubsequences: false).map { Substring($0) }
            guard columns.count == 4 else { continue }
            let isDutch = columns[0].hasPrefix("bwb:")
            for column in [2, 3] where columns[column] != "-" {
                names += columns[column].utf8.split(separator: Byte.bar).compactMap {
                    LawName(Substring($0), law: laws.count, isAbbreviation: column == 3, isDutch: isDutch)
                }
            }
            laws.append(Law(id: String(columns[0]), title: String(columns[1])))
        }
        self.laws = laws
        self.names = names.sorted { $0.key.lexicographicallyPrecedes($1.key) }
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
        while place < cursor.end {
            let (sign, next) = LawSigns.sign(cursor.bytes, at: place, before: cursor.end)
            let narrowed = narrowed(range, depth, sign.lowered)
            if narrowed.isEmpty {
                // A word that a line's end broke: `vennoot-⏎schapsbelasting`.
                guard sign == Byte.space, depth > 1, cursor.bytes[place] == Byte.hyphen,
                    cursor.bytes.isLetter(at: next), cursor.bytes.hasLetter(before: place)
                else { break }
                place = next
                continue
            }
            (range, place, depth) = (narrowed, next, depth + 1)
            let whole = range.prefix { names[$0].key.count == depth }
            if !whole.isEmpty, isWhole(cursor, place) { found.append((whole, place)) }
        }
        return found.reversed()
    }

    /// The names of `range` that go on with `sign`.
    private func narrowed(_ range: Range<Int>, _ depth: Int, _ sign: UInt8) -> Range<Int> {
        func first(_ isBeyond: (UInt8) -> Bool) -> Int {
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high {
                let middle = (low + high) / 2
                let key = names[middle].key
                if depth < key.count, isBeyond(key[depth]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { $0 >= sign }
        return start..<max(start, first { $0 > sign })
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
