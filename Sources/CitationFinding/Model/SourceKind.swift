/// What a source can be: a Kamerstuk (`30 821, nr. 230`), a law, a page on the web. A kind follows from the canonical id alone:
/// one id, one node, one kind. All that other code has to know of a kind is said here as a trait, in the kind's own file; no
/// other place compares names of kinds. `KindTable` has the list of them.
public struct SourceKind: Sendable {
    /// The word people and programs use: `kamerstuk`.
    public let name: String
    /// One line of what it is, with an example as letters write it.
    public let summary: String
    public let example: String
    /// How it looks in pictures; nil for what is never drawn as a node.
    public let look: Look?

    /// Left out unless it is asked for: of laws, zaken and letters by their date nearly every letter has some.
    public private(set) var isQuiet = false
    /// Why its id is one source within a letter only; nil where it is one source wherever it is cited.
    public private(set) var isWithinLetterBecause: String?
    /// Whether it is a source at all; a cross-reference is an edge within its letter.
    public private(set) var isSource = true
    /// What `top` lists when no kind is named.
    public private(set) var isListedFirst = false
    /// Whether the register of dossiers tells what of it exists, so that a number of it may be doubted.
    public private(set) var isRegistered = false
    /// Whether its ids are those of the catalogue of reports, to which a user may add.
    public private(set) var isCatalogued = false
    /// Whether the id itself is an address: a label is then shortened like one, and a link laid over it has its target.
    public private(set) var isAddress = false
    /// Whether it may have an id in the official publications that only the register knows.
    public private(set) var mayBePublished = false
    /// Whether the words before its number name it: `motie Krul/Ceder (Kamerstuk 36 531, nr. 17)`.
    public private(set) var hasTitleBefore = false
    /// The name of the kind that its parent is of, where it counts for its parent on the level of dossiers.
    public private(set) var countsFor: String?
    /// The names of the kinds a source of this one may turn out to be: a letter by its date is a numbered paper.
    public private(set) var mayResolveTo: [String] = []

    /// How it stands in a bibliography.
    public private(set) var bibliography = Bibliography()

    /// How it is recognised in a text; for some kinds the catalogue of reports decides.
    private(set) var grammars: @Sendable (ReportCatalogue) -> [Grammar] = { _ in [] }
    /// Whether an id is of this kind.
    let owns: @Sendable (String) -> Bool
    /// The id of the source it is part of, or nil: a Kamerstuk's dossier, an edition's series.
    private(set) var parent: @Sendable (String, ReportCatalogue) -> String? = none
    /// Its official page, or nil.
    private(set) var page: @Sendable (String, ReportCatalogue) -> String? = none
    /// How people write it: `30 821, nr. 230`.
    private(set) var label: @Sendable (String, ReportCatalogue) -> String = { id, _ in id }
    /// Whether an id of this kind is written as kvgraph writes it; nil where reading the id as text tells.
    private(set) var isWellFormed: (@Sendable (String, ReportCatalogue) -> Bool)?
    /// The id that someone means who asks for a source by this text alone: `35 165` is `dossier-35165`. A letter has to say
    /// more before it is read so.
    private(set) var askedFor: (@Sendable (String) -> String)?
    /// Whether a text in small letters is the identifier that official publications have for it, as in an address:
    /// `blg-1184123`. Those that `OfficialID` knows by their opening need none.
    private(set) var isOfficialID: (@Sendable (Substring) -> Bool)?
}

extension SourceKind {
    /// The kind of a name, or nil.
    public static func named(_ name: String) -> SourceKind? { all.first { $0.name == name } }

    /// Those that are sources, for people: `kamerstuk, dossier, …`.
    public static var names: String { all.filter(\.isSource).map(\.name).joined(separator: ", ") }

    /// The names of the kinds that have a trait.
    public static func names(where hasTrait: (SourceKind) -> Bool) -> Set<String> {
        Set(all.filter(hasTrait).map(\.name))
    }

    /// Whether its id is one source within a letter only, so that letters share nothing by it.
    public var isWithinLetter: Bool { isWithinLetterBecause != nil }

    /// Whether others count for it on the level of dossiers.
    public var isCountedFor: Bool { Self.all.contains { $0.countsFor == name } }

    /// The ids that someone may mean who asks for a source by a text that is neither an id nor what a letter would say.
    public static func ids(askedForBy text: String) -> [String] { all.compactMap { $0.askedFor?(text) } }

    /// For kinds with a page in the official publications.
    @Sendable static func official(_ id: String, _: ReportCatalogue) -> String? {
        "https://zoek.officielebekendmakingen.nl/\(id).html"
    }

    /// For kinds that are part of nothing, and for those that have no page.
    @Sendable static func none(_: String, _: ReportCatalogue) -> String? { nil }
}

/// A kind that is held, and not copied.
@usableFromInline final class KindObject: Sendable {
    @usableFromInline let kind: SourceKind

    init(_ kind: SourceKind) { self.kind = kind }
}

extension SourceKind: Hashable {
    public static func == (left: SourceKind, right: SourceKind) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// How a kind looks in pictures: told apart by shape and by colour, so that neither is needed alone. Colours are those of Okabe
/// and Ito, which colour-blind readers can tell apart, made light enough for black text.
public struct Look: Sendable {
    /// One of Graphviz's polygons: `note`.
    public let shape: String
    /// The colour inside, `#CFE6F5`, and of the line around it.
    public let fill: String
    public let line: String
    /// What the legend calls it.
    public let name: String

    public init(shape: String, fill: String, line: String, name: String) {
        (self.shape, self.fill, self.line, self.name) = (shape, fill, line, name)
    }
}
