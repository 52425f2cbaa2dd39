import ArgumentParser
import CitationFinding
import GraphAnalysis
import LetterCollection
import LetterReading
import Wording

/// `kvgraph cite`: citations as JSON lines, without a store.
struct Cite: ParsableCommand {
    static let configuration = CommandConfiguration.said(
        commandName: "cite",
        abstract: "Print citations as JSON lines, without a store.",
        discussion:
            "One object per citation: letter, file, unit, footnote, kind, id, quote, sentence, start, end, line; locator, title, resolves_to, same_as and context where there is one."
    )

    @Argument(help: .said("Letters: files, folders, or - for stdin. Default: seeds.", valueName: "path"))
    var paths: [String] = ["seeds"]

    @Option(help: .said("A file with your own report series.", valueName: "file"))
    var catalogue: String?

    @Flag(help: .said("Exit with status 1 when there is a warning."))
    var strict = false
    @OptionGroup var skipped: SkippedFiles
    @OptionGroup var speech: LanguageOption

    func validate() throws { try GivenNames.check(paths) }

    func run() throws {
        let loader = LetterLoader(finder: CitationFinder(catalogue: try UserFiles.catalogue(catalogue)))
        let search = LetterSearch(paths)
        let names = LetterNames(search.files)
        let output = Output()
        var isIncomplete = !search.faults.isEmpty
        var hasWarning = false
        var passedOver = search.skipped
        for fault in search.faults { Messages.say("\(fault)") }
        var progress = Progress()
        for start in stride(from: 0, to: search.files.count, by: Self.batch) {
            let batch = (start..<min(start + Self.batch, search.files.count)).map { search.files[$0] }
            let answers = Parallel.map(batch) { Self.answer(loader.load($0, name: names.name(of: $0.path))) }
            progress.show(start, of: search.files.count)
            for (file, answer) in zip(batch, answers) {
                switch answer {
                case .skipped: passedOver.append(file.file)
                case .failed(let fault):
                    isIncomplete = true
                    Messages.say("\(file.file): \(fault)")
                case .cited(let lines, let warnings):
                    output.write(lines)
                    for warning in warnings {
                        hasWarning = true
                        Messages.line(warning)
                    }
                }
            }
        }
        progress.end()
        output.flush()
        if let words = skipped.words(passedOver) { Messages.say(words) }
        if search.files.isEmpty, search.faults.isEmpty { Messages.say(SkippedFiles.hint(paths)) }
        if isIncomplete || (strict && hasWarning) { throw ExitCode(CommandFailure.incomplete) }
    }

    /// Only lines of text are held of a letter, so that many can be read before the first is written.
    private static let batch = 1024

    /// What is to be said of one file.
    private enum Answer: Sendable {
        case cited(lines: [UInt8], warnings: [Phrase])
        case failed(FileFault)
        case skipped
    }

    private static func answer(_ outcome: LetterLoader.Outcome) -> Answer {
        switch outcome {
        case .skipped: return .skipped
        case .failed(let fault): return .failed(fault)
        case .read(let letter, let findings):
            var lines = JSONLines()
            for citation in findings.citations { write(citation, letter, to: &lines) }
            let doubts =
                letter.diagnostics.filter { $0.severity < .note } + findings.diagnostics.filter { $0.severity < .note }
            return .cited(lines: lines.bytes, warnings: doubts.map(\.line))
        }
    }

    private static func write(_ citation: Citation, _ letter: Letter, to lines: inout JSONLines) {
        let place = citation.place
        lines.open()
        if let context = citation.context { lines.add("context", context) }
        lines.add("end", place.range.upperBound)
        lines.add("file", letter.file)
        lines.add("footnote", place.footnote)
        lines.add("id", citation.source.id)
        lines.add("kind", citation.source.kind.name)
        lines.add("letter", letter.name)
        lines.add("line", place.line)
        if let locator = citation.locator { lines.add("locator", locator) }
        if let page = letter.origin(of: place.range.lowerBound)?.page { lines.add("page", page) }
        lines.add("quote", citation.quote)
        if let resolved = citation.resolvesTo { lines.add("resolves_to", resolved.id) }
        if let same = citation.sameAs { lines.add("same_as", same.id) }
        lines.add("sentence", citation.sentence)
        lines.add("start", place.range.lowerBound)
        if let title = citation.title { lines.add("title", title) }
        lines.add("unit", place.unit.description)
        lines.close()
    }
}

extension Diagnostic {
    /// `seeds/002….txt:58:41: warning: … [odd-year]`
    var line: Phrase {
        "\(place.file):\(place.line):\(place.column): \(Phrase.english(severity.name)): \(Phrase.english(message)) [\(code.rawValue)]"
    }
}
