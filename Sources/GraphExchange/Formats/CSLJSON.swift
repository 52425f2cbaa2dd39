import CitationFinding
import GraphAnalysis

/// The sources as CSL-JSON, one item each, for Zotero and everything else that prints bibliographies.
enum CSLJSON {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        try output.write("[")
        var separator = Separator(",")
        for case .source(let source) in graph.nodes {
            try output.write(separator.next() + "\n" + item(source, graph))
        }
        try output.write("\n]\n")
    }

    private static func item(_ place: Int, _ graph: ExchangeGraph) -> String {
        let source = graph.graph.sources[place]
        let bibliography = SourceKind.named(source.kind)?.bibliography ?? Bibliography()
        var members: [(String, String)] = [
            ("id", json(source.id)), ("type", json(bibliography.type)), ("title", json(title(place, graph))),
        ]
        if source.title?.isEmpty == false { members.append(("number", json(source.label))) }
        if let genre = SourceKind.named(source.kind)?.look?.name { members.append(("genre", json(genre))) }
        if let year = bibliography.year(source.id) { members.append(("issued", "{\"date-parts\":[[\(year)]]}")) }
        if let url = graph.link(.source(place)) { members.append(("URL", json(url))) }
        let sorted = members.sorted { $0.0 < $1.0 }
        return "{" + sorted.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    /// Its own title; that of its dossier with its number, which tells two papers of a dossier apart; else its label.
    private static func title(_ place: Int, _ graph: ExchangeGraph) -> String {
        let source = graph.graph.sources[place]
        guard let title = source.title, !title.isEmpty else { return source.label }
        guard graph.hasTitleOfDossier(place) else { return title }
        let kind = SourceKind.named(source.kind)?.look?.name ?? source.kind
        return "\(title) (\(kind) \(source.label))"
    }

    private static func json(_ text: String) -> String { ExchangeText.of(text, in: .json) }
}
