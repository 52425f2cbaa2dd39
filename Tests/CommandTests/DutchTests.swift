import Foundation
import Support
import Testing

/// `--lang nl`: all that people read is Dutch, and all that programs read is as it was.
@Suite struct DutchTests {
    private let command: Command
    private static let tables: [[String]] = [
        ["letters"], ["top", "--kind", "all"], ["shared"], ["coupled"], ["check"], ["find", "verkiezingen"],
        ["show", "kst-35165-97"], ["show", "004_04a565f97d7382c9"], ["explain", "Kamerstuk 30 821, nr. 230"],
        ["explain", "Kamerstuk"], ["register"],
    ]
    private static let forPrograms: [[String]] =
        ["json", "jsonl", "csv"].flatMap { format in
            [
                ["letters"], ["top", "--kind", "all"], ["shared", "--in", "all"], ["coupled"], ["check"],
                ["find", "brief"], ["show", "kst-35165-97"], ["show", "004_04a565f97d7382c9"],
            ].map { $0 + ["--format", format] }
        } + [["cite"], ["show", "--text", "004_04a565f97d7382c9"]]
    /// Each goes wrong, or has something to say.
    private static let wrong: [[String]] = [
        ["top", "--nonsense"], ["top", "--limt", "3"], ["top", "--limit"], ["top", "--limit", "0"],
        ["top", "--by", "weight"], ["top", "--kind", "nonsense"], ["top", "--since", "yesterday"], ["nonsense"],
        ["top", "--ministry", "XYZ"], ["shared", "--between", "BZ"], ["shared", "--between", "BZ,Nemo"],
        ["coupled", "--kind", "dated"], ["coupled", "nobody"], ["show"], ["show", "no such thing"],
        ["show", "kst-99999-1"], ["find", "zzzz"], ["find", "--kind", "nonsense", "x"], ["check", "--kind", "x"],
        ["check", "--severity", "x"], ["merge"], ["merge", "/nowhere"], ["cite", "/nowhere"], ["build", "/nowhere"],
        ["build", "--corrections", "/nowhere", "seeds"], ["register", "update", "/nowhere"],
        ["render", "-o", "x.gif"], ["render", "--svg", "-o", "x.png"], ["render", "-o", "/nowhere/x.svg"],
        ["render", "--project", "letters", "--level", "answers"], ["render", "--around", "nothing"],
        ["serve", "--port", "0"], ["serve", "--port", "many"], ["top", "--store", "/nowhere"], ["top", "--store", ""],
        ["letters", "--until", "1900"], ["letters", "--lang", "de"], ["--lang"],
    ]
    /// Words that no Dutch sentence has, nor a name of an option, a value or a field.
    private static let english: Set<String> = [
        "the", "and", "are", "with", "without", "that", "this", "these", "which", "who", "cited", "cites", "unknown",
        "only", "read", "written", "default", "from", "needs", "must", "cannot", "there", "than", "more", "where",
        "not",
        "no", "has", "have", "be", "by", "on", "for", "or", "list", "lists", "name", "missing", "invalid", "value",
        "see",
        "usage", "options", "shows", "its", "their", "each", "at", "most", "least",
    ]

    init() throws {
        command = try Command()
        _ = try command.run("build", "seeds")
    }

    private func dutch(_ arguments: [String]) throws -> Command.Result {
        try command.run(arguments + ["--lang", "nl"])
    }

    /// The English words of a text, but for options, their values in brackets, and what stands in quotes: names and letters' own
    /// words.
    private static func englishWords(_ text: String) -> [String] {
        let bare = text.replacing(
            /[a-z]*-[a-z-]+|“[^”]*”|'[^']*'|"[^"]*"|\((?:waarden|standaard):[^)]*\)|\S*[\/_]\S*/, with: "")
        return bare.split { !$0.isLetter }.map(String.init).filter { english.contains($0.lowercased()) }
    }

    @Test func helpIsDutch() throws {
        let subcommands = ["status", "update", "compact"].map { ["register", $0] }
        let help = try command.run("--help", "--lang", "nl").out
        let names = try #require(help.components(separatedBy: "OPDRACHTEN:").last).matches(of: #/\n {2}([a-z]+) /#)
            .map { [String($0.1)] }
        #expect(names.count >= 14)
        for name in [[]] + names + subcommands {
            let text = try dutch(name + ["--help"]).out
            #expect(text.contains("DOEL: ") && text.contains("GEBRUIK: ") && text.contains("--lang <taal>"), "\(name)")
            // A list of values may go on on the next line.
            let words = Self.englishWords(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            #expect(words == [], "\(name)")
            let longest = text.split(separator: "\n").filter { !$0.hasPrefix("GEBRUIK") }.map(\.count).max() ?? 0
            #expect(longest <= 80, "\(name): \(longest)")
        }
    }

    @Test(arguments: tables) func tablesAreDutch(_ arguments: [String]) throws {
        let result = try dutch(arguments)
        let lines = result.out.split(separator: "\n")
        #expect(result.status == 0 && lines.count >= 1)
        // Titles and sentences are of letters; the headings are ours, and pages of one thing line by line.
        let shown =
            lines.count > 1 && lines[1].hasPrefix("---") ? String(lines[0]) : lines.prefix(8).joined(separator: "\n")
        #expect(Self.englishWords(shown) == [], "\(shown)")
    }

    @Test(arguments: wrong) func errorsAreDutch(_ arguments: [String]) throws {
        let (english, dutch) = (try command.run(arguments), try dutch(arguments))
        #expect(!dutch.err.isEmpty && dutch.err != english.err, "\(dutch.err)")
        #expect(Self.englishWords(dutch.err) == [], "\(dutch.err)")
        #expect(arguments[0] == "build" || dutch.out == english.out)
        // `--lang` stands twice, or lacks a value no more.
        if !arguments.contains("--lang") { #expect(dutch.status == english.status) }
    }

    @Test(arguments: forPrograms) func programsReadTheSame(_ arguments: [String]) throws {
        let english = try command.run(arguments)
        #expect(!english.out.isEmpty)
        let dutch = try command.run(arguments, environment: ["LANG": "nl_NL.UTF-8"])
        #expect(dutch.out == english.out && dutch.status == english.status)
    }

    /// The names of nodes, edges and boxes, and all that is no text.
    @Test func picturesHaveTheSameParts() throws {
        func bare(_ dot: String) -> String { dot.replacing(/(label|tooltip)="(?:[^"\\]|\\.)*"/, with: "") }
        for options in [
            [], ["--level", "answers"], ["--project", "sources"], ["--by-date"], ["--sources", "dossiers"],
        ] {
            let arguments = ["render", "--dot", "-o", "-"] + options
            let (english, dutch) = (try command.run(arguments).out, try dutch(arguments).out)
            #expect(english != dutch && bare(english) == bare(dutch), "\(options)")
        }
    }

    /// A store is built the same, whoever builds it.
    @Test func theStoreIsTheSame() throws {
        let day = ["SOURCE_DATE_EPOCH": "1767225600"]
        let stores = try [[:], ["LC_ALL": "nl_NL.UTF-8"]].map { environment in
            let own = try Command()
            _ = try own.run(["build", "seeds"], environment: day.merging(environment) { $1 })
            return try Data(contentsOf: URL(fileURLWithPath: own.store))
        }
        #expect(stores[0] == stores[1] && stores[0].count > 50_000)
    }

    @Test func theOptionWinsOverTheLocale() throws {
        func first(_ options: [String], _ locale: String) throws -> String? {
            try command.run(["top", "--limit", "1"] + options, environment: ["LC_ALL": locale]).lines.first
        }
        let (english, dutch) = (try first([], "C"), try first([], "nl_NL.UTF-8"))
        #expect(english?.hasPrefix("letters answers") == true && dutch?.hasPrefix("brieven antwoorden") == true)
        #expect(try first(["--lang", "en"], "nl_NL.UTF-8") == english)
        #expect(try first(["--lang", "nl"], "en_US.UTF-8") == dutch)
        #expect(try command.run("--lang", "nl", "top", "--limit", "1").lines.first == dutch)
    }

    /// What is told on stderr of a letter that has doubts, and the words of a letter in it.
    @Test func doubtsAreDutch() throws {
        let file = try command.write(
            "Vraag 1\nKent u dit?\nVraag 3\nZie Kamerstuk 1?\nAntwoord 1\nJa, zie 31 juni 2024.\n", "x.txt")
        let result = try command.run(["cite", "--strict", file], environment: ["LANG": "nl_NL"])
        #expect(result.status == 1 && result.err.contains(": waarschuwing: "))
        #expect(Self.englishWords(result.err.replacing(/\[[a-z-]+\]/, with: "")) == [], "\(result.err)")
    }

    /// To take a new result: `KVGRAPH_GOLDEN=write swift test --filter DutchTests`, then read the diff.
    @Test func tablesAreAsReviewed() throws {
        let text = try (Self.tables + [["top", "--help"], ["top", "--ministry", "XYZ"], ["show", "no such thing"]]).map
        {
            let result = try dutch($0)
            return "$ kvgraph \($0.joined(separator: " ")) --lang nl\n" + result.out + result.err
        }.joined(separator: "\n")
        let file = Repository.file("Tests/Golden/dutch.txt")
        if ProcessInfo.processInfo.environment["KVGRAPH_GOLDEN"] == "write" { try Data(text.utf8).write(to: file) }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
}
