import ArgumentParser
import Explorer
import Foundation
import GraphAnalysis
import GraphExchange
import GraphStorage
import Wording

/// `kvgraph export`: the graph for other programs.
struct Export: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "export",
        abstract: "Write the graph for other programs: Gephi, VOSviewer, R, networkx, Zotero, a spreadsheet.",
        discussion: """
            Without -o it goes to stdout. What is written is chosen as render chooses it, but nothing is left out for want of \
            room: letters that cite, and every source that they cite.
            """)

    @Flag(exclusivity: .exclusive) var asked: ExportedFormat?
    @Flag(help: .said("With --csv: one row per citation, with its letter, sentence and link.")) var citations = false

    @Flag(help: .said("Metadata for Datasette: the store's tables in words, and questions in SQL."))
    var datasette = false

    @Option(
        name: [.customShort("o"), .long], help: .said("The file to write, or - for stdout.", valueName: "file"))
    var output: String?

    @OptionGroup var choice: GraphChoice
    @Option(help: .said("At most this many nodes, the most shared first.", valueName: "n"))
    var limit: Int?
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    private var format: ExchangeFormat? { asked?.format ?? output.flatMap(ExportedFormat.named) }

    func validate() throws {
        if datasette {
            guard asked == nil, !citations else {
                throw ValidationError.said("--datasette cannot be combined with another format.")
            }
            return
        }
        guard let format else {
            let names = (ExchangeFormat.all.map(\.name) + ["datasette"]).map { "--\($0)" }.joined(separator: ", ")
            throw ValidationError.said("export needs a format: \(names).")
        }
        if citations, format.name != "csv" { throw ValidationError.said("--citations needs --csv.") }
        if citations, choice.project != nil {
            throw ValidationError.said("--citations cannot be combined with --project.")
        }
        if let limit, limit < 1 { throw ValidationError.said("--limit must be at least 1.") }
        if let output { try ExportedFormat.check(format, output) }
    }

    func run() throws {
        if let fault = output.flatMap({ RenderedFile(name: $0).fault }) { throw CommandFailure.unanswerable(fault) }
        let store = try store.open()
        guard let format, !datasette else { return try writeMetadata(of: store) }
        try selection.letters.sayWhatIsLeftOut(store)
        let graph = try graph(store)
        if graph.nodes.isEmpty { Messages.say("nothing is cited here: the graph is empty") }
        if citations { return try write("") { try writeCitations(of: graph, store, to: $0) } }
        let isFile = output.map { $0 != "-" } ?? false
        for file in isFile ? format.files : Array(format.files.suffix(1)) {
            try write(file.addition) { try file.write(graph, $0) }
        }
    }

    /// What is chosen: as a picture without bounds.
    private func graph(_ store: GraphStore) throws -> ExchangeGraph {
        var request = choice.request(selection)
        if choice.isEverything, limit == nil {
            return ExchangeGraph(
                try store.citingGraph(request.selection), level: choice.level,
                facts: try store.facts(request.selection))
        }
        request.limit = limit ?? Self.unbounded
        request.engine = .sfdp
        let plan = try PicturePlan(request, GraphCache(store, request.selection))
        return ExchangeGraph(
            plan.graph, projection: plan.projection, level: choice.level,
            facts: try store.facts(request.selection))
    }

    /// More nodes than a store can hold, with room to count with it.
    private static let unbounded = 1 << 40

    private func write(_ addition: String, _ body: (ExchangeOutput) throws -> Void) throws {
        let isFile = output.map { $0 != "-" } ?? false
        try ExchangeFile.write(isFile ? output.map { ExportedFormat.path($0, adding: addition) } : nil, body)
    }

    private func writeMetadata(of store: GraphStore) throws {
        let file = (self.store.path as NSString).lastPathComponent as NSString
        let metadata = DatasetteMetadata(
            database: file.deletingPathExtension,
            tables: try store.tables().map {
                DatasetteMetadata.StoreTable(name: $0.name, about: $0.about, columns: $0.columns)
            },
            queries: SQLQuestions.all.map { DatasetteMetadata.Query(name: $0.name, title: $0.title, sql: $0.sql) })
        try write("") { try metadata.write(to: $0) }
    }

    private func writeCitations(of graph: ExchangeGraph, _ store: GraphStore, to output: ExchangeOutput) throws {
        let letters = Set(graph.graph.letters.map(\.name))
        let sources = Set(graph.graph.sources.map(\.id))
        let chosen = choice.request(selection).selection
        let table = try CitationTable(output)
        try store.eachCitation(chosen) { citation, counted, subject, url in
            guard letters.contains(citation.letter), sources.contains(counted) else { return }
            let letter = graph.facts(of: citation.letter)
            try table.add(
                CitationTable.Row(
                    letter: citation.letter, date: letter?.answered, ministry: letter?.ministry,
                    ministers: letter?.ministers ?? [], askers: letter?.askers ?? [],
                    parties: Set(letter?.parties ?? []).sorted(), subject: subject, unit: citation.unit,
                    footnote: citation.footnote, source: citation.source, kind: citation.kind, label: citation.label,
                    title: citation.title, quote: citation.quote, sentence: citation.sentence,
                    context: citation.context, locator: citation.locator, page: citation.page, line: citation.line,
                    link: url))
        }
    }
}
