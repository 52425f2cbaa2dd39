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
    public static func of(_ id: String) -> SourceKind {
        // By index: a copy of each kind asked would cost more than the asking.
        for index in all.indices where all[index].owns(id) { return all[index] }
        return .url
    }
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
