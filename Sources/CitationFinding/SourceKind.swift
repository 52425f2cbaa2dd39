/// What a source can be. A kind follows from the canonical id alone: one id, one node, one kind.
public struct SourceKind: Sendable {
    /// The word people and programs use: `kamerstuk`.
    public let name: String
    /// One line of what it is, with an example as letters write it.
    public let summary: String
    public let example: String
    /// Whether an id is of this kind.
    let owns: @Sendable (String) -> Bool
    /// The id of the source it is part of, or nil: a Kamerstuk's dossier, an edition's series.
    let parent: @Sendable (String, ReportCatalogue) -> String?
    /// Its official page, or nil.
    let page: @Sendable (String, ReportCatalogue) -> String?
    /// How people write it: `30 821, nr. 230`.
    let label: @Sendable (String, ReportCatalogue) -> String

    /// Every kind, in the order in which they claim an id. A new kind is a file in `Kinds/` and a word here.
    public static let all: [SourceKind] = [
        .crossref, .dossier, .kamerstuk, .aanhangsel, .handelingen, .zaak, .document, .bijlage, .report, .law, .eu,
        .ecli, .stb, .stcrt, .trb, .dated, .url,
    ]

    /// The kind an id is of; an id of no kind is an address.
    public static func of(_ id: String) -> SourceKind {
        // By index: a copy of each kind asked would cost more than the asking.
        for index in all.indices where all[index].owns(id) { return all[index] }
        return .url
    }

    public static func named(_ name: String) -> SourceKind? { all.first { $0.name == name } }

    /// Whether it is a source at all; a cross-reference is an edge within its letter.
    public var isSource: Bool { name != "crossref" }

    @Sendable static func official(_ id: String, _: ReportCatalogue) -> String? {
        "https://zoek.officielebekendmakingen.nl/\(id).html"
    }

    /// For kinds that are part of nothing, and for those that have no page.
    @Sendable static func none(_: String, _: ReportCatalogue) -> String? { nil }
}

extension SourceKind: Hashable {
    public static func == (left: SourceKind, right: SourceKind) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
