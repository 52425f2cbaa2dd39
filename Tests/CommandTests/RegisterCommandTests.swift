import Foundation
import Support
import Testing

/// A newer register, and what titles and `check` make of it.
@Suite struct RegisterCommandTests {
    private let command: Command
    private let file: String

    init() throws {
        command = try Command()
        file = try command.write(
            "Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 36522, nr. 12 en Kamerstuk 30 821, nr. 230.\n", "a.txt")
        _ = try command.run("build", file)
    }

    private func slips() throws -> [[String: Any]] {
        try command.run("check", "--format", "json").json().filter { $0["code"] as? String == "impossible-number" }
    }

    @Test func titlesStandInListsAndPictures() throws {
        let named = "30 821, nr. 230 — Nationale Veiligheid"
        #expect(try command.run("top").out.contains(named))
        #expect(try command.run("show", "kst-30821-230").lines[0] == "\(named)  [kamerstuk]")
        #expect(try command.run("show", named).lines[0] == "\(named)  [kamerstuk]")
        #expect(try command.run("show", "a").out.contains(named))
        #expect(try command.run("top", "--sources", "dossiers").out.contains("30 821 — Nationale Veiligheid"))
        for format in ["--dot", "--svg"] {
            #expect(try command.run("render", format, "-o", "-").out.contains(named), "\(format)")
        }
        let rows = try command.run("top", "--format", "json").json()
        #expect(
            rows.contains {
                $0["label"] as? String == "30 821, nr. 230" && $0["title"] as? String == "Nationale Veiligheid"
            })
        #expect(try command.run("top", "--format", "csv").out.contains("Nationale Veiligheid"))
    }

    /// A list of documents gives papers their own titles, and a number of the Tweede Kamer meets its Kamerstuk.
    @Test func documentsHaveTitlesOfTheirOwn() throws {
        let other = try command.write("Vraag 1\nA?\nAntwoord 1\nZie 2024D99999.\n", "b.txt")
        let rows = """
            document\tofficial\tkind\tdate\ttitle
            2024D99999\tkst-30821-230\tBrief regering\t2024-05-03\tWeerbaarheid  van de dijken
            2024D99998\t\tBrief regering\t2024-05-04\tPeil van de vaart
            """
        let documents = try command.write(rows, "documents.tsv")
        #expect(try command.run("register", "update", documents).out.contains("2 lines added"))
        #expect(try command.run("register").out.contains("2 documents"))
        #expect(try command.run("build", file, other).status == 0)
        let shared = try command.run("shared", "--format", "json").json()
        #expect(shared.map { $0["id"] as? String } == ["kst-30821-230"])
        #expect(shared.map { $0["title"] as? String } == ["Weerbaarheid van de dijken"])
        let page = try command.run("show", "2024D99999").out
        #expect(
            page.contains("30 821, nr. 230 — Weerbaarheid van de dijken") && page.contains("also written 2024D99999"))
    }

    /// A page of the Tweede Kamer's open data; rows that were deleted say nothing.
    @Test func pagesOfOpenDataAreTaken() throws {
        let page = """
            {"value": [
              {"DocumentNummer": "2024D99999", "Soort": "Motie", "Onderwerp": "Motie over dijken", "Datum": "2024-05-03T00:00:00+02:00",
               "Aanhangselnummer": null, "Verwijderd": false, "HuidigeDocumentVersie": {"ExterneIdentifier": "kst-30821-230"}},
              {"DocumentNummer": "2024D99998", "Soort": "Antwoord schriftelijke vragen", "Onderwerp": "Antwoord over sluizen",
               "Datum": "2024-05-04T00:00:00+02:00", "Aanhangselnummer": "232401244", "Verwijderd": false},
              {"DocumentNummer": null, "Verwijderd": true}
            ]}
            """
        let update = try command.run("register", "update", command.write(page, "page.json"))
        #expect(update.out.contains("2 lines added"))
        #expect(try command.run("top").out.contains("30 821, nr. 230 — Motie over dijken"))
        let other = try command.write("Vraag 1\nA?\nAntwoord 1\nZie 2024D99998.\n", "b.txt")
        _ = try command.run("build", other)
        #expect(try command.run("show", "ah-tk-20232024-1244").out.contains("Antwoord over sluizen"))
        let wrong = try command.write("{\"a\": 1}", "wrong.json")
        #expect(try command.run("register", "update", wrong).err.contains("wrong.json, line 1: it is JSON, but"))
    }

    @Test func idsThatSayNothingAreCounted() throws {
        let ids = try command.write("kst-36522-11\nkst-1259252\n", "ids.txt")
        let result = try command.run("register", "update", ids)
        #expect(result.out.contains("1 line added"))
        #expect(result.err.contains("1 line left out") && result.err.contains("line 2: kst-1259252"))
    }

    @Test func packedFilesAreUnpacked() throws {
        let plain = try command.write(
            "document\tofficial\tkind\tdate\ttitle\n2024D99999\tkst-30821-230\tMotie\t2024-05-03\tMotie over dijken\n",
            "documents.tsv")
        for program in ["gzip", "xz"] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [program, "-kf", plain]
            guard (try? process.run()) != nil else { continue }
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { continue }
            let packed = plain + (program == "xz" ? ".xz" : ".gz")
            #expect(try command.run("register", "update", packed).out.contains("1 line added"), "\(program)")
            #expect(try command.run("top").out.contains("30 821, nr. 230 — Motie over dijken"))
        }
    }

    @Test(arguments: [
        "2024D9999\t\tMotie\t2024-05-03\tA", "2024D99999\t30821-230\tMotie\t2024-05-03\tA",
        "2024D99999\t\tMotie\t3 mei 2024\tA", "2024D99999\t\tMotie\t2024-05-03",
    ]) func aWrongDocumentIsNamedWithItsLine(_ row: String) throws {
        let wrong = try command.write("document\tofficial\tkind\tdate\ttitle\n\(row)\n", "wrong.tsv")
        let result = try command.run("register", "update", wrong)
        #expect(result.status == 2 && result.err.contains("wrong.tsv, line 2: "))
    }

    @Test func itSaysFromWhenItIs() throws {
        #expect(try command.run("register").out.contains("late 2025"))
        #expect(try command.run("register", "--store", "/nowhere/s.sqlite").out.contains("built in"))
    }

    @Test func aNewerOneIsTakenAndForgotten() throws {
        #expect(try slips().count == 1)
        let newer = try command.write(
            "dossier\taddition\thighest\ttitle\n36522\t\t14\tNieuw\n30821\t\t400\tVeiligheid\n", "new.tsv")
        #expect(try command.run("register", "update", newer, "--as-of", "mei 2026").status == 0)
        #expect(try slips().isEmpty)
        #expect(try command.run("top").out.contains("30 821, nr. 230 — Veiligheid"))
        #expect(try command.run("register").out.contains("2 dossiers, mei 2026"))
        // Letters are read anew with it, and it stays.
        #expect(try command.run("build", file).lines[0] == "1 letter read, 0 unchanged")
        #expect(try command.run("build", file).lines[0] == "0 letters read, 1 unchanged")
        #expect(try slips().isEmpty)
        let nothing = try command.write("", "nothing.txt")
        #expect(try command.run("register", "update", nothing).status == 0)
        #expect(try slips().count == 1)
        let ids = try command.write("kst-36522-11\nkst-36522-12\n", "ids.txt")
        #expect(try command.run("register", "update", ids).status == 0)
        #expect(try slips().isEmpty)
    }

    @Test func whatIsWrongIsNamedWithItsLine() throws {
        let wrong = try command.write("kst-36522-12\nonzin\n", "wrong.txt")
        let refused = try command.run("register", "update", wrong)
        #expect(refused.status == 2)
        #expect(refused.err.contains("wrong.txt, line 2: “onzin” is not an identifier"))
        let packed = try command.write([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "ids.txt.xz")
        #expect(try command.run("register", "update", packed).err.contains("cannot be unpacked"))
        #expect(try command.run("register", "update", "/nowhere/x").status == 2)
        #expect(try slips().count == 1)
    }

    /// A letter of the Aanhangsel that says neither its day nor its subject, in a newer register.
    @Test func itSaysWhatALetterLacks() throws {
        let other = try command.write("ah-tk-20252026-4600\n\nVraag 1\nA?\nAntwoord 1\nJa.\n", "b.txt")
        _ = try command.run("build", other)
        #expect(try command.run("letters", "--format", "json").json().last?["date"] as? String == nil)
        let rows =
            "document\tofficial\tkind\tdate\ttitle\n2025D40000\tah-tk-20252026-4600\tAntwoord schriftelijke vragen\t"
            + "2025-09-24\tAntwoord op vragen van het lid Dijk over sluizen in Zeeland\n"
        _ = try command.run("register", "update", command.write(rows, "documents.tsv"))
        _ = try command.run("build", other)
        let letter = try #require(command.run("letters", "--format", "json").json().last)
        #expect(letter["date"] as? String == "2025-09-24" && letter["subject"] as? String == "sluizen in Zeeland")
        let page = try command.run("show", "b").out
        #expect(page.contains("answered   2025-09-24") && page.contains("subject    sluizen in Zeeland"))
    }

    /// A letter cited by its date is the one of that day that the register has.
    @Test func aLetterByItsDateIsTheOneInTheRegister() throws {
        let other = try command.write(
            "Vraag 1\nA?\nAntwoord 1\nZie mijn brief van 3 mei 2024 over versterking van dijken.\n", "b.txt")
        let rows = ["2024D99999\tkst-30821-230", "2024D99998\t"].map { "\($0)\tBrief regering\t2024-05-03\t" }
        let head = "document\tofficial\tkind\tdate\ttitle\n"
        let one = try command.write("\(head)\(rows[0])Versterking dijken\n\(rows[1])Sluizen\n", "one.tsv")
        _ = try command.run("register", "update", one)
        _ = try command.run("build", file, other)
        #expect(try command.run("shared", "--format", "json").json().map { $0["id"] as? String } == ["kst-30821-230"])
        #expect(try command.run("show", "kst-30821-230").out.contains("also written dated:2024-05-03"))
        let two = try command.write("\(head)\(rows[1])Sterke dijken: versterking in 2024\n", "two.tsv")
        _ = try command.run("register", "update", two)
        _ = try command.run("build", file, other)
        #expect(try command.run("shared", "--format", "json").json().isEmpty)
        #expect(try command.run("check").out.contains("2024D99998"))
    }

    /// Nothing is corrected but by the user.
    @Test func correctionsDecide() throws {
        #expect(try command.run("top", "--format", "json").out.contains("kst-36522-12"))
        let fix = try command.write("a\t*\tkst-36522-12\tkst-36552-12\n", "fix.tsv")
        _ = try command.run("build", file, "--corrections", fix)
        #expect(try slips().isEmpty)
        #expect(try command.run("show", "kst-36552-12").out.contains("corrected from kst-36522-12"))
    }
}
