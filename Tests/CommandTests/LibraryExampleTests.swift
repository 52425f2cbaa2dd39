import Example
import Support
import Testing

/// What a user of the package writes compiles against its products, and does what the command does.
@Suite struct LibraryExampleTests {
    @Test func aLetterIsRead() throws {
        let command = try Command()
        let file = Repository.file("seeds/002_d81b6e9e41b7345c.txt")
        let cited = try command.run("cite", file.path).lines
        let citations = try LibraryExample.citations(in: file)
        #expect(!citations.isEmpty && citations.count == cited.count)
        for (citation, line) in zip(citations, cited) {
            let parts = citation.split(separator: ": ", maxSplits: 1)
            #expect(line.contains("\"unit\":\"\(parts[0])\"") && line.contains("\"id\":\"\(parts[1])\""), "\(citation)")
        }
    }

    @Test func aGraphOfOneLetterIsBuilt() throws {
        let command = try Command()
        let file = Repository.file("seeds/002_d81b6e9e41b7345c.txt")
        _ = try command.run("build", file.path)
        let rows = try command.run("top", "--kind", "all", "--format", "json").json()
        #expect(try LibraryExample.sources(in: file) == rows.count && rows.count > 5)
    }

    /// The tutorial shows what stands here, line by line, and uses what it says.
    @Test func theArticleShowsTheExample() throws {
        let article = try Repository.text("Sources/GraphAnalysis/GraphAnalysis.docc/GettingStarted.md")
        let example = try Repository.text("Tests/Example/LibraryExample.swift")
        let lines = article.components(separatedBy: "```swift\n").dropFirst().flatMap {
            $0.components(separatedBy: "```")[0].split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(lines.count > 8)
        for line in lines { #expect(example.contains(line), "\(line)") }
        for module in example.matches(of: /(?m)^import (\w+)$/).map({ String($0.1) }) {
            #expect(["Foundation", "LetterFormats"].contains(module) || article.contains("`\(module)`"), "\(module)")
        }
    }

    @Test func aGraphIsBuilt() throws {
        let command = try Command()
        let rows = try LibraryExample.mostCited(
            inFolder: Repository.file("seeds").path, store: command.folder.appending(path: "own.sqlite").path)
        #expect(rows.count == 4 && rows[0] == "5 letters")
        _ = try command.run("build", "seeds")
        let top = try command.run("top", "--kind", "all", "--format", "json").json().compactMap { $0["id"] as? String }
        for row in rows.dropFirst() {
            #expect(top.contains(String(row.prefix { $0 != "," })), "\(row)")
        }
    }
}
