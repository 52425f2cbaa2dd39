import ArgumentParser
import GraphAnalysis
import GraphStorage

/// `kvgraph shared`: sources that several letters cite.
struct Shared: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "shared",
        abstract: "List sources that two or more letters cite, with those letters.")

    @OptionGroup var selection: SelectionOptions
    @Option(help: ArgumentHelp("Cited by at least this many letters.", valueName: "n"))
    var minLetters = 2
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func validate() throws {
        try selection.validateSharing()
    }

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        var writer = TableWriter(MostCited.columns(withLetters: true), as: format.format)
        let total = try store.eachShared(
            selection.selection(isSharing: true), minimum: minLetters, limit: most.rows(format.format)
        ) { writer.add(MostCited.cells($0, citedBy: $1)) }
        writer.finish()
        most.sayWhatIsLeft(of: total, shown: writer.count)
    }
}
