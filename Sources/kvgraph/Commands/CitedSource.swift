import CitationFinding
import GraphAnalysis
import GraphStorage

/// What a citation counts for at the level that is drawn: with dossiers, a Kamerstuk's dossier.
struct CitedSource {
    let id: String
    private let citation: StoredCitation

    init(_ citation: StoredCitation, _ level: GraphSelection.Level) {
        self.citation = citation
        let isPaper = level == .dossiers && SourceKind.named(citation.kind)?.countsFor != nil
        id = isPaper ? Source(SourceID(citation.source)).parent?.id ?? citation.source : citation.source
    }

    /// As a node, from what the citation alone says.
    var node: CitationGraph.Source {
        let source = Source(SourceID(id))
        let isItself = id == citation.source
        return CitationGraph.Source(
            id: id, kind: isItself ? citation.kind : source.id.kind.name,
            label: isItself ? citation.label : source.label, title: citation.title, page: source.page)
    }
}
