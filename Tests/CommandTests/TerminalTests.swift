import Foundation
import Support
import Testing

/// What tables look like on a terminal: at every width nothing stands beyond it and no word of what matters is lost; in a pipe
/// nothing is cut.
@Suite struct TerminalTests {
    private let command: Command
    private static let asked: [[String]] = [
        ["letters"], ["top", "--kind", "all"], ["shared"], ["coupled"], ["check"],
        ["shared", "--sources", "dossiers", "--in", "all"],
    ]
    private static let sought: [[String]] = [
        ["find", "desinformatie", "verkiezingen"], ["find", "\"dreigingsbeeld statelijke\"", "actoren"],
        ["find", "zeeman", "--kind", "letter"], ["find", "jaarverslag", "--kind", "report,kamerstuk,url"],
    ]
    /// As long as names of real files are.
    private static let long = "van-het-lid-Zeeman-over-de-stand-van-het-water-in-de-boezem-van-de-Vaart"

    init() throws {
        command = try Command()
        let text = """
            Beantwoording vragen van de leden Zeeman (D66) en Van der Sluis (CDA) aan de Minister van Infrastructuur en Waterstaat

            Vraag 1
            Kent u het bericht?
            Antwoord 1
            Zie Kamerstuk 35 165, nr. 97 en Kamerstuk 33 529, nr. 99999, en het Dreigingsbeeld Statelijke Actoren 2025.
            """
        let letters = (1...2).map { "\(Self.long)-\($0).txt" }
        for name in letters { try command.write(text + "\n\(name)\n", "letters/\(name)") }
        _ = try command.run(["build", "seeds", command.folder.appending(path: "letters").path])
    }

    private func shown(_ arguments: [String], _ width: Int?) throws -> String {
        try command.run(arguments, environment: width.map { ["COLUMNS": "\($0)"] } ?? [:]).out
    }

    @Test(arguments: [60, 80, 100, 140]) func nothingStandsBeyondTheWidth(_ width: Int) throws {
        for arguments in Self.asked + Self.sought + [["show", "kst-35165-97"], ["show", "\(Self.long)-1"]] {
            // An address is left whole, to be clicked.
            let lines = try shown(arguments, width).split(separator: "\n").filter { !$0.contains("://") }
            #expect(
                lines.count > 2 && lines.allSatisfy { $0.count <= width },
                "\(arguments): \(lines.max { $0.count < $1.count } ?? "")")
        }
    }

    /// The words of what matters, whatever lines they stand on; one that is longer than its column is broken.
    @Test(arguments: [60, 80, 100, 140]) func noWordOfWhatMattersIsLost(_ width: Int) throws {
        func words(_ text: String) -> Set<Substring> {
            Set(text.split(whereSeparator: \.isWhitespace).filter { $0.count <= 16 })
        }
        let message = try #require(command.run("check", "--format", "json").json().first?["message"] as? String)
        let checked = words(try shown(["check"], width))
        #expect(words(message).isSubset(of: checked))
        let rows = try command.run("shared", "--format", "json").json()
        let sources = Set(rows.compactMap { $0["label"] as? String }.flatMap(words))
        let shared = words(try shown(["shared"], width))
        #expect(sources.isSubset(of: shared))
        let subjects = Set(
            try command.run("letters", "--format", "json").json().compactMap { $0["subject"] as? String }.flatMap(words)
        )
        let listed = words(try shown(["letters"], width))
        #expect(subjects.count > 20 && subjects.isSubset(of: listed))
    }

    /// Every citing letter begins a line.
    @Test func citingLettersStandOnLinesOfTheirOwn() throws {
        let rows = try command.run("shared", "--format", "json").json()
        let citing = rows.reduce(0) { $0 + (($1["cited_by"] as? [String])?.count ?? 0) }
        let lines = try shown(["shared"], 140).split(separator: "\n")
        let head = try #require(lines.first)
        let place = head.count - "cited by".count
        let openings = lines.dropFirst(2).filter { $0.count > place && $0.dropFirst(place).first != " " }
        #expect(citing > 10 && openings.count == citing)
    }

    @Test func aPipeCutsNothing() throws {
        for arguments in Self.asked {
            let text = try shown(arguments, nil)
            #expect(text.contains(Self.long) || !["letters", "check"].contains(arguments[0]))
            for column in ["title", "message", "subject"] {
                let rows = try command.run(arguments + ["--format", "json"]).json()
                let whole = rows.prefix(20).compactMap { $0[column] as? String }.allSatisfy(text.contains)
                #expect(whole, "\(arguments) \(column)")
            }
        }
    }

    @Test(arguments: [60, 80, 100, 140, 0]) func terminalsAreAsReviewed(_ width: Int) throws {
        let text = try (Self.asked + Self.sought).map { arguments in
            "$ kvgraph \(arguments.joined(separator: " "))\n" + (try shown(arguments, width == 0 ? nil : width))
        }.joined(separator: "\n")
        let file = Repository.file("Tests/Golden/terminal-\(width == 0 ? "pipe" : "\(width)").txt")
        if ProcessInfo.processInfo.environment["KVGRAPH_GOLDEN"] == "write" { try Data(text.utf8).write(to: file) }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text == golden)
    }
}
