import DossierRegister
import LetterReading

/// Finds every citation in a letter: `find(in:)`. It works in two stages: what the text says (`scan`), in one pass over the
/// running text for all kinds at once, and then what that means within the letter (`Findings.resolved`).
///
///     let letter = try LetterReader.read(bytes, name: "brief", file: "brief.docx")
///     for citation in CitationFinder().find(in: letter).citations { print(citation.place.unit, citation.source) }
public struct CitationFinder: Sendable {
    /// Changes whenever the same letter may give other citations than before: letters in a store are then read again.
    public static let version = "21"

    let scanner: Scanner
    public var catalogue: ReportCatalogue { scanner.catalogue }

    /// - Parameters:
    ///   - catalogue: the report series to look for; a user's own are added with `ReportCatalogue.adding`.
    ///   - register: what exists, as evidence where no word says what a number is; nil for the one that comes with kvgraph.
    public init(catalogue: ReportCatalogue = .builtIn, register: Register? = nil) {
        scanner = Scanner(catalogue, register)
    }

    /// The same with another bound on the citations of a letter.
    package init(most: Int) { scanner = Scanner(.builtIn, nil, most: most) }

    /// The citations of a letter, in the order they stand, and the doubts about them.
    /// - Complexity: linear in the length of the text.
    public func find(in letter: Letter) -> Findings {
        scan(letter).resolved(in: letter, scanner.newerRegister ?? .builtIn)
    }

    /// What the text says, before anything is resolved: `antwoord op vraag 3` is `#A3`, whether there is such an answer or
    /// not, and a letter cited by its date alone is no more than that.
    /// - Complexity: linear in the length of the text.
    public func scan(_ letter: Letter) -> Findings { scanner.scan(letter) }
}
