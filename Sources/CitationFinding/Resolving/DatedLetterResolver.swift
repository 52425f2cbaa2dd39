import DutchText
import LetterReading

/// Which paper a letter cited by its date is, where a number says so: beside the date, in the note called there, or in
/// the note of a sentence about nothing else. Never a guess.
struct DatedLetterResolver {
    private let text: Bytes
    private let runs: [Passage.Run]
    private let units: [UnitName]
    private let markers: MarkerPositions
    /// The citations of each run by the unit that cites, as they stand in it.
    private var found: [[UnitName: [Citation]]]

    private static let longestNote = 300

    /// - Parameters:
    ///   - text: the letter's running text.
    ///   - citations: everything that was found in the letter.
    init(_ letter: Letter, _ text: Bytes, _ citations: [Citation]) {
        (self.text, runs) = (text, letter.passage.runs)
        units = letter.units.map(\.name)
        markers = MarkerPositions(letter)
        found = runs.map { _ in [:] }
        for citation in citations.sorted(by: { $0.passageRange.lowerBound < $1.passageRange.lowerBound }) {
            guard let run = run(at: citation.passageRange.lowerBound) else { continue }
            found[run][citation.place.unit, default: []].append(citation)
        }
    }

    /// Gives every letter by its date the paper it is, where that is said.
    func resolve(_ citations: inout [Citation]) {
        for index in citations.indices
        where citations[index].resolvesTo == nil && !citations[index].source.kind.mayResolveTo.isEmpty {
            citations[index].resolvesTo = paper(of: citations[index])
        }
    }

    /// The run that holds a place; they stand in the order of the text.
    func run(at place: Int) -> Int? {
        let next = runs.partitioningIndex { $0.range.lowerBound > place }
        return next > 0 ? next - 1 : nil
    }

    private func paper(of dated: Citation) -> SourceID? {
        let end = dated.passageRange.upperBound
        guard let index = run(at: dated.passageRange.lowerBound) else { return nil }
        let (run, all) = (runs[index], found[index][dated.place.unit] ?? [])
        let behind = all.partitioningIndex { $0.passageRange.lowerBound >= end }
        if behind < all.count, case let next = all[behind], DatedLetter.mayBe(next.source),
            DatedLetter.isBeside(text[end..<next.passageRange.lowerBound])
        {
            return next.source
        }
        if run.footnote != nil { return inItsNote(dated, run, all) }
        if let note = markers.text(at: dated.passageRange) { return number(citations(in: note, dated), besides: dated) }
        return inNoteBehind(dated, run, all)
    }

    /// The one number that a note gives; a letter of another day there may be the one that is meant.
    private func number(_ named: [Citation], besides dated: Citation) -> SourceID? {
        let numbers = Set(named.map(\.source)).filter {
            DatedLetter.mayBe($0) || !$0.kind.mayResolveTo.isEmpty && $0 != dated.source
        }
        guard numbers.count == 1, let number = numbers.first, DatedLetter.mayBe(number) else { return nil }
        return number
    }

    /// What a note says to the unit that calls it.
    private func citations(in note: Range<Int>, _ dated: Citation) -> [Citation] {
        guard note.count < Self.longestNote, let run = run(at: note.lowerBound) else { return [] }
        let unit = runs[run].units.map { units[$0] }.first { $0 == dated.place.unit }
        let caller = unit ?? runs[run].units.first.map { units[$0] }
        return caller.flatMap { found[run][$0] } ?? []
    }

    /// `Kamerbrief d.d. 18 juli 2023, Kamerbrief Verslag van de NAVO-top, 28 676, nr. 440`: a note about one letter, with
    /// its number behind it.
    private func inItsNote(_ dated: Citation, _ run: Passage.Run, _ all: [Citation]) -> SourceID? {
        let range = dated.passageRange
        guard run.range.count < Self.longestNote else { return nil }
        let others = all.filter { $0.passageRange != range }
        guard others.count == 1, let other = others.first,
            DatedLetter.mayBe(other.source), other.passageRange.lowerBound >= range.upperBound
        else { return nil }
        let between = text[range.upperBound..<other.passageRange.lowerBound]
        guard !between.contains(Byte.semicolon), !OtherPaper.isNamed(in: between, holdsTitles: true),
            !OtherPaper.isNamed(in: text[run.range.lowerBound..<range.lowerBound])
        else { return nil }
        return other.source
    }

    /// `U bent met de Kamerbrief van 21 juni 2024 geïnformeerd over deze middelen.⁴`: the one note of a sentence, at its
    /// end; or the first note of one, right behind what the letter is about.
    private func inNoteBehind(_ dated: Citation, _ run: Passage.Run, _ all: [Citation]) -> SourceID? {
        let range = dated.passageRange
        guard !LetterOfOthers.isNamed(at: range, in: text, run.range) else { return nil }
        let sentence = Sentence.range(around: range, in: text, run: run.range)
        let calls = markers.within(sentence.lowerBound + 1..<sentence.upperBound + 3)
        guard let call = calls.first(where: { $0.offset >= range.upperBound }), let note = call.text else {
            return nil
        }
        let behind = range.upperBound..<min(call.offset, sentence.upperBound)
        let isTopic = call.offset < sentence.upperBound - 1 && DatedLetter.isTopic(text[behind])
        let isAlone = calls.count == 1 && call.offset >= sentence.upperBound - 1
        // A sentence with several notes has several things to say; only the topic ties the first one to the letter.
        let before = isTopic ? range.lowerBound..<range.lowerBound : sentence.lowerBound..<range.lowerBound
        guard isTopic || isAlone, calls.count(where: { $0.offset == call.offset }) == 1,
            !namesOther(before, than: range, all), !namesOther(behind, than: range, all)
        else { return nil }
        let named = citations(in: note, dated)
        guard named.count == 1, case let opening = text[note.lowerBound..<named[0].passageRange.lowerBound],
            !OtherPaper.isNamed(in: opening), !LetterOfOthers.isOnlyCompared(opening)
        else { return nil }
        return number(named, besides: dated)
    }

    /// Whether a stretch names anything else that may have a number; another answer of the letter has none.
    private func namesOther(_ place: Range<Int>, than range: Range<Int>, _ all: [Citation]) -> Bool {
        OtherPaper.isNamed(in: text[place]) || OtherPaper.holdsDay(text[place])
            || all[all.partitioningIndex { $0.passageRange.upperBound > place.lowerBound }...]
                .prefix { $0.passageRange.lowerBound < place.upperBound }
                .contains { $0.passageRange.overlaps(place) && $0.source.kind.isSource && $0.passageRange != range }
    }
}

extension DatedLetterResolver {
    /// A letter cited again by the same date in the same words is the paper that it was the first time: `de Kamerbrief van 14
    /// juli 2023` with a note in answer 8, and without one in answer 9.
    func resolveAgain(_ citations: inout [Citation]) {
        var papers: [String: Set<SourceID>] = [:]
        for citation in citations {
            guard let paper = citation.resolvesTo else { continue }
            papers[Self.words(citation.quote), default: []].insert(paper)
        }
        guard !papers.isEmpty else { return }
        for index in citations.indices
        where citations[index].resolvesTo == nil && !citations[index].source.kind.mayResolveTo.isEmpty {
            // Two papers of one day in the same words: nobody knows which.
            guard let known = papers[Self.words(citations[index].quote)], known.count == 1,
                case let range = citations[index].passageRange, let run = run(at: range.lowerBound),
                !LetterOfOthers.isNamed(at: range, in: text, runs[run].range)
            else { continue }
            citations[index].resolvesTo = known.first
        }
    }

    /// What was written, on one line; `d.d.` and the like stay as they are.
    private static func words(_ quote: String) -> String {
        quote.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Where the notes of a letter are called, so that what a note says can be joined to the words before its marker.
struct MarkerPositions {
    /// By their place in the passage.
    private let calls: [(offset: Int, note: Int)]
    /// The run that holds the text of a note.
    private let texts: [Int: Range<Int>]

    init(_ letter: Letter) {
        calls = letter.footnotes.enumerated().flatMap { index, note in
            note.markers.compactMap { letter.passage.call(ofMarkerAt: $0.lowerBound).map { ($0.offset, index) } }
        }.sorted { $0.offset < $1.offset }
        var texts: [Int: Range<Int>] = [:]
        for run in letter.passage.runs {
            if let note = run.footnote { texts[note] = run.range }
        }
        self.texts = texts
    }

    /// The text of the one note called within a stretch, or at most two signs behind it; nil when there is none or several.
    func text(at place: Range<Int>) -> Range<Int>? {
        let low = first(behind: place.lowerBound)
        guard low < calls.count, calls[low].offset <= place.upperBound + 2 else { return nil }
        if low + 1 < calls.count, calls[low + 1].offset <= place.upperBound + 2 { return nil }
        return texts[calls[low].note]
    }

    /// The notes called in a stretch, each with the place of its marker and where its text stands.
    func within(_ place: Range<Int>) -> [(offset: Int, text: Range<Int>?)] {
        calls[first(behind: place.lowerBound - 1)...].prefix { $0.offset < place.upperBound }
            .map { ($0.offset, texts[$0.note]) }
    }

    /// The index of the first marker behind an offset.
    private func first(behind offset: Int) -> Int {
        calls.partitioningIndex { $0.offset > offset }
    }
}
