import ArgumentParser
import CitationFinding
import Explorer
import GraphAnalysis
import GraphStorage

/// `kvgraph top`: the most-cited sources.
struct Top: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "top", abstract: "The most-cited sources.")

    @OptionGroup var selection: SelectionOptions
    @Option(
        help: ArgumentHelp(
            "What counts: letters, answers, citations, or pagerank (what letters that are cited themselves cite counts more).",
            valueName: "measure"))
    var by = MostCited.Measure.letters
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        let rows = try store.mostCited(
            selection.selection(default: SourceKind.names(where: \.isListedFirst)), by: by, limit: most.limit)
        try TablePrinter.print(MostCited.table(rows, of: CitationGraph()), as: format.format)
    }
}

/// `kvgraph shared`: sources that several letters cite.
struct Shared: ParsableCommand {
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

/// `kvgraph coupled`: letters that lean on the same sources.
struct Coupled: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coupled",
        abstract: "Pairs of letters by the sources they share (bibliographic coupling).",
        discussion: "Measures, with c shared sources of a and b:\n"
            + Coupling.Measure.allCases.map { "  \($0.rawValue): \($0.formula)" }.joined(separator: "\n"))

    @Argument(help: ArgumentHelp("Only pairs with this letter.", valueName: "letter"))
    var letter: String?
    @OptionGroup var selection: SelectionOptions
    @Option(
        help: ArgumentHelp(
            "How strength is measured: \(Coupling.Measure.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "measure"))
    var measure = Coupling.Measure.count
    @OptionGroup var most: RowLimit
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func validate() throws { try selection.validateSharing() }

    func run() throws {
        let store = try store.open()
        try selection.letters.sayWhatIsLeftOut(store)
        let name = try letter.map { try NodeLookup(store).letter($0).name }
        guard
            let (pairs, graph) = try store.coupled(
                selection.selection(isSharing: true), with: name, by: measure, limit: most.limit)
        else {
            throw CommandFailure.unanswerable("\(letter ?? "") is in the store, but not among the letters selected")
        }
        try TablePrinter.print(Coupling.table(pairs, of: graph), as: format.format)
    }
}

/// `kvgraph letters`: what is in the store.
struct Letters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: "The letters in the store, with date, ministry, askers and counts.")

    @OptionGroup var filter: LetterFilter
    @OptionGroup var format: FormatOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let store = try store.open()
        try filter.sayWhatIsLeftOut(store)
        let letters = try store.letters(filter.selection)
        let table = Table(
            columns: [
                .init("letter", title: "letter", .whole), .init("label", title: "called"),
                .init("date", title: "date", .spared), .init("ministry"), .init("askers"), .init("subject"),
                .init("questions", title: "questions", .spared), .init("answers", title: "answers", .spared),
                .init("citations", title: "citations", .spared), .init("sources", title: "sources", .spared),
            ],
            rows: letters.map { letter in
                [
                    .text(letter.name), .text(letter.label), Table.Cell(letter.answered), Table.Cell(letter.ministry),
                    .list(letter.askers.map { asker in asker.of.map { "\(asker.name) (\($0))" } ?? asker.name }),
                    Table.Cell(letter.subject), .number(letter.units.count { $0.part == "question" }),
                    .number(letter.units.count { $0.part == "answer" }), .number(letter.citations),
                    .number(letter.sources),
                ]
            })
        try TablePrinter.print(table, as: format.format)
    }
}
