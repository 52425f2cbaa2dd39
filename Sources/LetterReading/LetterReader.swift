import DutchText

/// Reads a letter: bytes in, a `Letter` out. The steps stand in `read` in the order they are taken, and the order
/// matters: notes within the text are lifted before lines are cut, because they may run over lines; furniture is known
/// before notes, because a page foot is where a block of notes ends; headings are known before notes, because no note
/// holds one.
public enum LetterReader {
    /// Reads the bytes of one file.
    /// - Parameters:
    ///   - bytes: the file as it is.
    ///   - name: the letter's name.
    ///   - file: the file as the user named it, for places and messages.
    /// - Throws: `UnreadableLetter` when nothing sensible can follow; every lesser doubt is in the letter's diagnostics.
    /// - Complexity: linear in the number of bytes.
    public static func read(_ bytes: [UInt8], name: String, file: String) throws(UnreadableLetter) -> Letter {
        guard bytes.count <= InputFormat.largestFile else { throw UnreadableLetter.tooLong(bytes.count) }
        let format = InputFormat.of(bytes, file: file)
        var formatted = try format.read(bytes)
        formatted.format = format.name
        return formatted.text.bytes.reading { letter(formatted, $0, name: name, file: file) }
    }

    private static func letter(_ formatted: FormattedText, _ source: Bytes, name: String, file: String) -> Letter {
        let isFlattened = formatted.isFlattened
        let inline = InlineNotes.lift(source)
        var lines = LineCutter(
            source, around: inline.notes.map(\.range), isFlattened: isFlattened
        ).cut()
        for index in lines.indices
        where !formatted.furniture.isEmpty && overlaps(lines[index].range, formatted.furniture) {
            lines[index].role = .furniture
        }
        PageFurniture(source).mark(&lines)
        WebNotes.join(&lines, source)
        JoinedNotes.part(&lines, source)
        var headings = HeadingReader(source)
        headings.mark(&lines, except: formatted.notes)
        let unheaded = UnheadedAnswers(source)
        unheaded.markNumbered(&lines)
        var lone = LoneNumbers(source)
        lone.mark(&lines)
        unheaded.split(&lines)
        let finder = NoteMarkers(source)
        let lifted = (inline.markers.map(\.range) + inline.notes.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
        var candidates = lines.indices.map { index -> [NoteMarker] in
            guard lines[index].role == .body else { return [] }
            let found = finder.all(in: lines[index].range)
            guard !found.isEmpty, formatted.knowsMarkers || !lifted.isEmpty else { return found }
            return found.filter { marker in
                !overlaps(marker.range, lifted) && !(formatted.knowsMarkers && marker.style == .plain)
            }
        }
        var hasPlain = true
        if formatted.knowsMarkers {
            let typed = TypedNotes(source, lines, candidates)
            (candidates, hasPlain) = (typed.markers, typed.hasPlain)
        }
        var blocks = NoteBlocks(source, markers: candidates, hasPlain: hasPlain)
        // A text without any line has no foot of a page to read notes from.
        if !isFlattened || FlattenedText.hasLines(source) { blocks.mark(&lines) }
        let notes = inlineTexts(inline.notes) + blocks.notes
        let inBody = lines.indices.map { lines[$0].role == .body ? candidates[$0] : [] }
        let assignment = MarkerAssignment(notes, candidates: inBody, inline: inline.markers)
        let assembler = LetterAssembler(
            formatted, source, name: name, file: file, lines: lines, notes: notes, assignment: assignment)
        return assembler.letter()
    }

    private static func inlineTexts(_ notes: [InlineNotes.Note]) -> [NoteText] {
        notes.map {
            NoteText(
                number: $0.number, notation: .inline, mark: String($0.number), lines: [], range: $0.range, scope: 0..<0)
        }
    }

    private static func overlaps(_ range: Range<Int>, _ sorted: [Range<Int>]) -> Bool {
        let low = sorted.partition { $0.upperBound > range.lowerBound }
        return low < sorted.count && sorted[low].lowerBound < range.upperBound
    }
}
