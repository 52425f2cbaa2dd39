import ArgumentParser
import CitationFinding
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
        var writer = TableWriter(MostCited.columns(), as: format.format)
        let total = try store.eachMostCited(
            selection.selection(default: SourceKind.names(where: \.isListedFirst)), by: by,
            limit: most.rows(format.format, usual: 20)
        ) { writer.add(MostCited.cells($0)) }
        writer.finish()
        most.sayWhatIsLeft(of: total, shown: writer.count)
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
        let name = try letter.map { try Lookup(store).letter($0).name }
        guard
            let (pairs, total, graph) = try store.coupled(
                selection.selection(isSharing: true), with: name, by: measure,
                limit: most.rows(format.format, usual: 20) ?? .max)
        else {
            throw CommandFailure.unanswerable("\(letter ?? "") is in the store, but not among the letters selected")
        }
        TableWriter.print(Coupling.table(pairs, of: graph), as: format.format)
        most.sayWhatIsLeft(of: total, shown: pairs.count)
    }
}

/// `kvgraph letters`: what is in the store.
struct Letters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: "The letters in the store, with date, ministry, askers and counts.")

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
        TableWriter.print(table, as: format.format, most)
    }
}
