import CitationFinding
import Foundation
import LetterReading
import Support
import Testing

/// The README says what is so: its commands give the output shown, its tables name what there is.
@Suite struct ReadmeTests {
    private let readme: String

    init() throws { readme = try Repository.text("README.md") }

    @Test func commandsGiveTheOutputShown() throws {
        let command = try Command()
        _ = try command.run("build", "seeds")
        var shown = 0
        for block in readme.components(separatedBy: "```console\n").dropFirst() {
            let body = block.components(separatedBy: "\n```")[0]
            for part in ("\n" + body).components(separatedBy: "\n$ kvgraph ").dropFirst() {
                let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                let wanted = lines.dropFirst().joined(separator: "\n").trimmingCharacters(in: .newlines)
                let result = try command.run(words(lines[0]))
                #expect(result.out.trimmingCharacters(in: .newlines) == wanted, "kvgraph \(lines[0])")
                shown += 1
            }
        }
        #expect(shown >= 6)
    }

    /// Words as a shell splits them, double quotes known.
    private func words(_ line: String) -> [String] {
        line.components(separatedBy: "\"").enumerated().flatMap { index, part in
            index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
        }
    }

    @Test func everyKindHasItsRow() {
        let finder = CitationFinder()
        for kind in SourceKind.all {
            let id = finder.ids(in: kind.example).first ?? ""
            #expect(
                readme.contains("| `\(kind.name)` | \(kind.summary) | \(kind.example) | `\(id)` |"),
                "a row for \(kind.name)")
        }
    }

    @Test func everyFormatHasItsRow() {
        for format in InputFormat.all {
            let endings = format.suffixes.first.map { "`.\($0)`" } ?? ""
            #expect(readme.contains("| \(format.name) | \(endings)"), "a row for \(format.name)")
        }
    }

    @Test func everyCommandAndOptionIsThere() throws {
        let command = try Command()
        let help = try command.run("--help").out
        let commands = help.components(separatedBy: "SUBCOMMANDS:")[1].matches(of: #/\n {2}([a-z]+) /#).map {
            String($0.1)
        }
        #expect(commands.count == 13)
        for name in commands { #expect(readme.contains("`kvgraph \(name)"), "a row for \(name)") }
        let options = Set(readme.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
        let helps = try commands.map { try command.run($0, "--help").out }.joined() + help
        for option in options where !["--filter", "--product"].contains(option) {
            #expect(helps.contains(option), "\(option) is in a help text")
        }
    }

    @Test func theMapNamesEveryRoom() throws {
        let rooms = try FileManager.default.contentsOfDirectory(atPath: Repository.file("Sources").path)
        for room in rooms { #expect(readme.contains("`\(room)`"), "\(room)") }
    }

    /// SECURITY.md says how large things may be: `mostPages = 500` is what the code says.
    @Test func everyBoundIsAsTheCodeHasIt() throws {
        let rows = try Repository.text("SECURITY.md").components(separatedBy: "## Bounds")[1]
            .components(separatedBy: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        let files = FileManager.default.enumerator(at: Repository.file("Sources"), includingPropertiesForKeys: nil)
        let code = try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
        #expect(rows.count >= 15)
        for row in rows {
            let bounds = row.split(separator: "|").last?.matches(of: #/`([^`]+)`/#).map { String($0.1) } ?? []
            #expect(!bounds.isEmpty, "\(row)")
            for bound in bounds { #expect(code.contains { $0.contains(bound) }, "\(bound)") }
        }
    }

    @Test func makeIsExplained() {
        #expect(readme.contains("make run") && readme.contains("make test"))
        #expect(readme.contains("swift build -c release") && readme.contains("swift run -c release kvgraph"))
    }
}
