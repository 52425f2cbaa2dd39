import Foundation
import Support
import Testing

/// What `export` writes is what lists and pictures say of the same store.
@Suite struct ExportTests {
    private let command: Command

    init() throws {
        command = try Command()
        _ = try command.run(["build"] + Repository.ownLetters.map(\.path))
    }

    private struct Graph: Decodable {
        struct Node: Decodable {
            let id: String
            let type: String
            let letters: Int?
            let answers: Int?
            let citations: Int?
        }
        struct Edge: Decodable {
            let source: String
            let target: String
            let weight: Double
        }
        let nodes: [Node]
        let edges: [Edge]
    }

    private func graph(_ options: [String]) throws -> Graph {
        let result = try command.run(["export", "--json"] + options)
        return try JSONDecoder().decode(Graph.self, from: Data(result.out.utf8))
    }

    static let selections: [[String]] = [
        [], ["--in", "all"], ["--in", "questions"], ["--kind", "all", "--in", "all"], ["--kind", "report,ecli"],
        ["--since", "2024"], ["--ministry", "BZK"], ["--sources", "dossiers"],
    ]

    /// One store for all of them: building it takes longer than asking.
    @Test func countsAreThoseOfLists() throws { for options in Self.selections { try checkCounts(options) } }

    private func checkCounts(_ options: [String]) throws {
        let graph = try graph(options)
        // Without a kind, lists of shared sources look at what pictures look at.
        let shared = try command.run(["shared", "--min-letters", "1", "--format", "json"] + options).json()
        let listed =
            options.contains("all") && options.contains("--kind")
            ? try command.run(["top", "--format", "json"] + options).json() : shared
        func rows(_ key: String) -> [[String]] {
            listed.map { ["\($0["id"] ?? "")", "\($0[key] ?? "")"] }.sorted { $0[0] < $1[0] }
        }
        let sources = graph.nodes.filter { $0.type == "source" }.sorted { $0.id < $1.id }
        #expect(sources.map { [$0.id, "\($0.letters ?? -1)"] } == rows("letters"))
        #expect(sources.map { [$0.id, "\($0.answers ?? -1)"] } == rows("answers"))
        #expect(sources.map { [$0.id, "\($0.citations ?? -1)"] } == rows("citations"))
        // An edge for each source and each letter that cites it.
        let pairs = shared.flatMap { row in (row["cited_by"] as? [String] ?? []).map { [$0, "\(row["id"] ?? "")"] } }
        if listed.count == shared.count {
            #expect(Set(graph.edges.map { [name($0.source), $0.target] }) == Set(pairs))
            #expect(graph.edges.count == pairs.count)
        }
        #expect(graph.edges.count >= sources.count && !sources.isEmpty)
    }

    private func name(_ id: String) -> String { id.hasPrefix("letter:") ? String(id.dropFirst("letter:".count)) : id }

    /// Nodes and edges of a picture that has room for all.
    @Test func theGraphIsThatOfThePicture() throws {
        for options in [[], ["--project", "letters"], ["--project", "sources"], ["--around", "kst-35165-97"]] {
            let graph = try graph(options)
            let bounds = ["--min-letters", "1", "--limit", "100000"]
            let picture = try command.run(["render", "--dot", "-o", "-"] + bounds + options)
            // Lines between nodes that are not there to place them.
            let ties = picture.lines.count { $0.contains(" -> ") && !$0.contains("style=invis") }
            #expect(graph.edges.count == ties, "\(options)")
            #expect(graph.edges.count > 0)
        }
    }

    @Test func filtersNarrow() throws {
        let (all, shared) = (try graph([]), try graph(["--min-letters", "2"]))
        #expect(
            shared.nodes.count < all.nodes.count
                && shared.nodes.allSatisfy { $0.type == "letter" || $0.letters ?? 0 > 1 })
        #expect(try graph(["--letter", "002_d81b6e9e41b7345c"]).nodes.count { $0.type == "letter" } == 1)
        #expect(try graph(["--limit", "12"]).nodes.count <= 12)
        let empty = try command.run("export", "--json", "--since", "1900", "--until", "1901")
        #expect(empty.status == 0 && empty.err.contains("the graph is empty"))
        #expect(try JSONDecoder().decode(Graph.self, from: Data(empty.out.utf8)).nodes.isEmpty)
    }

    /// One row for each citation that lists count.
    @Test func citationsAreRows() throws {
        let rows = try command.run("export", "--csv", "--citations", "--kind", "all", "--in", "all").lines.count - 1
        let listed = try command.run("top", "--kind", "all", "--in", "all", "--format", "json").json()
        #expect(rows == listed.reduce(0) { $0 + ($1["citations"] as? Int ?? 0) } && rows > 90)
    }

    @Test func filesAreWritten() throws {
        func written(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: command.folder.appending(path: name).path)
        }
        let file = command.folder.appending(path: "g.csv").path
        let result = try command.run("export", "-o", file)
        #expect(result.status == 0 && result.out.isEmpty && result.err.contains("g.nodes.csv"))
        #expect(written("g.nodes.csv") && written("g.edges.csv") && !written("g.csv"))
        #expect(try command.run("export", "-o", command.folder.appending(path: "g.net").path).status == 0)
        #expect(written("g.net"))
        for (name, opening) in [
            ("g.graphml", "<?xml"), ("g.gexf", "<?xml"), ("g.json", "{"), ("g.ttl", "@prefix"), ("g.net", "*Vertices"),
        ] {
            let file = command.folder.appending(path: name)
            #expect(try command.run("export", "-o", file.path).status == 0)
            #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(opening), "\(name)")
        }
        #expect(try command.run("export", "--gexf", "-o", command.folder.appending(path: "no/g.gexf").path).status == 2)
        let left = try FileManager.default.contentsOfDirectory(atPath: command.folder.path)
        #expect(!left.contains { $0.hasSuffix(".part") })
    }

    /// Of names that are one of the two files, or an ending alone.
    @Test func namesOfTwoTablesAreSensible() throws {
        for (name, files) in [
            ("g.csv", "g.edges.csv g.nodes.csv"), ("g.nodes.csv", "g.edges.csv g.nodes.csv"),
            ("g.edges.csv", "g.edges.csv g.nodes.csv"), (".csv", "edges.csv nodes.csv"), ("g", "g.edges g.nodes"),
        ] {
            let folder = command.folder.appending(path: "of-" + name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            _ = try command.run("export", "--csv", "-o", folder.path + "/" + name)
            let written = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(written.joined(separator: " ") == files)
        }
    }

    @Test func aMistypedFormatIsNamed() throws {
        let result = try command.run("export", "--graphlm")
        #expect(result.status == 64 && result.err.contains("--graphml"))
    }

    /// What an export calls a letter, an answer or a source, every command that takes one takes.
    @Test func idsAreTakenBack() throws {
        try command.write("Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n", "ah-tk-20232024-704.txt")
        _ = try command.run("build", command.folder.appending(path: "ah-tk-20232024-704.txt").path)
        let own = "letter:ah-tk-20232024-704"
        for options in [["--kind", "all", "--in", "all"], ["--level", "answers"]] {
            let nodes = try graph(options).nodes
            #expect(nodes.contains { $0.id.hasPrefix(own) })
            // Of each kind of name a few.
            let some = Dictionary(grouping: nodes) { $0.type + $0.id.prefix(3) }.values.flatMap { $0.prefix(2) }
            for id in some.map(\.id) {
                let shown = try command.run("show", id, "--format", "json")
                #expect(shown.status == 0 && shown.err.isEmpty, "\(id): \(shown.err)")
                #expect(try command.run("explain", id).status == 0)
            }
        }
        #expect(try command.run("show", own).out.contains("letter     ah-tk-20232024-704"))
        #expect(try command.run("show", own + "#A1").out.contains("letter     ah-tk-20232024-704"))
        #expect(try command.run("show", own + "#A2").status == 2)
        #expect(try graph(["--around", own, "--depth", "1"]).nodes.map(\.id) == [own, "kst-35165-97"])
        #expect(try command.run("explain", "dossier-30821").out.contains("30 821"))
    }

    /// An address that is broken behind a hyphen may have none: its link would lead nowhere.
    @Test func aBrokenAddressIsNoLink() throws {
        let text = "Vraag 1\nA?\nAntwoord 1\nZie www.visserij-\nnieuws.nl/tong, en www.sociaal-werk.nl/x.\n"
        try command.write(text, "a.txt")
        _ = try command.run("build", command.folder.appending(path: "a.txt").path)
        let rows = try command.run("export", "--csv", "--citations", "--letter", "a").lines
        #expect(rows.count == 3)
        #expect(rows[1].contains("visserij-nieuws.nl/tong") && rows[1].hasSuffix(",4,"))
        #expect(rows[2].hasSuffix(",http://www.sociaal-werk.nl/x"))
    }

    @Test(arguments: [
        [], ["--gexf", "-o", "x.graphml"], ["--gexf", "--citations"], ["--gexf", "--json"], ["-o", "x.docx"],
        ["--csv", "--citations", "--project", "letters"], ["--json", "--project", "letters", "--level", "answers"],
        ["--json", "--measure", "salton"], ["--json", "--depth", "1"], ["--csl-json", "--project", "letters"],
        ["--datasette", "--since", "2024"], ["--datasette", "--limit", "3"],
        ["--datasette", "--around", "kst-35165-97"],
    ])
    func whatCannotBeIsRefused(_ options: [String]) throws {
        let result = try command.run(["export"] + options)
        #expect(result.status == 64 && result.out.isEmpty)
    }
}
