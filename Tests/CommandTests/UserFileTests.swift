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
}
