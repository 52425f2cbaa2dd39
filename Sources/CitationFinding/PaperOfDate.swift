import DutchText
import LetterReading

/// Which paper a letter cited by its date is, where a number says so: beside the date, in the note called there, or in
/// the note of a sentence about nothing else. Never a guess.
struct PaperOfDate {
    let scanned: ScannedLetter
    let run: Passage.Run
    /// Everything that was found in the run.
    let found: [Mention]
    let context: ReadingContext
    private var text: Bytes { scanned.text }

    private static let longestNote = 300

    func source(of mention: Mention, before next: Mention?) -> SourceID? {
        let end = mention.range.upperBound
        if let next, next.range.lowerBound >= end, DatedLetter.mayBe(next.id),
            DatedLetter.isBeside(text[end..<next.range.lowerBound])
        {
            return SourceID(next.id)
        }
        if run.footnote != nil { return inItsNote(mention) }
        if let note = scanned.calls.text(at: mention.range) { return number(mentions(in: note), besides: mention.id) }
        return inNoteBehind(mention)
    }

    /// The one number that a note gives; a letter of another day there may be the one that is meant.
    private func number(_ mentions: [Mention], besides id: String) -> SourceID? {
        let numbers = Set(mentions.map(\.id)).filter {
            DatedLetter.mayBe($0) || !SourceKind.of($0).mayResolveTo.isEmpty && $0 != id
        }
        guard numbers.count == 1, let number = numbers.first, DatedLetter.mayBe(number) else { return nil }
        return SourceID(number)
    }

    private func mentions(in note: Range<Int>) -> [Mention] {
        guard note.count < Self.longestNote else { return [] }
        var all: [Mention] = []
        scanned.finder.walk(text, note, context) { _, mentions, _ in all += mentions }
        return all
    }

    /// `Kamerbrief d.d. 18 juli 2023, Kamerbrief Verslag van de NAVO-top, 28 676, nr. 440`: a note about one letter, with
    /// its number behind it.
    private func inItsNote(_ mention: Mention) -> SourceID? {
        let others = found.filter { $0.range != mention.range }
        guard run.range.count < Self.longestNote, others.count == 1, DatedLetter.mayBe(others[0].id),
            others[0].range.lowerBound >= mention.range.upperBound
        else { return nil }
        let between = text[mention.range.upperBound..<others[0].range.lowerBound]
        guard !between.contains(Byte.semicolon), !OtherPaper.isNamed(in: between, holdsTitles: true),
            !OtherPaper.isNamed(in: text[run.range.lowerBound..<mention.range.lowerBound])
        else { return nil }
        return SourceID(others[0].id)
    }

    /// `U bent met de Kamerbrief van 21 juni 2024 geïnformeerd over deze middelen.⁴`: the one note of a sentence, at its
    /// end; or the first note of one, right behind what the letter is about.
    private func inNoteBehind(_ mention: Mention) -> SourceID? {
        let sentence = Sentence.range(around: mention.range, in: text, run: run.range)
        let calls = scanned.calls.within(sentence.lowerBound + 1..<sentence.upperBound + 3)
        guard let call = calls.first(where: { $0.offset >= mention.range.upperBound }), let note = call.text else {
            return nil
        }
        let behind = mention.range.upperBound..<min(call.offset, sentence.upperBound)
        let isTopic = call.offset < sentence.upperBound - 1 && DatedLetter.isTopic(text[behind])
        let isAlone = calls.count == 1 && call.offset >= sentence.upperBound - 1
        // A sentence with several notes has several things to say; only the topic ties the first one to the letter.
        let before =
            isTopic
            ? mention.range.lowerBound..<mention.range.lowerBound : sentence.lowerBound..<mention.range.lowerBound
        guard isTopic || isAlone, calls.count(where: { $0.offset == call.offset }) == 1,
            !namesOther(before, than: mention), !namesOther(behind, than: mention)
        else { return nil }
        let named = mentions(in: note)
        guard named.count == 1, !OtherPaper.isNamed(in: text[note.lowerBound..<named[0].range.lowerBound]) else {
            return nil
        }
        return number(named, besides: mention.id)
    }

    /// Whether a stretch names anything else that may have a number; another answer of the letter has none.
    private func namesOther(_ place: Range<Int>, than mention: Mention) -> Bool {
        OtherPaper.isNamed(in: text[place]) || OtherPaper.holdsDay(text[place])
            || found.contains { $0.range.overlaps(place) && SourceKind.of($0.id).isSource && $0.range != mention.range }
    }
}
