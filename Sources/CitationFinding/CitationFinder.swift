import DutchText
import LetterReading

/// Finds every citation in a letter: one pass over its running text for all kinds at once. What the text says is found
/// here; what it may have meant is for later steps.
public struct CitationFinder: Sendable {
    /// Changes whenever the same letter may give other citations than before: letters in a store are then read again.
    public static let version = "11"

    /// One object, shared by all copies: cores that count the owners of the same arrays hold each other up.
    private final class Tables: Sendable {
        let grammars: [Grammar]
        let anchors: AnchorTable
        let catalogue: ReportCatalogue
        let newerRegister: Register?

        init(_ catalogue: ReportCatalogue, _ register: Register?) {
            (self.catalogue, newerRegister) = (catalogue, register)
            grammars = Grammar.all(catalogue)
            anchors = AnchorTable(grammars)
        }
    }

    private let tables: Tables
    public var catalogue: ReportCatalogue { tables.catalogue }
    /// Nil for the one that comes with kvgraph: it is opened by the first text that asks for it.
    var newerRegister: Register? { tables.newerRegister }

    /// - Parameters:
    ///   - catalogue: the report series to look for; a user's own are added with `ReportCatalogue.adding`.
    ///   - register: what exists, as evidence where no word says what a number is; nil for the one that comes with kvgraph.
    public init(catalogue: ReportCatalogue = .builtIn, register: Register? = nil) {
        tables = Tables(catalogue, register)
    }

    /// The citations of a letter, in the order they stand, and the doubts about them.
    /// - Complexity: linear in the length of the text.
    public func find(in letter: Letter) -> Findings {
        letter.passage.text.reading { find(in: letter, $0) }
    }

    private func find(in letter: Letter, _ text: Bytes) -> Findings {
        var citations: [Citation] = []
        var diagnostics: [Diagnostic] = []
        let scanned = ScannedLetter(finder: self, letter: letter, text: text)
        var laws = LawMemory()
        for run in letter.passage.runs {
            let units = run.units.map { letter.units[$0].name }
            guard let first = units.first else { continue }
            var scan = RunScan(scanned, run: run, unit: first)
            laws = scan.scan(laws)
            // Other markers of the same note: the same text, read for their unit.
            citations += scan.citations
            diagnostics += scan.diagnostics
            for unit in units.dropFirst() { citations += scan.citations(for: unit) }
        }
        citations.sort { ($0.place.range.lowerBound, $0.source.id) < ($1.place.range.lowerBound, $1.source.id) }
        SameLetter.resolve(&citations)
        return Findings(citations: citations, diagnostics: diagnostics)
    }

    /// Walks through a stretch of text and hands over what each grammar read: its mentions and the whole attempt.
    /// - Returns: what the letter has said of laws up to its end.
    @discardableResult
    func walk(
        _ bytes: Bytes, _ range: Range<Int>, _ context: ReadingContext, _ visit: (Grammar, [Mention], Reading) -> Void
    ) -> LawMemory {
        context.floor = range.lowerBound
        var place = range.lowerBound
        var repeats = Repeats()
        let grammars = tables.grammars
        while let hit = tables.anchors.next(in: bytes, from: place, before: range.upperBound) {
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
                if new.count < mentions.count { reading.step("named again at once: one citation", from: place) }
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
