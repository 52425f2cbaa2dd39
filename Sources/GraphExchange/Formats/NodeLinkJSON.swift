import GraphAnalysis

/// One object with `nodes` and `edges`, as `networkx.node_link_graph` reads it; D3 wants no more.
enum NodeLinkJSON {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        try output.write("{\"directed\":\(graph.isDirected),\"edges\":[")
        var separator = Separator(",")
        let attributes = EdgeAttribute.of(graph)
        try graph.eachEdge { edge in
            try output.write(separator.next() + "\n")
            try object(
                attributes.map { ($0.name, json($0.value(edge))) } + [
                    ("source", json(.text(graph.id(edge.from)))), ("target", json(.text(graph.id(edge.to)))),
                    ("weight", ExchangeNumber.text(edge.weight)),
                ], output)
        }
        try output.write("\n],\"graph\":{\"generator\":\"kvgraph\"},\"multigraph\":false,\"nodes\":[")
        separator = Separator(",")
        for node in graph.nodes {
            try output.write(separator.next() + "\n")
            try object(
                NodeAttribute.all.map { ($0.name, json($0.value(graph, node))) } + [
                    ("id", json(.text(graph.id(node)))), ("label", json(.text(graph.label(node)))),
                ], output)
        }
        try output.write("\n]}\n")
    }

    /// Keys sorted; what has no value has no key.
    private static func object(_ members: [(String, String?)], _ output: ExchangeOutput) throws {
        let written = members.filter { $1 != nil }.sorted { $0.0 < $1.0 }.map { "\"\($0)\":\($1 ?? "")" }
        try output.write("{" + written.joined(separator: ",") + "}")
    }

    /// Nil for nothing.
    private static func json(_ cell: Table.Cell) -> String? {
        switch cell {
        case .text(let text): ExchangeText.of(text, in: .json)
        case .list(let items): "[" + items.map { ExchangeText.of($0, in: .json) }.joined(separator: ",") + "]"
        case .number, .real, .none: cell.plain
        }
    }
}
