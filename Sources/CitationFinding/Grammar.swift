import DutchText
import LetterReading

/// How one kind of source is recognised: the strings it may open with, and the function that reads on from there.
final class Grammar: Sendable {
    let name: StaticString
    /// What it may open with, in any case. The first two bytes fill the prefilter.
    let anchors: [[UInt8]]
    /// Whether the anchor must open a word.
    let opensWord: Bool
    /// Whether a hyphen may break its anchors where no line ends: `Kamer-stuk`. A name so written is another name.
    let mayBeHyphenated: Bool
    /// Whether it names things in passing: other grammars look back over them, and take up nothing from them.
    let isAside: Bool
    /// Whether it reads another thing in another unit: `vraag 3` is `#Q3` in a question and `#A3` in an answer.
    let dependsOnUnit: Bool
    /// Whether what it read is behind the grammars that look back; not so the date of a letter.
    let closesText: Bool
    let read: @Sendable (inout Reading) -> [Mention]

    init(
        _ name: StaticString, anchors: [String], opensWord: Bool = true, isAside: Bool = false,
        mayBeHyphenated: Bool = false, dependsOnUnit: Bool = false, closesText: Bool = true,
        read: @escaping @Sendable (inout Reading) -> [Mention]
    ) {
        (self.name, self.opensWord, self.isAside) = (name, opensWord, isAside)
        (self.dependsOnUnit, self.closesText, self.read) = (dependsOnUnit, closesText, read)
        self.anchors = anchors.map { $0.utf8.map(\.lowered) }
        self.mayBeHyphenated = mayBeHyphenated
    }

    /// Every grammar, the first to find something at a place wins. Longer forms stand before those they contain.
    static func all(_ catalogue: ReportCatalogue) -> [Grammar] {
        [
            WebAddress.grammar, WebAddress.bareGrammar, OfficialID.grammar, Aanhangsel.grammar, Handelingen.grammar,
            Kamerstuk.grammar, ParliamentNumber.grammar, Report.grammar(catalogue), CrossReference.grammar,
            CaseLaw.grammar, Staatscourant.grammar, Staatsblad.grammar, Tractatenblad.grammar, EuropeanDocument.grammar,
            CouncilDocument.grammar, EuropeanAct.grammar, EuropeanAct.compoundGrammar, Kamerstuk.reversedGrammar,
            DatedLetter.grammar, Kamerstuk.bareGrammar, Law.grammar,
        ]
    }

    /// Stands for any digit in an anchor; a sign that no name of a user's catalogue has.
    static let digit = "\u{1}"
    static func digits(_ count: Int) -> String { String(repeating: digit, count: count) }
    static let anyDigit: UInt8 = 1
}
