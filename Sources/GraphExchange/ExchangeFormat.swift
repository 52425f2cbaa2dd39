import Wording

/// A format that the graph is written in. A new one is a file in `Formats/` and a row here.
public struct ExchangeFormat: Sendable {
    /// As an option names it: `csl-json`.
    public let name: String
    /// Endings of file names that say so, if no other format has them.
    public let endings: [String]
    /// Whether it has sources alone, and no edges.
    public let isOfSources: Bool
    /// What it is good for.
    public let summary: Phrase
    /// The files it takes; of several, each is named with what stands before its ending, and the last is what a pipe gets.
    public let files: [File]

    public struct File: Sendable {
        /// `.nodes` for `graph.nodes.csv`; empty for the file itself.
        public let addition: String
        public let write: @Sendable (ExchangeGraph, ExchangeOutput) throws -> Void
    }

    public static let all = [
        ExchangeFormat("graphml", "graphml", "GraphML, for networkx, igraph, Gephi and yEd.", GraphML.write),
        ExchangeFormat("gexf", "gexf", "GEXF 1.3, for Gephi: with dates for its timeline.", GEXF.write),
        ExchangeFormat(
            name: "csv", endings: ["csv"],
            summary: "Two tables: g.nodes.csv and g.edges.csv for -o g.csv; on stdout the edges.",
            files: [
                File(addition: ".nodes", write: CSVPair.nodes), File(addition: ".edges", write: CSVPair.edges),
            ]),
        ExchangeFormat("json", "json", "JSON with nodes and edges, for networkx and D3.", NodeLinkJSON.write),
        ExchangeFormat("vosviewer", nil, "JSON for VOSviewer, with clusters.", VOSviewer.write),
        ExchangeFormat(
            name: "csl-json", isOfSources: true, summary: "The sources as CSL-JSON, for Zotero.",
            files: [File(addition: "", write: CSLJSON.write)]),
        ExchangeFormat("turtle", "ttl", "RDF: Dublin Core and CiTO, with official addresses.", Turtle.write),
        ExchangeFormat("pajek", "net", "A network of numbered vertices, for Pajek.", Pajek.write),
    ]

    private init(
        name: String, endings: [String] = [], isOfSources: Bool = false, summary: Phrase, files: [File]
    ) {
        (self.name, self.endings, self.isOfSources) = (name, endings, isOfSources)
        (self.summary, self.files) = (summary, files)
    }

    /// A format of one file.
    private init(
        _ name: String, _ ending: String?, _ summary: Phrase,
        _ write: @escaping @Sendable (ExchangeGraph, ExchangeOutput) throws -> Void
    ) {
        self.init(
            name: name, endings: ending.map { [$0] } ?? [], summary: summary, files: [File(addition: "", write: write)])
    }
}
