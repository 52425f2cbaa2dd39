import DutchText
import LetterReading

/// Where the notes of a letter are called, so that what a note says can be joined to the words before its marker.
struct NoteCalls {
    /// By their place in the passage.
    private let calls: [(offset: Int, note: Int)]
    /// The run that holds the text of a note.
    private let texts: [Int: Range<Int>]

    init(_ letter: Letter) {
        calls = letter.footnotes.enumerated().flatMap { index, note in
            note.markers.compactMap { letter.passage.call(ofMarkerAt: $0.lowerBound).map { ($0.offset, index) } }
        }.sorted { $0.offset < $1.offset }
        var texts: [Int: Range<Int>] = [:]
        for run in letter.passage.runs {
            if let note = run.footnote { texts[note] = run.range }
        }
        self.texts = texts
    }

    /// The text of the one note called within a stretch, or at most two signs behind it; nil when there is none or several.
    func text(at place: Range<Int>) -> Range<Int>? {
        let low = first(behind: place.lowerBound)
        guard low < calls.count, calls[low].offset <= place.upperBound + 2 else { return nil }
        if low + 1 < calls.count, calls[low + 1].offset <= place.upperBound + 2 { return nil }
        return texts[calls[low].note]
    }

    /// The notes called in a stretch, each with the place of its marker and where its text stands.
    func within(_ place: Range<Int>) -> [(offset: Int, text: Range<Int>?)] {
        calls[first(behind: place.lowerBound - 1)...].prefix { $0.offset < place.upperBound }
            .map { ($0.offset, texts[$0.note]) }
    }

    /// The index of the first marker behind an offset.
    private func first(behind offset: Int) -> Int {
        calls.partitioningIndex { $0.offset > offset }
    }
}
