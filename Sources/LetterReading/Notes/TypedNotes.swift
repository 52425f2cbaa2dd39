import DutchText

/// Notes that somebody typed below a text whose markers are raised (`… brief¹`, and at the end `1) Kamerstuk …` or
/// `1 Kamerstuk …`): a file that knows its markers need not know where their notes begin.
struct TypedNotes {
    /// The markers of each line, as the notes call for them.
    private(set) var markers: [[NoteMarker]]
    /// Whether a bare number may open a note.
    private(set) var hasPlain = false

    init(_ bytes: Bytes, _ lines: [Line], _ markers: [[NoteMarker]]) {
        self.markers = markers
        func opens(_ notation: NoteNotation) -> Bool {
            lines.contains { line in
                guard line.role == .body else { return false }
                var cursor = Cursor(bytes, in: line.range)
                return notation.opening(&cursor) == 1
            }
        }
        // Raised notes for raised markers: what else opens with a number is a list.
        guard markers.contains(where: { $0.contains { $0.style == .superscript } }), !opens(.superscript) else {
            return
        }
        if opens(.parenthesis) {
            // `1)` in the running text calls them itself; at the head of a line it is what opens a note.
            let calls = zip(lines, markers).contains { line, markers in
                markers.contains { $0.style == .parenthesis && $0.range.lowerBound > line.range.lowerBound }
            }
            guard !calls else { return }
            self.markers = markers.map { line in
                line.map { marker in
                    guard marker.style == .superscript else { return marker }
                    return NoteMarker(
                        range: marker.range, numbers: marker.numbers, style: .parenthesis, weight: marker.weight)
                }
            }
        } else {
            hasPlain = true
        }
    }
}
