/// The dossiers of a register by their digits, to find those a slip or two away from a number.
struct DossierIndex {
    struct Entry {
        let key: String
        let digits: [UInt8]
        let chapter: String?
        let highest: Int
        /// How often it has each digit, four bits each.
        fileprivate let digitCounts: UInt64
    }

    private let entries: [Entry]

    /// - Complexity: one walk over the register.
    init(_ register: Register) {
        var entries: [Entry] = []
        register.dossiers { key, highest in
            let digits = Array(key.utf8.prefix { $0 != UInt8(ascii: "-") })
            let chapter = key.utf8.count > digits.count ? String(key.dropFirst(digits.count + 1)) : nil
            entries.append(
                Entry(
                    key: key, digits: digits, chapter: chapter, highest: highest, digitCounts: Self.counts(digits)))
        }
        self.entries = entries
    }

    /// Dossiers with that chapter whose digits differ by two slips at most and which go on to a number; and the chapters
    /// of the dossier itself.
    func near(_ dossier: String, chapter: String?, number: Int) -> [Entry] {
        let digits = Array(dossier.utf8)
        let counts = Self.counts(digits)
        return entries.filter { entry in
            guard entry.highest >= number else { return false }
            if entry.digits == digits { return chapter == nil && entry.chapter != nil }
            // Two slips change two digits at most: most dossiers are ruled out by counting.
            return entry.chapter == chapter && Self.shared(entry.digitCounts, counts) + 2 >= digits.count
                && Slip(from: entry.digits, to: digits) != nil
        }
    }

    private static func counts(_ digits: [UInt8]) -> UInt64 {
        digits.reduce(0) { $0 + 1 << (4 * UInt64($1 & 0x0F)) }
    }

    private static func shared(_ left: UInt64, _ right: UInt64) -> Int {
        var sum: UInt64 = 0
        for place in stride(from: UInt64(0), to: 40, by: 4) { sum += min(left >> place & 0xF, right >> place & 0xF) }
        return Int(sum)
    }
}
