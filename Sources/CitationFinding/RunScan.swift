import LetterReading

/// The scan of one run of a letter (the body of a unit, or a note) for one unit, with what it found.
struct RunScan {
    let finder: CitationFinder
    let letter: Letter
    let run: Passage.Run
    let unit: UnitName
    let links: Hyperlinks
    private(set) var citations: [Citation] = []
    private var found: [Mention] = []
    private var laws = LawMemory()
    /// Whether the text speaks of questions, so that what it cites depends on the unit that reads it.
    private var dependsOnUnit = false
    private(set) var diagnostics: [Diagnostic] = []

    init(finder: CitationFinder, letter: Letter, run: Passage.Run, unit: UnitName, links: Hyperlinks) {
        (self.finder, self.letter, self.run, self.unit, self.links) = (finder, letter, run, unit, links)
    }

    /// - Parameter laws: what the letter has said of laws before this run.
    /// - Returns: the same, with what this run says.
    @discardableResult
    mutating func scan(_ laws: LawMemory) -> LawMemory {
        self.laws = laws
        var context = ReadingContext(
            letter: letter, unit: unit, isNote: run.footnote != nil, catalogue: finder.catalogue,
            newerRegister: finder.newerRegister,
            blanksMayBreak: letter.passage.isFlattened)
        context.laws = laws
        var found: [Mention] = []
        var dependsOnUnit = false
        var doubts: [(Doubt, Range<Int>)] = []
        let said = finder.walk(letter.passage.text, run.range, context) { grammar, mentions, reading in
            found += mentions
            if grammar.dependsOnUnit { dependsOnUnit = true }
            let range = reading.start..<max(reading.start + 1, reading.cursor.position)
            doubts += reading.doubts.map { ($0, range) }
            doubts += mentions.flatMap { mention in mention.doubts.map { ($0, mention.range) } }
            if mentions.isEmpty, let expected = reading.stop {
                let text = "“\(reading.text(range))”: no \(grammar.name) could be read here; expected \(expected)"
                doubts.append((Doubt(code: .unread, message: text), range))
            }
        }
        let all = links.added(to: found, in: run.range, letter.passage.text)
        (self.found, self.dependsOnUnit) = (all, dependsOnUnit)
        citations = all.map { citation($0) }
        diagnostics = doubts.map { Diagnostic($0.0.code, $0.0.message, at: place($0.1)) }
        return said
    }

    /// The same text for another unit that has a marker of the note; read again only where that makes a difference.
    func citations(for unit: UnitName) -> [Citation] {
        var other = RunScan(finder: finder, letter: letter, run: run, unit: unit, links: links)
        if dependsOnUnit {
            other.scan(laws)
            return other.citations
        }
        return found.map { other.citation($0) }
    }

    private func place(_ range: Range<Int>) -> Place {
        Place(
            file: letter.file, unit: unit, footnote: run.footnote.map { letter.footnotes[$0].mark },
            range: letter.passage.sourceRange(range), in: letter.text)
    }

    private func citation(_ mention: Mention) -> Citation {
        let place = place(mention.range)
        return Citation(
            source: SourceID(mention.id), place: place, quote: letter.text.string(place.range),
            sentence: Sentence.around(mention.range, in: letter.passage.text, run: run.range), context: context,
            locator: mention.locator)
    }

    /// The sentence that carries the note's marker in this unit.
    private var context: String? {
        guard let note = run.footnote else { return nil }
        let calls = letter.footnotes[note].markers.lazy.compactMap { letter.passage.call(ofMarkerAt: $0.lowerBound) }
        guard let call = calls.first(where: { $0.run.units.contains { letter.units[$0].name == unit } }) ?? calls.first
        else { return nil }
        // The marker stands behind the sentence's full stop; the sentence is the one before it.
        var place = call.offset
        while place > call.run.range.lowerBound, letter.passage.text[place - 1].isBlank { place -= 1 }
        return Sentence.around(
            max(call.run.range.lowerBound, place - 1)..<place, in: letter.passage.text, run: call.run.range)
    }
}
