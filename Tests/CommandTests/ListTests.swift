import Foundation
import Support
import Testing

/// Lists of the five letters, from the real binary.
@Suite struct ListTests {
    private let command: Command

    init() throws {
        command = try Command()
        let built = try command.run("build", "seeds")
        #expect(built.status == 0)
        #expect(built.lines.first == "5 letters read, 0 unchanged")
    }

    private func ids(_ arguments: String...) throws -> [String] {
        try command.run(arguments + ["--format", "json"]).json().compactMap { $0["id"] as? String }
    }

    @Test func topPutsWhatTwoLettersCiteFirst() throws {
        let rows = try command.run("top", "--format", "json").json()
        #expect(
            Set(rows.prefix(3).compactMap { $0["id"] as? String }) == ["kst-35165-97", "kst-35165-86", "kst-35165-61"])
        #expect(rows.prefix(3).allSatisfy { $0["letters"] as? Int == 2 })
        #expect(
            rows.allSatisfy {
                Set($0.keys) == ["id", "kind", "label", "letters", "answers", "citations", "url", "title", "doubt"]
            })
        let dossiers = try command.run("top", "--sources", "dossiers", "--format", "json").json()
        #expect(Set(dossiers.prefix(2).compactMap { $0["id"] as? String }) == ["dossier-30821", "dossier-35165"])
        #expect(dossiers.prefix(2).allSatisfy { $0["letters"] as? Int == 3 })
        #expect(try ids("top", "--by", "citations").first == "kst-30821-230")
        #expect(try Set(ids("top", "--by", "pagerank")) == Set(ids("top", "--by", "letters")))
        #expect(
            try ids("top", "--kind", "report,url", "--limit", "2") == [
                "report:aivd-jaarverslag-2024", "report:dreigingsbeeld-statelijke-actoren-2025",
            ])
        #expect(try ids("top", "--kind", "zaak").isEmpty, "a letter's own kenmerk is no citation")
        #expect(try ids("top", "--kind", "url", "--in", "questions").count == 6)
    }

    /// `36522, nr. 12` is almost surely `36552, nr. 12`: said wherever it stands, and corrected nowhere.
    @Test func whatIsDoubtedIsMarkedWhereItStands() throws {
        let (label, doubted, likely) = ("36 522, nr. 12", "kst-36522-12", "kst-36552-12")
        for command in [["top"], ["shared", "--min-letters", "1"]] {
            let table = try self.command.run(command).lines
            #expect(table.contains { $0.contains(" \(label) ? — Verdrag") })
            #expect(!table.contains { $0.contains("36 552, nr. 12 ?") })
            let rows = try self.command.run(command + ["--format", "json"]).json()
            let row = try #require(rows.first { $0["id"] as? String == doubted })
            #expect(row["label"] as? String == label && row["doubt"] as? String == likely)
            #expect(rows.filter { !($0["doubt"] is NSNull) }.count == 1)
            let csv = try self.command.run(command + ["--format", "csv"]).lines
            #expect(csv[0].hasSuffix(",doubt") && csv.contains { $0.hasPrefix(doubted) && $0.hasSuffix("," + likely) })
        }
        // As tables call it.
        let shown = try command.run("show", "\(label) ? — Verdrag")
        #expect(shown.lines[0].hasPrefix("\(label) ? — Verdrag"))
        #expect(shown.out.contains("  doubt  perhaps \(likely): see kvgraph check\n"))
        #expect(try command.run("show", doubted, "--format", "json").json().first?["doubt"] as? String == likely)
        #expect(try command.run("show", "002_d81b6e9e41b7345c").out.contains("  \(label) ? — Verdrag"))
        // Where letters share it, coupled says so too.
        let text = "Vraag 1\nA?\nAntwoord 1\nZie Kamerstuk 36 522, nr. 12.\n"
        _ = try command.run("build", try command.write(text, "a.txt"), try command.write(text, "b.txt"))
        #expect(try command.run("coupled", "a").lines.contains { $0.hasSuffix(" \(label) ?") })
        let page = try command.run("render", "--html", "-o", "-").out
        #expect(page.contains("\"doubt\":\"\(likely)\"") && page.contains("\"label\":\"\(label) ? — Verdrag"))
    }

    @Test func sharedNamesTheLettersToo() throws {
        let rows = try command.run("shared", "--format", "json").json()
        #expect(
            Set(rows.compactMap { $0["id"] as? String }) == [
                "kst-35165-97", "kst-35165-86", "kst-35165-61", "report:dreigingsbeeld-statelijke-actoren-2025",
                "report:aivd-jaarverslag-2024",
            ])
        let first = try #require(rows.first { $0["id"] as? String == "kst-35165-97" })
        #expect(first["cited_by"] as? [String] == ["002_d81b6e9e41b7345c", "004_04a565f97d7382c9"])
        #expect(try ids("shared", "--min-letters", "3").isEmpty)
    }

    @Test func coupledSaysWhichLettersLeanOnTheSame() throws {
        let rows = try command.run("coupled", "--format", "json").json()
        #expect(rows.first?["a"] as? String == "002_d81b6e9e41b7345c")
        #expect(rows.first?["b"] as? String == "004_04a565f97d7382c9")
        #expect(rows.first?["strength"] as? Double == 2)
        #expect(rows.first?["shared"] as? [String] == ["kst-35165-86", "kst-35165-97"])
        for measure in ["count", "jaccard", "salton", "association", "weighted"] {
            #expect(try command.run("coupled", "--measure", measure, "--format", "jsonl").lines.count == 4)
        }
        #expect(try command.run("coupled", "001_9ccd9e48aebc7e54", "--format", "jsonl").lines.count == 1)
        #expect(try command.run("coupled", "nobody").status == 2)
        let help = try command.run("coupled", "--help").out
        for formula in [
            "count: c,", "jaccard: c / (a + b - c)", "salton: c / sqrt(a * b)", "association: c / (a * b)", "ln(N / n)",
        ] {
            #expect(help.contains(formula), "\(formula)")
        }
    }

    /// Of a kind, of a weight, of both; `--strict` asks about what is listed.
    @Test func checkListsWhatIsAskedFor() throws {
        func rows(_ options: String...) throws -> [[String: Any]] {
            try command.run(["check", "--format", "json"] + options).json()
        }
        let all = try rows()
        for (key, option, names) in [
            ("code", "--kind", ["odd-year", "near-miss,odd-year"]),
            ("severity", "--severity", ["warning", "note", "error,note"]),
        ] {
            for name in names {
                let wanted = all.filter { row in name.split(separator: ",").contains { $0 == row[key] as? String ?? "" }
                }
                #expect(try rows(option, name).count == wanted.count, "\(option) \(name)")
            }
        }
        #expect(
            try !rows("--kind", "odd-year", "--severity", "warning").isEmpty
                && rows("--kind", "odd-year", "--severity", "note").isEmpty)
        #expect(try command.run("check", "--strict", "--severity", "error").status == 0)
        for options in [["--kind", "odd"], ["--severity", "bad"], ["--kind", ","]] {
            #expect(try command.run(["check"] + options).status == 64)
        }
    }

    @Test func checkSaysWhatMayBeASlip() throws {
        let rows = try command.run("check", "--format", "json").json()
        let first = try #require(rows.first)
        #expect(first["code"] as? String == "near-miss")
        #expect(first["suggestion"] as? String == "kst-36552-12")
        #expect((first["message"] as? String)?.contains("one digit away, cited by another letter") == true)
        #expect(
            rows.allSatisfy {
                Set($0.keys) == ["code", "severity", "letter", "line", "message", "suggestion", "suggestions"]
            })
        #expect(rows.dropFirst().allSatisfy { $0["suggestion"] is NSNull })
        #expect(try command.run("check", "--strict").status == 1)
    }

    @Test func showKnowsSourcesAndLetters() throws {
        let letter = try #require(try command.run("show", "003_75ac4845d33f72dd", "--format", "json").json().first)
        #expect(letter["answered"] as? String == "2025-07-07")
        #expect(letter["ministers"] as? [String] == ["Uitermark (Binnenlandse Zaken en Koninkrijksrelaties)"])
        #expect(letter["questions"] as? [Int] == Array(1...10))
        #expect(letter["footnotes"] as? Int == 14)
        #expect(try command.run("show", "seeds/003_75ac4845d33f72dd.txt").status == 0)
        #expect(try command.run("show", "35 165, nr. 97").out.contains("cited  3 times, in 2 letters"))
        #expect(try command.run("show", "35165").out.contains("dossier-35165"))
        #expect(try command.run("show", "kst-1-1").status == 2)
        // SQLite refuses patterns of this length.
        #expect(try command.run("show", String(repeating: "a", count: 60_000)).status == 2)
        // As tables call them, and by a letter's own number.
        for called in ["BZK 12 mrt 2026", "seeds/004_04a565f97d7382c9", "004_04a565f97d7382c9.txt"] {
            #expect(try command.run("show", called).out.contains("letter     004_04a565f97d7382c9"), "\(called)")
        }
        #expect(try command.run("show", "2025Z11547").out.contains("letter     003_75ac4845d33f72dd"))
        #expect(try command.run("show", "AIVD jaarverslag 2024").out.contains("report:aivd-jaarverslag-2024"))
        #expect(try command.run("show", "75ac").err.contains("did you mean 003_75ac4845d33f72dd?"))
        let notes = try #require(letter["notes"] as? [[String: Any]])
        #expect(notes.count == 14 && notes.allSatisfy { ($0["text"] as? String)?.isEmpty == false })
        #expect((letter["units"] as? [[String: Any]])?.first?["unit"] as? String == "preamble")
    }

    @Test func everyCitationInANoteHasTheSentenceOfItsMarker() throws {
        for letter in try command.run("letters", "--format", "json").json() {
            let name = try #require(letter["letter"] as? String)
            let page = try #require(try command.run("show", name, "--format", "json").json().first)
            for citation in try #require(page["citations"] as? [[String: Any]]) where citation["footnote"] is String {
                #expect((citation["context"] as? String)?.isEmpty == false, "\(citation)")
            }
        }
    }

    @Test func aTerminalGetsNoOrdersFromALetter() throws {
        let other = try Command()
        let file = try other.write(
            "Vraag 1\nA?\nAntwoord 1\nZie \u{1B}]0;x\u{07} \u{202E}Kamerstuk\u{9B}31m 35 165, nr. 97.\n",
            "a\u{1B}[31m.txt")
        let built = try other.run("build", file, file + "x")
        let shown = try other.run("show", "kst-35165-97")
        for text in [built.out, built.err, shown.out, try other.run("letters").out, try other.run("check").out] {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
            #expect(!text.contains("\u{202E}"))
        }
    }

    @Test func csvAndJsonLinesSayTheSame() throws {
        let csv = try command.run("top", "--format", "csv")
        #expect(csv.lines.first == "id,letters,answers,citations,kind,label,url,title,doubt")
        #expect(csv.lines.contains { $0.hasPrefix("kst-35165-97,2,3,3,kamerstuk,\"35 165, nr. 97\",") })
        #expect(try command.run("top", "--format", "jsonl").lines.count == csv.lines.count - 1)
        #expect(try command.run("letters", "--party", "CDA", "--format", "csv").lines.count == 3)
    }

    @Test func aNarrowTerminalGetsANarrowTable() throws {
        for arguments in [["top", "--kind", "all"], ["shared"], ["coupled"], ["letters"], ["check"]] {
            let result = try command.run(arguments, environment: ["COLUMNS": "60"])
            #expect(result.lines.allSatisfy { $0.count <= 60 }, "\(arguments)")
            let names = ["top": "35 165, nr. 97", "letters": "004_04a565f97d7382c9", "check": "002_d81b6e9e41b7345c"]
            if let name = names[arguments[0]] { #expect(result.out.contains(name), "names stay whole") }
            #expect(result.lines.count > 2)
        }
    }
}
