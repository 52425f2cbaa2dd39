import DutchText

/// Finds the texts of notes: at the foot of a page, below an answer, or all at the end. A block of notes counts up, and
/// it is the end of its page.
struct NoteBlocks {
    private let bytes: Bytes
    private let callers: MarkerIndex
    private let notations: [NoteNotation]
    /// By the order of the notations, as what follows.
    private var openings: [NoteStarts?] = Array(repeating: nil, count: NoteNotation.allCases.count)
    private(set) var notes: [NoteText]
    /// The last number given, for each notation: series run side by side, and one may start anew.
    private var lastNumber = Array(repeating: 0, count: NoteNotation.allCases.count)
    /// The line behind the last block of notes, for each notation.
    private var lastBlockEnd = Array(repeating: 0, count: NoteNotation.allCases.count)
    /// Which notations have a note whose number stands as a marker above it.
    private var hasNotes = Array(repeating: false, count: NoteNotation.allCases.count)
    /// Whether this letter glues the number to the text (`13Handreiking`), once one note was seen. A number set apart
    /// at the start of a line is then a marker.
    private var isGlued: Bool?

    /// - Parameters:
    ///   - hasPlain: whether a bare number may open a note: not where the file itself says which digits are raised.
    ///   - known: the notes that need no search.
    init(_ bytes: Bytes, markers: LineMarkers, hasPlain: Bool = true, known: [NoteText] = []) {
        (self.bytes, notes) = (bytes, known)
        callers = MarkerIndex(markers)
        notations = [.caret, .bracket, .superscript, .parenthesis] + (hasPlain ? [.plain] : []) + [.numbered]
    }

    /// Gives the lines of notes their role.
    mutating func mark(_ lines: inout [Line]) {
        let numbered = lines.indices.filter { index in
            guard lines[index].role == .body, let first = bytes[lines[index].range].first else { return false }
            return notations.contains { $0.mayOpen(with: first) }
        }
        for notation in notations { openings[notation.order] = NoteStarts(notation, bytes, lines, among: numbered) }
        for notation in notations {
            hasNotes[notation.order] =
                openings[notation.order]?.isAny { number, line in
                    callers.first(of: number, [notation], in: 0..<line) != nil
                } ?? false
        }
        let pages = NotePage.all(bytes, lines)
        for page in pages {
            for notation in notations { markBlock(notation, on: page, pages.last ?? page, &lines) }
        }
        // Notes that are called in one notation and written in another, where the letter has no others.
        guard notes.isEmpty else { return }
        for page in pages { markBlock(.numbered, on: page, page, &lines) }
    }

    private mutating func markBlock(
        _ notation: NoteNotation, on page: NotePage, _ lastPage: NotePage, _ lines: inout [Line]
    ) {
        guard let openings = openings[notation.order] else { return }
        var from = notation == .plain ? page.afterHeadings : page.lines.lowerBound
        if notation == .numbered {
            // Beside other notes only the list that closes the letter is one of notes.
            let mayBe = page.lines.upperBound == lines.count || page.lines == lastPage.lines
            guard mayBe, let list = calledList(openings, on: page, lines) else { return }
            from = list
        }
        var scope = lastBlockEnd[notation.order]
        var isFirst = true
        while from < page.lines.upperBound, !openings.isEmpty(in: from..<page.lines.upperBound),
            var found = find(notation, from, scope, openings, page, lastPage, lines)
        {
            // A count that starts anew has its markers behind the notes before.
            if !isFirst, found.note.number <= lastNumber[notation.order] {
                scope = lastBlockEnd[notation.order]
                found.note.scope = scope..<found.note.scope.upperBound
            }
            isFirst = false
            take(found, &lines)
            from = found.note.lines[found.note.lines.count - 1] + 1
            lastBlockEnd[notation.order] = from
        }
    }

    /// A numbered list whose every number the text above calls, in order: notes whose two ends are written in two notations.
    /// A list of anything else is not called.
    private func calledList(_ openings: NoteStarts, on page: NotePage, _ lines: [Line]) -> Int? {
        let rest = page.afterHeadings..<page.lines.upperBound
        var number = lastNumber[NoteNotation.numbered.order] + 1
        guard let first = openings.last(of: number, in: rest), lines[first].role == .body else { return nil }
        var (place, caller) = (first, lastBlockEnd[NoteNotation.numbered.order])
        var isLikely = false
        while let next = callers.first(of: number, NoteNotation.numbered.markers, in: caller..<max(caller, first)) {
            isLikely =
                isLikely
                || callers.first(of: number, NoteNotation.numbered.markers, in: caller..<first, likely: true) != nil
            let below = place + 1..<max(place + 1, page.lines.upperBound)
            // `… XVI, nr.⏎4. Zie ook …` opens no item.
            guard let following = openings.first(of: number + 1, in: below),
                !NoteBoundary(bytes).wantsNumber(lines[following - 1].range),
                lines[following].item?.list == lines[first].item?.list
            else { return isLikely ? first : nil }
            (number, place, caller) = (number + 1, following, next)
        }
        return nil
    }

    /// The next note; the search, which shares the lines, is over when it returns, so that they can be marked in place.
    private func find(
        _ notation: NoteNotation, _ from: Int, _ scope: Int, _ openings: NoteStarts, _ page: NotePage,
        _ lastPage: NotePage, _ lines: [Line]
    ) -> (note: NoteText, isGlued: Bool)? {
        let search = NoteSearch(
            bytes: bytes, lines: lines, notation: notation, styles: styles(of: notation), openings: openings,
            callers: callers, page: page,
            lastPage: lastPage, scope: scope, expected: (lastNumber[notation.order]) + 1, isGlued: isGlued)
        guard let (first, number) = search.next(from: from) else { return nil }
        let end = search.end(of: first, number)
        let note = NoteText(
            number: number, notation: notation, mark: notation.mark(number), lines: Array(first..<end),
            range: lines[first].range.lowerBound..<lines[end - 1].range.upperBound, scope: scope..<first,
            page: page.opening)
        return (note, search.opensGlued(first))
    }

    /// How such notes may be called: `[3]` calls no `3 Waterbode` in a letter whose notes open with `[1]`.
    private func styles(of notation: NoteNotation) -> [NoteNotation] {
        notation.markers.filter { $0 == notation || $0 == .plain || !hasNotes[$0.order] }
    }

    private mutating func take(_ found: (note: NoteText, isGlued: Bool), _ lines: inout [Line]) {
        for line in found.note.lines { lines[line].role = .note(notes.count) }
        notes.append(found.note)
        if found.note.notation == .plain, isGlued == nil { isGlued = found.isGlued }
        lastNumber[found.note.notation.order] = found.note.number
    }
}

/// Notes that somebody typed below a text whose markers are raised (`… brief¹`, and at the end `1) Kamerstuk …` or
/// `1 Kamerstuk …`): a file that knows its markers need not know where their notes begin.
struct TypedNotes {
    /// The markers of each line, as the notes call for them.
    private(set) var markers: LineMarkers
    /// Whether a bare number may open a note.
    private(set) var hasPlain = false

    init(_ bytes: Bytes, _ lines: [Line], _ markers: LineMarkers) {
        self.markers = markers
        func opens(_ notation: NoteNotation) -> Bool {
            lines.contains { line in
                guard line.role == .body else { return false }
                var cursor = Cursor(bytes, in: line.range)
                return notation.opening(&cursor) == 1
            }
        }
        // Raised notes for raised markers: what else opens with a number is a list.
        guard markers.all.contains(where: { $0.style == .superscript }), !opens(.superscript) else {
            return
        }
        if opens(.parenthesis) {
            // `1)` in the running text calls them itself; at the head of a line it is what opens a note.
            let calls = markers.lines.contains { line in
                markers[line].contains {
                    $0.style == .parenthesis && $0.range.lowerBound > lines[line].range.lowerBound
                }
            }
            guard !calls else { return }
            self.markers = markers.compactMap { _, marker in
                guard marker.style == .superscript else { return marker }
                return NoteMarker(
                    range: marker.range, numbers: marker.numbers, style: .parenthesis, weight: marker.weight)
            }
        } else {
            hasPlain = true
        }
    }
}
