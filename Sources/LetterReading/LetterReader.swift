import DutchText

/// Reads a letter: a document in, a `Letter` out. What the file knows is taken as it stands; what it does not know is
/// found in the text, step by step.
public enum LetterReader {
    /// The steps, each with the reason why it stands where it does.
    private static let steps: [(take: @Sendable (inout LetterDraft) -> Void, why: StaticString)] = [
        ({ $0.liftNotes() }, "notes within the text may run over lines: before lines are cut"),
        ({ $0.cutLines() }, "all else is said of lines"),
        ({ $0.markFurniture() }, "a page's foot is where a block of notes ends, and no heading"),
        ({ $0.joinNotes() }, "a note is one line, or several, before any is asked what it is"),
        ({ $0.markUnits() }, "no note holds a heading: headings before notes"),
        ({ $0.findMarkers() }, "a note is told by what calls it: markers before notes"),
        ({ $0.markNotes() }, "what is no furniture, heading or note is the running text"),
    ]

    /// - Complexity: linear in the number of bytes.
    package static func read(_ document: Document, name: String, file: String) -> Letter {
        document.text.bytes.reading { source in
            var draft = LetterDraft(document, source)
            for step in steps { step.take(&draft) }
            // Which marker calls which note is asked last, of all markers and notes together.
            let inBody = draft.markers.compactMap { draft.lines[$0].role == .body ? $1 : nil }
            let assignment = MarkerAssignment(draft.notes, candidates: inBody, inline: draft.inline.markers)
            let assembler = LetterAssembler(
                document, source, name: name, file: file, lines: draft.lines, notes: draft.notes,
                assignment: assignment)
            return assembler.letter()
        }
    }
}

/// What is known of a letter while it is read.
private struct LetterDraft {
    let document: Document
    let source: Bytes
    let isFlattened: Bool
    var inline: (markers: [NoteMarker], notes: [InlineNotes.Note]) = ([], [])
    var lines: [Line] = []
    var markers = LineMarkers()
    var notes: [NoteText] = []
    /// Whether a bare number may open a note.
    private var hasPlain = true

    init(_ document: Document, _ source: Bytes) {
        (self.document, self.source, isFlattened) = (document, source, document.isFlattened)
    }

    mutating func liftNotes() { inline = InlineNotes.lift(source) }

    mutating func cutLines() {
        lines =
            LineCutter(
                source, around: inline.notes.map(\.range), isFlattened: isFlattened, headings: InlineHeadings.cuts
            ).cut()
        var items = document.items[...]
        for index in lines.indices {
            while let item = items.first, item.number.lowerBound < lines[index].range.upperBound {
                lines[index].item = item
                items.removeFirst()
            }
        }
    }

    mutating func markFurniture() {
        if !document.furniture.isEmpty {
            for index in lines.indices where Self.overlaps(lines[index].range, document.furniture) {
                lines[index].role = .furniture
            }
        }
        PageFurniture(source).mark(&lines)
    }

    mutating func joinNotes() {
        guard document.notes.isEmpty else { return }
        WebNotes.join(&lines, source)
        JoinedNotes.part(&lines, source)
    }

    mutating func markUnits() {
        guard document.headings.isEmpty else { return KnownOutline.mark(&lines, document.headings, source) }
        var headings = HeadingReader(source)
        headings.mark(&lines, except: document.notes.map(\.range))
        let unheaded = UnheadedAnswers(source)
        unheaded.markNumbered(&lines)
        var numbers = NumberOnlyHeadings(source)
        numbers.mark(&lines)
        unheaded.split(&lines)
        if !isFlattened { UnaskedBody(source).open(&lines) }
    }

    /// A file that knows its markers has no others in digits or carets: `[^2]` that somebody typed is text.
    mutating func findMarkers() {
        let finder = NoteMarkers(source)
        let lifted = (inline.markers.map(\.range) + inline.notes.map(\.range) + document.markers.map(\.range))
            .sorted { $0.lowerBound < $1.lowerBound }
        var known = document.markers[...]
        var above: Range<Int>?
        for index in lines.indices {
            var own: [NoteMarker] = []
            while let marker = known.first, marker.range.lowerBound < lines[index].range.upperBound {
                own.append(NoteMarker(range: marker.range, numbers: .one(marker.number), style: .caret, weight: 100))
                known.removeFirst()
            }
            guard lines[index].role == .body else {
                if lines[index].role != .furniture { above = nil }
                markers.append(line: [])
                continue
            }
            let found = finder.all(in: lines[index].range, below: above, most: LineMarkers.most - markers.all.count)
            above = lines[index].range
            guard document.knowsMarkers || !lifted.isEmpty else {
                markers.append(line: found)
                continue
            }
            let typed = found.filter { marker in
                !Self.overlaps(marker.range, lifted) && !(document.knowsMarkers && marker.style == .plain)
                    && (document.markers.isEmpty || marker.style != .caret)
            }
            markers.append(line: own + typed)
        }
        if document.knowsMarkers {
            let typed = TypedNotes(source, lines, markers)
            (markers, hasPlain) = (typed.markers, typed.hasPlain)
        }
    }

    mutating func markNotes() {
        let within = inline.notes.map {
            NoteText(
                number: $0.number, notation: .inline, mark: String($0.number), lines: [], range: $0.range, scope: 0..<0)
        }
        let known = within + NoteText.known(document.notes, lines)
        for (index, note) in known.enumerated() { for line in note.lines { lines[line].role = .note(index) } }
        var blocks = NoteBlocks(source, markers: markers, hasPlain: hasPlain, known: known)
        // A text without any line has no foot of a page to read notes from.
        if !isFlattened || FlattenedText.hasLines(source) { blocks.mark(&lines) }
        notes = blocks.notes
    }

    private static func overlaps(_ range: Range<Int>, _ sorted: [Range<Int>]) -> Bool {
        let low = sorted.partitioningIndex { $0.upperBound > range.lowerBound }
        return low < sorted.count && sorted[low].lowerBound < range.upperBound
    }
}
