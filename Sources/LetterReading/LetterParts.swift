/// Says of every piece of the text what it is: each byte that is not blank belongs to exactly one part.
struct LetterParts {
    let lines: [Line]
    let unitOfLine: [Int]
    let notes: [NoteText]
    /// Sorted.
    let markerRanges: [Range<Int>]

    func all() -> [LetterPart] {
        let inline = notes.indices.filter { notes[$0].notation == .inline }.map { (notes[$0].range, Optional($0)) }
        let holes = (inline + markerRanges.map { ($0, nil) }).sorted { $0.0.lowerBound < $1.0.lowerBound }
        var parts: [LetterPart] = []
        var next = 0
        for (index, line) in lines.enumerated() {
            switch line.role {
            case .furniture: parts.append(LetterPart(role: .furniture, range: line.range, unit: nil, footnote: nil))
            case .heading:
                parts.append(LetterPart(role: .heading, range: line.range, unit: unitOfLine[index], footnote: nil))
            case .note(let note):
                parts.append(LetterPart(role: .footnote, range: line.range, unit: nil, footnote: note))
            case .body:
                var from = line.range.lowerBound
                while next < holes.count, holes[next].0.upperBound <= from { next += 1 }
                while next < holes.count, holes[next].0.lowerBound < line.range.upperBound {
                    let (hole, note) = holes[next]
                    append(body: from..<hole.lowerBound, unitOfLine[index], to: &parts)
                    parts.append(
                        LetterPart(role: note == nil ? .marker : .footnote, range: hole, unit: nil, footnote: note))
                    from = hole.upperBound
                    next += 1
                }
                append(body: from..<line.range.upperBound, unitOfLine[index], to: &parts)
            }
        }
        return parts
    }

    private func append(body range: Range<Int>, _ unit: Int, to parts: inout [LetterPart]) {
        guard !range.isEmpty else { return }
        parts.append(LetterPart(role: .body, range: range, unit: unit, footnote: nil))
    }
}
