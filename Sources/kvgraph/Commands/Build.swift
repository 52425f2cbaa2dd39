import ArgumentParser
import CitationFinding
import Foundation
import GraphStorage

/// `kvgraph build`: letters into the store.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read letters into the store, and say what was found.",
        discussion: """
            Unchanged letters are not read again. A letter whose file is gone is dropped only if it lay under a folder \
            named in this call. One transaction: a build that is stopped leaves the store as it was.
            """)

    @Argument(help: ArgumentHelp("Letters: files or folders. Default: seeds.", valueName: "path"))
    var paths: [String] = ["seeds"]

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("A file with report series of your own.", valueName: "file"))
    var catalogue: String?

    @Option(
        help: ArgumentHelp(
            "A file with your verdicts on single citations: letter, unit (or *), id as read, and drop or another id, with tabs between.",
            valueName: "file"))
    var corrections: String?

    @Flag(help: "Keep letters whose file is gone.")
    var keepMissing = false

    @Flag(help: "Exit with status 1 when there is a warning.")
    var strict = false

    func run() throws {
        let finder = CitationFinder(catalogue: try UserFiles.catalogue(catalogue))
        let verdicts = try UserFiles.corrections(corrections)
        let settings = "\(CitationFinder.version)/\(try UserFiles.hash(catalogue))/\(try UserFiles.hash(corrections))"
        let search = LetterSearch(paths)
        for fault in search.faults { Messages.say(fault) }
        let graph: GraphStore
        do {
            graph = try GraphStore(writing: store.path)
        } catch {
            throw CommandFailure.unanswerable("\(error)")
        }
        var update = StoreUpdate(
            search: search, known: try graph.origins(), loader: LetterLoader(finder: finder), settings: settings)
        update.keepsMissing = keepMissing
        try graph.write(catalogue: finder.catalogue, corrections: verdicts) { writer in try update.run(&writer) }
        report(update, try graph.counts())
        if update.failures > 0 || !search.faults.isEmpty || (strict && update.warnings > 0) {
            throw ExitCode(CommandFailure.incomplete)
        }
    }

    private func report(_ update: StoreUpdate, _ counts: StoreCounts) {
        var lines = ["\(counted(update.read, "letter")) read, \(update.unchanged) unchanged"]
        if update.dropped > 0 { lines[0] += ", \(update.dropped) dropped (their files are gone)" }
        if update.failures > 0 { lines[0] += ", \(update.failures) could not be read" }
        if update.search.skipped > 0 {
            lines.append("\(counted(update.search.skipped, "file")) of no known format skipped")
        }
        lines.append(
            "the store holds \(counted(counts.letters, "letter")): \(counted(counts.citations, "citation")) of "
                + "\(counted(counts.sources, "source")), \(counted(counts.crossReferences, "cross-reference"))")
        if counts.warnings > 0 {
            lines.append("\(counted(counts.warnings, "warning")): kvgraph check lists them, and near misses")
        }
        lines.append("store: \(store.path)")
        let output = Output()
        for line in lines { output.write(line + "\n") }
    }

    private func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
}
