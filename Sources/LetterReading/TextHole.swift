/// A piece of a line that is not running text: a marker, or a note written where it is called.
struct TextHole {
    let range: Range<Int>
    /// The note whose text it is; nil for a marker.
    let note: Int?

    /// The holes of a letter, in order. A text may be such that two overlap (`[3: … [1] …]`): the one that starts first
    /// has it, and of two that start together the longer.
    static func all(notes: [NoteText], markers: [Range<Int>]) -> [TextHole] {
        let inline = notes.indices.filter { notes[$0].notation == .inline }
        let found =
            inline.map { TextHole(range: notes[$0].range, note: $0) }
            + markers.map { TextHole(range: $0, note: nil) }
        var holes: [TextHole] = []
        for hole in found.sorted(by: { ($0.range.lowerBound, $1.range.count) < ($1.range.lowerBound, $0.range.count) })
        {
            if let last = holes.last, hole.range.lowerBound < last.range.upperBound { continue }
            holes.append(hole)
        }
        return holes
    }
}
