import CitationFinding
import Foundation
import LetterFormats
import LetterReading
import Support
import Testing

/// The README and the articles say what is so: their commands give the output shown, their tables name what there is.
@Suite struct ReadmeTests {
    private let readme: String
    /// The README and every article beside the targets, by the name of the file.
    private let documents: [(name: String, text: String)]

    init() throws {
        readme = try Repository.text("README.md")
        let articles = Self.files("Sources", ending: "md").sorted { $0.path < $1.path }
        documents = [("README.md", readme)] + (try articles.map { ($0.lastPathComponent, try Self.text($0)) })
    }

    private static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    private static func files(_ folder: String, ending: String) -> [URL] {
        let all = FileManager.default.enumerator(at: Repository.file(folder), includingPropertiesForKeys: nil)
        return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }
    }

    private func article(_ name: String) throws -> String {
        try #require(documents.first { $0.name == name + ".md" }, "an article \(name)").text
    }

    /// The seeds as they are built in January 2026, and one more letter in February.
    private func build() throws -> Command {
        let command = try Command()
        let seeds = Repository.letters(in: "seeds").map { "seeds/\($0.lastPathComponent)" }
        _ = try command.run(["build"] + seeds.dropLast(), environment: ["SOURCE_DATE_EPOCH": "1767225600"])
        _ = try command.run(["build", "seeds"], environment: ["SOURCE_DATE_EPOCH": "1769904000"])
        return command
    }

    /// Each document from a store of its own. A command that shows no output is an error: nothing would be compared. Of one that
    /// has no data to give, what it says is shown.
    @Test func commandsGiveTheOutputShown() throws {
        var shown: [String: Int] = [:]
        for document in documents where document.text.contains("```console\n") {
            let command = try build()
            for (line, wanted) in commands(document.text) {
                let result = try run(line, command)
                #expect(!wanted.isEmpty, "\(document.name): kvgraph \(line) shows what it prints")
                let said = result.out.isEmpty ? result.err : result.out
                #expect(said.trimmingCharacters(in: .newlines) == wanted, "\(document.name): kvgraph \(line)")
                shown[document.name, default: 0] += 1
            }
        }
        #expect(shown["README.md", default: 0] >= 5)
        #expect(shown.values.reduce(0, +) >= 9)
    }

    /// What people ask of the five letters can be asked of many: of the real letters too, where they are there.
    @Test func questionsAreAnsweredOfRealLetters() throws {
        let lines = commands(try article("Questions")).map(\.line)
        #expect(lines.count >= 20)
        let command = try build()
        let folders = Shared.letters.isEmpty ? ["seeds"] : ["seeds", Shared.lettersPath]
        if Shared.letters.isEmpty { print("\(Shared.reason): questions are asked of the seeds alone") }
        _ = try command.run(["build"] + folders)
        for line in lines {
            let result = try run(line, command)
            #expect(result.status == 0 && !(result.out + result.err).isEmpty, "kvgraph \(line): \(result.err)")
        }
    }

    /// A file that is written goes into the command's own folder.
    private func run(_ line: String, _ command: Command) throws -> Command.Result {
        try command.run(words(line), at: line.contains(" -o ") ? command.folder : Repository.root)
    }

    /// The commands of all blocks, each with the output below it.
    private func commands(_ text: String) -> [(line: String, output: String)] {
        text.components(separatedBy: "```console\n").dropFirst().flatMap { block in
            let body = block.components(separatedBy: "\n```")[0]
            return ("\n" + body).components(separatedBy: "\n$ kvgraph ").dropFirst().map { part in
                let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                return (lines[0], lines.dropFirst().joined(separator: "\n").trimmingCharacters(in: .newlines))
            }
        }
    }

    /// Words as a shell splits them, double quotes known.
    private func words(_ line: String) -> [String] {
        line.components(separatedBy: "\"").enumerated().flatMap { index, part in
            index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
    }

    @Test func everyKindHasItsRow() throws {
        let finder = CitationFinder()
        let sources = try article("SourcesAndUnits")
        for kind in SourceKind.all {
            let id = finder.ids(in: kind.example).first ?? ""
            #expect(
                readme.contains("| `\(kind.name)` | \(kind.summary) | \(kind.example) | `\(id)` |"),
                "a row for \(kind.name)")
            #expect(sources.contains("| `\(kind.name)` | "), "a row for \(kind.name) in the article")
        }
    }

    @Test func everyFormatHasItsRow() throws {
        let formats = try article("Formats")
        for format in InputFormat.all {
            let endings = format.suffixes.first.map { "`.\($0)`" } ?? ""
            #expect(readme.contains("| \(format.name) | \(endings)"), "a row for \(format.name)")
            #expect(formats.contains("| \(format.name) | "), "a row for \(format.name) in the article")
        }
    }

    @Test func everyCommandAndOptionIsThere() throws {
        let command = try Command()
        let help = try command.run("--help").out
        let commands = help.components(separatedBy: "SUBCOMMANDS:")[1].matches(of: #/\n {2}([a-z]+) /#).map {
            String($0.1)
        }
        #expect(commands.count == 17)
        for name in commands { #expect(readme.contains("`kvgraph \(name)"), "a row for \(name)") }
        let text = documents.map(\.text).joined()
        let options = Set(text.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
        let helps = try commands.map { try command.run($0, "--help").out }.joined() + help
        // Those of swift itself, and of other programs.
        let others: Set = [
            "--filter", "--build-tests", "--skip-build", "--disable-xctest", "--static-swift-stdlib", "--product",
            "--citeproc", "--bibliography", "--metadata", "--immutable", "--strip-components", "--from", "--rm",
            "--no-install-recommends", "--generate-completion-script",
        ]
        for option in options where !others.contains(option) {
            #expect(helps.contains(option), "\(option) is in a help text")
        }
    }

    /// What the catalogues and the register hold, in figures.
    @Test func countsAreThoseOfTheCatalogues() throws {
        func rows(_ name: String) throws -> Int {
            try Repository.text("Sources/CCatalogue/\(name).tsv").split(separator: "\n").count { !$0.hasPrefix("#") }
        }
        let (series, laws, works) = (try rows("reports"), try rows("laws"), try rows("works"))
        #expect(readme.contains("(\(series) series, \(laws) laws)"), "\(series) series, \(laws) laws")
        let sources = try article("SourcesAndUnits")
        #expect(
            sources.contains("(\(works) single") && sources.contains("(\(laws) laws"), "\(works) works, \(laws) laws")
        let said = try Command().run("register").out
        let dossiers = try #require(said.firstMatch(of: /built in: ([0-9]+) dossiers/).flatMap { Int($0.1) })
        let figure = "\(dossiers / 1000),\(String(dossiers % 1000 + 1000).dropFirst())"
        #expect(sources.contains("a register of \(figure) dossiers (late 2025)"), "\(figure)")
    }

    @Test func theMapNamesEveryRoom() throws {
        let rooms = try FileManager.default.contentsOfDirectory(atPath: Repository.file("Sources").path)
        for room in rooms { #expect(readme.contains("`\(room)`"), "\(room)") }
    }

    @Test func whatIsLinkedIsThere() {
        for link in readme.matches(of: /\]\(([^)]+)\)/).map({ String($0.1) }) where !link.hasPrefix("https://") {
            #expect(FileManager.default.fileExists(atPath: Repository.file(link).path), "\(link)")
        }
    }

    @Test func theReadmeIsShort() {
        #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 121)
    }

    /// SECURITY.md says how large things may be: `Poppler.mostPages = 500` is what Poppler.swift says.
    @Test func everyBoundIsAsTheCodeHasIt() throws {
        let rows = try Repository.text("SECURITY.md").components(separatedBy: "## Bounds")[1]
            .components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        let code = Self.files("Sources", ending: "swift")
        #expect(rows.count >= 16)
        for row in rows {
            let bounds = row.split(separator: "|").last?.matches(of: #/`([A-Za-z]+)\.([^`]+)`/#) ?? []
            #expect(!bounds.isEmpty, "\(row)")
            for bound in bounds {
                let (name, value) = ("\(bound.1).swift", String(bound.2))
                let file = try #require(code.first { $0.lastPathComponent == name }, "\(name)")
                let lines = try Self.text(file).split(separator: "\n").map(String.init)
                #expect(lines.contains { $0.hasSuffix(" \(value)") || $0.hasSuffix(".\(value)") }, "\(name): \(value)")
            }
        }
    }

    @Test func makeIsExplained() {
        #expect(readme.contains("make run") && readme.contains("make test"))
        #expect(readme.contains("swift build -c release") && readme.contains(".build/release/kvgraph build seeds"))
    }
}
