import CitationFinding
import GraphAnalysis

/// The sources as CSL-JSON, one item each, for Zotero and everything else that prints bibliographies.
enum CSLJSON {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        try output.write("[")
        var separator = Separator(",")
        for case .source(let source) in graph.nodes {
            try output.write(separator.next() + "\n" + item(graph.graph.sources[source]))
        }
        try output.write("\n]\n")
    }

    private static func item(_ source: CitationGraph.Source) -> String {
        let bibliography = SourceKind.named(source.kind)?.bibliography ?? Bibliography()
        let title = source.title.map { $0.isEmpty ? source.label : $0 } ?? source.label
        var members: [(String, String)] = [
            ("id", json(source.id)), ("type", json(bibliography.type)), ("title", json(title)),
        ]
        if title != source.label { members.append(("number", json(source.label))) }
        if let genre = SourceKind.named(source.kind)?.look?.name { members.append(("genre", json(genre))) }
        if let year = bibliography.year(source.id) { members.append(("issued", "{\"date-parts\":[[\(year)]]}")) }
        if let url = ExchangeText.link(source.page) { members.append(("URL", json(url))) }
        let sorted = members.sorted { $0.0 < $1.0 }
        return "{" + sorted.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    private static func json(_ text: String) -> String { ExchangeText.of(text, in: .json) }
}
