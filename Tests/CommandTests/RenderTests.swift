import Foundation
import Support
import Testing

/// What `render` draws, and whether that is what the store says.
@Suite struct RenderTests {
    private let command: Command

    init() throws {
        command = try Command()
        _ = try command.run(["build"] + Repository.ownLetters.map(\.path))
    }

    static let pictures: [[String]] = [
        [], ["--level", "answers"], ["--sources", "dossiers"], ["--project", "letters"], ["--project", "sources"],
        ["--by-date"], ["--project", "letters", "--by-date"], ["--theme", "dark"], ["--min-letters", "2"],
        ["--in", "questions"], ["--in", "all", "--kind", "all"], ["--engine", "sfdp"], ["--limit", "9"],
        ["--around", "kst-35165-97"], ["--around", "002_d81b6e9e41b7345c", "--depth", "1"],
        ["--around", "kst-35165-97", "--project", "letters"], ["--letter", "003_75ac4845d33f72dd"],
        ["--since", "1900", "--until", "1901"],
    ]

    /// Also where letters share nothing with those of other years: each stands below its own year.
    @Test func columnsByDateAreColumns() throws {
        let command = try Command()
        var number = 0
        for (year, cited) in [(2018, 7), (2019, 7), (2019, 8), (2021, 8), (2023, 9), (2025, 9)] {
            number += 1
            try command.write(
                """
                Vragen van het lid Zeeman (D66) (ingezonden 1 maart \(year)) over dijk \(number).
                Antwoord van Minister Jansen (Defensie) (ontvangen 3 mei \(year)).

                Vraag 1
                Klopt dit?
                Antwoord 1
                Zie Kamerstuk 33 529, nr. \(cited).
                """, "letters/l\(number).txt")
        }
        _ = try command.run(["build", command.folder.appending(path: "letters").path])
        let svg = try command.run("render", "--project", "letters", "--by-date", "--svg", "-o", "-").out
        let texts = svg.matches(of: /<text[^>]* x="([-0-9.]+)"[^>]*>([^<]*)</).map { (String($0.2), Double($0.1) ?? 0) }
        let years = Dictionary(texts.filter { Int($0.0) != nil }, uniquingKeysWith: { first, _ in first })
        let letters = texts.filter { $0.0.contains(" mei ") }
        #expect(years.count == 5 && letters.count == 6)
        for (label, place) in letters {
            let year = try #require(years[String(label.suffix(4))])
            #expect(abs(place - year) < 1, "\(label)")
        }
        #expect(Set(years.values).count == 5)
    }

    @Test func aTitleStandsAboveWhatIsDrawn() throws {
        let plain = try command.run("render", "-o", "-").out
        let titled = try command.run("render", "--title", "Wie citeert <b> & waarom?", "-o", "-").out
        let text = try #require(plain.firstMatch(of: /<text[^>]*>(Sources cited in [^<]*)</)?.1)
        let lines = titled.matches(of: /<text[^>]*>([^<]*)</).map(\.1)
        #expect(Array(lines.prefix(2)) == ["Wie citeert &lt;b&gt; &amp; waarom?", text])
        #expect(try command.run("render", "--title", " ", "-o", "-").out == plain)
    }

    @Test(arguments: pictures) func everyPictureIsXMLAndTheSameTwice(_ options: [String]) throws {
        let first = try command.run(["render", "-o", "-"] + options)
        #expect(first.status == 0, "\(first.err)")
        #expect(try command.run(["render", "-o", "-"] + options).out == first.out)
        let file = try command.write(first.out, "picture.svg")
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        check.arguments = ["xmllint", "--nonet", "--noout", file]
        try check.run()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0)
    }

    @Test(arguments: [
        ["--project", "letters", "--level", "answers"], ["--by-date", "--level", "answers"],
        ["--by-date", "--project", "sources"], ["--by-date", "--engine", "sfdp"], ["--limit", "0"],
    ]) func whatCannotBeDrawnIsWrongUsage(_ options: [String]) throws {
        #expect(try command.run(["render", "-o", "-"] + options).status == 64)
    }

    /// An ending decides; one that promises what is not written is refused, with a word on what to do.
    @Test func theNameOfTheFileKeepsItsPromise() throws {
        func render(_ name: String, _ options: String...) throws -> Command.Result {
            try command.run(["render", "-o", command.folder.appending(path: name).path] + options)
        }
        for (name, start) in [
            ("a.svg", "<?xml"), ("a.PNG", "\u{89}PNG"), ("a.pdf", "%PDF"), ("a.dot", "digraph"), ("a.gv", "digraph"),
            ("a.html", "<!DOCTYPE"), ("a.htm", "<!DOCTYPE"), ("a", "<?xml"),
        ] {
            #expect(try render(name).status == 0)
            let bytes = try Data(contentsOf: command.folder.appending(path: name))
            #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }), "\(name)")
        }
        let refused = try render("z.gif")
        #expect(refused.status == 64 && refused.err.contains("render writes no .gif files"))
        let other = try render("y.svg", "--png")
        #expect(other.status == 64 && other.err.contains("use --svg, or a name that ends in .png"))
        #expect(try render("y.jpg", "--png").status == 64)
        #expect(try render("y.picture", "--png").status == 0)
        #expect(!FileManager.default.fileExists(atPath: command.folder.appending(path: "z.gif").path))
    }

    @Test func aStoreOfOneLetterIsAName() throws {
        try FileManager.default.copyItem(atPath: command.store, toPath: command.folder.appending(path: "s").path)
        #expect(try command.run(["render", "--store", "s"], at: command.folder).status == 0)
        #expect(FileManager.default.fileExists(atPath: command.folder.appending(path: "graph.svg").path))
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        let result = try command.run("render", "-o", "/nonexistent/dir/x.svg")
        #expect(result.status == 2 && result.err.contains("there is no folder /nonexistent/dir"))
        let folder = try command.run("render", "--svg", "-o", command.folder.path)
        #expect(folder.status == 2 && folder.err.contains("is a folder"))
    }

    /// Of many letters what they share is drawn, of very much that is shared its dossiers; a few letters are drawn whole.
    @Test func aLargeStoreIsDrawnByWhatIsShared() throws {
        let command = try Command()
        for number in 1...21 {
            let shared =
                number < 3
                ? (1...160).map { "33 \(529 + $0 % 3), nr. \($0)" }.joined(separator: " en Kamerstuk ")
                : "33 530, nr. 7"
            try command.write(
                "Vraag 1\nKlopt dit?\nAntwoord 1\nZie Kamerstuk \(shared) en Kamerstuk 35 165, nr. \(number).",
                "letters/l\(number).txt")
        }
        let folder = command.folder.appending(path: "letters")
        _ = try command.run(["build", folder.path])
        func drawn(_ options: String...) throws -> (sources: Int, err: String) {
            let result = try command.run(["render", "--dot", "-o", "-"] + options)
            return (
                result.out.split(separator: "\n").count {
                    $0.hasPrefix("  s") && $0.contains("label=") && !$0.contains("->")
                }, result.err
            )
        }
        let first = try drawn()
        #expect(
            first.sources == 4 && first.err.contains("--sources documents") && first.err.contains("--min-letters 1"))
        #expect(try drawn("--kind", "url").sources == 0)
        let papers = try drawn("--sources", "documents", "--limit", "400")
        #expect(papers.sources == 160 && !papers.err.contains("dossiers"))
        #expect(try drawn("--min-letters", "1", "--limit", "400").sources == 181)
        // With the letters no more than can be read.
        #expect((10..<90).contains(try drawn("--min-letters", "1").sources))
        for number in 3...21 { try FileManager.default.removeItem(at: folder.appending(path: "l\(number).txt")) }
        _ = try command.run(["build", folder.path])
        #expect(try drawn("--limit", "400").sources == 162)
    }

    @Test func itSaysWhatIsLeftOut() throws {
        let result = try command.run("render", "-o", "-", "--limit", "20")
        #expect(result.err.contains("most shared of") && result.err.contains("--limit"))
        #expect(try command.run("render", "-o", "-", "--limit", "5000").err.isEmpty)
    }

    /// For any choice, the sources drawn are those that the table of the same choice lists, with the same letters.
    @Test(arguments: 0..<12) func filtersKeepWhatTheStoreSays(_ seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        var options: [String] = []
        func sometimes(_ option: [String]) { if Bool.random(using: &generator) { options += option } }
        sometimes(["--in", ["questions", "all"][Int.random(in: 0..<2, using: &generator)]])
        sometimes(["--sources", "dossiers"])
        sometimes(["--kind", ["kamerstuk", "url,report", "all"][Int.random(in: 0..<3, using: &generator)]])
        sometimes(["--ministry", "BZK"])
        sometimes(["--since", "2024"])
        let minimum = String(Int.random(in: 1...3, using: &generator))
        let rows = try command.run(
            ["shared", "--min-letters", minimum, "--format", "json"] + options
        ).json()
        let dot = try command.run(
            ["render", "--dot", "-o", "-", "--limit", "100000", "--min-letters", minimum] + options
        ).lines
        let letters = rows.reduce(0) { $0 + (($1["cited_by"] as? [String])?.count ?? 0) }
        let drawn = dot.count { $0.contains("class=shared, id=") || $0.contains("class=single, id=") }
        #expect(drawn == letters, "\(options) \(minimum)")
        for row in rows {
            let label = try #require(row["label"] as? String)
            let kind = try #require(row["kind"] as? String)
            let title = (row["title"] as? String).map { " — " + $0 } ?? ""
            let isLetter = dot.contains { $0.contains("class=\"letter\"") }
            #expect(
                isLetter && kind == "aanhangsel"
                    || dot.contains { $0.contains("tooltip=\"\(label)\(title) (\(kind))") },
                "\(label) \(options)")
        }
    }
}
