import ArgumentParser
import GraphAnalysis
import GraphStorage

/// `kvgraph shared`: sources that several letters cite.
struct Shared: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "shared",
        abstract: "Sources that two or more letters cite, with those letters.")

    @OptionGroup var selection: SelectionOptions
    @Option(help: ArgumentHelp("Cited by at least this many letters.", valueName: "n"))
    var minLetters = 2
    @Option(help: ArgumentHelp("At most this many rows (default: all).", valueName: "n"))
    var limit: Int?
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit needs a number from 1.") }
        try selection.validateSharing()
    }

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        let (rows, graph) = try store.shared(selection.selection(isSharing: true), minimum: minLetters)
        let kept = Array(rows.prefix(limit ?? rows.count))
        try TablePrinter.print(MostCited.table(kept, of: graph, withLetters: true), as: format.format)
    }
}
