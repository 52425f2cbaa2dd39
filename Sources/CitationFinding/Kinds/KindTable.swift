/// The kinds of source, in the order of the README and of legends. A new kind is a file beside this one, and a word here.
extension SourceKind {
    public static let all: [SourceKind] = [
        .kamerstuk,
        .dossier,
        .aanhangsel,
        .handelingen,
        .zaak,
        .document,
        .bijlage,
        .report,
        .law,
        .eu,
        .ecli,
        .stb,
        .stcrt,
        .trb,
        .dated,
        .url,
        .crossref,
    ]

    /// The kind an id is of: the first that owns it; an id of no kind is an address.
    /// - Complexity: a look at the opening of the id for each kind.
    public static func of(_ id: String) -> SourceKind { object(of: id).kind }

    /// The same as an object, which all sources of a kind share: a copy of a kind copies some twenty things.
    static func object(of id: String) -> KindObject {
        for object in objects where object.kind.owns(id) { return object }
        return address
    }

    private static let objects = all.map(KindObject.init)
    private static let address = KindObject(.url)
}

extension Grammar {
    /// Every grammar of every kind; the first to find something at a place wins. Longer forms stand before those they
    /// contain: by their precedence, then in the order of the kinds.
    static func all(_ catalogue: ReportCatalogue) -> [Grammar] {
        let all = SourceKind.all.flatMap { $0.grammars(catalogue) }
        return all.enumerated().sorted {
            ($0.element.precedence.rawValue, $0.offset) < ($1.element.precedence.rawValue, $1.offset)
        }.map(\.element)
    }
}
