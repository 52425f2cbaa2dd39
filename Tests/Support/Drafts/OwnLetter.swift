import Foundation

/// The letters that the project writes itself, with every citation that they hold. Who asks and answers in them, and what
/// about, is made up; what they cite could be.
public struct OwnLetter: Sendable {
    public let name: String
    public let draft: LetterDraft
    /// Unit, id, and the note that cites it.
    public let citations: [(unit: String, id: String, note: Int?)]

    /// Whether a note is called at several places.
    public var callsTwice: Bool {
        let calls = draft.paragraphs.joined().count { if case .note = $0 { true } else { false } }
        return calls > draft.notes.count
    }

    public static let all = [sluice, severalNotes, noteCalledTwice, long(1)]

    /// Each in a file of another format, in `.build/own-letters`, for what reads files.
    public static let files: [URL] = {
        let folder = Repository.file(".build/own-letters")
        let formats = ["docx", "pdf", "html", "xml"].compactMap { suffix in
            DraftFormat.all.first { $0.suffix == suffix }
        }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return zip(all, formats).compactMap { letter, format in
            let file = folder.appending(path: "\(letter.name).\(format.suffix)")
            return (try? Data(format.write(letter.draft)).write(to: file, options: .atomic)).map { file }
        }
    }()

    /// Notes in questions and answers, a joint answer, citations beside markers.
    static let sluice = OwnLetter(
        name: "sluis",
        draft: LetterDraft(
            """
            Antwoord van Minister De Boer (Infrastructuur en Waterstaat) op vragen van het lid Jansma (D66) over de sluis bij Oudewaal (ingezonden 3 mei 2024, kenmerk 2024Z08123), ontvangen 4 juni 2024.

            Vraag 1
            Kent u het bericht «Sluis bij Oudewaal wekenlang dicht»?{1}

            Antwoord 1
            Ja. Daarover schreef ik uw Kamer een brief.{2} Die is ook aan de schippers gestuurd.

            Vraag 2
            Deelt u de zorg van schippers dat de omleiding te lang duurt?

            Vraag 3
            Hoeveel schepen varen nu om, en wat stond daarover in eerdere antwoorden?{3}

            Antwoord 2 en 3
            De omleiding duurt gemiddeld vier uur. Zie ook het antwoord op vraag 1 en Kamerstuk 36 410 A, nr. 59.
            De beheerder telt de schepen elke week{4} en meldt wat hij ziet.

            Vraag 4
            Wanneer gaat de sluis weer open?

            Antwoord 4
            In het najaar, zoals in de voortgangsrapportage staat.{5}

            {1} Oudewaalse Courant, 2 mei 2024, https://www.oudewaalsecourant.nl/nieuws/sluis-dicht
            {2} Kamerstuk 31 305, nr. 412
            {3} Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1204
            {4} Kamerstukken II 2023/24, 36 410 A, nr. 61
            {5} Kamerstuk 31 305, nr. 431, p. 12
            """),
        citations: [
            ("preamble", "2024Z08123", nil), ("Q1", "https://www.oudewaalsecourant.nl/nieuws/sluis-dicht", 1),
            ("A1", "kst-31305-412", 2), ("Q3", "ah-tk-20232024-1204", 3), ("A2+3", "#A1", nil),
            ("A2+3", "kst-36410-A-59", nil), ("A2+3", "kst-36410-A-61", 4), ("A4", "kst-31305-431", 5),
        ])

    /// Several notes called at one place.
    static let severalNotes = OwnLetter(
        name: "zwembad",
        draft: LetterDraft(
            """
            Antwoord van Minister De Boer (Volksgezondheid, Welzijn en Sport) op vragen van het lid Jansma (D66) over zwembaden (ingezonden 6 mei 2024), ontvangen 7 juni 2024.

            Vraag 1
            Kent u de berichten over zwembaden die sluiten?{1}{2}

            Antwoord 1
            Ja. Gemeenten gaan over hun eigen zwembaden.{3}

            Vraag 2
            Wat doet u voor dorpen waar geen zwembad overblijft?

            Antwoord 2
            Daarvoor is een regeling gemaakt.{4}{5} Die loopt nog twee jaar.

            {1} Dorpsblad Kerkzicht, 3 mei 2024, https://www.dorpsbladkerkzicht.nl/zwembad
            {2} Oudewaalse Courant, 4 mei 2024, https://www.oudewaalsecourant.nl/nieuws/zwembad
            {3} Kamerstuk 30 234, nr. 371
            {4} Kamerstuk 30 234, nr. 380
            {5} Kamerstukken II 2022/23, 30 234, nr. 377
            """),
        citations: [
            ("Q1", "https://www.dorpsbladkerkzicht.nl/zwembad", 1),
            ("Q1", "https://www.oudewaalsecourant.nl/nieuws/zwembad", 2), ("A1", "kst-30234-371", 3),
            ("A2", "kst-30234-380", 4), ("A2", "kst-30234-377", 5),
        ])

    /// A note that belongs to each unit that calls it.
    static let noteCalledTwice = OwnLetter(
        name: "veerpont",
        draft: LetterDraft(
            """
            Antwoord van Minister De Boer (Infrastructuur en Waterstaat) op vragen van het lid Jansma (D66) over een veerpont (ingezonden 8 mei 2024), ontvangen 9 juni 2024.

            Vraag 1
            Wat vindt u van het plan voor een nieuwe veerpont?{1}

            Antwoord 1
            Het past bij het beleid voor kleine veren.{2}

            Vraag 2
            Wie betaalt de veerpont?

            Antwoord 2
            De provincie, die het plan heeft gemaakt.{1}

            {1} Provincie Rijnland, https://www.rijnlandsprovincie.nl/plan-veerpont.pdf
            {2} Kamerstuk 31 305, nr. 398
            """),
        citations: [
            ("Q1", "https://www.rijnlandsprovincie.nl/plan-veerpont.pdf", 1), ("A1", "kst-31305-398", 2),
            ("A2", "https://www.rijnlandsprovincie.nl/plan-veerpont.pdf", 1),
        ])
}
