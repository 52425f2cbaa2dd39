import GraphAnalysis
import GraphStorage
import LetterCollection

/// What a build did, and what the store holds now.
struct BuildReport {
    let summary: StoreUpdate.Summary
    let user: UserFiles
    let store: GraphStore
    let counts: StoreCounts
    let path: String

    func print() throws {
        var lines = ["\(counted(summary.read, "letter")) read, \(summary.unchanged) unchanged"]
        if summary.dropped > 0 { lines[0] += ", \(summary.dropped) dropped (their files are gone)" }
        if summary.failures > 0 { lines[0] += ", \(summary.failures) could not be read" }
        if !summary.copies.isEmpty {
            lines.append("\(counted(summary.copies.count, "file")) with a letter that another file also holds")
        }
        if summary.skipped > 0 {
            lines.append("\(counted(summary.skipped, "file")) of unknown format skipped")
        }
        lines += news()
        lines.append(
            "the store holds \(counted(counts.letters, "letter")): \(counted(counts.citations, "citation")) of "
                + "\(counted(counts.sources, "source")), \(counted(counts.crossReferences, "cross-reference"))")
        lines += try corrections()
        if counts.warnings > 0 { lines.append("\(counted(counts.warnings, "warning")): kvgraph check lists them") }
        lines.append("store: \(path)")
        for copy in summary.copies { Messages.say("\(copy.file) and \(copy.other) are the same letter") }
        let output = Output()
        for line in lines { output.show(line + "\n") }
    }

    /// On a terminal the first few by name; a pipe gets counts.
    private func news() -> [String] {
        let news = [
            ("new letter", "", summary.news.letters), ("source", " cited for the first time", summary.news.sources),
        ].filter { !$0.2.isEmpty }
        let heads = news.map { counted($0.2.count, $0.0) + $0.1 }
        guard Output.isTerminal else { return news.isEmpty ? [] : [heads.joined(separator: ", ")] }
        return zip(heads, news).flatMap { head, news in
            let (some, rest) = (news.2.prefix(Self.mostNamed), news.2.count - Self.mostNamed)
            return ["\(head):"] + some.map { "  \($0)" } + (rest > 0 ? ["  and \(rest) more"] : [])
        }
    }

    /// More names than these push what matters off the screen.
    private static let mostNamed = 5

    private func corrections() throws -> [String] {
        let count = user.corrections.count + user.works.count
        guard count > 0 else { return [] }
        let unmatched = try store.unmatched(user.corrections)
        for correction in unmatched {
            let place = "\(correction.id) in \(correction.unit ?? "any unit") of \(correction.letter)"
            let letter = try store.letters(called: correction.letter).first?.name ?? correction.letter
            let advice = letter == correction.letter ? "" : "; the letter is now called \(letter)"
            Messages.say("this correction matches no citation: \(place)\(advice)")
        }
        let idle = try store.unmatched(user.works)
        for verdict in idle {
            Messages.say("this correction changes nothing: \(verdict.kind) \(verdict.first) \(verdict.second)")
        }
        return ["\(count - unmatched.count - idle.count) of \(counted(count, "correction")) applied"]
    }
}
