import GraphAnalysis

/// A network as VOSviewer and VOSviewer Online open it. Items are numbered, as its own files have them; the colour of an item is
/// the cluster that its citations put it in.
enum VOSviewer {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        let clusters = Clusters.find(graph.graph)
        let numbers = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1, $0 + 1) })
        try output.write("{\"network\":{\"items\":[")
        var separator = Separator(",")
        for (index, node) in graph.nodes.enumerated() {
            try output.write(separator.next() + "\n" + item(index + 1, node, cluster(node, clusters, graph), graph))
        }
        try output.write("\n],\"links\":[")
        separator = Separator(",")
        try graph.eachEdge { edge in
            let (from, to) = (numbers[edge.from] ?? 0, numbers[edge.to] ?? 0)
            let strength = ExchangeNumber.text(edge.weight)
            try output.write(
                "\(separator.next())\n{\"source_id\":\(from),\"strength\":\(strength),\"target_id\":\(to)}")
        }
        try output.write("\n]}}\n")
    }

    private static func item(_ number: Int, _ node: ExchangeGraph.Node, _ cluster: Int, _ graph: ExchangeGraph)
        -> String
    {
        func value(_ name: String) -> Table.Cell {
            NodeAttribute.all.first { $0.name == name }?.value(graph, node) ?? .none
        }
        // The panel beside the map shows it as HTML.
        let lines = [graph.id(node), value("title").plain, value("date").plain].compactMap(\.self)
        let description = lines.map { ExchangeText.of($0, in: .html) }.joined(separator: "<br>")
        func members(_ names: [String]) -> String {
            names.compactMap { name in value(name).plain.map { "\"\(name)\":\($0)" } }.joined(separator: ",")
        }
        var item = "{\"cluster\":\(cluster),\"description\":\(json(description)),\"id\":\(number)"
        item += ",\"label\":\(json(graph.label(node)))"
        let scores = members(["year"])
        if !scores.isEmpty { item += ",\"scores\":{\(scores)}" }
        if let url = graph.link(node) { item += ",\"url\":\(json(url))" }
        return item + ",\"weights\":{\(members(["answers", "citations", "letters", "sources"]))}}"
    }

    /// From 1.
    private static func cluster(_ node: ExchangeGraph.Node, _ clusters: Clusters.Result, _ graph: ExchangeGraph) -> Int
    {
        if case .source(let source) = node { return clusters.sources[source] + 1 }
        return (graph.letter(node).map { clusters.letters[$0] } ?? 0) + 1
    }

    private static func json(_ text: String) -> String { ExchangeText.of(text, in: .json) }
}
