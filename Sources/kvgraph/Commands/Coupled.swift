import ArgumentParser
import Explorer
import GraphAnalysis
import GraphStorage
import Wording

/// `kvgraph coupled`: letters that share sources.
struct Coupled: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "coupled",
        abstract: "List pairs of letters by the sources they share (bibliographic coupling).",
        discussion: "Measures, with c shared sources of a and b:\n"
            + Coupling.Measure.allCases.map { "  \($0.rawValue): \(Phrase.english($0.formula))" }.joined(
                separator: "\n"))

    @Argument(help: .said("Only pairs with this letter.", valueName: "letter"))
    var letter: String?
    @OptionGroup var selection: SelectionOptions
    @Option(
        help: .said(
            "How strength is measured: \(Coupling.Measure.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "measure"))
    var measure = Coupling.Measure.count
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func validate() throws { try selection.validateSharing() }

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        let name = try letter.map { try NodeLookup(store).letter($0).name }
        let selected = selection.selection(isSharing: true)
        guard
            let (pairs, total, graph) = try store.coupled(
                selected, with: name, by: measure,
                limit: most.rows(format.format, usual: 20) ?? .max)
        else {
            throw CommandFailure.unanswerable("\(letter ?? "") is in the store, but not among the letters selected")
        }
        let hint: Phrase? =
            total > 0
            ? nil
            : try selection.hint(store, selected) { selection in
                try store.coupled(selection, with: name, by: measure, limit: 1)?.total ?? 0
            }
        TableWriter.print(Coupling.table(pairs, of: graph), as: format.format, orSay: hint)
        most.sayWhatIsLeft(of: total, shown: pairs.count)
    }
}
