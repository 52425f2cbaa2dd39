import Foundation
import Support
import Testing

/// Questions that are easily asked wrong, and stores that are none.
@Suite struct AskingTests {
    private let command: Command

    init() throws { command = try Command() }

    private func letter(_ answer: String, day: String = "1 mei 2024") -> String {
        """
        Antwoord van Minister Bruins Slot (Buitenlandse Zaken) (ontvangen \(day)).
        Vraag 1
        Klopt dit?
        Antwoord 1
        \(answer)
        """
    }

    /// Two letters of one day are two letters.
    @Test func aDateAloneIsNotShared() throws {
        let answer = "Zie de brief van 9 november 2023 en Kamerstuk 35 165, nr. 97."
        let first = try command.write(letter(answer), "a.txt")
        let second = try command.write(letter(answer + " Meer niet.", day: "2 juni 2024"), "b.txt")
        _ = try command.run("build", first, second)
        func shared(_ arguments: String...) throws -> [String] {
            try command.run(["shared", "--format", "json"] + arguments).json().compactMap { $0["id"] as? String }
        }
        #expect(try command.run("top", "--kind", "dated").out.contains("9 nov 2023"))
        #expect(try shared("--kind", "all") == ["kst-35165-97"])
        #expect(try shared("--kind", "all", "--limit", "1") == ["kst-35165-97"])
        #expect(
            try command.run("coupled", "--kind", "ALL", "--format", "json").json().first?["strength"] as? Double == 1)
        for list in ["shared", "coupled"] {
            let refused = try command.run(list, "--kind", "dated")
            #expect(refused.status == 64 && refused.err.contains("letters that cite the same date"))
        }
    }

    @Test(arguments: ["", "law,nothing", "all,law", ","]) func aKindThatIsNoneIsRefused(_ kind: String) throws {
        let refused = try command.run("top", "--kind", kind)
        #expect(refused.status == 64 && refused.err.contains("aanhangsel"))
    }

    @Test func kindsMayBeWrittenInAnyCase() throws {
        _ = try command.run("build", "seeds")
        let rows = try command.run("top", "--kind", "LAW, url", "--format", "json").json()
        #expect(Set(rows.compactMap { $0["kind"] as? String }) == ["law", "url"])
    }

    /// What is said of letters without a date is of those that all else would take.
    @Test func lettersWithoutADateAreCountedAfterTheOtherFilters() throws {
        let answer = letter("Zie Kamerstuk 35 165, nr. 97.")
        let files = [
            answer, answer.replacing(" (ontvangen 1 mei 2024)", with: "").replacing("97", with: "86"),
            answer.replacing(" (ontvangen 1 mei 2024)", with: "").replacing("Buitenlandse Zaken", with: "Defensie"),
        ]
        let paths = try files.enumerated().map { try command.write($1, "l\($0).txt") }
        _ = try command.run(["build"] + paths)
        #expect(try command.run("top", "--since", "2024").err == "kvgraph: 2 letters without a date left out\n")
        #expect(
            try command.run("top", "--since", "2024", "--ministry", "BZ").err
                == "kvgraph: 1 letter without a date left out\n")
        #expect(try command.run("top", "--ministry", "BZ").err.isEmpty)
    }

    /// A table for people is short and says so; programs get all.
    @Test func listsSayWhatTheyLeaveOut() throws {
        let cited = (1...130).map { "Zie Kamerstuk 35 165, nr. \($0)." }.joined(separator: " ")
        let first = try command.write(letter(cited), "a.txt")
        let second = try command.write(letter(cited + " Meer niet.", day: "2 juni 2024"), "b.txt")
        _ = try command.run("build", first, second)
        let top = try command.run("top")
        #expect(top.lines.count == 22 && top.err == "kvgraph: 110 more rows left out: --limit 130 shows all\n")
        #expect(try command.run("top", "--limit", "5").err.isEmpty)
        for list in ["top", "shared"] {
            let all = try command.run(list, "--format", "csv")
            #expect(all.lines.count == 131 && all.err.isEmpty)
            #expect(try command.run(list, "--format", "jsonl").lines.count == 130)
            #expect(try command.run(list, "--format", "json").json().count == 130)
        }
        let shared = try command.run("shared")
        #expect(shared.lines.count == 132 && shared.err.isEmpty)
        let shown = try command.onTerminal("shared")
        // Each of the two citing letters has a line.
        #expect(shown.count == 203 && shown.last == "kvgraph: 30 more rows left out: --limit 130 shows all")
        #expect(shown.allSatisfy { $0.count <= 80 })
        #expect(try command.onTerminal("shared", "--limit", "120").count == 242)
    }

    /// An empty list says where there is something.
    @Test func anEmptyListSaysWhatToDo() throws {
        let file = try command.write(
            "Vraag 1\nKent u https://www.waterbode.nl/peil en Kamerstuk 33 529, nr. 7?\nAntwoord 1\nJa.", "a.txt")
        let other = try command.write(
            "Vraag 1\nKent u Kamerstuk 33 529, nr. 7 ook?\nAntwoord 1\nNee.", "b.txt")
        _ = try command.run("build", file, other)
        #expect(try command.run("top").err == "kvgraph: nothing to list: 1 row with --in all\n")
        #expect(try command.run("shared").err == "kvgraph: nothing to list: 1 row with --in all\n")
        #expect(try command.run("coupled").err == "kvgraph: nothing to list: 1 row with --in all\n")
        #expect(try command.run("top", "--kind", "report").err == "kvgraph: nothing to list\n")
        #expect(try command.run("shared", "--in", "all").lines.count == 3)
        let empty = try Command()
        _ = try empty.run(["build", empty.folder.path])
        for list in ["top", "letters", "check", "shared"] {
            #expect(try empty.run(list).err.contains("kvgraph build"), "\(list)")
        }
    }

    /// What tables call a letter is the letter, also where a report has the same words in its name.
    @Test func aLabelIsTheLetter() throws {
        _ = try command.run("build", "seeds")
        for row in try command.run("letters", "--format", "json").json() {
            let (name, label) = (row["letter"] as? String ?? "", row["label"] as? String ?? "")
            #expect(try command.run("show", label, "--format", "json").json().first?["letter"] as? String == name)
        }
    }

    @Test func withoutSeedsLettersHaveToBeNamed() throws {
        let refused = try command.run(["build"], at: command.folder)
        #expect(refused.status == 2 && refused.err.contains("no letters are named"))
    }

    /// The same bytes twice, of a letter that says neither its number nor its kenmerk: both count, and both say so.
    @Test func theSameFileTwiceIsSaid() throws {
        let text = letter("Zie Kamerstuk 35 165, nr. 97.")
        for (name, text) in [("a", text), ("z", text), ("other", letter("Zie Kamerstuk 35 165, nr. 98."))] {
            try command.write(text, "files/\(name).txt")
        }
        func said() throws -> [String] {
            _ = try command.run("build", command.folder.path + "/files")
            return try command.run("check", "--format", "json").json()
                .filter { $0["code"] as? String == "same-file" }.compactMap { $0["letter"] as? String }
        }
        #expect(try said() == ["a", "z"])
        try command.write(letter("Zie Kamerstuk 35 165, nr. 99."), "files/z.txt")
        #expect(try said() == [])
    }

    /// A correction of the file that gives way to another of the same letter.
    @Test func aCorrectionOfTheOtherFileIsTold() throws {
        let text = "2026Z00001\n" + letter("Zie Kamerstuk 35 165, nr. 97.")
        let second = try command.write(text, "files/z.txt")
        let corrections = try command.write("z\tA1\tkst-35165-97\tdrop\n", "fix.tsv")
        let built = try command.run("build", second, "--corrections", corrections)
        #expect(built.out.contains("1 of 1 correction applied"))
        try command.write(text, "files/a.txt")
        let again = try command.run("build", command.folder.path + "/files")
        #expect(
            again.err.contains(
                "this correction matches no citation: kst-35165-97 in A1 of z; the letter is now called a"))
    }

    /// The other file of a letter leads to it by each of its names.
    @Test func copiesLeadToTheirLetter() throws {
        let text = "2026Z00001\n" + letter("Zie Kamerstuk 35 165, nr. 97.")
        _ = try command.write(text, "files/a.txt")
        _ = try command.write(text, "files/z.txt")
        _ = try command.run("build", command.folder.path + "/files")
        for name in ["a", "z", "z.txt", "files/z.txt", command.folder.path + "/files/z.txt"] {
            #expect(
                try command.run("show", name, "--format", "json").json().first?["letter"] as? String == "a", "\(name)")
        }
    }

    @Test func aStoreThatIsNoneIsSaidSo() throws {
        let folder = try command.run("top", "--store", command.folder.path)
        #expect(folder.status == 2 && folder.err.contains("it is a folder"))
        let empty = try command.write("", "empty.sqlite")
        #expect(try command.run("top", "--store", empty).err.contains("run `kvgraph build`"))
    }

    /// A file that was a store once, from the first table on or from half its length.
    @Test(arguments: [1, 2]) func aDamagedStoreIsNamed(_ part: Int) throws {
        let file = command.folder.appending(path: "broken.sqlite")
        _ = try command.run("build", "seeds", "--store", file.path)
        var bytes = try Data(contentsOf: file)
        for place in (part == 1 ? 4096 : bytes.count / 4)..<bytes.count { bytes[place] = 0xFF }
        try bytes.write(to: file)
        for arguments in [["top", "--kind", "all"], ["letters"], ["render", "-o", "-"], ["build", "seeds"]] {
            let broken = try command.run(arguments + ["--store", file.path])
            #expect(broken.status == 2, "\(arguments): \(broken.err)")
            #expect(broken.err.contains("broken.sqlite is damaged") || broken.err.contains("cannot be used as a store"))
        }
    }
}
