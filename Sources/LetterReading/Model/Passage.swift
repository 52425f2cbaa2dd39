import DutchText

/// The running text of a letter, ready for reading: markers, notes and page furniture taken out, odd blanks made plain,
/// a line end kept as one newline and a paragraph's end as two. It knows for every byte where it came from.
public struct Passage: Sendable {
    /// A stretch copied byte for byte from the letter's text.
    struct Piece: Sendable {
        let start: Int
        let source: Int
    }

    /// A stretch that belongs together: the body of a unit, or one footnote.
    public struct Run: Sendable {
        public let range: Range<Int>
        /// An index into `Letter.footnotes`, or nil for a unit's body.
        public let footnote: Int?
        /// Indices into `Letter.units`: one for a body, one for each marker's unit of a footnote.
        public let units: [Int]
    }

    public internal(set) var text: [UInt8] = []
    public internal(set) var runs: [Run] = []
    /// Whether the converter wrote every line end as a space, so that a space may stand within an address.
    public internal(set) var isFlattened = false
    var pieces: [Piece] = []
    /// Where a run goes on behind something else: the foot of a page, notes, another unit. In order.
    var breaks: [Int] = []
    /// Where in the passage each marker stood, and in which run, by the offset of the marker in the letter's text.
    var calls: [Int: (offset: Int, run: Int)] = [:]

    /// Where in the passage a marker stood: an offset, and the run it lies in. Nil for what is no marker.
    package func call(ofMarkerAt offset: Int) -> (offset: Int, run: Run)? {
        guard let call = calls[offset], runs.indices.contains(call.run), runs[call.run].footnote == nil else {
            return nil
        }
        let run = runs[call.run]
        return (min(call.offset, run.range.upperBound), run)
    }

    /// The bytes of the letter's text that a range of the passage stands for, with what was removed in between.
    /// - Complexity: logarithmic in the number of pieces.
    public func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let place = source(of: range.lowerBound)
            return place..<place
        }
        return source(of: range.lowerBound)..<source(of: range.upperBound - 1) + 1
    }

    /// The longest part of a range that was written in one piece: `Ambtenarenwet` before the foot of a page, of which the
    /// year stands on the next one. The first of several.
    /// - Complexity: logarithmic in the number of breaks, and linear in those within the range.
    package func unbroken(_ range: Range<Int>) -> Range<Int> {
        let low = breaks.partitioningIndex { $0 > range.lowerBound }
        guard low < breaks.count, breaks[low] < range.upperBound else { return range }
        var longest = range.lowerBound..<range.lowerBound
        var start = range.lowerBound
        for end in breaks[low...].prefix(while: { $0 < range.upperBound }) + [range.upperBound] {
            let part = text.reading { $0.trimmed(start..<end) }
            if part.count > longest.count { longest = part }
            start = end
        }
        return longest.isEmpty ? range : longest
    }

    /// The stretches of the passage that ranges of the letter's text became; nil where an end is not in the running text.
    /// - Complexity: sorts the pieces once; then logarithmic for each range.
    package func ranges(ofSources ranges: [Range<Int>]) -> [Range<Int>?] {
        guard !ranges.isEmpty else { return [] }
        // The line end before a run is said to come from the run's first byte: the piece that follows it is the right one.
        let sorted = pieces.indices.sorted { (pieces[$0].source, $0) < (pieces[$1].source, $1) }
        return ranges.map { range in
            guard !range.isEmpty, let start = offset(ofSource: range.lowerBound, sorted),
                let last = offset(ofSource: range.upperBound - 1, sorted), start <= last
            else { return nil }
            return start..<last + 1
        }
    }

    private func offset(ofSource offset: Int, _ sorted: [Int]) -> Int? {
        let low = sorted.partitioningIndex { pieces[$0].source > offset }
        guard low > 0 else { return nil }
        let index = sorted[low - 1]
        let end = index + 1 < pieces.count ? pieces[index + 1].start : text.count
        let place = pieces[index].start + offset - pieces[index].source
        return place < end ? place : nil
    }

    private func source(of offset: Int) -> Int {
        let low = max(0, pieces.partitioningIndex { $0.start > offset } - 1)
        guard pieces.indices.contains(low) else { return offset }
        return pieces[low].source + offset - pieces[low].start
    }
}
