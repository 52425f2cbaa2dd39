import DutchText
import LetterReading

/// The scan of one run of a letter (the body of a unit, or a note) for one unit, with what it found.
struct RunReader {
    let scanner: Scanner
    let scanned: ScannedLetter
    let links: Hyperlinks
    let text: Bytes
    let run: Passage.Run
    let unit: UnitName
    private(set) var citations: [Citation] = []
    private var found: [Mention] = []
    private var laws = LawsMentioned()
    /// Whether the text speaks of questions, so that what it cites depends on the unit that reads it.
    private var dependsOnUnit = false
    private(set) var diagnostics: [Diagnostic] = []

    init(_ scanner: Scanner, _ scanned: ScannedLetter, _ links: Hyperlinks, run: Passage.Run, unit: UnitName) {
        (self.scanner, self.scanned, self.links) = (scanner, scanned, links)
        (text, self.run, self.unit) = (scanned.text, run, unit)
    }

    /// - Parameter laws: what the letter has said of laws before this run.
    /// - Returns: the same, with what this run says.
    @discardableResult
    mutating func scan(_ laws: LawsMentioned) -> LawsMentioned {
        self.laws = laws
        let context = context(isNote: run.footnote != nil)
        context.laws = laws
        var found: [Mention] = []
        var dependsOnUnit = false
        var doubts: [(Doubt, Range<Int>)] = []
        let said = scanner.walk(text, run.range, context) { grammar, mentions, reading in
            if grammar.dependsOnUnit { dependsOnUnit = true }
            guard !mentions.isEmpty || reading.stop != nil || !reading.doubts.isEmpty else { return }
            found += mentions
            let range = reading.start..<max(reading.start + 1, reading.cursor.position)
            doubts += reading.doubts.map { ($0, range) }
            doubts += mentions.flatMap { mention in mention.doubts.map { ($0, mention.range) } }
            if mentions.isEmpty, let expected = reading.stop {
                let message = "“\(reading.text(range))”: no \(grammar.name) could be read here; expected \(expected)"
                doubts.append((Doubt(code: .unread, message: message), range))
            }
        }
        let all = Array(links.added(to: found, in: run.range, text).prefix(scanner.most))
        (self.found, self.dependsOnUnit) = (all, dependsOnUnit)
        citations = all.map(citation)
        diagnostics = doubts.map { Diagnostic($0.0.code, $0.0.message, at: place($0.1)) }
        return said
    }

    /// The same text for another unit that has a marker of the note; read again only where that makes a difference.
    func citations(for unit: UnitName) -> [Citation] {
        var other = RunReader(scanner, scanned, links, run: run, unit: unit)
        if dependsOnUnit {
            other.scan(laws)
            return other.citations
        }
        other.found = found
        return found.map(other.citation)
    }

    private func place(_ range: Range<Int>) -> Place {
        Place(
            file: scanned.letter.file, unit: unit, footnote: run.footnote.map { scanned.letter.footnotes[$0].mark },
            range: scanned.letter.passage.sourceRange(scanned.letter.passage.unbroken(range)), in: scanned.letter.text)
    }

    private func citation(_ mention: Mention) -> Citation {
        let place = place(mention.range)
        let source = SourceID(mention.id)
        return Citation(
            source: source, place: place, quote: scanned.letter.text.string(place.range),
            sentence: Sentence.around(mention.range, in: text, run: run.range), context: context,
            locator: mention.locator, title: mention.title ?? (source.kind.hasTitleBefore ? title(mention) : nil),
            passageRange: mention.range)
    }

    /// How a Kamerstuk is named before its number, or before the marker of the note that opens with it.
    private func title(_ mention: Mention) -> String? {
        let here = PrecedingTitle.title(
            before: mention.range.lowerBound, in: text, floor: run.range.lowerBound, isNote: false)
        guard here == nil, run.footnote != nil, mention.range.lowerBound < run.range.lowerBound + 4, let call else {
            return here
        }
        return PrecedingTitle.title(before: call.offset, in: text, floor: call.run.range.lowerBound, isNote: true)
    }

    private func context(isNote: Bool) -> ReadingContext {
        ReadingContext(
            letter: scanned, unit: unit, isNote: isNote, catalogue: scanner.catalogue,
            newerRegister: scanner.newerRegister, blanksMayBreak: scanned.letter.passage.isFlattened)
    }

    /// The sentence that carries the note's marker in this unit.
    private var context: String? {
        guard let call else { return nil }
        // The marker stands behind the sentence's full stop; the sentence is the one before it.
        var place = call.offset
        while place > call.run.range.lowerBound, text[place - 1].isBlank { place -= 1 }
        return Sentence.around(
            max(call.run.range.lowerBound, place - 1)..<place, in: text, run: call.run.range)
    }

    /// Where this unit calls the note.
    private var call: (offset: Int, run: Passage.Run)? {
        guard let note = run.footnote else { return nil }
        let scanned = scanned
        let calls = scanned.letter.footnotes[note].markers.lazy.compactMap {
            scanned.letter.passage.call(ofMarkerAt: $0.lowerBound)
        }
        return calls.first { $0.run.units.contains { scanned.letter.units[$0].name == unit } } ?? calls.first
    }
}

/// A source named again at once in brackets is one citation: `Kamerstuk 25 424, nr. 650 (25 424, nr. 650)`, or a
/// Markdown link whose address is the document that its text names.
struct ImmediateRepeat {
    private var last: Mention?

    /// The mentions that say something new.
    mutating func without(_ mentions: [Mention], _ bytes: Bytes) -> [Mention] {
        mentions.filter { mention in
            defer { last = mention }
            guard let last, last.id == mention.id, last.range.upperBound < mention.range.lowerBound else { return true }
            let between = bytes[last.range.upperBound..<mention.range.lowerBound]
            let opens = between.contains(Byte.openParen) || between.contains(Byte.openBracket)
            return !(opens && between.allSatisfy { $0.isBlank || Self.brackets.contains($0) })
        }
    }

    private static let brackets = [Byte.openParen, Byte.closeParen, Byte.openBracket, Byte.closeBracket]
}
