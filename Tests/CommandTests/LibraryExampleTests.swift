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
