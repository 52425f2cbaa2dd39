import DossierRegister
import DutchText
import LetterReading

/// What every scan shares: the grammars, what they open with, and what is known to exist. One object for all copies of a
/// finder: cores that count the owners of the same arrays hold each other up.
final class Scanner: Sendable {
    /// A letter cites some hundred sources; what has more than this is a file that somebody made to fill memory.
    static let mostCitations = 50_000

    let catalogue: ReportCatalogue
    /// Nil for the one that comes with kvgraph: it is opened by the first text that asks for it.
    let newerRegister: Register?
    /// Citations that a letter may have.
    let most: Int
    private let grammars: [Grammar]
    private let anchors: AnchorTable

    init(_ catalogue: ReportCatalogue, _ register: Register?, most: Int = mostCitations) {
        (self.catalogue, newerRegister, self.most) = (catalogue, register, most)
        grammars = Grammar.all(catalogue)
        anchors = AnchorTable(grammars)
    }

    /// What the text of a letter says, in the order it stands.
    /// - Complexity: linear in the length of the text.
    func scan(_ letter: Letter) -> Findings {
        letter.passage.text.reading { scan(letter, $0) }
    }

    private func scan(_ letter: Letter, _ text: Bytes) -> Findings {
        var citations: [Citation] = []
        var diagnostics: [Diagnostic] = []
        let scanned = ScannedLetter(letter: letter, text: text)
        let links = Hyperlinks(letter)
        var laws = LawsMentioned()
        for run in letter.passage.runs {
            let units = run.units.map { letter.units[$0].name }
            guard let first = units.first else { continue }
            var reader = RunReader(self, scanned, links, run: run, unit: first)
            laws = reader.scan(laws)
            citations += reader.citations
            diagnostics += reader.diagnostics
            // Other markers of the same note: the same text, read for their unit.
            for unit in units.dropFirst() where citations.count < most {
                citations += reader.citations(for: unit)
            }
            guard citations.count >= most, let last = citations.last else { continue }
            diagnostics.append(
                Diagnostic(
                    .tooMany, "more than \(most) citations: those after this one are left out",
                    at: last.place))
            break
        }
        citations.sort { ($0.place.range.lowerBound, $0.source.id) < ($1.place.range.lowerBound, $1.source.id) }
        return Findings(citations: citations, diagnostics: diagnostics)
    }

    /// Walks through a stretch of text and hands over what each grammar read: its mentions and the whole attempt.
    /// - Returns: what the letter has said of laws up to its end.
    @discardableResult
    func walk(
        _ bytes: Bytes, _ range: Range<Int>, _ context: ReadingContext, _ visit: (Grammar, [Mention], Reading) -> Void
    ) -> LawsMentioned {
        context.floor = range.lowerBound
        var place = range.lowerBound
        var repeats = ImmediateRepeat()
        while let hit = anchors.next(in: bytes, from: place, before: range.upperBound) {
            place = hit.place
            var next = place + 1
            var left = hit.grammars
            while left != 0 {
                let grammar = grammars[left.trailingZeroBitCount]
                left &= left - 1
                guard !grammar.opensWord || bytes.isWordStart(place) else { continue }
                var reading = Reading(Cursor(bytes, in: place..<range.upperBound), context: context)
                let mentions = grammar.read(&reading)
                let new = mentions.isEmpty ? [] : repeats.without(mentions, bytes)
                if new.count < mentions.count { reading.step("repeated immediately: one citation", from: place) }
                visit(grammar, new, reading)
                if grammar.isAside {
                    next = max(next, mentions.map(\.range.upperBound).max() ?? next)
                    continue
                }
                if let end = mentions.map(\.range.upperBound).max() {
                    next = max(next, end)
                    // A date says something of the number behind it, and is still looked back at.
                    if grammar.closesText {
                        context.floor = next
                        context.last = mentions.last?.id
                    }
                    break
                }
                // What a grammar claimed and could not finish is not claimed again word by word.
                if reading.stop != nil { next = max(next, reading.cursor.position) }
            }
            place = next
        }
        return context.laws
    }
}
