import DutchText

/// The nouns of publication: `rapport`, also as the last part of a compound (`onderzoeksrapport`, `CPB-studie`).
enum NounOfPublication {
    private static let words = [
        "rapport", "rapporten", "rapportage", "rapportages", "report", "reports", "onderzoek", "onderzoeken", "advies",
        "adviezen", "evaluatie", "evaluaties", "verkenning", "verkenningen", "studie", "studies", "study", "nota",
        "notitie", "notities", "strategie", "actieplan", "actieplannen", "monitor", "monitors", "handreiking",
        "handreikingen", "brochure", "brochures", "leidraad", "factsheet", "factsheets", "whitepaper", "publicatie",
        "publicaties", "analyse", "analyses", "inventarisatie", "inventarisaties", "verslag", "verslagen",
        "programma",
    ]
    /// A `plan` may be anybody's: only with what is laid down in a document.
    private static let compounds = [
        "programma": ["actie", "beleids", "delta", "hervormings", "meerjaren", "uitvoerings", "werk"],
        "plan": [
            "beleids", "herstel", "master", "meerjaren", "punten", "sector", "stikstof", "uitvoerings", "verbeter",
            "werk",
        ],
        "agenda": [
            "actie", "beleids", "hervormings", "innovatie", "kennis", "onderzoeks", "ontwikkel", "toekomst",
            "uitvoerings",
            "werk",
        ],
        "visie": ["beleids", "gebieds", "kabinets", "langetermijn", "natuur", "omgevings", "structuur", "toekomst"],
        "gids": ["praktijk"],
    ].flatMap { noun, parts in parts.map { $0 + noun } }
    /// What is broadcast or printed in a newspaper, and what police, travellers and pupils are given.
    private static let others = [
        "pers", "nieuws", "consumenten", "npo", "discussie", "televisie", "tv", "radio", "actualiteiten", "praat",
        "amusements", "zend", "opsporings",
        "politie", "straf", "reis", "school", "studieadvies",
    ]

    /// A `programma` that may be on television, an `onderzoeksprogramma` too: unlike an `uitvoeringsprogramma` a title alone
    /// makes it no document.
    static func mayBeBroadcast(_ word: Slice<Bytes>) -> Bool {
        let text = String(decoding: word.map(\.lowered), as: UTF8.self)
        return text.hasSuffix("programma") && !compounds.contains { text.hasSuffix($0) && $0 != "onderzoeksprogramma" }
    }

    /// By the last two letters: most words have none of these.
    private static let endings: [[[UInt8]]] = {
        var endings = [[[UInt8]]](repeating: [], count: 26 * 26)
        for word in words + compounds {
            let signs = Array(word.utf8)
            guard let place = place(of: signs[...]) else { continue }
            endings[place].append(signs)
        }
        return endings
    }()

    private static func place(of signs: some BidirectionalCollection<UInt8>) -> Int? {
        guard let last = signs.last?.lowered, let other = signs.dropLast().last?.lowered, last.isLower, other.isLower
        else {
            return nil
        }
        return Int(other - UInt8(ascii: "a")) * 26 + Int(last - UInt8(ascii: "a"))
    }

    /// Whether a word ends with one, and is nobody's broadcast: `uitvoeringsprogramma`; no `persverslag`, no `reisadvies`.
    static func ends(_ word: Slice<Bytes>) -> Bool {
        guard let place = place(of: word) else { return false }
        return endings[place].contains { ending in
            guard word.count >= ending.count, zip(word.suffix(ending.count), ending).allSatisfy({ $0.lowered == $1 })
            else { return false }
            return !others.contains { opening in
                word.count > opening.utf8.count && zip(word, opening.utf8).allSatisfy { $0.lowered == $1 }
            }
        }
    }
}
