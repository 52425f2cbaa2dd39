import Foundation
import Support
import Testing

/// Letters in several files, and files in archives.
@Suite struct FileTests {
    private let letter =
        "Antwoord (ontvangen 3 mei 2024). Kenmerk 2024Z00001.\nVraag 1\nA?\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n"

    private func html(_ text: String) -> String {
        "<!DOCTYPE html><html><body><main>"
            + text.split(separator: "\n").map { "<p>\($0)</p>" }.joined() + "</main></body></html>"
    }

    private func names(_ command: Command) throws -> [String] {
        try command.run("letters", "--format", "json").json().compactMap { $0["letter"] as? String }
    }

    @Test func aLetterInTwoFilesIsOneLetter() throws {
        let command = try Command()
        let folder = command.folder.appending(path: "in").path
        let text = try command.write(letter, "in/a.txt")
        _ = try command.run("build", folder)
        let page = try command.write(html(letter), "in/b.html")
        let built = try command.run("build", folder)
        #expect(built.err.contains("are the same letter"))
        #expect(try names(command) == ["b"], "the file that says more is read")
        let shown = try #require(try command.run("show", "b", "--format", "json").json().first)
        #expect(shown["files"] as? [String] == [page, text])
        #expect(shown["format"] as? String == "HTML")
        #expect(try command.run("top", "--format", "json").json().first?["letters"] as? Int == 1)
        #expect(try command.run("build", folder).lines[0] == "0 letters read, 2 unchanged")
        // Without the better file the other is read again.
        try FileManager.default.removeItem(atPath: page)
        _ = try command.run("build", folder)
        #expect(try names(command) == ["a"])
    }

    @Test func theOrderOfTheFilesDecidesNothing() throws {
        let (first, second) = (try Command(), try Command())
        for command in [first, second] {
            try command.write(letter, "a.txt")
            try command.write(html(letter), "b.html")
        }
        _ = try first.run(["build", "a.txt", "b.html"], at: first.folder)
        _ = try second.run(["build", "b.html"], at: second.folder)
        _ = try second.run(["build", "a.txt"], at: second.folder)
        #expect(try names(first) == ["b"])
        #expect(try names(second) == ["b"])
    }

    @Test func lettersThatOnlyLookAlikeStayApart() throws {
        let command = try Command()
        try command.write(letter, "in/a.txt")
        // Another day, other answers, or none at all (a notice of delay).
        try command.write(letter.replacing("3 mei", with: "4 mei"), "in/b.txt")
        try command.write(letter + "Vraag 2\nB?\nAntwoord 2\nNee.\n", "in/c.txt")
        try command.write("Mededeling. Kenmerk 2024Z00001. De vragen kunnen niet tijdig worden beantwoord.", "in/d.txt")
        _ = try command.run("build", command.folder.appending(path: "in").path)
        #expect(try names(command) == ["a", "b", "c", "d"])
    }

    @Test func lettersThatClaimOneNumberAreBothKept() throws {
        let command = try Command()
        func letter(_ answer: String) -> String {
            "ah-tk-20232024-704\nVraag 1\nWat is uw reactie?\nAntwoord 1\n\(answer)\n"
        }
        let first =
            "De aanpak van de wachttijden in de jeugdzorg blijft ook dit jaar een zaak van gemeenten en aanbieders."
        try command.write(letter(first), "in/a.txt")
        try command.write(
            letter("Over de luchthaven is nog geen besluit genomen, zie Kamerstuk 31 936, nr. 1021."), "in/b.txt")
        try command.write(html(letter(first)), "in/c.html")
        let built = try command.run("build", command.folder.appending(path: "in").path)
        #expect(built.err.contains("are the same letter"))
        #expect(try names(command) == ["b", "c"], "other words are another letter, the same words are the same")
        let doubts = try command.run("check", "--format", "json").json().filter {
            $0["code"] as? String == "shared-number"
        }
        #expect(doubts.count == 2)
    }

    @Test func anArchiveIsReadLikeAFolder() throws {
        let command = try Command()
        let folder = command.folder.appending(path: "in")
        let files = [
            ("x/a.txt", letter), ("x/deep/b.txt", letter.replacing("00001", with: "00002")), ("x/c.jpg", "x"),
            ("x/.hidden.txt", letter), ("../out.txt", letter),
        ]
        try command.write(ZipWriter.archive(files), "in/letters.zip")
        let archive = folder.appending(path: "letters.zip").path
        for path in [folder.path, archive] {
            let built = try command.run("build", path)
            #expect(built.status == 0)
            #expect(built.out.contains("2 files of unknown format skipped"))
            #expect(try names(command) == ["a", "b"])
        }
        for name in ["build", "cite"] {
            let named = try command.run(name, folder.path, "--verbose")
            #expect(named.err.contains("letters.zip/x/c.jpg: skipped, of unknown format\n"))
            #expect(!named.err.contains("a.txt") && !(named.out + named.err).contains("--verbose names them"))
            #expect(!(try command.run(name, archive).err).contains("c.jpg"))
        }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "empty"), withIntermediateDirectories: true)
        for name in ["build", "cite"] {
            let empty = try command.run(name, folder.appending(path: "empty").path)
            #expect(empty.status == 0 && empty.err.contains("empty: kvgraph reads PDF, "))
        }
        _ = try command.run("build", folder.path)
        #expect(try command.run("show", "a", "--text").out == letter)
        #expect(try command.run("cite", archive).lines.count == 4)
        try command.write("PK no archive", "in/broken.zip")
        let built = try command.run("build", folder.path)
        #expect(built.status == 1)
        #expect(built.err.contains("broken.zip: this zip archive cannot be opened"))
        #expect(built.lines[0] == "0 letters read, 2 unchanged")
    }

    @Test func aCitedLetterThatIsThereIsALetter() throws {
        let command = try Command()
        try command.write(letter, "in/a.txt")
        try command.write(
            "Vraag 1\nA?\nAntwoord 1\nZie de antwoorden op de vragen met kenmerk 2024Z00001.\n", "in/b.txt")
        _ = try command.run("build", command.folder.appending(path: "in").path)
        #expect(try command.run("show", "2024Z00001").out.contains("  letter a"))
        let page = try command.run("show", "a").out
        #expect(page.contains("cited by\n  b [b], A1: Zie de antwoorden"))
        let dot = try command.run("render", "--dot", "-o", "-", "--kind", "all").out
        #expect(dot.contains("l1 -> l0 ["), "an edge from letter to letter")
        #expect(!dot.contains("label=\"2024Z00001"))
    }

    @Test func theTextOfALetterIsWhatOffsetsPointInto() throws {
        let command = try Command()
        let file = try command.write(PDFWriter.pdf(OwnLetter.long(1).draft), "vaarwegen.pdf")
        _ = try command.run("build", file)
        let text = Array(try command.run("show", "vaarwegen", "--text").out.utf8)
        for line in try command.run("cite", file).lines {
            let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let (start, end) = (try #require(row["start"] as? Int), try #require(row["end"] as? Int))
            #expect(String(decoding: text[start..<end], as: UTF8.self) == row["quote"] as? String)
            #expect(row["page"] is Int)
        }
        #expect(try command.run("show", "vaarwegen").out.contains("A2, page 1, line"))
    }

    /// A file without pages: its paragraphs are counted, to where a unit begins.
    @Test func aParagraphOfAWordFileIsNamed() throws {
        let command = try Command()
        let lines = ["Vraag 1", "A?", "Antwoord 1", "Ja.", "Zie Kamerstuk 35 165, nr. 97."]
        let body = lines.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        let document = "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"
        let file = try command.write(ZipWriter.archive([("word/document.xml", document)]), "a.docx")
        _ = try command.run("build", file)
        #expect(try command.run("show", "a").out.contains("A1, paragraph 3, line"))
    }

    /// Of an archive within an archive nothing is read.
    @Test func anArchiveWithinAnArchiveStaysClosed() throws {
        let command = try Command()
        let inner = String(
            decoding: ZipWriter.archive([("in.txt", letter)]).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
        let archive = try command.write(ZipWriter.archive([("inner.zip", inner), ("a.txt", letter)]), "outer.zip")
        let cited = try command.run("cite", archive, "--verbose")
        #expect(!cited.lines.isEmpty && cited.lines.allSatisfy { $0.contains("outer.zip/a.txt") })
        #expect(cited.err.contains("outer.zip/inner.zip: skipped, of unknown format"))
    }

    /// What a letter says of itself, in a cell that a spreadsheet would compute.
    @Test func aCellOfAListIsNoFormula() throws {
        let command = try Command()
        let letter = try command.write(
            "Betreft: =HYPERLINK(\"x\")\n\nVraag 1\nA?\n\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n", "a.txt")
        _ = try command.run("build", letter)
        let row = try #require(try command.run("letters", "--format", "csv").lines.last)
        #expect(row.contains("\"'=HYPERLINK(\"\"x\"\")\"") && !row.contains(",=") && !row.contains("\"="), "\(row)")
        #expect(try command.run("letters", "--format", "json").out.contains("\"=HYPERLINK"))
    }

    @Test func oddSignsComeThroughJSON() throws {
        let command = try Command()
        let sentence = "Zie \"dit\" \\ of\u{1}\u{1F} ‘dat’ /é in Kamerstuk 35 165, nr. 97."
        let file = try command.write("Vraag 1\nA?\nAntwoord 1\n\(sentence)\n", "a \"b\".txt")
        let line = try #require(try command.run("cite", file).lines.first)
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["sentence"] as? String == sentence)
        #expect(object?["file"] as? String == file)
        #expect(object?["footnote"] is NSNull)
        #expect(line.contains(#"\u0001\u001f"#), "control signs as four digits in small letters")
    }
}
