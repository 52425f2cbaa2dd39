import DutchText

/// The words of a sentence, to hold titles of dossiers against: “het programma Beter Benutten” and 32 404, `Programma
/// hoogfrequent spoorvervoer`.
struct SentenceWords {
    private let words: Set<String>

    init(_ sentence: String) { words = Set(Self.words(sentence)) }

    /// How many of the words of a title stand in the sentence, from 0 to 1; of a long title five are enough.
    func share(of title: String?) -> Double {
        guard let title, !words.isEmpty else { return 0 }
        let wanted = Set(Self.words(title))
        guard !wanted.isEmpty else { return 0 }
        return min(1, Double(wanted.intersection(words).count) / Double(min(5, wanted.count)))
    }

    /// Those that say what it is about: the long ones, in small letters.
    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.filter { $0.count > 4 }.map { $0.lowercased() }.filter { !common.contains($0) }
    }

    /// Words that the titles of many dossiers have.
    private static let common: Set<String> = [
        "wijziging", "voorstel", "vaststelling", "begrotingsstaat", "begrotingsstaten", "ministerie", "houdende",
        "regels",
        "wetten", "andere", "enkele", "betreffende", "verband", "tweede", "kamer", "kamerstuk", "kamerstukken",
        "vergaderjaar", "tussen", "onder", "artikel", "jaren", "nederland", "nederlandse", "europese", "minister",
        "brief",
    ]
}
