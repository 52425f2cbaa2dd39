import Foundation
import Support
import Testing

/// A user's own catalogue and corrections.
@Suite struct UserFileTests {
    private let command: Command
    private let file: String

    init() throws {
        command = try Command()
        file = try command.write(
            "Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\nEn de Staat van de Unie 2024.\n", "a.txt")
    }

    private func ids() throws -> [String] {
        try command.run("top", "--kind", "all", "--format", "json").json().compactMap { $0["id"] as? String }
    }

    @Test func theyAreUsedAndKeptForLaterBuilds() throws {
        let catalogue = try command.write(
            "staat-van-de-unie\tStaat van de Unie\tyear\thttps://x.nl/\tStaat van de Unie\n", "own.tsv")
        // Line ends as Windows writes them.
        let corrections = try command.write(
            "letter\tunit\tid\tverdict\r\na\t*\tkst-35165-97\tkst-35165-98\r\n", "fix.tsv")
        let built = try command.run("build", file, "--catalogue", catalogue, "--corrections", corrections)
        #expect(built.out.contains("1 of 1 correction applied"))
        #expect(try ids() == ["kst-35165-98", "report:staat-van-de-unie-2024"])
        #expect(try command.run("show", "kst-35165-98").out.contains("corrected from kst-35165-97"))
        #expect(try command.run("show", "a").out.contains("corrected from kst-35165-97"))
        // A later build does not undo them, and does not read again.
        #expect(try command.run("build", file).lines[0] == "0 letters read, 1 unchanged")
        #expect(try ids() == ["kst-35165-98", "report:staat-van-de-unie-2024"])
        let nothing = try command.write("", "nothing.tsv")
        _ = try command.run("build", file, "--catalogue", nothing, "--corrections", nothing)
        #expect(try ids() == ["kst-35165-97"])
    }

    @Test func aVerdictThatMeetsNothingIsSaid() throws {
        let corrections = try command.write("a\tA2\tkst-35165-97\tdrop\nb\t*\tkst-35165-97\tdrop\n", "fix.tsv")
        let built = try command.run("build", file, "--corrections", corrections)
        #expect(built.out.contains("0 of 2 corrections applied"))
        #expect(built.err.contains("this correction matches no citation: kst-35165-97 in A2 of a"))
        #expect(built.err.contains("kst-35165-97 in any unit of b"))
    }

    @Test func whatIsWrongIsNamedWithItsLine() throws {
        let wrong = try command.write("a\tb\n", "wrong.tsv")
        let refused = try command.run("build", file, "--catalogue", wrong)
        #expect(refused.status == 2)
        #expect(refused.err.contains("wrong.tsv, line 1"))
        #expect(try command.run("build", file, "--corrections", wrong).err.contains("wrong.tsv, line 1"))
        for target in ["35 165, nr. 98", "nonsense", "dropp", "#A2", "report:No such series", "javascript:x"] {
            let corrections = try command.write("# mine\na\t*\tkst-35165-97\t\(target)\n", "fix.tsv")
            let result = try command.run("build", file, "--corrections", corrections)
            #expect(result.status == 2, "\(target)")
            #expect(result.err.contains("fix.tsv, line 2: “\(target)” is neither drop nor the id of a source"))
        }
        for target in [
            "kst-36600-VII-1", "dossier-35165", "report:aivd-jaarverslag-2024", "https://x.nl/", "2024D40329",
        ] {
            let corrections = try command.write("a\t*\tkst-35165-97\t\(target)\n", "fix.tsv")
            #expect(try command.run("build", file, "--corrections", corrections).status == 0, "\(target)")
        }
    }

    /// Two ids become one source, over rebuilds, new letters and merging, until an empty file takes it back.
    @Test func idsAreJoinedAndKeptApart() throws {
        let (one, other) = ("kst-36522-12", "kst-36552-12")
        let (page, same) = ("https://openkamer.org/kamerstuk/29924/143", "kst-29924-143")
        let letters = try ["36 522, nr. 12", "36 552, nr. 12", "29 924, nr. 143"].enumerated().map { index, number in
            let more = index == 2 ? " en \(page)" : ""
            return try command.write(
                "Vraag 1\nKlopt dit?\nAntwoord 1\nZie Kamerstuk \(number)\(more).\n",
                "letters/\("abc".dropFirst(index).prefix(1)).txt")
        }
        #expect(try command.run(["build"] + letters).status == 0)
        #expect(Set(try ids()) == [one, other, same])
        let fix = try command.write(
            "letter\tunit\tid\tverdict\nsame\t\(one)\t\(other)\tas letter b writes\napart\t\(page)\t\(same)\n",
            "fix.tsv")
        // The other letters count too, though they are not named here.
        let built = try command.run("build", letters[0], "--corrections", fix)
        #expect(built.out.contains("2 of 2 corrections applied"))
        #expect(built.err == "")
        #expect(try ids() == [other, page, same])
        #expect(try command.run("top", "--format", "json").json().first?["letters"] as? Int == 2)
        #expect(try command.run("shared", "--format", "json").json().first?["cited_by"] as? [String] == ["a", "b"])
        for id in [one, other, "36 522, nr. 12"] {
            let shown = try command.run("show", id).out
            #expect(shown.contains("  id     \(other)\n"))
            #expect(shown.contains("  also written \(one)\n"))
            #expect(shown.contains("  joined \(one) (your corrections)\n"))
            #expect(shown.contains("      written as \(one)\n"))
        }
        #expect(try command.run("show", page).out.contains("  apart  from \(same) (your corrections)\n"))
        #expect(try command.run("show", same, "--format", "json").json().first?["apart"] as? [String] == [page])
        // A later build, and stores that were built apart.
        #expect(try command.run(["build"] + letters).out.contains("2 of 2 corrections applied"))
        #expect(try command.run(["build"] + letters).lines[0] == "0 letters read, 3 unchanged")
        #expect(try ids() == [other, page, same])
        let parts = try letters.map { letter in
            let part = letter + ".sqlite"
            _ = try command.run("build", letter, "--corrections", fix, "--store", part)
            return part
        }
        let merged = command.folder.appending(path: "merged.sqlite").path
        let again = command.folder.appending(path: "again.sqlite").path
        _ = try command.run("merge", parts[0], parts[2], "--store", merged)
        _ = try command.run("merge", parts[1], merged, "--store", again)
        let wanted = try command.run("shared", "--format", "json", "--kind", "all", "--min-letters", "1").out
        #expect(
            try command.run("shared", "--format", "json", "--kind", "all", "--min-letters", "1", "--store", again).out
                == wanted)
        let nothing = try command.write("", "nothing.tsv")
        _ = try command.run("build", letters[2], "--corrections", nothing)
        #expect(Set(try ids()) == [one, other, same])
        #expect(!(try command.run("show", other).out.contains(one)))
    }

    @Test func whatIsWrongWithTwoIdsIsNamedWithItsLine() throws {
        let (one, other, third) = ("kst-36522-12", "kst-36552-12", "kst-35165-97")
        for (rows, words) in [
            (
                "same\t\(one)",
                "line 1: three tab-separated columns are needed: same or apart, and the ids of two sources"
            ),
            ("same \(one) \(other)", "line 1: three tab-separated columns are needed"),
            (
                "# mine\nsame\t\(one)\t36 552, nr. 12",
                "line 2: “36 552, nr. 12” is not the id of a source: did you mean \(other)?"
            ),
            ("apart\tonzin\t\(one)", "line 1: “onzin” is not the id of a source: ids look like"),
            ("same\t\(one)\t\(one)", "line 1: \(one) stands here twice"),
            ("same\tdated:2023-05-03\t\(one)", "line 1: dated:2023-05-03 cannot be joined"),
            (
                "same\t\(one)\t\(other)\n\napart\t\(other)\t\(one)",
                "line 3: \(other) and \(one) are kept apart here, but line 1 makes them one"
            ),
            (
                "apart\t\(one)\t\(third)\nsame\t\(one)\t\(other)\nsame\t\(other)\t\(third)",
                "line 1: \(one) and \(third) are kept apart here, but the lines with same make them one"
            ),
        ] {
            let fix = try command.write(rows + "\n", "fix.tsv")
            let result = try command.run("build", file, "--corrections", fix)
            #expect(result.status == 2, "\(rows)")
            #expect(result.err.contains("fix.tsv, \(words)"), "\(rows): \(result.err)")
        }
        // A letter may be called so.
        let fix = try command.write("same\tA1\t\(one)\tdrop\nsame\t*\t\(one)\t\(other)\n", "fix.tsv")
        #expect(try command.run("build", file, "--corrections", fix).err.contains("\(one) in A1 of same"))
    }

    @Test func aVerdictOnIdsThatChangesNothingIsSaid() throws {
        let rows = [
            "same\tkst-36522-12\tkst-36552-12", "same\tkst-35165-97\tkst-35165-98", "apart\tkst-35165-97\tkst-1-1",
            "same\tkst-35165-98\tkst-35165-99",
        ]
        let fix = try command.write(rows.joined(separator: "\n"), "fix.tsv")
        let built = try command.run("build", file, "--corrections", fix)
        #expect(built.out.contains("2 of 4 corrections applied"))
        #expect(built.err.contains("this correction changes nothing: same kst-36522-12 kst-36552-12\n"))
        #expect(built.err.contains("this correction changes nothing: apart kst-35165-97 kst-1-1\n"))
        #expect(try ids() == ["kst-35165-99"])
        #expect(try command.run("show", "kst-35165-98").out.contains("  id     kst-35165-99\n"))
    }
}
