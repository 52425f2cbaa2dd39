extension OwnLetter {
    /// A letter of many questions and several pages, another one for each number.
    public static func long(_ number: Int, questions: Int = 15) -> OwnLetter {
        var generator = SeededGenerator(UInt64(number))
        func pick(_ sentences: [String]) -> String {
            sentences[Int.random(in: 0..<sentences.count, using: &generator)]
        }
        var text =
            "Antwoord van Minister De Boer (Infrastructuur en Waterstaat) op vragen van het lid Jansma (D66) over "
            + "vaarwegen (ingezonden \(1 + number % 28) mei 2024), ontvangen \(1 + number % 27) juni 2024.\n\n"
        var notes: [String] = []
        var citations: [(unit: String, id: String, note: Int?)] = []
        func note(_ unit: String, _ id: String, _ words: String) -> String {
            notes.append("{\(notes.count + 1)} \(words)")
            citations.append((unit, id, notes.count))
            return "{\(notes.count)}"
        }
        for question in 1...questions {
            text += "Vraag \(question)\n\(pick(asked))"
            if question % 3 == 1 {
                let address = "https://www.oudewaalsecourant.nl/nieuws/\(number)/\(question)"
                text += note("Q\(question)", address, "Oudewaalse Courant, 2 mei 2024, \(address)")
            }
            let (inText, inNote) = (100 + question, 200 + question)
            text += "\n\nAntwoord \(question)\n\(pick(answered)) \(pick(answered))\n"
            text += "\(pick(citing)) Kamerstuk 31 305, nr. \(inText). \(pick(answered))"
            citations.append(("A\(question)", "kst-31305-\(inText)", nil))
            text += note("A\(question)", "kst-31409-\(inNote)", "Kamerstukken II 2023/24, 31 409, nr. \(inNote), p. 3")
            if question > 1 {
                text += " \(pick(referring)) het antwoord op vraag \(question - 1)."
                citations.append(("A\(question)", "#A\(question - 1)", nil))
            }
            text += "\n\(pick(answered))\n\n"
        }
        return OwnLetter(
            name: "vaarwegen-\(number)", draft: LetterDraft(text + notes.joined(separator: "\n")), citations: citations)
    }

    private static let asked = [
        "Hoe lang blijft deze vaarweg dicht voor schepen met een diepgang van meer dan twee meter?",
        "Kent u de klachten van schippers over het onderhoud van de oevers?",
        "Wie houdt bij hoeveel schepen er per week door de sluis gaan?",
        "Kunt u zeggen wanneer de baggerwerken beginnen en wie ze betaalt?",
        "Vindt u dat de beheerder de omwonenden op tijd heeft ingelicht?",
        "Wat kost het om de brug een jaar langer in gebruik te houden?",
    ]
    private static let answered = [
        "De beheerder heeft daarover afspraken gemaakt met de gemeente en het waterschap.",
        "Het onderhoud van deze oevers staat in de planning van het komende jaar.",
        "Schippers krijgen bericht zodra de doorvaart weer mogelijk is.",
        "Daarvoor is geld gereserveerd, maar de werken zijn nog niet gegund.",
        "De cijfers worden elk kwartaal bijgewerkt en op verzoek gedeeld.",
        "Ik zie geen reden om van die werkwijze af te wijken.",
        "Over de kosten kan ik pas iets zeggen als de aanbesteding is afgerond.",
    ]
    private static let citing = [
        "Uw Kamer kon dat lezen in", "De stand van zaken staat in", "Ik wijs daarvoor op", "Dit volgt uit",
    ]
    private static let referring = ["Zie ook", "Dat sluit aan op", "Verder geldt"]
}
