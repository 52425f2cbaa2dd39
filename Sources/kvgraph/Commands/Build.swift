import ArgumentParser
import CitationFinding
import Foundation
import GraphAnalysis
import GraphStorage
import LetterCollection

/// `kvgraph build`: letters into the store.
struct Build: ParsableCommand, StoreCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "build",
        abstract: "Read letters into the store and report what was found.",
        discussion: """
            Unchanged letters are not read again. A letter whose file is gone is dropped only if it was in a folder \
            named in this call. If a build is interrupted, the store stays as it was. The day on which a letter is first \
            read is kept (see --read-since of the lists); SOURCE_DATE_EPOCH, in seconds since 1970, stands for the clock.
            """)

    @Argument(
        help: .said(
            "Letters: files, folders or zip archives of PDF, docx, odt, HTML, XML, Markdown, text. Default: seeds.",
            valueName: "path"))
    var paths: [String] = []

    @OptionGroup var store: StoreOption
    @OptionGroup var speech: LanguageOption

    @Option(help: .said("A file with your own report series.", valueName: "file"))
    var catalogue: String?

    @Option(
        help: .said(
            "A file with corrections, one per line, separated by tabs: letter, unit (or *), id as read, and drop or another id; or same or apart, and two ids.",
            valueName: "file"))
    var corrections: String?

    @Flag(help: .said("Keep letters whose file is gone."))
    var keepMissing = false

    @Flag(help: .said("Exit with status 1 when there is a warning."))
    var strict = false

    @OptionGroup var skipped: SkippedFiles

    func validate() throws { try GivenNames.check(paths) }

    func run() throws {
        if paths.isEmpty, !FileManager.default.fileExists(atPath: "seeds") {
            throw CommandFailure.unanswerable(
                "no letters are named, and there is no folder seeds here: use kvgraph build FOLDER")
        }
        let day = try Clock().day
        let search = LetterSearch(paths.isEmpty ? ["seeds"] : paths)
        for fault in search.faults { Messages.say("\(fault)") }
        let isNew = !FileManager.default.fileExists(atPath: store.path)
        if isNew, search.files.isEmpty, !search.faults.isEmpty { throw ExitCode(CommandFailure.incomplete) }
        let (summary, user, graph) = try Interruption.caught {
            try StoreFile.write(store.path) { graph in
                let user = try UserFiles(catalogue: catalogue, corrections: corrections, store: graph)
                return (try update(graph, search, user, day), user, graph)
            }
        }
        let counts = try graph.counts()
        if search.files.isEmpty, search.faults.isEmpty {
            Messages.say(SkippedFiles.hint(paths.isEmpty ? ["seeds"] : paths))
        }
        try BuildReport(
            summary: summary, skipped: skipped.words(summary.skipped), user: user, store: graph, counts: counts,
            path: store.path
        ).print()
        if summary.failures > 0 || !search.faults.isEmpty || (strict && counts.warnings > 0) {
            throw ExitCode(CommandFailure.incomplete)
        }
    }

    private func update(_ graph: GraphStore, _ search: LetterSearch, _ user: UserFiles, _ day: String) throws
        -> StoreUpdate.Summary
    {
        var progress = Progress()
        return try StoreUpdate.run(search, into: graph, user, keepsMissing: keepMissing, on: day) { event in
            switch event {
            case .progress(let done, let total):
                try Interruption.check()
                progress.show(done, of: total)
            case .failed(let file, let fault): Messages.say("\(file.file): \(fault)")
            }
        }
    }
}
