import Foundation
import Support
import Testing

/// `annotate`: the letter, and links in it.
@Suite struct AnnotateTests {
    private let command: Command

    init() throws { command = try Command() }

    private static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// A letter that wants to be run.
    private static let hostile = """
        Vragen van het lid Zeeman (D66) (ingezonden 1 maart 2023) over <script>alert(1)</script>.
        Antwoord van Minister Jansen (Defensie) (ontvangen 3 mei 2023).

        Vraag 1
        Klopt dit? [klik](javascript:alert(1)) ]]> <img src=x onerror=alert(2)> &lt;b&gt; & "x" 'y' \\ \u{202E}mo\u{202C}
        [x]
        [x]: javascript:alert(3)
        Antwoord 1
        Zie [Kamerstuk 33 529, nr. 7](data:text/html,x) en Kamerstuk
        33 529, nr. 8, <https://www.rijksoverheid.nl/a_(b)?x="><script>> en Kamerstukken 33 529, nrs. 9 en 10. e\u{301} 👩‍👩‍👧\r
        Zie ook de Wet open overheid, en de brief van 9 november 2023.
        """

    /// The name of the file says the format, where none is asked for; both together must agree.
    @Test func theNameOfTheFileSaysTheFormat() throws {
        let command = try Command()
        let letter = try command.write("Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n", "a.txt")
        _ = try command.run("build", letter)
        for (name, opening) in [
            ("l.md", "Vraag 1"), ("l.html", "<!DOCTYPE html>"), ("l.jsonld", "{"), ("l.x", "<!DOCTYPE"),
        ] {
            let file = command.folder.appending(path: name)
            #expect(try command.run("annotate", "a", "-o", file.path).status == 0)
            #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(opening), "\(name)")
        }
        let refused = try command.run("annotate", "a", "--markdown", "-o", "l.html")
        #expect(refused.status == 64 && refused.err.contains("--markdown does not match the name l.html: use --html"))
    }

    /// Read by parsers that are not ours: without its links each form is the letter, byte for byte.
    @Test func aLetterWithoutItsLinksIsTheLetter() throws {
        guard let python = Self.python else { return print("no python3: annotated letters are not read back") }
        try command.write(Self.hostile, "vijandig.txt")
        _ = try command.run(
            ["build", command.folder.appending(path: "vijandig.txt").path] + Repository.ownLetters.map(\.path))
        let letters = try command.run("letters", "--format", "json").json().compactMap { $0["letter"] as? String }
        let folder = command.folder.appending(path: "out")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (number, letter) in letters.enumerated() {
            for (option, ending) in [("--html", "html"), ("--markdown", "md"), ("--jsonld", "jsonld")] {
                let file = folder.appending(path: "\(number).\(ending)").path
                let result = try command.run("annotate", letter, option, "-o", file)
                #expect(result.status == 0, "\(letter) \(option): \(result.err)")
            }
            try Data(command.run("show", "--text", letter).out.utf8).write(to: folder.appending(path: "\(number).txt"))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [Repository.file("Tests/Exchange/strip_letter.py").path, folder.path]
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        let said = String(decoding: try out.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        let counts = try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [String: Int] ?? [:]
        #expect(counts["letters"] == letters.count && letters.count > 5)
        #expect(counts["html", default: 0] > 60 && counts["markdown", default: 0] >= counts["html", default: 0])
        #expect(counts["annotations", default: 0] > 90)
    }

    @Test func quotesAreLinked() throws {
        _ = try command.run("build", "seeds")
        let markdown = try command.run("annotate", "001_9ccd9e48aebc7e54", "--markdown").out
        #expect(
            markdown.contains(
                "[Kamerstuk 30 821, nr. 173](https://zoek.officielebekendmakingen.nl/kst-30821-173.html)."))
        let page = try command.run("annotate", "001_9ccd9e48aebc7e54").out
        #expect(page.contains("title=\"30 821, nr. 173 — Nationale Veiligheid\">Kamerstuk 30 821, nr. 173</a>."))
        let items = try command.run("annotate", "001_9ccd9e48aebc7e54", "--jsonld").out.split(separator: "\n")
        #expect(items.contains { $0.contains("\"exact\":\"Kamerstuk 30 821, nr. 173\"") && $0.contains("A10: ") })
    }

    /// Places are those of the file that was built.
    @Test func aChangedFileIsSaid() throws {
        let path = try command.write(Self.hostile, "brief.txt")
        _ = try command.run("build", path)
        #expect(try command.run("annotate", "brief").status == 0)
        try command.write("Een regel erbij.\n" + Self.hostile, "brief.txt")
        let result = try command.run("annotate", "brief")
        #expect(result.status == 2 && result.err.contains("has changed") && result.out.isEmpty)
        #expect(try command.run("annotate", "geen-brief").status == 2)
    }
}
