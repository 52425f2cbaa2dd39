import ArgumentParser
import Explorer
import GraphAnalysis
import GraphStorage
import Wording

/// `kvgraph shared`: sources that several letters cite.
struct Shared: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "shared",
        abstract: "List sources that two or more letters cite, with those letters.")

    @OptionGroup var selection: SelectionOptions
    @Option(help: .said("Cited by at least this many letters.", valueName: "n"))
    var minLetters = 2
    @Option(
        parsing: .unconditionalSingleValue,
        help: .said(
            "Only sources that letters of each of these cite, and only their letters: ministries, parties, ministers, members or letters.",
            valueName: "name,name…"))
    var between: [String] = []
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws {
        try selection.validateSharing()
        guard let names = ListedNames.of(between) else { return }
        guard (2...GraphStore.mostGroups).contains(Set(names).count) else {
            throw ValidationError.said("--between needs two names, or more, with commas between: BZ,BZK.")
        }
    }

    /// - Throws: `CommandFailure` for a name that nothing has.
    private func groups(_ store: GraphStore) throws -> [LetterGroup] {
        try (ListedNames.of(between) ?? []).map { name in
            if let group = try store.group(named: name) { return group }
            do { return try store.group(ofLetter: NodeLookup(store).letter(name).name) } catch is NodeLookup.Failure {
                let near = try LetterName.allCases.flatMap { try store.names($0, nearest: name, limit: 1) }
                let hint: Phrase =
                    near.isEmpty ? "the store has none" : "the nearest are \(near.joined(separator: ", "))"
                throw CommandFailure.unanswerable(
                    "no ministry, party, minister, member or letter is called “\(NodeLookup.short(name))”: \(hint)")
            }
        }
    }

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        var writer = TableWriter(MostCited.columns(withLetters: true), as: format.format)
        let (selected, groups) = (selection.selection(isSharing: true), try groups(store))
        let total = try store.eachShared(
            selected, between: groups, minimum: minLetters, limit: most.rows(format.format)
        ) { writer.add(MostCited.cells($0, citedBy: $1, isWhole: Output.width == nil)) }
        let hint: Phrase? =
            total > 0
            ? nil
            : try selection.hint(store, selected) { selection in
                try store.eachShared(selection, between: groups, minimum: minLetters, limit: 0) { _, _ in }
            }
        writer.finish(orSay: hint)
        most.sayWhatIsLeft(of: total, shown: writer.count)
    }
}
