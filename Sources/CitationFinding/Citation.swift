import LetterReading

/// One source cited at one place: answer 7 of a letter, in note 5, cites `kst-35165-97`. A note with markers in two
/// units gives a citation in each.
public struct Citation: Sendable, Hashable {
    public let source: SourceID
    public let place: Place
    /// The exact bytes of `place.range`.
    public let quote: String
    /// The sentence that holds the quote, line breaks and hyphenation undone.
    public let sentence: String
    /// For a citation in a note: the sentence that carries the note's marker.
    public let context: String?
    /// The place within the source: `p. 9`, `bijlage «Rapportage inzet trusted flagger status BZK»`.
    public let locator: String?
    /// How the words before it name it: `motie Krul/Ceder`. Nil where they do not.
    public let title: String?
    /// For a letter cited by its date: the source whose number stands beside it or in its note, or
    /// where this letter cites the same one in the same words. Never a guess.
    public internal(set) var resolvesTo: SourceID?
}

/// What was found in one letter.
public struct Findings: Sendable {
    /// In the order they stand in the text.
    public let citations: [Citation]
    /// Doubts about single citations; those about the letter itself are in `Letter.diagnostics`.
    public let diagnostics: [Diagnostic]
}
