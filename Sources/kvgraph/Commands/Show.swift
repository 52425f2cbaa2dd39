import ArgumentParser
import GraphStorage

/// `kvgraph show`: one source or one letter in full.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "One source or letter in full: who cites it where, with quotes; for a letter its header, units and citations.",
        discussion: "A source by its id (kst-35165-97) or as letters write it (\"35 165, nr. 97\").")

    @Argument(help: ArgumentHelp("A source or a letter.", valueName: "id|letter"))
    var name: String
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let store = try store.open()
        let lookup = Lookup(store)
        if let letter = try store.letter(named: name) { return try LetterPage(letter, store).print(format.format) }
        if let source = try lookup.source(name) { return try SourcePage(source, store).print(format.format) }
        throw CommandFailure.unanswerable(
            "no source or letter is called “\(name)”: kvgraph letters and kvgraph top --kind all list them")
    }
}
