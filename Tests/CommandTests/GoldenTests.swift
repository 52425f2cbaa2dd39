import Foundation
import Support
import Testing

/// Files that are reviewed as diffs: what the five letters give. To take a new result: `KVGRAPH_GOLDEN=write swift test
/// --filter GoldenTests`, then read the diff.
@Suite struct GoldenTests {
    private let command: Command

    init() throws {
        command = try Command()
        _ = try command.run("build", "seeds")
    }

    private func check(_ text: String, _ name: String) throws {
        let file = Repository.file("Tests/Golden/\(name)")
        if ProcessInfo.processInfo.environment["KVGRAPH_GOLDEN"] == "write" { try Data(text.utf8).write(to: file) }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let pairs = zip(text.split(separator: "\n"), golden.split(separator: "\n"))
        let first = pairs.first { $0 != $1 }
        #expect(text == golden, "\(name) differs; first: \(first.map { "\($0)\n  instead of\n\($1)" } ?? "its length")")
    }

    @Test func theCitationsOfTheSeeds() throws { try check(try command.run("cite", "seeds").out, "seeds.jsonl") }

    @Test(arguments: [
        ("seeds.dot", []), ("seeds-dossiers.dot", ["--sources", "dossiers"]),
        ("seeds-answers.dot", ["--level", "answers", "--min-letters", "2"]),
    ])
    func theGraphOfTheSeeds(_ name: String, _ options: [String]) throws {
        try check(try command.run(["render", "--dot", "-o", "-"] + options).out, name)
    }

    @Test func theExportsOfTheSeeds() throws {
        for format in ["graphml", "gexf", "csv", "json", "vosviewer", "csl-json", "turtle", "pajek"] {
            let export = try command.run("export", "--\(format)", "--min-letters", "2", "--in", "all")
            try check(export.out, "export/seeds.\(format)")
        }
        for (format, ending) in [("--html", "html"), ("--markdown", "md"), ("--jsonld", "jsonld")] {
            try check(try command.run("annotate", "002_d81b6e9e41b7345c", format).out, "export/002.\(ending)")
        }
    }

    @Test func theTablesOfTheSeeds() throws {
        let file = command.folder.appending(path: "g.csv").path
        _ = try command.run("export", "-o", file, "--min-letters", "2", "--in", "all")
        let nodes = command.folder.appending(path: "g.nodes.csv")
        try check(String(decoding: Data(contentsOf: nodes), as: UTF8.self), "export/seeds.nodes.csv")
        try check(
            try command.run("export", "--csv", "--citations", "--around", "kst-35165-97", "--depth", "1").out,
            "export/seeds.citations.csv")
    }

    @Test func twoBuildsGiveTheSamePicture() throws {
        let again = try Command()
        _ = try again.run("build", "seeds/004_04a565f97d7382c9.txt", "seeds/001_9ccd9e48aebc7e54.txt")
        _ = try again.run("build", "seeds")
        for format in [["render", "--dot"], ["render", "--svg"], ["export", "--json"], ["export", "--turtle"]] {
            let arguments = format + ["-o", "-"]
            let (first, second) = (try command.run(arguments), try again.run(arguments))
            #expect(first.out == second.out)
            #expect(first.out.count > 5000)
        }
    }

    /// The picture in the README shows what the letters give today.
    @Test func theCommittedPictureIsUpToDate() throws {
        func words(_ svg: String) -> [String] {
            let shown = svg.split(separator: "\n").filter { $0.contains("<text") || $0.contains("<a xlink") }
            let place = #/ (x|y|font-[a-z]+|text-anchor|fill|textLength)="[^"]*"/#
            return shown.map { String($0.replacing(place, with: "")) }.sorted()
        }
        let fresh = words(try command.run("render", "--svg", "-o", "-").out)
        #expect(fresh == words(try Repository.text("output/graph.svg")))
        #expect(fresh.count > 60)
    }
}
