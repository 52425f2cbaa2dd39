/// Says of every piece of the text what it is: each byte that is not blank belongs to exactly one part.
struct LetterParts {
    let lines: [Line]
    let unitOfLine: [Int]
    let holes: [TextHole]

    func all() -> [LetterPart] {
        var parts: [LetterPart] = []
        var next = 0
        parts.reserveCapacity(lines.count + 2 * holes.count)
        for index in lines.indices {
            let line = lines[index].range
            switch lines[index].role {
            case .furniture: parts.append(LetterPart(role: .furniture, range: line, unit: nil, footnote: nil))
            case .heading: parts.append(LetterPart(role: .heading, range: line, unit: unitOfLine[index], footnote: nil))
            case .note(let note): parts.append(LetterPart(role: .footnote, range: line, unit: nil, footnote: note))
            case .body:
                var from = line.lowerBound
                while next < holes.count, holes[next].range.upperBound <= from { next += 1 }
                // A hole that goes on past its line is cut there: what the next line is, it is as a whole.
                for hole in holes[next...] {
                    let range = hole.range.clamped(to: from..<line.upperBound)
                    if range.isEmpty { break }
                    append(body: from..<range.lowerBound, unitOfLine[index], to: &parts)
                    let role: LetterPart.Role = hole.note == nil ? .marker : .footnote
                    parts.append(LetterPart(role: role, range: range, unit: nil, footnote: hole.note))
                    from = range.upperBound
                }
                append(body: from..<line.upperBound, unitOfLine[index], to: &parts)
            }
        }
        return parts
    }

    private func append(body range: Range<Int>, _ unit: Int, to parts: inout [LetterPart]) {
        guard !range.isEmpty else { return }
        parts.append(LetterPart(role: .body, range: range, unit: unit, footnote: nil))
    }
}
