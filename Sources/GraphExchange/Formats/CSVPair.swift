import GraphAnalysis

/// Two tables, as Gephi and spreadsheets read them: nodes (`Id,Label,…`) and edges (`Source,Target,Type,Weight,…`).
enum CSVPair {
    static func nodes(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        try line(["Id", "Label"] + NodeAttribute.all.map(\.name), output)
        for node in graph.nodes {
            let values = NodeAttribute.all.map { $0.value(graph, node).plain ?? "" }
            try line([graph.id(node), graph.label(node)] + values, output)
        }
    }

    static func edges(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        let attributes = EdgeAttribute.of(graph)
        try line(["Source", "Target", "Type", "Weight"] + attributes.map(\.name), output)
        let type = graph.isDirected ? "Directed" : "Undirected"
        try graph.eachEdge { edge in
            let ends = [graph.id(edge.from), graph.id(edge.to), type, ExchangeNumber.text(edge.weight)]
            try line(ends + attributes.map { $0.value(edge).plain ?? "" }, output)
        }
    }

    static func line(_ cells: [String], _ output: ExchangeOutput) throws {
        try output.write(cells.map { ExchangeText.of($0, in: .cell) }.joined(separator: ",") + "\n")
    }
}
