import GraphAnalysis
import GraphStorage
import LetterCollection
import Wording

/// What a build did, and what the store holds now.
struct BuildReport {
    let summary: StoreUpdate.Summary
    /// What was passed over.
    let skipped: Phrase?
    let user: UserFiles
    let store: GraphStore
    let counts: StoreCounts
    let path: String

    func print() throws {
        var lines: [Phrase] = ["\(counted(summary.read, "letter")) read, \(summary.unchanged) unchanged"]
        if summary.dropped > 0 { lines[0] += ", \(summary.dropped) dropped (their files are gone)" }
        if summary.failures > 0 { lines[0] += ", \(summary.failures) could not be read" }
        if !summary.copies.isEmpty {
            lines.append("\(counted(summary.copies.count, "file")) with a letter that another file also holds")
        }
        if let skipped { lines.append(skipped) }
        lines += news()
        lines.append(Self.contents(counts))
        lines += try corrections()
        if counts.warnings > 0 { lines.append("\(counted(counts.warnings, "warning")): kvgraph check lists them") }
        lines.append("store: \(path)")
        for copy in summary.copies { Messages.say("\(copy.file) and \(copy.other) are the same letter") }
        let output = Output()
        for line in lines { output.show(line: line) }
    }

    static func contents(_ counts: StoreCounts) -> Phrase {
        let letters = counted(counts.letters, "letter")
        let (citations, sources) = (counted(counts.citations, "citation"), counted(counts.sources, "source"))
        let references = counted(counts.crossReferences, "cross-reference")
        return "the store holds \(letters): \(citations) of \(sources), \(references)"
    }

    /// On a terminal the first few by name; a pipe gets counts.
    private func news() -> [Phrase] {
        let (letters, sources) = (summary.news.letters, summary.news.sources)
        let all: [(head: Phrase, names: [String])] = [
            (counted(letters.count, "new letter"), letters),
            ("\(counted(sources.count, "source")) cited for the first time", sources),
        ]
        let news = all.filter { !$0.names.isEmpty }
        let heads = news.map(\.head)
        guard Output.isTerminal else { return news.isEmpty ? [] : [heads.joined(separator: ", ")] }
        return news.flatMap { head, names -> [Phrase] in
            let (some, rest) = (names.prefix(Self.mostNamed), names.count - Self.mostNamed)
            return ["\(head):"] + some.map { .data("  \($0)") } + (rest > 0 ? ["  and \(rest) more"] : [])
        }
    }

    /// More names than these push what matters off the screen.
    private static let mostNamed = 5

    private func corrections() throws -> [Phrase] {
        let count = user.corrections.count + user.works.count
        guard count > 0 else { return [] }
        let unmatched = try store.unmatched(user.corrections)
        for correction in unmatched {
            let place: Phrase =
                "\(correction.id) in \(correction.unit.map(Phrase.data) ?? "any unit") of \(correction.letter)"
            let letter = try store.letters(called: correction.letter).first?.name ?? correction.letter
            let advice: Phrase = letter == correction.letter ? "" : "; the letter is now called \(letter)"
            Messages.say("this correction matches no citation: \(place)\(advice)")
        }
        let idle = try store.unmatched(user.works)
        for verdict in idle {
            Messages.say("this correction changes nothing: \(verdict.kind.rawValue) \(verdict.first) \(verdict.second)")
        }
        return ["\(count - unmatched.count - idle.count) of \(counted(count, "correction")) applied"]
    }
}
