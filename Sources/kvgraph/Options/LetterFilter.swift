import ArgumentParser
import Explorer
import GraphAnalysis
import GraphStorage
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
        do throws(LetterQuery.Failure) {
            var selection = GraphSelection()
            try query.apply(to: &selection)
        } catch {
            throw ValidationError.said(error.words)
        }
    }

    /// What is asked for, as it was written.
    var query: LetterQuery {
        var query = LetterQuery()
        (query.since, query.until, query.readSince) = (since, until, readSince)
        query.names = [.ministry: ministry, .party: party, .asker: asker, .minister: minister].filter { !$1.isEmpty }
        return query
    }

    var selection: GraphSelection {
        var selection = GraphSelection()
        // What cannot be asked was refused before.
        try? query.apply(to: &selection)
        return selection
    }

    /// Letters without a date fall outside every period, which nobody can see in a list.
    /// - Throws: `CommandFailure` for a name that no letter has: it may be mistyped.
    func sayWhatIsLeftOut(_ store: GraphStore) throws {
        let selection = selection
        // Of an empty store the list itself says what to do.
        guard try store.hasLetters(GraphSelection()) else { return }
        if let unknown = try UnknownName(in: selection, store) { throw CommandFailure.unanswerable(unknown.words) }
        let (undated, withoutMinistry) = try store.leftOut(selection)
        if undated > 0 { Messages.say("\(counted(undated, "letter")) without a date left out") }
        if withoutMinistry > 0 { Messages.say("\(counted(withoutMinistry, "letter")) without a ministry left out") }
    }
}
