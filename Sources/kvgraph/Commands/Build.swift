import ArgumentParser
import CitationFinding
import Foundation
import GraphAnalysis
import GraphStorage
import LetterCollection

/// `kvgraph build`: letters into the store.
struct Build: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Read letters into the store and report what was found.",
        discussion: """
            Unchanged letters are not read again. A letter whose file is gone is dropped only if it was in a folder \
            named in this call. If a build is interrupted, the store stays as it was.
            """)

    @Argument(
        help: ArgumentHelp(
            "Letters: files, folders or zip archives of PDF, docx, odt, HTML, XML, Markdown, text. Default: seeds.",
            valueName: "path"))
    var paths: [String] = []

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("A file with your own report series.", valueName: "file"))
    var catalogue: String?

    @Option(
        help: ArgumentHelp(
            "A file with corrections, one per line, separated by tabs: letter, unit (or *), id as read, and drop or another id; or same or apart, and two ids.",
            valueName: "file"))
    var corrections: String?

    @Flag(help: "Keep letters whose file is gone.")
    var keepMissing = false

    @Flag(help: "Exit with status 1 when there is a warning.")
    var strict = false

    func run() throws {
        if paths.isEmpty, !FileManager.default.fileExists(atPath: "seeds") {
            throw CommandFailure.unanswerable(
                "no letters are named, and there is no folder seeds here: use kvgraph build FOLDER")
        }
        let search = LetterSearch(paths.isEmpty ? ["seeds"] : paths)
        for fault in search.faults { Messages.say("\(fault)") }
        let isNew = !FileManager.default.fileExists(atPath: store.path)
        if isNew, search.files.isEmpty, !search.faults.isEmpty { throw ExitCode(CommandFailure.incomplete) }
        let (summary, user, graph) = try Interruption.caught {
            try StoreFile.write(store.path) { graph in
                let user = try UserFiles(catalogue: catalogue, corrections: corrections, store: graph)
                return (try update(graph, search, user), user, graph)
            }
        }
        let counts = try graph.counts()
        try BuildReport(summary: summary, user: user, store: graph, counts: counts, path: store.path).print()
        if summary.failures > 0 || !search.faults.isEmpty || (strict && counts.warnings > 0) {
            throw ExitCode(CommandFailure.incomplete)
        }
    }

    private func update(_ graph: GraphStore, _ search: LetterSearch, _ user: UserFiles) throws -> StoreUpdate.Summary {
        var progress = Progress()
        return try StoreUpdate.run(search, into: graph, user, keepsMissing: keepMissing) { event in
            switch event {
            case .progress(let done, let total):
                try Interruption.check()
                progress.show(done, of: total)
            case .failed(let file, let fault): Messages.say("\(file.file): \(fault)")
            }
        }
    }
}

/// What a build did, and what the store holds now.
private struct BuildReport {
    let summary: StoreUpdate.Summary
    let user: UserFiles
    let store: GraphStore
    let counts: StoreCounts
    let path: String

    func print() throws {
        var lines = ["\(counted(summary.read, "letter")) read, \(summary.unchanged) unchanged"]
        if summary.dropped > 0 { lines[0] += ", \(summary.dropped) dropped (their files are gone)" }
        if summary.failures > 0 { lines[0] += ", \(summary.failures) could not be read" }
        if !summary.copies.isEmpty {
            lines.append("\(counted(summary.copies.count, "file")) with a letter that another file also holds")
        }
        if summary.skipped > 0 {
            lines.append("\(counted(summary.skipped, "file")) of unknown format skipped")
        }
        lines.append(
            "the store holds \(counted(counts.letters, "letter")): \(counted(counts.citations, "citation")) of "
                + "\(counted(counts.sources, "source")), \(counted(counts.crossReferences, "cross-reference"))")
        lines += try corrections()
        if counts.warnings > 0 { lines.append("\(counted(counts.warnings, "warning")): kvgraph check lists them") }
        lines.append("store: \(path)")
        for copy in summary.copies { Messages.say("\(copy.file) and \(copy.other) are the same letter") }
        let output = Output()
        for line in lines { output.show(line + "\n") }
    }

    private func corrections() throws -> [String] {
        let count = user.corrections.count + user.works.count
        guard count > 0 else { return [] }
        let unmatched = try store.unmatched(user.corrections)
        for correction in unmatched {
            let place = "\(correction.id) in \(correction.unit ?? "any unit") of \(correction.letter)"
            let letter = try store.letters(called: correction.letter).first?.name ?? correction.letter
            let advice = letter == correction.letter ? "" : "; the letter is now called \(letter)"
            Messages.say("this correction matches no citation: \(place)\(advice)")
        }
        let idle = try store.unmatched(user.works)
        for verdict in idle {
            Messages.say("this correction changes nothing: \(verdict.kind) \(verdict.first) \(verdict.second)")
        }
        return ["\(count - unmatched.count - idle.count) of \(counted(count, "correction")) applied"]
    }
}
