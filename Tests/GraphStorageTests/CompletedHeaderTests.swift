import CitationFinding
import DossierRegister
import GraphAnalysis
import GraphStorage
import LetterReading
import Testing

/// Letters of the Aanhangsel whose files do not say their day and subject: the register does.
@Suite struct CompletedHeaderTests {
    private static let questions = "Vraag 1\nKent u Kamerstuk 30 821, nr. 230?\nAntwoord 1\nJa.\n"
    /// An answer that comes with kvgraph.
    private static let number = "ah-tk-20242025-1159"

    /// A store with one letter, and how the letter and its graph have it.
    private func letter(_ head: String, register: String? = nil) throws -> StoredLetter {
        let fixture = try StoreFixture()
        let record = try fixture.record("\(head)\n\n\(Self.questions)", name: "a")
        if let register {
            try GraphStore(writing: fixture.path).write(catalogue: .builtIn) { try $0.use(register: register) }
        }
        let store = try fixture.write([record])
        let known = register.map(Register.builtIn.adding) ?? .builtIn
        let selection = GraphSelection()
        #expect(
            try store.graph(selection) == CitationGraph([(record.letter, record.findings)], selection, register: known))
        return try #require(try store.letters(named: "a").first)
    }

    @Test func theRegisterSaysWhatTheFileDoesNot() throws {
        let known = try letter(Self.number)
        #expect(known.answered == "2025-01-29")
        #expect(known.subject == "de mogelijke sluiting van Gezondheidscentrum Kanaleneiland")
        #expect(known.label.contains("29 jan 2025"))
    }

    @Test func whatTheFileSaysStays() throws {
        let dated = try letter("\(Self.number)\n\nAntwoord van Minister Agema (VWS) (ontvangen 28 januari 2025)")
        #expect(dated.answered == "2025-01-28")
        #expect(dated.subject?.contains("Kanaleneiland") == true)
    }

    /// A number that the register lacks, another letter of the same year, and a letter without a number.
    @Test(arguments: ["ah-tk-20242025-9159", "ah-tk-20092010-1159", ""]) func whatNobodyKnowsIsNotSaid(_ head: String)
        throws
    {
        let unknown = try letter(head)
        #expect(unknown.answered == nil && unknown.subject == nil)
    }

    @Test(arguments: [
        ("Antwoord op vragen van het lid Dijk over water over land", "water over land"),
        ("Uitstel beantwoording vragen van het lid Dijk inzake water", "water"),
        ("Antwoord op nog openstaande vraag", "Antwoord op nog openstaande vraag"),
        ("Ver over zee", "Ver over zee"), ("Antwoord over", "Antwoord over"),
    ]) func theSubjectIsWhatTheTitleNames(_ title: String, _ subject: String) throws {
        var draft = RegisterDraft()
        try draft.add(
            "document\tofficial\tkind\tdate\ttitle\n2025D99999\tah-tk-20242025-9159\tAntwoord\t2025-08-03\t\(title)\n")
        let known = try letter("ah-tk-20242025-9159", register: draft.text(from: "2025"))
        #expect(known.subject == subject && known.answered == "2025-08-03")
    }

    /// Two files of one letter are one, whichever comes first.
    @Test func twoFilesOfALetterAreOneInAnyOrder() throws {
        let heads = ["\(Self.number)\n\n2025Z00001", "2025Z00001\n\n(ontvangen 28 januari 2025)"]
        let counts = try [[0, 1], [1, 0]].map { order in
            let fixture = try StoreFixture()
            for index in order {
                try fixture.write([fixture.record("\(heads[index])\n\n\(Self.questions)", name: "l\(index)")])
            }
            return try GraphStore(reading: fixture.path).letters().count
        }
        #expect(counts[0] == counts[1])
    }
}
