import ArgumentParser
import DutchText
import Explorer
import Foundation
import GraphAnalysis
import GraphStorage
import LetterReading
import Wording

/// Which letters are looked at.
struct LetterFilter: ParsableArguments {
    @Option(help: .said("Only letters answered on this day or later.", valueName: "yyyy-mm-dd"))
    var since: String?

    @Option(help: .said("Only letters answered on this day or earlier.", valueName: "yyyy-mm-dd"))
    var until: String?

    @Option(
        help: .said("Only letters that build first read on this day or later.", valueName: "yyyy-mm-dd"))
    var readSince: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: .said(
            "Only letters of this ministry: BZK. Case and accents do not matter, and other names count: IenM is IenW. Names may be given several times, or with commas between, for any of them.",
            valueName: "name,…"))
    var ministry: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: .said(
            "Only letters to members of this party: Volt. PvdA is GroenLinks-PvdA too.", valueName: "name,…"))
    var party: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: .said("Only letters to this member: Dassen.", valueName: "name,…"))
    var asker: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: .said("Only letters that this minister or state secretary signed: Yeşilgöz.", valueName: "name,…"))
    var minister: [String] = []

    func validate() throws {
        for day in [since, until, readSince].compactMap(\.self) where Period(day) == nil {
            throw ValidationError.said(
                "“\(day)” is not a valid date: write it as 2025-07-07, or 2025-07 or 2025 for a month or a year.")
        }
        for name in LetterName.allCases where named(name)?.isEmpty == true {
            throw ValidationError.said("--\(name.rawValue) needs a name.")
        }
    }

    var selection: GraphSelection {
        var selection = GraphSelection()
        selection.since = since.flatMap(Period.init)?.first
        selection.until = until.flatMap(Period.init)?.last
        selection.readSince = readSince.flatMap(Period.init)?.first
        for name in LetterName.allCases { selection[keyPath: name.values] = named(name) ?? [] }
        return selection
    }

    /// The names given with an option, or nil where it was not given.
    private func named(_ name: LetterName) -> [String]? {
        switch name {
        case .ministry: ListedNames.of(ministry)
        case .party: ListedNames.of(party)
        case .asker: ListedNames.of(asker)
        case .minister: ListedNames.of(minister)
        }
    }

    /// What is chosen, in words for a title: `since 2024-01-01`, `ministry BZ or BZK`.
    var words: [Phrase] {
        let names = LetterName.allCases.compactMap { name in
            named(name).map { names -> Phrase in
                "\(name.word) \(names.map(Phrase.data).joined(separator: " or "))"
            }
        }
        let days: [Phrase?] = [
            since.map { "since \($0)" }, until.map { "until \($0)" }, readSince.map { "read since \($0)" },
        ]
        return days.compactMap(\.self) + names
    }

    /// Letters without a date fall outside every period, which nobody can see in a list.
    /// - Throws: `CommandFailure` for a name that no letter has: it may be mistyped.
    func sayWhatIsLeftOut(_ store: GraphStore) throws {
        let selection = selection
        for name in LetterName.allCases {
            for value in selection[keyPath: name.values] {
                var only = GraphSelection()
                only[keyPath: name.values] = [value]
                if try store.hasLetters(only) { continue }
                let nearest = try store.names(name, nearest: value, limit: 3)
                let hint: Phrase =
                    nearest.isEmpty ? "none has any" : "the nearest are \(nearest.joined(separator: ", "))"
                throw CommandFailure.unanswerable(
                    "no letter has the \(name.word) “\(NodeLookup.short(value))”: \(hint)")
            }
        }
        let (undated, withoutMinistry) = try store.leftOut(selection)
        if undated > 0 { Messages.say("\(counted(undated, "letter")) without a date left out") }
        if withoutMinistry > 0 { Messages.say("\(counted(withoutMinistry, "letter")) without a ministry left out") }
    }
}

extension LetterName {
    /// What it is, for people.
    fileprivate var word: Phrase {
        switch self {
        case .ministry: "ministry"
        case .party: "party"
        case .asker: "asker"
        case .minister: "minister"
        }
    }
}

/// What an option names that may be given several times, each time with commas between.
enum ListedNames {
    /// - Returns: nil where the option was not given.
    static func of(_ values: [String]) -> [String]? {
        guard !values.isEmpty else { return nil }
        return values.flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
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
