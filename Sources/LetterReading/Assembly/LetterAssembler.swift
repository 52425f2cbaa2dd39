import DutchText

/// Lines, notes and markers → a `Letter`: units with their running text, notes hung on the units of their markers, and
/// a part for every byte.
struct LetterAssembler {
    let formatted: Document
    let bytes: Bytes
    let name: String
    let file: String
    let lines: [Line]
    let notes: [NoteText]
    let assignment: MarkerAssignment
    private var text: SourceText { formatted.text }

    private let names: [UnitName]
    private let indices: [UnitName: Int]
    /// The unit of each line, as an index into `names`.
    private let unitOfLine: [Int]

    init(
        _ formatted: Document, _ bytes: Bytes, name: String, file: String, lines: [Line], notes: [NoteText],
        assignment: MarkerAssignment
    ) {
        (self.formatted, self.bytes, self.name, self.file) = (formatted, bytes, name, file)
        (self.lines, self.notes, self.assignment) = (lines, notes, assignment)
        var names = [UnitName.preamble]
        var indices = [UnitName.preamble: 0]
        var current = 0
        unitOfLine = lines.indices.map { index in
            guard let opened = lines[index].opens else { return current }
            if let known = indices[opened] {
                current = known
            } else {
                current = names.count
                names.append(opened)
                indices[opened] = current
            }
            return current
        }
        (self.names, self.indices) = (names, indices)
    }

    func letter() -> Letter {
        let footnotes = notes.enumerated().map { footnote($1, index: $0) }
        let holes = LiftedSpan.all(notes: notes, markers: markerRanges)
        let passage = passage(footnotes, holes)
        let parts = LetterParts(lines: lines, unitOfLine: unitOfLine, holes: holes).all()
        let units = units()
        let (header, impossibleDays) = header(passage)
        let diagnostics = LetterDiagnostics(
            text: text, bytes: bytes, file: file, units: units, footnotes: footnotes, assignment: assignment,
            unheaded: unheadedAnswers(), withoutRest: CutSentence.withoutRest(bytes, lines, notes),
            unit: { names[unit(at: $0)] }, remark: formatted.remark,
            impossibleDays: impossibleDays)
        return Letter(
            name: name, file: file, format: formatted.format, isWebPage: formatted.isWebPage, text: text,
            header: header, units: units,
            footnotes: footnotes, parts: parts, passage: passage, links: formatted.links, origins: formatted.origins,
            diagnostics: diagnostics.all())
    }

    /// What the letter says of itself, and where it gives a day that is none.
    private func header(_ passage: Passage) -> (LetterHeader, impossibleDays: [Range<Int>]) {
        let issue = IssueNumber.find(in: lines, bytes)
        return passage.text.reading { text in
            let reader = HeaderReader(passage, text, names: names)
            return (
                reader.header(issue: issue, letterhead: formatted.letterhead, facts: formatted.facts),
                reader.impossibleDays().map(passage.sourceRange)
            )
        }
    }

    /// Answers that were told from their questions' text in a letter whose other answers have headings.
    private func unheadedAnswers() -> Set<UnitName> {
        guard formatted.headings.isEmpty else { return [] }
        let answers = lines.indices.filter { lines[$0].opens?.part == .answer }
        guard answers.contains(where: { lines[$0].role == .heading }) else { return [] }
        return Set(answers.filter { lines[$0].role != .heading }.compactMap { lines[$0].opens })
    }

    private var markerRanges: [Range<Int>] {
        Array(Set(assignment.markers.joined().map(\.range) + assignment.orphans.map(\.range)))
    }

    private func footnote(_ note: NoteText, index: Int) -> Footnote {
        let markers = Set(assignment.markers[index].map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
        let places = markers.isEmpty ? [note.range.lowerBound] : markers.map(\.lowerBound)
        var units: [UnitName] = []
        for place in places where !units.contains(names[unit(at: place)]) { units.append(names[unit(at: place)]) }
        // A marker in brackets shows how this letter prints its notes: `[1]` above, `1 …` below.
        let style = assignment.markers[index].first?.style
        // A file's own notes are called `[^1]` only in the text made of it.
        let isOwn = formatted.knowsMarkers && note.notation == .caret
        let mark = style == .bracket ? "[\(note.number)]" : isOwn ? "\(note.number)" : note.mark
        return Footnote(mark: mark, range: note.range, markers: markers, units: units)
    }

    /// The unit of the line that holds an offset.
    private func unit(at offset: Int) -> Int {
        let low = max(0, lines.partitioningIndex { $0.range.lowerBound > offset } - 1)
        return lines.isEmpty ? 0 : unitOfLine[low]
    }

    private func passage(_ footnotes: [Footnote], _ holes: [LiftedSpan]) -> Passage {
        var builder = PassageBuilder(
            bytes, without: holes.map(\.range),
            isMarkdown: formatted.isMarkdown,
            isFlattened: formatted.isFlattened)
        var bodies = Array(repeating: [Int](), count: names.count)
        for index in lines.indices where lines[index].role == .body { bodies[unitOfLine[index]].append(index) }
        for (unit, body) in bodies.enumerated() { builder.add(paragraphs(body), footnote: nil, units: [unit]) }
        for (index, note) in notes.enumerated() {
            let units = footnotes[index].units.compactMap { indices[$0] }
            if note.notation == .inline {
                builder.add([(inside(note), false)], footnote: index, units: units, takesHoles: false)
            } else {
                let texts = note.lines.map { (lines[$0].range, false) }
                let opening = [(afterMark(note), false)] + texts.dropFirst()
                builder.add(opening, footnote: index, units: units)
            }
        }
        return builder.passage
    }

    /// A line opens a paragraph when an empty line stands before it; across a page's edge only when a sentence ended.
    private func paragraphs(_ body: [Int]) -> [(range: Range<Int>, opensParagraph: Bool)] {
        var previous: Int?
        return body.map { index in
            defer { previous = index }
            guard let previous else { return (lines[index].range, false) }
            let isNextLine = index == previous + 1
            let end = bytes[lines[previous].range.upperBound - 1]
            let ended = end == Byte.dot || end == Byte.question || end == Byte.colon || end == Byte.exclamation
            return (lines[index].range, isNextLine ? lines[index].blankBefore : ended)
        }
    }

    /// The text between the brackets of `[3: …]`.
    private func inside(_ note: NoteText) -> Range<Int> {
        let start = (bytes[note.range].firstIndex(of: Byte.colon) ?? note.range.lowerBound) + 1
        return bytes.trimmed(start..<max(start, note.range.upperBound - 1))
    }

    private func afterMark(_ note: NoteText) -> Range<Int> {
        let line = lines[note.lines[0]].range
        var cursor = Cursor(bytes, in: line)
        _ = note.notation.opening(&cursor)
        return bytes.trimmed(cursor.position..<line.upperBound)
    }

    private func units() -> [LetterUnit] {
        var ranges = Array(repeating: Range<Int>?.none, count: names.count)
        for index in lines.indices where lines[index].role == .body || lines[index].role == .heading {
            let (line, unit) = (lines[index].range, unitOfLine[index])
            let known = ranges[unit] ?? line
            ranges[unit] = min(known.lowerBound, line.lowerBound)..<max(known.upperBound, line.upperBound)
        }
        return zip(names, ranges).map { LetterUnit(name: $0, range: $1 ?? 0..<0) }
    }
}

/// Says of every piece of the text what it is: each byte that is not blank belongs to exactly one part.
struct LetterParts {
    let lines: [Line]
    let unitOfLine: [Int]
    let holes: [LiftedSpan]

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

/// A piece of a line that is not running text: a marker, or a note written where it is called.
struct LiftedSpan {
    let range: Range<Int>
    /// The note whose text it is; nil for a marker.
    let note: Int?

    /// The holes of a letter, in order. A text may be such that two overlap (`[3: … [1] …]`): the one that starts first
    /// has it, and of two that start together the longer.
    static func all(notes: [NoteText], markers: [Range<Int>]) -> [LiftedSpan] {
        let inline = notes.indices.filter { notes[$0].notation == .inline }
        let found =
            inline.map { LiftedSpan(range: notes[$0].range, note: $0) }
            + markers.map { LiftedSpan(range: $0, note: nil) }
        var holes: [LiftedSpan] = []
        for hole in found.sorted(by: { ($0.range.lowerBound, $1.range.count) < ($1.range.lowerBound, $0.range.count) })
        {
            if let last = holes.last, hole.range.lowerBound < last.range.upperBound { continue }
            holes.append(hole)
        }
        return holes
    }
}
