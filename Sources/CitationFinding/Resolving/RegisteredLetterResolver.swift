import DossierRegister
import DutchText
import LetterReading

/// Which letter of a register of documents one cited by its date is, where no number says so: `mijn brief van 12 mei 2023 over
/// de versterking van de dijken` is the one letter of that day whose title has those words, by that sender. Where several
/// fit, nobody knows which.
struct RegisteredLetterResolver {
    private let text: Bytes
    private let runs: [Passage.Run]
    private let header: LetterHeader
    private let register: Register
    /// Knows where each citation stands.
    private let resolver: DatedLetterResolver

    /// - Parameter text: the letter's running text.
    init(_ letter: Letter, _ text: Bytes, _ register: Register, beside resolver: DatedLetterResolver) {
        (self.text, runs, header) = (text, letter.passage.runs, letter.header)
        (self.register, self.resolver) = (register, resolver)
    }

    /// Gives letters by their date the document they are.
    /// - Returns: a doubt for each that may be several.
    func resolve(_ citations: inout [Citation]) -> [Diagnostic] {
        var doubts: [Diagnostic] = []
        // A note that several units call says it once.
        var said: Set<Range<Int>> = []
        for index in citations.indices
        where citations[index].resolvesTo == nil && !citations[index].source.kind.mayResolveTo.isEmpty {
            let cited = citations[index]
            guard let (topic, sender) = words(of: cited) else { continue }
            let letters = distinct(
                register.letters(of: DatedLetter.day(cited.source)).filter {
                    topic.fits($0.title) && sender.mayBe($0, header)
                })
            if letters.count == 1, case let paper = SourceID(letters[0].id), DatedLetter.mayBe(paper) {
                // Not those in the same words elsewhere: another letter of that day may be about another thing.
                citations[index].resolvesTo = paper
            } else if letters.count > 1, said.insert(cited.passageRange).inserted {
                doubts.append(Self.doubt(cited, letters))
            }
        }
        return doubts
    }

    /// What a letter is about and who sent it, as far as its sentence says; nil where it does not say what it is about, or it
    /// is somebody else’s.
    private func words(of cited: Citation) -> (LetterTopic, LetterSender)? {
        let range = cited.passageRange
        guard let run = resolver.run(at: range.lowerBound).map({ runs[$0] }),
            !LetterOfOthers.isNamed(at: range, in: text, run.range)
        else { return nil }
        let sentence = Sentence.range(around: range, in: text, run: run.range)
        let behind = Sentence.plain(text[range.upperBound..<max(range.upperBound, sentence.upperBound)])
        let before = Sentence.plain(text[min(sentence.lowerBound, range.lowerBound)..<range.lowerBound])
        guard let topic = LetterTopic(behind: behind), !before.lowercased().hasSuffix("concept"),
            !Sentence.plain(text[range]).lowercased().hasPrefix("concept")
        else { return nil }
        return (topic, LetterSender(of: Sentence.plain(text[range]), before: before, behind: behind))
    }

    /// Two rows of one letter, from two services, are one: the one with an official id.
    private func distinct(_ letters: [RegisteredDocument]) -> [RegisteredDocument] {
        var kept: [RegisteredDocument] = []
        var places: [String: Int] = [:]
        for letter in letters {
            let title = letter.title.lowercased()
            if let same = places[title] {
                if kept[same].official == nil { kept[same] = letter }
            } else {
                places[title] = kept.count
                kept.append(letter)
            }
        }
        return kept
    }

    /// A message names no more.
    private static let mostNamed = 3

    private static func doubt(_ cited: Citation, _ letters: [RegisteredDocument]) -> Diagnostic {
        let quote = cited.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let more = letters.count > mostNamed ? ", or one of \(letters.count - mostNamed) more" : ""
        let list = letters.prefix(mostNamed).map { "\($0.id) (\($0.title))" }.joined(separator: ", or ") + more
        return Diagnostic(
            .ambiguous, "“\(quote)” may be \(list): none was taken", at: cited.place,
            suggestions: letters.prefix(20).map(\.id))
    }
}
