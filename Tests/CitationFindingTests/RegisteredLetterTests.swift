import CitationFinding
import DossierRegister
import LetterFormats
import LetterReading
import Testing

/// Letters cited by their date, and the documents of a register that they are.
@Suite struct RegisteredLetterTests {
    /// Rows as the Tweede Kamer's open data has them.
    private static let rows: [(number: String, kind: String, day: String, title: String, more: String)] = [
        (
            "2023D00001", "Brief regering", "2023-05-12", "Versterking van de dijken langs de Waal",
            official("kst-30821-209")
        ),
        ("2023D00002", "Brief regering", "2023-05-12", "Uitstel toezending versterking dijken", ""),
        ("2023D00003", "Motie", "2023-05-12", "Motie van het lid A over sluizen en bruggen in Zeeland", ""),
        ("2023D00004", "Bijlage", "2023-05-12", "Beslisnota bij Kamerbrief sluizen en bruggen in Zeeland", ""),
        ("2023D00005", "Convocatie commissieactiviteit", "2023-05-12", "Convocatie sluizen en bruggen", ""),
        ("2023D00006", "Brief regering", "2023-05-13", "Sluizen en bruggen in Zeeland", ""),
        ("2023D00007", "Brief regering", "2023-06-01", "Bezetting van vliegbases", signed("minister van Defensie")),
        ("2023D00008", "Brief regering", "2023-06-02", "Tekort aan leraren in de basisschool", ""),
        ("2023D00009", "Brief regering", "2023-06-02", "Leraren en basisschool: stand van zaken", ""),
        ("2023D00010", "Brief regering", "2023-06-03", "Schiphol", ""),
        ("2023D00011", "Brief Algemene Rekenkamer", "2023-06-04", "Aanbevelingen toezicht woningbouw", ""),
        ("2023D00012", "Brief regering", "2023-06-05", "Beslisnota bij brief wachtlijsten jeugdzorg", ""),
        ("2023D00013", "Brief regering", "2023-06-06", "Rapport 'Zicht op zorg'", ""),
    ]

    private static func official(_ id: String) -> String {
        ", \"HuidigeDocumentVersie\": {\"ExterneIdentifier\": \"\(id)\"}"
    }

    private static func signed(_ office: String) -> String {
        ", \"DocumentActor\": [{\"Relatie\": \"Eerste ondertekenaar\", \"Functie\": \"\(office)\"}]"
    }

    private static let finder: CitationFinder = {
        let page = rows.map {
            "{\"DocumentNummer\": \"\($0.number)\", \"Soort\": \"\($0.kind)\", \"Datum\": \"\($0.day)T00:00:00+02:00\", "
                + "\"Onderwerp\": \"\($0.title)\", \"Verwijderd\": false\($0.more)}"
        }
        var draft = RegisterDraft()
        _ = try? draft.add("[\(page.joined(separator: ", "))]")
        return CitationFinder(register: Register.builtIn.adding(draft.text(from: "2023")))
    }()

    private func find(_ answer: String) throws -> Findings {
        let head = "Antwoord van Minister Ollongren (Defensie)\n\n"
        let text = head + "Vraag 1\nKent u dit?\nAntwoord 1\n\(answer)\n"
        return Self.finder.find(in: try LetterReader.read(Array(text.utf8), name: "a", file: "a.txt"))
    }

    private func papers(_ answer: String) throws -> [String] {
        try find(answer).citations.filter { $0.source.kind.name == "dated" }.map { dated in
            #expect(dated.sameAs == dated.resolvesTo)
            return dated.resolvesTo?.id ?? "-"
        }
    }

    /// Each hit beside a near miss.
    @Test(arguments: [
        ("In mijn brief van 12 mei 2023 over de versterking van dijken langs de Waal staat dit.", "kst-30821-209"),
        ("In mijn brief van 11 mei 2023 over de versterking van dijken langs de Waal staat dit.", "-"),
        ("In mijn brief van 12 mei 2023 over de versterking van de kust staat dit.", "-"),
        ("In mijn brief van 12 mei 2023 staat hoe de dijken langs de Waal versterking krijgen.", "-"),
        ("Zie de Kamerbrief van 12 mei 2023 inzake het uitstel van de versterking van dijken.", "2023D00002"),
        ("Zie de Kamerbrief van 12 mei 2023, betreffende dijken langs de Waal.", "kst-30821-209"),
        (
            "Met de brief van 12 mei 2023 heb ik uw Kamer geïnformeerd over versterking van dijken bij Tiel.",
            "kst-30821-209"
        ),
        // No letters: a motion, a note for the decision, a convocation.
        ("Zie de brief van 12 mei 2023 over sluizen en bruggen in Zeeland.", "-"),
        ("Zie de brief van 13 mei 2023 over sluizen en bruggen in Zeeland.", "2023D00006"),
        ("Zie de brief van 5 juni 2023 over wachtlijsten in de jeugdzorg.", "-"),
        // The sender.
        ("Zie mijn brief van 1 juni 2023 over de bezetting van vliegbases.", "2023D00007"),
        ("Zie de brief van 1 juni 2023 over de bezetting van vliegbases.", "2023D00007"),
        ("Zie de brief van de minister van Defensie van 1 juni 2023 over de bezetting van vliegbases.", "2023D00007"),
        ("Zie de brief van de staatssecretaris van Financiën van 1 juni 2023 over de bezetting van vliegbases.", "-"),
        ("Zie de brief van 1 juni 2023 van de minister van Financiën over de bezetting van vliegbases.", "-"),
        ("Zie de brief van de burgemeester van 13 mei 2023 over sluizen en bruggen in Zeeland.", "-"),
        ("Zie een brief van 13 mei 2023 over sluizen en bruggen in Zeeland.", "-"),
        ("Zie de brief van de Algemene Rekenkamer van 4 juni 2023 over toezicht op woningbouw.", "2023D00011"),
        ("Zie mijn brief van 4 juni 2023 over toezicht op woningbouw.", "-"),
        // One word: a name, and none that any letter has.
        ("Zie de brief van 3 juni 2023 over Schiphol.", "2023D00010"),
        ("Zie de brief van 3 juni 2023 over luchtvaart.", "-"),
        ("Zie de brief van 1 juni 2023 over de bezetting.", "-"),
        // A title.
        ("Zie de Kamerbrief van 6 juni 2023 getiteld ‘Rapport Zicht op zorg’.", "2023D00013"),
        ("Zie de Kamerbrief van 6 juni 2023 («Zicht op zorg»).", "2023D00013"),
        ("Zie de Kamerbrief van 6 juni 2023 getiteld ‘Zorg op maat’.", "-"),
        // What stands beside it is worth more.
        ("Zie de brief van 12 mei 2023 (Kamerstuk 30 821, nr. 210) over dijken langs de Waal.", "kst-30821-210"),
    ]) func aLetterIsTheOneOfItsDayThatFits(_ answer: String, _ paper: String) throws {
        #expect(try papers(answer) == [paper], "\(answer)")
    }

    @Test func severalThatFitAreNamed() throws {
        let findings = try find("Zie de brief van 2 juni 2023 over leraren op de basisschool.")
        #expect(findings.citations.map(\.resolvesTo) == [nil])
        let doubt = try #require(findings.diagnostics.first { $0.code == .ambiguous })
        #expect(doubt.suggestions == ["2023D00008", "2023D00009"])
        #expect(
            doubt.message
                == "“brief van 2 juni 2023” may be 2023D00008 (Tekort aan leraren in de basisschool), or 2023D00009 (Leraren en "
                + "basisschool: stand van zaken): none was taken")
    }

    /// The same words again, without what the letter is about, are not taken for it: another letter of that day may be meant.
    @Test func itIsCitedAgain() throws {
        let answer = """
            Zie mijn brief van 12 mei 2023 over versterking van dijken langs de Waal. In de brief van 12 mei 2023 staat meer.
            Dat staat ook in de brief van 12 mei 2023 over het leger.
            """
        #expect(try papers(answer) == ["kst-30821-209", "-", "-"])
    }

    /// A note that an older version wrote has no days; it is written anew.
    @Test func anOlderRegisterIsWrittenAnew() {
        let old = "#as-of\tmei 2023\nd:2023D00001\t0\t- 2023-05-12 Brief regering\tVersterking van dijken\n"
        let new = RegisterDraft.current(old)
        #expect(new.contains("b:2023-05-12\t0\t2023D00001\t") && new.contains("#as-of\tmei 2023\n"))
        #expect(RegisterDraft.current(new) == new)
    }
}
