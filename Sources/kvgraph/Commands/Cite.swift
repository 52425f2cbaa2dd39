import ArgumentParser
import CitationFinding
import LetterReading

/// `kvgraph cite`: citations as JSON lines, without a store.
struct Cite: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Citations as JSON lines; reads and finds only, without a store.",
        discussion:
            "One object a citation: letter, file, unit, footnote, kind, id, quote, sentence, start, end, line; locator, title, resolves_to and context where there is one."
    )

    @Argument(help: ArgumentHelp("Letters: files, folders, or - for stdin. Default: seeds.", valueName: "path"))
    var paths: [String] = ["seeds"]

    @Option(help: ArgumentHelp("A file with report series of your own.", valueName: "file"))
    var catalogue: String?

    @Flag(help: "Exit with status 1 when there is a warning.")
    var strict = false

    func run() throws {
        let loader = LetterLoader(finder: CitationFinder(catalogue: try UserFiles.catalogue(catalogue)))
        let search = LetterSearch(paths)
        let names = LetterNames.names(for: search.files.map(\.path))
        let output = Output()
        var isIncomplete = !search.faults.isEmpty
        var hasWarning = false
        var skipped = search.skipped
        for fault in search.faults { Messages.say(fault) }
        var progress = Progress(total: search.files.count)
        for start in stride(from: 0, to: search.files.count, by: LetterLoader.batch) {
            let batch = Array(search.files[start..<min(start + LetterLoader.batch, search.files.count)])
            let outcomes = Parallel.map(batch) { loader.load($0, name: names[$0.path] ?? $0.file) }
            progress.show(start)
            for outcome in outcomes {
                switch outcome {
                case .skipped: skipped += 1
                case .failed(let message):
                    isIncomplete = true
                    Messages.say(message)
                case .read(let letter, let findings):
                    for citation in findings.citations { output.write(JSONText.line(Self.object(citation, letter))) }
                    for diagnostic in letter.diagnostics + findings.diagnostics where diagnostic.severity < .note {
                        hasWarning = true
                        Messages.line(diagnostic.line)
                    }
                }
            }
        }
        progress.end()
        output.flush()
        if skipped > 0 { Messages.say("\(counted(skipped, "file")) of no known format skipped") }
        if isIncomplete || (strict && hasWarning) { throw ExitCode(CommandFailure.incomplete) }
    }

    static func object(_ citation: Citation, _ letter: Letter) -> [String: JSONValue] {
        let place = citation.place
        var object: [String: JSONValue] = [
            "letter": .string(letter.name), "file": .string(letter.file), "unit": .string("\(place.unit)"),
            "footnote": JSONValue(place.footnote), "kind": .string(citation.source.kind.name),
            "id": .string(citation.source.id),
            "quote": .string(citation.quote), "sentence": .string(citation.sentence),
            "start": .integer(place.range.lowerBound),
            "end": .integer(place.range.upperBound), "line": .integer(place.line),
        ]
        if let locator = citation.locator { object["locator"] = .string(locator) }
        if let title = citation.title { object["title"] = .string(title) }
        if let resolved = citation.resolvesTo { object["resolves_to"] = .string(resolved.id) }
        if let context = citation.context { object["context"] = .string(context) }
        if let page = letter.origin(of: place.range.lowerBound)?.page { object["page"] = .integer(page) }
        return object
    }
}

extension Diagnostic {
    /// `seeds/002….txt:58:41: warning: … [odd-year]`
    var line: String {
        "\(place.file):\(place.line):\(place.column): \(severity.name): \(message) [\(code.rawValue)]"
    }
}
