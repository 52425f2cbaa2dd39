import Foundation
import Support
import Testing

/// `kvgraph find`, and `show` where nothing is called as it was asked for.
@Suite struct FindCommandTests {
    private let command: Command

    init() throws { command = try Command() }

    private func letter(_ answer: String, to member: String = "Zeeman (D66)", day: String = "1 mei 2024") -> String {
        """
        Vragen van het lid \(member) aan de Minister van Buitenlandse Zaken over het weer.
        Antwoord van Minister Bruins Slot (Buitenlandse Zaken) (ontvangen \(day)).

        Vraag 1
        Klopt dit?

        Antwoord 1
        \(answer)

        """
    }

    private func rows(_ arguments: String...) throws -> [[String: Any]] {
        try command.run(["find", "--format", "json"] + arguments).json()
    }

    private func ids(_ rows: [[String: Any]]) -> [String] { rows.compactMap { $0["id"] as? String } }

    @Test func everyFormatSaysTheSame() throws {
        _ = try command.run("build", "seeds")
        let keys = [
            "date", "doubt", "footnote", "id", "kind", "label", "letters", "line", "part", "sentence", "title", "unit",
            "url",
        ]
        let rows = try rows("verkiezingen")
        #expect(rows.count > 5 && rows.allSatisfy { $0.keys.sorted() == keys })
        let kinds = rows.compactMap { $0["kind"] as? String }
        #expect(
            kinds == kinds.filter { $0 == "letter" } + kinds.filter { $0 != "letter" } && kinds.contains("kamerstuk"))
        #expect(try command.run("find", "verkiezingen", "--format", "jsonl").lines.count == rows.count)
        let csv = try command.run("find", "verkiezingen", "--format", "csv")
        #expect(csv.lines.first == "kind,id,label,title,date,letters,part,unit,footnote,line,sentence,url,doubt")
        #expect(csv.lines.count == rows.count + 1)
        for row in rows where row["kind"] as? String == "kamerstuk" {
            #expect((row["letters"] as? Int ?? 0) > 0 && row["sentence"] is NSNull && row["unit"] is NSNull)
        }
    }

    /// The word stands on the line that is named.
    @Test func theLineIsThatOfTheFile() throws {
        _ = try command.run("build", "seeds")
        for word in ["verkiezingen", "platforms", "desinformatie", "Europese", "toezicht", "democratie"] {
            var seen = 0
            for row in try rows("\"\(word)\"", "--kind", "letter") {
                guard let line = row["line"] as? Int, row["part"] as? String != "note" else { continue }
                let file = try Repository.text("seeds/\(row["id"] as? String ?? "").txt")
                let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
                // A word may be broken at the end of the line.
                let text = lines[line - 1..<min(line + 1, lines.count)].joined().lowercased().replacing("-", with: "")
                #expect(text.contains(word.lowercased()), "\(word) \(row)")
                seen += 1
            }
            #expect(seen > 0, "\(word)")
        }
    }

    @Test func whatIsAskedIsChosen() throws {
        let turf = "Turf, zie Kamerstuk 35 165, nr. 97 en het AIVD Jaarverslag 2024."
        try command.write(letter(turf), "files/a.txt")
        try command.write(letter(turf + " Niet meer.", to: "Yeşilgöz (VVD)", day: "3 juni 2025"), "files/b.txt")
        _ = try command.run("build", command.folder.path + "/files")
        #expect(try ids(rows("turf")) == ["a", "b"])
        #expect(try ids(rows("turf", "--since", "2025")) == ["b"])
        #expect(try ids(rows("turf", "--until", "2024")) == ["a"])
        #expect(try ids(rows("turf", "--party", "d66", "--ministry", "BZ")) == ["a"])
        #expect(try ids(rows("turf", "--asker", "yeşilgöz")) == ["b"])
        #expect(try command.run("find", "turf", "--asker", "nobody").status == 2)
        #expect(try ids(rows("yesilgoz")) == ["b"])
        #expect(try rows("yesilgoz").first?["part"] as? String == "asker")
        #expect(try rows("aivd").compactMap { $0["letters"] as? Int } == [2])
        #expect(try rows("aivd", "--since", "2025").compactMap { $0["letters"] as? Int } == [1])
        #expect(try ids(rows("aivd", "--kind", "report")) == ["report:aivd-jaarverslag-2024"])
        #expect(try ids(rows("aivd", "--kind", "kamerstuk")) == [])
        #expect(try ids(rows("aivd", "--kind", "letter")) == ["a", "b"])
        #expect(try ids(rows("aivd", "--kind", "all")) == ids(rows("aivd")))
        #expect(try ids(rows("aivd", "--limit", "2")) == ["a", "report:aivd-jaarverslag-2024"])
        // No source is called so: letters get what the other leaves.
        #expect(try ids(rows("turf", "--limit", "2")) == ["a", "b"])
        for arguments in [["aivd", "--kind", "x"], ["aivd", "--kind", ","], ["aivd", "--limit", "0"], []] {
            #expect(try command.run(["find"] + arguments).status == 64, "\(arguments)")
        }
    }

    @Test func nothingFoundSaysWhatToDo() throws {
        let none = try command.run("find", "turf")
        #expect(none.status == 2 && none.err.contains("there is no store"))
        _ = try command.run("build", try command.write(letter("Turf is brandstof."), "a.txt"))
        for (words, hint) in [
            (["turfje"], "no letter or source has “turfje”: try the beginning of a word, with * behind it"),
            (
                ["turf", "!!", "kolen", "gas"],
                "no letter or source has “kolen”, “gas”: try the beginning of a word, with * behind it"
            ),
            (
                ["\"brandstof turf\""],
                "no letter or source has “brandstof turf”: try the beginning of a word, with * behind it"
            ),
            (["?", "\""], "there is no letter or digit to look for"), ([""], "there is no letter or digit to look for"),
            (["turf", "--kind", "report"], "1 row without --kind and the filters on letters"),
        ] {
            let empty = try command.run(["find"] + words)
            #expect(
                empty.status == 0 && empty.out.isEmpty && empty.err == "kvgraph: nothing to list: \(hint)\n",
                "\(empty.err)")
            #expect(try command.run(["find", "--format", "json"] + words).json().isEmpty)
        }
        let empty = try Command()
        _ = try empty.run(["build", empty.folder.path])
        #expect(try empty.run("find", "turf").err.contains("kvgraph build"))
    }

    @Test func aBuildAndAMergeKeepTheIndex() throws {
        try command.write(letter("Turf."), "files/a.txt")
        try command.write(letter("Kolen."), "files/b.txt")
        let folder = command.folder.path + "/files"
        _ = try command.run("build", folder)
        #expect(try ids(rows("turf")) == ["a"] && ids(rows("kolen")) == ["b"])
        try command.write(letter("Gas en olie."), "files/a.txt")
        try FileManager.default.removeItem(atPath: folder + "/b.txt")
        _ = try command.run("build", folder)
        #expect(try ids(rows("turf")) == [] && ids(rows("kolen")) == [] && ids(rows("gas")) == ["a"])
        let other = try Command()
        let file = try other.write(letter("Gas en wind."), "c.txt")
        _ = try other.run("build", file)
        #expect(try command.run("merge", other.store).status == 0)
        #expect(try Set(ids(rows("gas"))) == ["a", "c"] && ids(rows("gas", "wind")) == ["c"])
    }

    @Test func showFallsBackOnIt() throws {
        try command.write(letter("Turf, zie Kamerstuk 35 165, nr. 97."), "files/a.txt")
        try command.write(letter("Turf en kolen."), "files/b.txt")
        _ = try command.run("build", command.folder.path + "/files")
        #expect(try command.run("show", "kolen").out.contains("letter     b"))
        #expect(
            try command.run("show", "verkiezingen", "--format", "json").json().first?["id"] as? String == "kst-35165-97"
        )
        let several = try command.run("show", "turf")
        #expect(several.status == 0 && several.lines.count == 4)
        #expect(several.err == "kvgraph: nothing is called “turf”; these have the words:\n")
        #expect(try Set(ids(command.run("show", "turf", "--format", "json").json())) == ["a", "b"])
        for unknown in ["gas", "!!", "kst-35165-98", "35 165, nr. 98", "97 nr. 35"] {
            let none = try command.run("show", unknown)
            #expect(none.status == (unknown == "97 nr. 35" ? 0 : 2), "\(unknown) \(none.err)")
        }
    }

    @Test func aTerminalGetsNoOrders() throws {
        let file = try command.write(letter("Zie \u{1B}]0;x\u{07} \u{202E}turf\u{9B}31m."), "a\u{1B}[31m.txt")
        _ = try command.run("build", file)
        for arguments in [["turf"], ["\u{1B}[31mkolen"]] {
            let result = try command.run(["find"] + arguments)
            #expect(
                !(result.out + result.err).unicodeScalars.contains {
                    $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}"
                })
        }
    }
}
