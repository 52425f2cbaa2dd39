import CitationFinding
import DossierRegister
import Support
import Testing

/// What exists, and what cannot.
@Suite struct RegisterTests {
    private let register = Register.builtIn

    private func isImpossible(_ id: String, on date: String? = nil) -> Bool {
        if case .impossible = register.existence(of: id, citedOn: date) { return true }
        return false
    }

    @Test func dossiersHaveTitlesAndHighestNumbers() {
        #expect(register.title(of: "kst-30821-230") == "Nationale Veiligheid")
        #expect(register.title(of: "dossier-30821") == "Nationale Veiligheid")
        #expect(register.title(of: "kst-20082009-31145-C") == register.title(of: "dossier-31145"))
        #expect(register.title(of: "ah-tk-20232024-964") == nil)
        #expect(register.title(of: "https://x.nl/") == nil)
        #expect(register.highest(of: "kst-36522-12") == 1)
        #expect(register.existence(of: "kst-30821-230") == .known)
        #expect(register.existence(of: "kst-36600-VII-1") == .known)
    }

    @Test func whatCannotBeIsSaid() {
        #expect(
            register.existence(of: "kst-36522-12", citedOn: "2024-11-01")
                == .impossible("the last document of dossier 36522 is nr. 1"))
        #expect(register.existence(of: "kst-24950-3") == .impossible("no document of dossier 24950 is known"))
        #expect(isImpossible("ah-tk-20212022-9999"))
    }

    /// The register is never complete, and letters go on after it.
    @Test func whatIsNewerOrOlderThanTheRegisterIsNoError() {
        for id in [
            "kst-36754-1", "kst-37020-IX-40", "kst-36951-3", "dossier-36990", "ah-tk-20252026-1200", "kst-36800-VII-90",
            "kst-30821-331", "kst-19700-XV-2", "kst-5380-3", "kst-1268678", "kst-36706-AB", "2025Z11547",
            "kst-20012002-26855-16a",
        ] { #expect(!isImpossible(id), "\(id)") }
    }

    /// No false alarm on what was labelled by hand: only slips that were looked at are called impossible.
    @Test(
        arguments: ["Tests/Gold/seeds.tsv", "../shared/gold/letters.tsv", "../shared/gold/more-letters.tsv"]
            .filter { Repository.exists($0) })
    func labelledCitationsExist(_ table: String) throws {
        let gold = try GoldTable(table)
        let slips = Set(gold.rows.map(\.id).filter { isImpossible($0) })
        #expect(slips.subtracting(["kst-36522-12", "kst-32404-3532", "kst-29035-515"]) == [])
    }

    @Test func aNewerOneAddsToIt() throws {
        var draft = RegisterDraft()
        try draft.add("dossier\taddition\thighest\ttitle\r\n36522\t\t14\tNieuwe titel\n37100\tVII\t3\tBegroting\n")
        try draft.add("kst-36522-13\nkst-37101-1-b2\nkst-20012002-27585-266\nblg-1184123\nah-tk-20252026-12\n")
        let newer = register.adding(draft.text(from: "mei 2026"))
        #expect(newer.dates == ["mei 2026"] + register.dates)
        #expect(newer.title(of: "kst-36522-1") == "Nieuwe titel")
        #expect(newer.highest(of: "kst-36522-1") == 14)
        #expect(newer.existence(of: "kst-36522-12") == .unknown)
        #expect(newer.existence(of: "kst-37101-1") == .known)
        #expect(newer.title(of: "kst-37100-VII-1") == "Begroting")
        // A paper of the Eerste Kamer counts through the year: it is not the last of its dossier.
        #expect(newer.highest(of: "kst-27585-599") == 7)
        // A few dossiers say nothing of those beside them, and what was known stays.
        #expect(newer.existence(of: "kst-37050-3") == .unknown)
        #expect(newer.title(of: "kst-30821-230") == "Nationale Veiligheid")
        #expect(RegisterDraft(text: draft.text(from: "x")).text(from: "x") == draft.text(from: "x"))
    }

    @Test(arguments: [
        ("dossier\ttitle\n", 1), ("dossier\taddition\thighest\ttitle\n36522\t\tveel\tx\n", 2),
        ("dossier\taddition\thighest\ttitle\n\n365\t\t3\tx\n", 3), ("kst-1-1\n36 522, nr. 12\n", 2), ("", 1),
        ("# a comment\nkst\n", 2), ("dossier\taddition\thighest\ttitle\n36522\t-\t3\tx\n", 2),
        ("dossier\taddition\thighest\ttitle\n36522\t3\tx\n", 2),
    ])
    func aFaultNamesItsLine(_ text: String, _ line: Int) {
        var draft = RegisterDraft()
        let fault = #expect(throws: RegisterDraft.Fault.self) { try draft.add(text) }
        #expect(fault?.line == line)
    }
}
