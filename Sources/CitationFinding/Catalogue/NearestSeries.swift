import DutchText

/// For a report that nobody knows: the series that is meant, or those that are called nearly so.
extension ReportCatalogue {
    /// The series that an id belongs to: `report:aivd-jaarverslag-2031` is one of `aivd-jaarverslag`. Nil for an id of
    /// no report.
    public func series(ofID id: String) -> Series? { id.hasPrefix("report:") ? split(id)?.series : nil }

    /// The series whose title or slug agrees with a text for at least half of the letters of either, words wrong here and
    /// there: `dreigingsbeld terorisme` is Dreigingsbeeld Terrorisme Nederland. The nearest first.
    /// - Complexity: the product of the words of the text and those of the catalogue.
    public func nearest(to text: String, limit: Int = 3) -> [Series] {
        let asked = Self.words(String(text.prefix(Self.longestQuestion)))
        let ranked = series.map { one in
            (
                likeness: max(Self.likeness(asked, Self.words(one.title)), Self.likeness(asked, Self.words(one.slug))),
                one
            )
        }
        return ranked.filter { $0.likeness >= 0.5 }
            .sorted { (-$0.likeness, $0.1.slug) < (-$1.likeness, $1.1.slug) }.prefix(limit).map(\.1)
    }

    /// Which share of the letters stands in words that both have, of the text with more that the other lacks.
    private static func likeness(_ asked: [[UInt8]], _ named: [[UInt8]]) -> Double {
        func share(_ words: [[UInt8]], of others: [[UInt8]]) -> Double {
            let both = words.filter { word in others.contains { isNearly(word, $0) } }
            return Double(both.joined().count) / Double(max(1, words.joined().count))
        }
        return min(share(asked, of: named), share(named, of: asked))
    }

    /// Of a longer text, its beginning says what is meant.
    private static let longestQuestion = 200

    /// Without numbers, which say the edition, and what only says that it is a report.
    private static func words(_ text: String) -> [[UInt8]] {
        FoldedWords.folded(text).map { Array($0.utf8) }.filter { word in
            !word.allSatisfy(\.isDigit) && !plain.contains { word.elementsEqual($0.utf8) }
        }
    }

    private static let plain = ["report", "rapport", "de", "het", "van", "een", "en"]

    /// One letter in four may be wrong, or the end of a compound lack; a short word is another word then.
    private static func isNearly(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        guard short.count > 3 else { return left == right }
        return short.count > 5 && long.starts(with: short) || EditDistance.between(short, long) * 4 <= short.count
    }
}
