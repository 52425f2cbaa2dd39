import ArgumentParser
import CitationFinding
import GraphAnalysis
import GraphStorage
import Wording

/// `kvgraph top`: the most-cited sources.
struct Top: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(commandName: "top", abstract: "List the most-cited sources.")

    @OptionGroup var selection: SelectionOptions
    @Option(
        help: .said(
            "What is counted: letters, answers, citations, or pagerank (a citation counts more if its letter is cited itself).",
            valueName: "measure"))
    var by = MostCited.Measure.letters
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        var writer = TableWriter(MostCited.columns(), as: format.format)
        let selected = selection.selection(default: SourceKind.names(where: \.isListedFirst))
        let total = try store.eachMostCited(selected, by: by, limit: most.rows(format.format, usual: 20)) {
            writer.add(MostCited.cells($0, isWhole: Output.width == nil))
        }
        let hint: Phrase? =
            total > 0
            ? nil
            : try selection.hint(store, selected) { selection in
                try store.eachMostCited(selection, by: .letters, limit: 0) { _ in }
            }
        writer.finish(orSay: hint)
        most.sayWhatIsLeft(of: total, shown: writer.count)
    }
}
