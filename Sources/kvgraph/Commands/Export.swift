import ArgumentParser
import Explorer
import Foundation
import GraphAnalysis
import GraphDrawing
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
            room: letters that cite, and the sources of the chosen kinds that they cite.
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

    /// The file that is written; nil for stdout.
    private var file: String? { output.flatMap { $0 == "-" ? nil : $0 } }

    func validate() throws {
        try GivenNames.check([output].compactMap(\.self))
        if datasette {
            guard asked == nil, !citations else {
                throw ValidationError.said("--datasette cannot be combined with another format.")
            }
            guard choice.isEverything, choice.project == nil, choice.level == .letters, limit == nil,
                selection.query == GraphQuery()
            else {
                throw ValidationError.said("--datasette describes a whole store: it cannot be combined with filters.")
            }
            return
        }
        // What may be a mistyped format is said to be one, before any is missed.
        guard let format else { return }
        if citations, format.name != "csv" { throw ValidationError.said("--citations needs --csv.") }
        if citations, choice.project != nil {
            throw ValidationError.said("--citations cannot be combined with --project.")
        }
        if format.isOfSources, choice.project == .letters {
            throw ValidationError.said(
                "--\(format.name) has sources alone: it cannot be combined with --project letters.")
        }
        if let limit, limit < 1 { throw ValidationError.said("--limit must be at least 1.") }
        if let output { try ExportedFormat.check(format, output) }
    }

    func run() throws {
        if let fault = output.flatMap({ RenderedFile(name: $0).fault }) { throw CommandFailure.unanswerable(fault) }
        guard datasette || format != nil else {
            let names = (ExchangeFormat.all.map(\.name) + ["datasette"]).map { "--\($0)" }.joined(separator: ", ")
            throw CommandFailure(
                status: ExitCode.validationFailure.rawValue, message: "export needs a format: \(names).")
        }
        let store = try store.open()
        guard let format, !datasette else { return try writeMetadata(of: store) }
        try selection.letters.sayWhatIsLeftOut(store)
        let links = SourceLinks(broken: try store.brokenAddresses())
        let graph = try graph(store, links)
        if graph.nodes.isEmpty { Messages.say("nothing is cited here: the graph is empty") }
        if citations { return try ExchangeFile.write(output) { try writeCitations(of: graph, store, links, to: $0) } }
        for part in file == nil ? Array(format.files.suffix(1)) : format.files {
            let path = file.map { ExportedFormat.path($0, adding: part.addition, of: format) }
            try ExchangeFile.write(path) { try part.write(graph, $0) }
        }
    }

    /// What is chosen: as a picture without bounds, or within that of `--limit`.
    private func graph(_ store: GraphStore, _ links: SourceLinks) throws -> ExchangeGraph {
        var request = choice.request(selection)
        let graphs = GraphCache(store, request.selection)
        let (graph, ties): (CitationGraph, (any Ties)?)
        if let limit {
            (request.limit, request.engine) = (limit, .sfdp)
            let plan = try PicturePlan(request, graphs)
            (graph, ties) = (plan.graph, plan.projection)
        } else {
            graph = try PicturePlan.chosen(request, graphs)
            ties = try request.side.map { try Self.whole(WholeProjection(graph, onto: $0, by: request.measure)) }
        }
        let progress = SharedProgress(ties?.side == .sources ? "sources" : "letters", isToFile: file != nil)
        return ExchangeGraph(
            graph, projection: ties, level: choice.level, facts: try store.facts(request.selection), links: links,
            register: try store.register(), report: { progress.show($0, of: $1) })
    }

    /// Ties that are written without `--limit`: some gigabytes.
    private static let mostTies = 20_000_000

    /// - Throws: what to do, where the ties might fill a disk.
    private static func whole(_ ties: WholeProjection) throws -> WholeProjection {
        guard ties.most > mostTies else { return ties }
        throw CommandFailure.unanswerable(
            "this may have \(ties.most) ties, and \(mostTies) are written: keep the strongest with --limit, or choose with --min-letters, --kind or --since"
        )
    }

    private func writeMetadata(of store: GraphStore) throws {
        let file = (self.store.path as NSString).lastPathComponent as NSString
        let metadata = DatasetteMetadata(
            database: file.deletingPathExtension,
            tables: try store.tables().map {
                DatasetteMetadata.StoreTable(name: $0.name, about: $0.about, columns: $0.columns)
            },
            queries: SQLQuestions.all.map { DatasetteMetadata.Query(name: $0.name, title: $0.title, sql: $0.sql) })
        try ExchangeFile.write(output) { try metadata.write(to: $0) }
    }

    private func writeCitations(
        of graph: ExchangeGraph, _ store: GraphStore, _ links: SourceLinks, to output: ExchangeOutput
    ) throws {
        let letters = Set(graph.graph.letters.map(\.name))
        let sources = Set(graph.graph.sources.map(\.id))
        let chosen = choice.request(selection).selection
        let table = try CitationTable(output)
        let progress = SharedProgress(isToFile: file != nil)
        var (last, done) = ("", 0)
        defer { progress.show(letters.count, of: letters.count) }
        try store.eachCitation(chosen) { citation, counted, subject, url in
            guard letters.contains(citation.letter), sources.contains(counted) else { return }
            let letter = graph.facts(of: citation.letter)
            if citation.letter != last {
                progress.show(done, of: letters.count)
                (last, done) = (citation.letter, done + 1)
            }
            try table.add(
                CitationTable.Row(
                    letter: citation.letter, date: letter?.answered, ministry: letter?.ministry,
                    ministers: letter?.ministers ?? [], askers: letter?.askers ?? [],
                    parties: Set(letter?.parties ?? []).sorted(), subject: subject, unit: citation.unit,
                    footnote: citation.footnote, source: citation.source, kind: citation.kind, label: citation.label,
                    title: citation.title, quote: citation.quote, sentence: citation.sentence,
                    context: citation.context, locator: citation.locator, page: citation.page, line: citation.line,
                    link: links.link(of: citation.source, url)))
        }
    }
}
