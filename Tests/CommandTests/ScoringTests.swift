import Foundation
import Support
import Testing

/// The figures of `make accuracy` against those of another program, `../shared/tools/score`.
@Suite struct ScoringTests {
    private static let score = Repository.file("../shared/tools/score").path
    private static let isThere =
        Shared.isThere && [score, "/usr/bin/python3"].allSatisfy(FileManager.default.isExecutableFile)

    @Test(
        .enabled(if: isThere, "../shared/tools/score, or Python, is not there"),
        arguments: [
            ("Tests/Gold/seeds.tsv", "seeds", "kamerstuk,aanhangsel,report,url,crossref,law,zaak"),
            ("../shared/gold/letters.tsv", Shared.lettersPath, "kamerstuk,aanhangsel,document,zaak,url,crossref,ecli"),
            ("../shared/gold/more-letters.tsv", Shared.lettersPath, "kamerstuk,crossref,url,zaak,dossier"),
            // Letters that the table does not name: nothing was found.
            ("../shared/gold/letters.tsv", "seeds", "kamerstuk,url"),
        ])
    func theFiguresAreThoseOfScore(_ table: String, _ letters: String, _ kinds: String) throws {
        let command = try Command()
        let cited = try command.run("cite", letters)
        let file = try command.write(cited.out, "cited.jsonl")
        let found = try cited.lines.map { line in
            let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            func word(_ key: String) -> String { row[key] as? String ?? "" }
            return GoldTable.Row(letter: word("letter"), unit: word("unit"), kind: word("kind"), id: word("id"))
        }
        let scoring = Scoring(
            try GoldTable(table), kinds: Set(kinds.split(separator: ",").map(String.init)), found: found)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", Self.score, Repository.file(table).path, file, "--kinds", kinds, "--show", "1000",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let out = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(Self.lines(of: scoring) == out.split(separator: "\n").map(Self.words))
    }

    /// Blanks between columns do not count.
    private static func words(_ line: some StringProtocol) -> String {
        line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// As `score` prints them.
    private static func lines(of scoring: Scoring) -> [String] {
        var lines: [String] = []
        for (title, withUnit) in [("with unit", true), ("without unit", false)] {
            lines.append("\(title) gold found hit P R F1")
            for kind in scoring.kinds.map(Optional.some) + [nil] {
                let figures = scoring.figures(kind, withUnit: withUnit)
                let shares = [figures.precision, figures.recall, figures.f1].map { String(format: "%.4f", $0) }
                let counts = [figures.labels, figures.found, figures.hits].map { "\($0)" }
                lines.append(([kind ?? "all"] + counts + shares).joined(separator: " "))
            }
        }
        for (name, rest) in [("missed", scoring.missed), ("extra", scoring.extra)] {
            lines += rest.map { "\(name) \($0)" }
        }
        return lines
    }
}
