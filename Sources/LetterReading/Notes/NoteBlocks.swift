/// Finds the texts of notes: at the foot of a page, below an answer, or all at the end. A block of notes counts up, and
/// it is the end of its page.
struct NoteBlocks {
    private let bytes: [UInt8]
    /// For each number, the lines with a possible marker of it, in order.
    private let callers: [Int: [(line: Int, style: NoteNotation)]]
    private(set) var notes: [NoteText] = []
    /// The last number given, for each notation: series run side by side, and one may start anew.
    private var lastNumber: [NoteNotation: Int] = [:]
    /// The line behind the last block of notes, for each notation.
    private var lastBlockEnd: [NoteNotation: Int] = [:]
    /// Whether this letter glues the number to the text (`13Handreiking`), once one note was seen. A number set apart
    /// at the start of a line is then a marker.
    private var isGlued: Bool?

    /// - Parameter markers: the possible markers of each line.
    init(_ bytes: [UInt8], markers: [[NoteMarker]]) {
        self.bytes = bytes
        var callers: [Int: [(line: Int, style: NoteNotation)]] = [:]
        for (line, found) in markers.enumerated() {
            for marker in found {
                for number in marker.numbers { callers[number, default: []].append((line, marker.style)) }
            }
        }
        self.callers = callers
    }

    /// Gives the lines of notes their role.
    mutating func mark(_ lines: inout [Line]) {
        for page in pages(lines) {
            for notation in [NoteNotation.caret, .bracket, .superscript, .parenthesis, .plain] {
                markBlock(notation, on: page, &lines)
            }
        }
    }

    /// Stretches of lines with at most one block of notes: pages where feet tell them apart, else headings do too.
    private func pages(_ lines: [Line]) -> [Range<Int>] {
        let feet = lines.indices.count { lines[$0].opensPage }
        var starts = lines.indices.filter { lines[$0].opensPage || $0 == 0 }
        if feet < 3 {
            starts = lines.indices.filter { index in
                index == 0 || lines[index].opensPage || lines[index].opens != nil || looksLikePageStart(lines, index)
            }
        }
        return zip(starts, starts.dropFirst() + [lines.count]).map { $0..<$1 }
    }

    /// Text of a PDF may open each page with one blank, where no other line has one.
    private func looksLikePageStart(_ lines: [Line], _ index: Int) -> Bool {
        let start = lines[index].range.lowerBound
        return start >= 2 && bytes[start - 1] == Byte.space && bytes[start - 2] == Byte.newline
    }

    private mutating func markBlock(_ notation: NoteNotation, on page: Range<Int>, _ lines: inout [Line]) {
        var from = page.lowerBound
        if notation == .plain, let heading = page.last(where: { lines[$0].role == .heading }) { from = heading + 1 }
        let scope = lastBlockEnd[notation] ?? 0
        while from < page.upperBound, let start = firstNote(notation, in: from..<page.upperBound, scope, lines) {
            from = take(start.line, start.number, notation, page, scope, &lines)
            lastBlockEnd[notation] = from
        }
    }

    /// The line that opens the next note: its number is next in line, and its marker stands before it on the page.
    private func firstNote(_ notation: NoteNotation, in range: Range<Int>, _ scope: Int, _ lines: [Line])
        -> (line: Int, number: Int)?
    {
        let expected = (lastNumber[notation] ?? 0) + 1
        var spare: (line: Int, number: Int)?
        for line in range where lines[line].role == .body {
            var cursor = Cursor(bytes, in: lines[line].range)
            guard let number = notation.opening(&cursor), fits(notation, lines[line]) else { continue }
            let isInLine = number == expected || number == 1 || isSkip(number, expected)
            if isInLine, isCalled(number, notation, on: scope..<line) { return (line, number) }
            // A marker may be lost; the note is still one when it is next in line and opens as a text does.
            guard number == expected, notation != .parenthesis else { continue }
            let isLikely = notation != .plain || (expected > 1 && opensText(lines[line]))
            if isLikely, notation == .plain || spare == nil { spare = (line, number) }
        }
        return spare
    }

    private func fits(_ notation: NoteNotation, _ line: Line) -> Bool {
        notation != .plain || isGlued == nil || isGlued == opensGlued(line)
    }

    private func opensGlued(_ line: Line) -> Bool {
        bytes[line.range].first { !$0.isDigit }?.isBlank == false
    }

    private func isSkip(_ number: Int, _ expected: Int) -> Bool { number > expected && number <= expected + 3 }

    private func isCalled(_ number: Int, _ notation: NoteNotation, on lines: Range<Int>) -> Bool {
        guard let places = callers[number] else { return false }
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].line < lines.lowerBound { low = middle + 1 } else { high = middle }
        }
        return places[low...].prefix { $0.line < lines.upperBound }.contains { notation.markers.contains($0.style) }
    }

    private func opensText(_ line: Line) -> Bool {
        var cursor = Cursor(bytes, in: line.range)
        _ = cursor.number()
        cursor.skipBlanks()
        return bytes.isCapital(at: cursor.position) || cursor.current == 0xC2 || cursor.skip("http")
    }

    /// Takes the note that opens on a line, with the lines it goes on over; returns the line after it.
    private mutating func take(
        _ first: Int, _ number: Int, _ notation: NoteNotation, _ page: Range<Int>, _ scope: Int, _ lines: inout [Line]
    ) -> Int {
        var note = NoteText(
            number: number, notation: notation, mark: notation.mark(number), lines: [first], range: lines[first].range,
            scope: scope..<first, page: lines[...first].lastIndex { $0.opensPage } ?? 0)
        var next = first + 1
        while next < page.upperBound, lines[next].role == .body, !endsNote(lines, at: next, note, page) {
            note.lines.append(next)
            next += 1
        }
        for line in note.lines { lines[line].role = .note(notes.count) }
        note.range = note.range.lowerBound..<lines[note.lines[note.lines.count - 1]].range.upperBound
        notes.append(note)
        if notation == .plain, isGlued == nil { isGlued = opensGlued(lines[first]) }
        lastNumber[notation] = number
        return next
    }

    private func endsNote(_ lines: [Line], at index: Int, _ note: NoteText, _ page: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: lines[index].range)
        if let opening = note.notation.opening(&cursor), opening == note.number + 1, fits(note.notation, lines[index]),
            note.notation != .plain || isCalled(opening, note.notation, on: note.scope) || opensText(lines[index])
        {
            return true
        }
        guard lines[index].blankBefore else { return false }
        // A blank line ends a note, but not within a sentence or an address, and not above the foot of the page.
        let last = lines[index - 1].range
        let sign = bytes[last.upperBound - 1]
        if sign == Byte.comma || sign == Byte.hyphen || sign == Byte.slash { return false }
        return note.notation != .plain || !isFootOfPage(lines, page)
    }

    private func isFootOfPage(_ lines: [Line], _ page: Range<Int>) -> Bool {
        page.upperBound < lines.count && page.contains { lines[$0].role == .furniture && $0 > page.lowerBound }
    }
}
