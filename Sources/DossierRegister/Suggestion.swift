import DutchText

/// What may have been meant by an id that cannot be, or may be a slip.
public struct Suggestion: Sendable, Hashable {
    public let id: String
    /// How it differs: `one digit away`, `two digits swapped`.
    public let difference: String
    /// How many other letters of the store cite it.
    public let letters: Int
    /// Its own title, or its dossier’s; nil where neither is known.
    public let title: String?
    let score: Double

    /// The likelier first; ties go to the id that sorts first.
    static func isBefore(_ left: Suggestion, _ right: Suggestion) -> Bool {
        (right.score, left.id) < (left.score, right.id)
    }
}

/// What speaks for a suggestion. The score is the sum of four, and is worked out nowhere else:
///
///     likeness    two swapped, the wrong one doubled, 858 for 585: 5; one changed: 4, and half more where the keys lie
///                 side by side; one left out or too many, the chapter left out: 3; two slips at once: 1; and 1 less
///                 where the document's number differs and not the dossier's
///     existence   published, or within the highest number of its dossier: 2; only cited elsewhere: 0
///     citation    1 for each other letter that cites it, at most 2; and 1 where its dossier is cited at all
///     title       4 times the share of the words of the dossier's title that stand in the sentence
struct SlipScore {
    let slip: DigitSlip
    let isInNumber: Bool
    let exists: Bool
    let letters: Int
    let isDossierCited: Bool
    let titleShare: Double

    var value: Double {
        slip.likeness - (isInNumber ? 1 : 0) + (exists ? 2 : 0) + Double(min(2, letters))
            + (isDossierCited ? 1 : 0) + 4 * titleShare
    }
}

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
