import ArgumentParser
import Explorer
import GraphAnalysis
import GraphStorage
import Wording

/// `kvgraph letters`: what is in the store.
struct Letters: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "letters",
        abstract: "List the letters in the store, with date, ministry, askers and counts.")

    @OptionGroup var filter: LetterFilter
    @Option(
        help: .said(
            "Only letters that cite this, anywhere: a source or what is part of it; or a letter, or any letter of a ministry, party, minister or member.",
            valueName: "id|name"))
    var cites: String?
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    func run() throws {
        let store = try store.open()
        try filter.sayWhatIsLeftOut(store)
        let citing = try cites.map { try Self.names(citing: $0, store) }
        var writer = TableWriter(Self.columns, as: format.format)
        let isWanted = { (name: String) in citing?.contains(name) ?? true }
        let limit = most.rows(format.format)
        let total = try store.eachLetter(filter.selection, where: isWanted, limit: limit) {
            writer.add(Self.cells($0))
        }
        let hint: Phrase? =
            total == 0
            ? try SelectionOptions.hintOfEmptyStore(store)
                ?? cites.map { "none of the letters asked for cites \(NodeLookup.short($0))" }
            : nil
        writer.finish(orSay: hint)
        most.sayWhatIsLeft(of: total, shown: writer.count)
    }

    private static let columns: [Table.Column] = [
        .init("letter", title: "letter"), .init("label", title: "label", .wrapped),
        .init("date", title: "date", .spared), .init("ministry"), .init("askers"), .init("subject"),
        .init("questions", title: "questions", .spared), .init("answers", title: "answers", .spared),
        .init("citations", title: "citations", .spared), .init("sources", title: "sources", .spared),
        .init("first_read"), .init(nil, title: "subject", .wrapped),
    ]

    private static func cells(_ letter: StoredLetter) -> [Table.Cell] {
        [
            .text(letter.name), .text(letter.label), Table.Cell(letter.answered), Table.Cell(letter.ministry),
            .list(letter.askers.map { asker in asker.of.map { "\(asker.name) (\($0))" } ?? asker.name }),
            Table.Cell(letter.subject), .number(letter.units.count { $0.part == "question" }),
            .number(letter.units.count { $0.part == "answer" }), .number(letter.citations), .number(letter.sources),
            Table.Cell(letter.firstRead), Table.Cell(letter.subject),
        ]
    }

    /// The names of the letters that cite a source, or letters.
    /// - Throws: `CommandFailure` or `NodeLookup.Failure` for a name that nothing has.
    private static func names(citing text: String, _ store: GraphStore) throws -> Set<String> {
        do {
            switch try NodeLookup(store).node(text) {
            case .source(let source): return try store.letters(citing: source.id)
            case .letter(let letter): return try store.letters(citingLettersOf: store.group(ofLetter: letter.name))
            }
        } catch let failure as NodeLookup.Failure {
            guard failure.isOfNothing, let group = try store.group(named: text) else { throw failure }
            return try store.letters(citingLettersOf: group)
        }
    }
}
