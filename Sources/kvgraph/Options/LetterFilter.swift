import ArgumentParser
import DutchText
import GraphAnalysis
import GraphStorage
import LetterReading

/// Which letters are looked at.
struct LetterFilter: ParsableArguments {
    @Option(help: ArgumentHelp("Only letters answered on this day or later.", valueName: "yyyy-mm-dd"))
    var since: String?

    @Option(help: ArgumentHelp("Only letters answered on this day or earlier.", valueName: "yyyy-mm-dd"))
    var until: String?

    @Option(help: ArgumentHelp("Only letters of this ministry: BZK.", valueName: "name"))
    var ministry: String?

    @Option(
        help: ArgumentHelp(
            "Only letters to members of this party: Volt. PvdA is GroenLinks-PvdA too.", valueName: "name"))
    var party: String?

    @Option(help: ArgumentHelp("Only letters to this member: Dassen.", valueName: "name"))
    var asker: String?

    func validate() throws {
        for day in [since, until].compactMap(\.self) where Period(day) == nil {
            throw ValidationError(
                "“\(day)” is not a valid date: write it as 2025-07-07, or 2025-07 or 2025 for a month or a year.")
        }
    }

    var selection: GraphSelection {
        var selection = GraphSelection()
        selection.since = since.flatMap(Period.init)?.first
        selection.until = until.flatMap(Period.init)?.last
        selection.ministry = ministry
        selection.party = party
        selection.asker = asker
        return selection
    }

    /// What is chosen, in words for a title: `since 2024-01-01`, `ministry BZK`.
    var words: [String] {
        [("since", since), ("until", until), ("ministry", ministry), ("party", party), ("asker", asker)]
            .compactMap { name, value in value.map { "\(name) \($0)" } }
    }

    /// Letters without a date fall outside every period, which nobody can see in a list; and a name may be mistyped.
    func sayWhatIsLeftOut(_ store: GraphStore) throws {
        for (name, value, taken) in [
            ("ministry", ministry, GraphSelection(ministry: ministry)), ("party", party, GraphSelection(party: party)),
            ("asker", asker, GraphSelection(asker: asker)),
        ] {
            guard let value, try !store.hasLetters(taken) else { continue }
            Messages.say("no letter in the store has --\(name) \(value): kvgraph letters lists them")
        }
        guard since != nil || until != nil else { return }
        let undated = try store.undatedLetters()
        if undated > 0 { Messages.say("\(counted(undated, "letter")) without a date left out") }
    }
}

/// A day, a month or a year as its first and last day.
private struct Period {
    let first: String
    let last: String

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let most = [9999, 12, 31]
        guard (1...3).contains(parts.count),
            zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            zip(parts, most).allSatisfy({ (1...$1).contains(Int($0) ?? 0) })
        else {
            return nil
        }
        let numbers = parts.compactMap { Int($0) }
        guard parts.count < 3 || DutchDate.exists(numbers[0], numbers[1], numbers[2]) else { return nil }
        first = text + ["", "-01-01", "-01", ""][parts.count]
        last = text + ["", "-12-31", "-31", ""][parts.count]
    }
}
