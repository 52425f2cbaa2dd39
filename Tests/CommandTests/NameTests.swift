import Foundation
import Support
import Testing

/// Letters asked for by the names of ministries, parties, members and ministers.
@Suite struct NameTests {
    private let command: Command

    init() throws { command = try Command() }

    @Test func aNameThatNoLetterHasIsRefused() throws {
        _ = try command.run("build", "seeds")
        for command in ["top", "shared", "coupled", "letters"] {
            let refused = try self.command.run(command, "--ministry", "BZK", "--ministry", "B2")
            #expect(refused.status == 2 && refused.out.isEmpty)
            #expect(refused.err == "kvgraph: no letter has the ministry “B2”: the nearest are BZ, BZK\n")
        }
        #expect(
            try command.run("top", "--asker", "Bontebal").err
                == "kvgraph: no letter has the asker “Bontebal”: the nearest are Bontenbal\n")
        #expect(try command.run("top", "--party", "volt,CDB").err.contains("“CDB”: the nearest are CDA"))
        #expect(
            try command.run("top", "--asker", "Q").err
                == "kvgraph: no letter has the asker “Q”: none is called nearly so\n")
        // Words of a name, not letters within one.
        #expect(try command.run("letters", "--asker", "bal").status == 2)
        #expect(try command.run("letters", "--asker", "den brink").status == 0)
        #expect(try command.run("top", "--party", ",").status == 64)
        #expect(try command.run("top", "--ministry", "BZK", "--party", "CDA").err.isEmpty)
    }

    @Test func aPeriodThatEndsBeforeItBeginsIsRefused() throws {
        _ = try command.run("build", "seeds")
        for list in ["top", "letters", "render"] {
            let run = try command.run(list, "--since", "2024-05", "--until", "2024-04")
            #expect(run.status == 64 && run.out.isEmpty)
            #expect(run.err.contains("The period ends before it begins: --since 2024-05, --until 2024-04."))
        }
        #expect(try command.run("letters", "--since", "2024-05", "--until", "2024-05").status == 0)
        #expect(try command.run("letters", "--since", "2024", "--until", "2024-02-29").status == 0)
    }

    /// Every name has nothing in it: once all letters were looked through, and five of them named.
    @Test func nothingIsNoName() throws {
        _ = try command.run("build", "seeds")
        for arguments in [["show", ""], ["render", "--around", "", "-o", "x.svg"]] {
            let run = try command.run(arguments)
            #expect(run.status == 2 && run.out.isEmpty && !run.err.contains("may mean"), "\(run.err)")
        }
    }

    @Test func ofAReportThatIsNotThereTheNearestAreSaid() throws {
        _ = try command.run("build", "seeds")
        func refusal(_ name: String) throws -> String {
            let run = try command.run("show", name)
            #expect(run.status == 2 && run.out.isEmpty)
            return run.err
        }
        // Another edition of a series that letters cite.
        #expect(try refusal("report:aivd-jaarverslag-2031").contains(": did you mean report:aivd-jaarverslag-2024"))
        #expect(try refusal("AIVD jaarverslag 2031").contains(": did you mean report:aivd-jaarverslag-2024"))
        // A source that none cites, and a series that is mistyped.
        #expect(try refusal("report:iocta-2020") == "kvgraph: no letter in the store cites report:iocta-2020\n")
        #expect(
            try refusal("Trb. 2008, 175") == "kvgraph: no letter in the store cites trb-2008-175 (“Trb. 2008, 175”)\n")
        // A number that cannot be, one digit from one that is cited; and one that is, though none cites it.
        #expect(
            try refusal("kst-35615-97")
                == "kvgraph: no letter in the store cites kst-35615-97: did you mean kst-35165-97?\n")
        #expect(try refusal("35 165, nr. 996").hasSuffix("(“35 165, nr. 996”)\n"))
        #expect(try refusal("kst-30821-231") == "kvgraph: no letter in the store cites kst-30821-231\n")
        #expect(try refusal("report:dreigingsbeld-terorisme-3").contains("(dreigingsbeeld-terrorisme-nederland)"))
        #expect(try refusal("report:qwxzv").hasSuffix("top --kind all list what there is\n"))
        let explained = try command.run("explain", "Dreigingsbeeld Terorisme 58").out
        #expect(explained.hasPrefix("nothing: no word here can open a citation\n  series of reports"))
        #expect(explained.contains("(dreigingsbeeld-terrorisme-nederland)"))
        #expect(try command.run("explain", "de minister").out == "nothing: no word here can open a citation\n")
    }

    @Test func filtersMayBeRepeated() throws {
        _ = try command.run("build", "seeds")
        func letters(_ arguments: String...) throws -> [String] {
            try command.run(["letters", "--format", "json"] + arguments).json()
                .compactMap { ($0["letter"] as? String).map { String($0.prefix(3)) } }
        }
        #expect(try letters("--ministry", "bz") == ["000"])
        #expect(try letters("--ministry", "BZ", "--ministry", "BZK") == ["000", "001", "002", "003", "004"])
        #expect(try letters("--party", "Volt, gl") == ["000", "001"])
        #expect(try letters("--asker", "dassen", "--asker", "boswijk,timmermans", "--ministry", "BZK").count == 3)
        for kinds in [["--kind", "law,url"], ["--kind", "law", "--kind", "url"]] {
            let rows = try command.run(["top", "--format", "json"] + kinds).json()
            #expect(Set(rows.compactMap { $0["kind"] as? String }) == ["law", "url"])
        }
        let shared = try command.run("shared", "--ministry", "BZ", "--ministry", "BZK", "--format", "json").out
        #expect(try shared == command.run("shared", "--format", "json").out)
    }

    @Test func whatTwoShareIsAskedForByTheirNames() throws {
        _ = try command.run("build", "seeds")
        func sources(_ between: String...) throws -> [String] {
            let options = between.flatMap { ["--between", $0] }
            return try command.run(["shared", "--format", "json"] + options).json().compactMap { $0["id"] as? String }
        }
        #expect(try sources("BZ,BZK") == ["report:dreigingsbeeld-statelijke-actoren-2025"])
        #expect(try sources("bzk", "Dassen") == sources("BZ,BZK"))
        #expect(try sources("000_9e62648be3f14f18,BZK") == sources("BZ,BZK"))
        for names in ["BZ", "BZ,,", "BZ,BZ"] { #expect(try command.run("shared", "--between", names).status == 64) }
        let unknown = try command.run("shared", "--between", "BZ,Waterbeheer")
        #expect(unknown.status == 2 && unknown.err.contains("“Waterbeheer”"))
        #expect(try command.run("letters", "--minister", "nobody").status == 2)
    }

    /// Without case, without accents, and by other names; what no letter has is an error with what there is.
    @Test func namesAreFoundAsPeopleWriteThem() throws {
        let head = """
            Vragen van het lid Kostić (FVD) aan de Minister over melk.
            Antwoord van Minister Yeşilgöz-Zegerius (Veiligheid en Justitie) (ontvangen 1 mei 2024).
            """
        let file = try command.write(
            head + "\nVraag 1\nKlopt dit?\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n", "a.txt")
        _ = try command.run("build", "seeds", file)
        let asked = [
            ["--minister", "yesilgoz"], ["--asker", "KOSTIC"], ["--ministry", "J&V"], ["--ministry", "JenV"],
            ["--party", "FvD"],
        ]
        for filter in asked {
            let rows = try command.run(["letters", "--format", "json"] + filter).json()
            #expect(rows.compactMap { $0["letter"] as? String } == ["a"], "\(filter)")
        }
        #expect(try command.run("letters", "--party", "GL", "--format", "json").json().count > 0)
        let near = try command.run("letters", "--minister", "jesilgos").err
        #expect(near.hasPrefix("kvgraph: no letter has the minister “jesilgos”: the nearest are Yeşilgöz-Zegerius"))
    }

    /// Who cites a paper, its dossier, a letter, or any letter of those a name stands for; in questions too.
    @Test func lettersAreListedByWhatTheyCite() throws {
        func letter(_ head: String, _ question: String, _ answer: String) -> String {
            "\(head)\n\nVraag 1\n\(question)\nAntwoord 1\n\(answer)\n"
        }
        let head = """
            ah-tk-20232024-964
            Vragen van het lid Kostić (PvdD) aan de Minister over melk.
            Antwoord van Minister Veldkamp (Buitenlandse Zaken) (ontvangen 1 mei 2024).
            """
        let texts = [
            "cited": letter(head, "Klopt dit?", "Zie Kamerstuk 35 165, nr. 97."),
            "asks": letter("", "Kent u Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 964?", "Ja, over vis."),
            "answers": letter(
                "", "Klopt dit van het bos?",
                "Zie Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 964, over het bos."),
            "other": letter(
                "", "Klopt dit van het spoor?", "Zie Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 965."),
        ]
        _ = try command.run(["build"] + texts.map { try command.write($1, "\($0).txt") })
        func citing(_ name: String, _ options: String...) throws -> [String] {
            try command.run(["letters", "--format", "json", "--cites", name] + options).json().compactMap {
                $0["letter"] as? String
            }
        }
        for name in ["cited", "ah-tk-20232024-964", "kostic", "PvdD", "BZ", "veldkamp"] {
            #expect(try citing(name) == ["answers", "asks"], "\(name)")
        }
        #expect(try citing("kst-35165-97") == ["cited"] && citing("dossier-35165", "--party", "pvdd") == ["cited"])
        #expect(try citing("other") == [])
        let unknown = try command.run("letters", "--cites", "nobody")
        #expect(unknown.status == 2 && unknown.err.contains("“nobody”"))
    }
}
