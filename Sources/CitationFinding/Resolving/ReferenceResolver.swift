import DossierRegister
import LetterReading

extension Findings {
    /// What these findings mean within their letter. References to questions and answers become those the letter has
    /// (`#A9` is `#A8+9` where one answer is to both), a reference of a unit to itself goes, one to what the letter lacks
    /// becomes a doubt (`unknown-question`). A letter cited by its date alone says which paper it is, where a number beside
    /// it or in its note says so, or the register has one letter of that day that is about the same: never a guess. What is
    /// resolved already stays as it is.
    /// - Parameters:
    ///   - letter: the one they were found in.
    ///   - register: says which letters there are of a day, and the official id of a number.
    /// - Complexity: linear in the citations, and in the notes that stand beside dates.
    public func resolved(in letter: Letter, _ register: Register = .builtIn) -> Findings {
        guard !citations.isEmpty else { return self }
        let references = ReferenceResolver(letter)
        var (citations, diagnostics) = references.resolve(citations)
        citations.sort { ($0.place.range.lowerBound, $0.source.id) < ($1.place.range.lowerBound, $1.source.id) }
        if citations.contains(where: { !$0.source.kind.mayResolveTo.isEmpty }) {
            letter.passage.text.reading {
                let resolver = DatedLetterResolver(letter, $0, citations)
                resolver.resolve(&citations)
                resolver.resolveAgain(&citations)
                diagnostics += RegisteredLetterResolver(letter, $0, register, beside: resolver).resolve(&citations)
            }
        }
        OtherNames.join(&citations, register)
        return Findings(citations: citations, diagnostics: self.diagnostics + diagnostics)
    }
}

/// References to other questions and answers → those of the letter: `zie het antwoord op vraag 9` where one answer is to
/// questions 8 and 9.
struct ReferenceResolver {
    private let letter: Letter

    init(_ letter: Letter) { self.letter = letter }

    /// The citations with their references resolved, and a doubt for each phrase that names what the letter lacks.
    func resolve(_ citations: [Citation]) -> ([Citation], [Diagnostic]) {
        var kept: [Citation] = []
        kept.reserveCapacity(citations.count)
        var unknown: [(citation: Citation, numbers: [Int], isQuestion: Bool)] = []
        var last: (place: Place, ids: Set<String>)?
        for citation in citations {
            guard !citation.source.kind.isSource, let target = CrossReference.target(of: citation.source.id) else {
                kept.append(citation)
                continue
            }
            let part: UnitName.Part = target.isQuestion ? .question : .answer
            guard let unit = unit(part, target.number, from: citation.place.unit.section) else {
                let isSamePhrase = unknown.last.map { $0.citation.place == citation.place } == true
                if !isSamePhrase { unknown.append((citation, [], target.isQuestion)) }
                unknown[unknown.count - 1].numbers.append(target.number)
                continue
            }
            // A unit that names itself refers to nothing else.
            guard unit != citation.place.unit else { continue }
            let id = "#\(unit)"
            if last?.place != citation.place { last = (citation.place, []) }
            guard last?.ids.insert(id).inserted == true else { continue }
            var resolved = citation
            resolved.source = SourceID(id)
            kept.append(resolved)
        }
        return (kept, doubts(unknown))
    }

    /// A unit of a part of the letter; a part that begins behind question 1 shares what comes before with the one before it.
    private func unit(_ part: UnitName.Part, _ number: Int, from section: Int) -> UnitName? {
        if let unit = letter.unit(part, number, section: section) { return unit }
        let first = letter.units.first { $0.name.part == .question && $0.name.section == section }?.name.numbers.first
        return section > 0 && first ?? 0 > number ? unit(part, number, from: section - 1) : nil
    }

    /// One a phrase: a note that several units call says it once.
    private func doubts(_ unknown: [(citation: Citation, numbers: [Int], isQuestion: Bool)]) -> [Diagnostic] {
        // Where nothing is asked, `vraag 89` is another document's.
        guard letter.units.contains(where: { $0.name.part == .question || $0.name.part == .answer }) else { return [] }
        var said: Set<Range<Int>> = []
        return unknown.compactMap { citation, numbers, isQuestion in
            guard said.insert(citation.passageRange).inserted else { return nil }
            let what = (isQuestion ? "" : "answer to ") + (numbers.count > 1 ? "questions" : "question")
            let list = numbers.sorted().map(String.init).joined(separator: ", ")
            return Diagnostic(.unknownQuestion, "this letter has no \(what) \(list)", at: citation.place)
        }
    }
}
