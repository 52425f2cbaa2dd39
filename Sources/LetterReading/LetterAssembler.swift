import DutchText

/// Lines, notes and markers → a `Letter`: units with their running text, notes hung on the units of their markers, and
/// a part for every byte.
struct LetterAssembler {
    let formatted: FormattedText
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
        _ formatted: FormattedText, _ bytes: Bytes, name: String, file: String, lines: [Line], notes: [NoteText],
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
        let holes = TextHole.all(notes: notes, markers: markerRanges)
        let passage = passage(footnotes, holes)
        let parts = LetterParts(lines: lines, unitOfLine: unitOfLine, holes: holes).all()
        let units = units()
        let (header, impossibleDays) = header(passage)
        let diagnostics = LetterDiagnostics(
            text: text, bytes: bytes, file: file, units: units, footnotes: footnotes, orphans: assignment.orphans,
            unit: { names[unit(at: $0)] }, remark: formatted.remark,
            impossibleDays: impossibleDays)
        return Letter(
            name: name, file: file, format: formatted.format, text: text, header: header, units: units,
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
        let low = max(0, lines.partition { $0.range.lowerBound > offset } - 1)
        return lines.isEmpty ? 0 : unitOfLine[low]
    }

    private func passage(_ footnotes: [Footnote], _ holes: [TextHole]) -> Passage {
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
        return Line.trimmed(start..<max(start, note.range.upperBound - 1), in: bytes)
    }

    private func afterMark(_ note: NoteText) -> Range<Int> {
        let line = lines[note.lines[0]].range
        var cursor = Cursor(bytes, in: line)
        _ = note.notation.opening(&cursor)
        return Line.trimmed(cursor.position..<line.upperBound, in: bytes)
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
