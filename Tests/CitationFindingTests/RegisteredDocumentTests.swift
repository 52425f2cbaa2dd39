import DossierRegister
import Testing

/// What a register keeps of a document, and from where.
@Suite struct RegisteredDocumentTests {
    private static let columns = "document\tofficial\tkind\tdate\ttitle"
    private static let plain = "2024D99999\tkst-30821-209\tBrief regering\t2024-05-03\tDijken"

    private func register(_ texts: String...) throws -> Register {
        var draft = RegisterDraft()
        for text in texts { try draft.add(text) }
        return Register.builtIn.adding(draft.text(from: "mei 2024"))
    }

    @Test func aListMayNameTheSender() throws {
        let rows =
            "\(Self.columns)\tsender\n\(Self.plain)\tminister van  Defensie\n2024D99998\t\tMotie\t2024-05-03\tB\t\n"
        let known = try register(rows)
        #expect(known.document("kst-30821-209")?.sender == "minister van Defensie")
        #expect(known.document("2024D99999")?.title == "Dijken")
        #expect(known.document("2024D99998")?.sender == nil)
        #expect(try register("\(Self.columns)\n\(Self.plain)\n").document("2024D99999")?.sender == nil)
    }

    @Test(arguments: ["\(columns)\tsender\n\(plain)\n", "\(columns)\n\(plain)\tminister\n"])
    func aRowHasTheColumnsOfItsHead(_ rows: String) {
        var draft = RegisterDraft()
        #expect(throws: RegisterDraft.Fault.self) { try draft.add(rows) }
    }

    /// A row of the open data as it comes with `$expand=DocumentActor`.
    @Test func openDataNamesWhoSigned() throws {
        func actor(_ relation: String, _ more: String) -> String { "{\"Relatie\": \"\(relation)\", \(more)}" }
        let actors = [
            actor("Mede ondertekenaar", "\"ActorNaam\": \"B. Jansen\", \"Functie\": \"staatssecretaris van Defensie\""),
            actor("Eerste ondertekenaar", "\"ActorNaam\": \"A. Pietersen\", \"Functie\": \"minister van Defensie\""),
            actor("Voortouwcommissie", "\"ActorNaam\": \"vaste commissie voor Defensie\""),
            actor("Eerste ondertekenaar", "\"ActorNaam\": \"C. Klaassen\", \"Verwijderd\": true"),
        ]
        let page = """
            [{"DocumentNummer": "2024D99999", "Soort": "Brief regering", "Onderwerp": "Dijken", "Datum": "2024-05-03T00:00:00+02:00",
              "DocumentActor": [\(actors.joined(separator: ", "))]},
             {"DocumentNummer": "2024D99998", "Soort": "Motie", "Onderwerp": "B", "Datum": "2024-05-03T00:00:00+02:00",
              "DocumentActor": null}]
            """
        let known = try register(page)
        #expect(
            known.document("2024D99999")?.sender
                == "minister van Defensie (A. Pietersen); staatssecretaris van Defensie (B. Jansen)")
        #expect(known.document("2024D99998")?.sender == nil)
    }

    /// A register made before senders were kept, and a page that says less than what is known.
    @Test func whatIsKnownStays() throws {
        let old =
            "#as-of\t2023\nd:2024D99999\t0\tkst-30821-209 2024-05-03 Brief regering\tDijken\nk:kst-30821-209\t0\t2024D99999\t\n"
        let known = Register.builtIn.adding(old)
        #expect(known.document("kst-30821-209")?.title == "Dijken")
        #expect(known.document("2024D99999")?.sender == nil)
        let lesser = "\(Self.columns)\n2024D99999\t\tBrief regering\t2024-05-04\tSterkere dijken\n"
        var draft = RegisterDraft(text: old)
        try draft.add("\(Self.columns)\tsender\n\(Self.plain)\tminister van Defensie\n")
        try draft.add(lesser)
        let newer = Register.builtIn.adding(draft.text(from: "2024")).document("kst-30821-209")
        #expect(newer?.title == "Sterkere dijken" && newer?.date == "2024-05-04")
        #expect(newer?.sender == "minister van Defensie" && newer?.official == "kst-30821-209")
        #expect(RegisterDraft(text: draft.text(from: "x")).text(from: "x") == draft.text(from: "x"))
    }

    /// A motion that comes with kvgraph, in a newer register that lacks its id.
    @Test func aNewerRegisterAddsToTheOneBuiltIn() throws {
        let motion = try #require(Register.builtIn.document("kst-36600-13"))
        let newer = try register("\(Self.columns)\n\(motion.number)\t\tMotie\t\(motion.date)\tNieuwe titel\n")
        let known = try #require(newer.document(motion.number))
        #expect(known.official == "kst-36600-13" && known.title == "Nieuwe titel" && known.kind == "Motie")
        #expect(newer.officialID(ofDocument: motion.number) == "kst-36600-13")
    }
}
