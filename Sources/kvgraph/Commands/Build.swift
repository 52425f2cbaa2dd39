import ArgumentParser
import CitationFinding
import Foundation
import GraphStorage

/// `kvgraph build`: letters into the store.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Read letters into the store, and say what was found.",
        discussion: """
            Unchanged letters are not read again. A letter whose file is gone is dropped only if it lay under a folder \
            named in this call. One transaction: a build that is stopped leaves the store as it was.
            """)

    @Argument(
        help: ArgumentHelp(
            "Letters: files, folders or zip archives of PDF, docx, odt, HTML, XML, Markdown, text. Default: seeds.",
            valueName: "path"))
    var paths: [String] = []

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
        if paths.isEmpty, !FileManager.default.fileExists(atPath: "seeds") {
            throw CommandFailure.unanswerable(
                "no letters are named, and there is no folder seeds here to read instead: kvgraph build FOLDER")
        }
        let search = LetterSearch(paths.isEmpty ? ["seeds"] : paths)
        for fault in search.faults { Messages.say(fault) }
        let isNew = !FileManager.default.fileExists(atPath: store.path)
        if isNew, search.files.isEmpty, !search.faults.isEmpty { throw ExitCode(CommandFailure.incomplete) }
        do {
            let graph = try GraphStore(writing: store.path)
            let user = try UserFiles(catalogue: catalogue, corrections: corrections, store: graph)
            let update = try Interruption.caught { try self.update(graph, search, user) }
            let counts = try graph.counts()
            try BuildReport(update: update, user: user, store: graph, counts: counts, path: store.path).print()
            if update.failures > 0 || !search.faults.isEmpty || (strict && counts.warnings > 0) {
                throw ExitCode(CommandFailure.incomplete)
            }
        } catch let failure as GraphStore.Failure {
            throw CommandFailure.unanswerable("\(failure)")
        } catch  where isNew && !(error is ExitCode) {
            // Nothing came of it: the store that was made for it goes too.
            StoreFiles.remove(store.path)
            if error is Interruption { throw ExitCode(Interruption.status) }
            throw error
        } catch is Interruption {
            throw ExitCode(Interruption.status)
        }
    }

    private func update(_ graph: GraphStore, _ search: LetterSearch, _ user: UserFiles) throws -> StoreUpdate {
        var update = try StoreUpdate(
            search: search, store: graph, loader: LetterLoader(finder: user.finder), settings: user.fingerprint,
            keepsMissing: keepMissing)
        try graph.write(catalogue: user.finder.catalogue, corrections: user.corrections) { writer in
            try user.keep(writer)
            try update.run(&writer)
        }
        return update
    }
}

/// What a build did, and what the store holds now.
private struct BuildReport {
    let update: StoreUpdate
    let user: UserFiles
    let store: GraphStore
    let counts: StoreCounts
    let path: String

    func print() throws {
        var lines = ["\(counted(update.read, "letter")) read, \(update.unchanged) unchanged"]
        if update.dropped > 0 { lines[0] += ", \(update.dropped) dropped (their files are gone)" }
        if update.failures > 0 { lines[0] += ", \(update.failures) could not be read" }
        if !update.copies.isEmpty {
            lines.append("\(counted(update.copies.count, "file")) of a letter that another file holds too")
        }
        if update.skipped > 0 {
            lines.append("\(counted(update.skipped, "file")) of no known format skipped")
        }
        lines.append(
            "the store holds \(counted(counts.letters, "letter")): \(counted(counts.citations, "citation")) of "
                + "\(counted(counts.sources, "source")), \(counted(counts.crossReferences, "cross-reference"))")
        lines += try corrections()
        if counts.warnings > 0 { lines.append("\(counted(counts.warnings, "warning")): kvgraph check lists them") }
        lines.append("store: \(path)")
        for copy in update.copies { Messages.say("\(copy.file) and \(copy.other) are one letter") }
        let output = Output()
        for line in lines { output.show(line + "\n") }
    }

    private func corrections() throws -> [String] {
        guard !user.corrections.isEmpty else { return [] }
        let unmatched = try store.unmatched(user.corrections)
        for correction in unmatched {
            let place = "\(correction.id) in \(correction.unit ?? "any unit") of \(correction.letter)"
            let letter = try store.letters(called: correction.letter).first?.name ?? correction.letter
            let advice = letter == correction.letter ? "" : "; it is the letter \(letter) now: name that"
            Messages.say("a correction meets no citation: \(place)\(advice)")
        }
        return [
            "\(user.corrections.count - unmatched.count) of \(counted(user.corrections.count, "correction")) applied"
        ]
    }
}
