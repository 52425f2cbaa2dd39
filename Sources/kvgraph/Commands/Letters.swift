import ArgumentParser
import GraphAnalysis
import GraphStorage

/// `kvgraph letters`: what is in the store.
struct Letters: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: "List the letters in the store, with date, ministry, askers and counts.")

    @OptionGroup var filter: LetterFilter
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let store = try store.open()
        try filter.sayWhatIsLeftOut(store)
        let letters = try store.letters(filter.selection)
        let table = Table(
            columns: [
                .init("letter", title: "letter"), .init("label", title: "label", .wrapped),
                .init("date", title: "date", .spared), .init("ministry"), .init("askers"), .init("subject"),
                .init("questions", title: "questions", .spared), .init("answers", title: "answers", .spared),
                .init("citations", title: "citations", .spared), .init("sources", title: "sources", .spared),
                .init("first_read"),
                .init(nil, title: "subject", .wrapped),
            ],
            rows: letters.map { letter in
                [
                    .text(letter.name), .text(letter.label), Table.Cell(letter.answered), Table.Cell(letter.ministry),
                    .list(letter.askers.map { asker in asker.of.map { "\(asker.name) (\($0))" } ?? asker.name }),
                    Table.Cell(letter.subject), .number(letter.units.count { $0.part == "question" }),
                    .number(letter.units.count { $0.part == "answer" }), .number(letter.citations),
                    .number(letter.sources), Table.Cell(letter.firstRead), Table.Cell(letter.subject),
                ]
            })
        let hint = letters.isEmpty ? try SelectionOptions.hintOfEmptyStore(store) : nil
        most.write(table, as: format.format, orSay: hint)
    }
}
