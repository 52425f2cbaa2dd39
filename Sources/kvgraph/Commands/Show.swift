import ArgumentParser
import Explorer
import GraphAnalysis
import GraphStorage
import Wording

/// `kvgraph show`: one source or one letter in full.
struct Show: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "show",
        abstract:
            "Show one source or letter in full: who cites it where, with quotes; for a letter its header, units and citations.",
        discussion: """
            Name a source by its id (kst-35165-97) or as letters write it ("35 165, nr. 97"); a letter by its name, file, \
            Aanhangsel number, kenmerk or label. What is none of these is looked for as kvgraph find does: the one thing that \
            has the words is shown, several are listed.
            """)

    @Argument(help: .said("A source or a letter.", valueName: "id|letter"))
    var name: String
    @Flag(help: .said("Print only the text of the letter as it was read, which start and end of citations point into."))
    var text = false
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func run() throws {
        let store = try store.open()
        if text { return try Output.put(LetterText(letter: try NodeLookup(store).letter(name)).bytes()) }
        do { try show(NodeLookup(store).node(name), store) } catch let failure as NodeLookup.Failure {
            guard let found = try found(store, instead: failure) else { throw failure }
            if found.total == 1, let id = (found.letters.map(\.letter.name) + found.sources.map(\.source.id)).first {
                return try show(NodeLookup(store).node(id), store)
            }
            Messages.say("nothing is called “\(NodeLookup.short(name))”; these have the words:")
            let page = FoundPage(found)
            page.print(format.format)
            if found.total > page.count {
                Messages.say(
                    "\(counted(found.total - page.count, "more row")) left out: kvgraph find --limit \(found.total) shows all"
                )
            }
        }
    }

    private func show(_ node: NodeLookup.Node, _ store: GraphStore) throws {
        switch node {
        case .letter(let letter): try LetterPage(letter, store).print(format.format)
        case .source(let source): try SourcePage(source, store).print(format.format)
        }
    }

    /// What has the words, where nothing is called so. A number that the store does not have is no words.
    private func found(_ store: GraphStore, instead failure: NodeLookup.Failure) throws -> FoundTexts? {
        guard failure.isOfNothing, !NodeLookup.isNumber(name), let query = SearchQuery(name) else { return nil }
        try Find.sayWhatHasNoText(store)
        let limit = format.format == .table && Output.isTerminal ? RowLimit.onTerminal : nil
        let found = try store.find(query, limit: limit)
        return found.total > 0 ? found : nil
    }
}
