import LetterReading

/// One source cited at one place: answer 7 of a letter, in note 5, cites `kst-35165-97`. A note with markers in two
/// units gives a citation in each.
public struct Citation: Sendable, Hashable {
    public internal(set) var source: SourceID
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
    /// The source that it is, where that has another id than the one written: the document that an address shows, the number
    /// of a letter cited by its date, the one of several addresses of this letter that stands for all.
    public internal(set) var sameAs: SourceID?
    /// For a letter cited by its date: whether its number is cited beside it, so that lists count the number alone.
    package internal(set) var isNumberedBeside = false
    /// Where it stands in the letter's running text, for the stages behind the scan.
    package let passageRange: Range<Int>
}

/// What was found in one letter: what its text says, as `CitationFinder.scan` gives it, or what that means within the letter,
/// as `resolved` and `CitationFinder.find` give it.
public struct Findings: Sendable {
    /// In the order they stand in the text.
    public let citations: [Citation]
    /// Doubts about single citations; those about the letter itself are in `Letter.diagnostics`.
    public let diagnostics: [Diagnostic]
}

/// The canonical id of a source: `kst-30821-230`, `report:aivd-jaarverslag-2024`, `https://disinfocode.eu/`.
public struct SourceID: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let id: String
    @inlinable public var kind: SourceKind { object.kind }
    @usableFromInline let object: KindObject

    public init(_ id: String) {
        self.id = id
        object = SourceKind.object(of: id)
    }

    public var description: String { id }

    public static func == (left: SourceID, right: SourceID) -> Bool { left.id == right.id }
    public static func < (left: SourceID, right: SourceID) -> Bool { left.id < right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What is known of a source from its id and the catalogue of reports.
public struct Source: Sendable, Hashable {
    public let id: SourceID
    /// The source it is part of: a Kamerstuk's dossier, an edition's series. Nil for none.
    public let parent: SourceID?
    /// Its official page; only `http` and `https` addresses. Nil for none.
    public let page: String?
    /// How people write it: `30 821, nr. 230`, `AIVD jaarverslag 2024`.
    public let label: String

    /// - Parameters:
    ///   - id: the source's canonical id.
    ///   - catalogue: the one the letters were read with, so that a user's own series have their names.
    public init(_ id: SourceID, catalogue: ReportCatalogue = .builtIn) {
        self.id = id
        parent = id.kind.parent(id.id, catalogue).map(SourceID.init)
        page = Self.page(of: id, catalogue: catalogue)
        label = id.kind.label(id.id, catalogue)
    }

    /// Its official page alone, for who asks it of thousands.
    package static func page(of id: SourceID, catalogue: ReportCatalogue) -> String? {
        id.kind.page(id.id, catalogue).flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
    }
}
