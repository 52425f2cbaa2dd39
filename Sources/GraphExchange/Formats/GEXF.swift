import GraphAnalysis

/// GEXF 1.3, Gephi's own format: with days, so that its timeline shows letters as they came.
enum GEXF {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        let (nodes, edges) = (NodeAttribute.all, EdgeAttribute.of(graph))
        let direction = graph.isDirected ? "directed" : "undirected"
        // A graph without days is a static one: Gephi would show an empty timeline.
        let isDated = graph.nodes.contains { graph.days($0) != nil }
        let time = isDated ? " mode=\"dynamic\" timeformat=\"date\"" : " mode=\"static\""
        try output.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" version="1.3">
              <meta><creator>kvgraph</creator></meta>
              <graph defaultedgetype="\(direction)"\(time)>
                <attributes class="node" mode="static">

            """)
        for (index, attribute) in nodes.enumerated() { try declare(index, attribute.name, attribute.type, output) }
        try output.write("    </attributes>\n    <attributes class=\"edge\" mode=\"static\">\n")
        for (index, attribute) in edges.enumerated() { try declare(index, attribute.name, attribute.type, output) }
        try output.write("    </attributes>\n    <nodes>\n")
        for node in graph.nodes {
            let start = start(graph.days(node)?.first)
            try output.write(
                "      <node id=\"\(xml(graph.id(node)))\" label=\"\(xml(graph.label(node)))\"\(start)>")
            try values(nodes.map { $0.value(graph, node) }, output)
            try output.write("</node>\n")
        }
        try output.write("    </nodes>\n    <edges>\n")
        var number = 0
        try graph.eachEdge { edge in
            let (from, to) = (xml(graph.id(edge.from)), xml(graph.id(edge.to)))
            let weight = ExchangeNumber.text(edge.weight)
            let start = start(day(edge, graph))
            try output.write("      <edge id=\"\(number)\" source=\"\(from)\" target=\"\(to)\"")
            try output.write(" weight=\"\(weight)\"\(start)>")
            try values(edges.map { $0.value(edge) }, output)
            try output.write("</edge>\n")
            number += 1
        }
        try output.write("    </edges>\n  </graph>\n</gexf>\n")
    }

    /// The first day on which both ends are there.
    private static func day(_ edge: ExchangeGraph.Edge, _ graph: ExchangeGraph) -> String? {
        guard let from = graph.days(edge.from)?.first, let to = graph.days(edge.to)?.first else { return nil }
        return max(from, to)
    }

    private static func start(_ day: String?) -> String { day.map { " start=\"\(xml($0))\"" } ?? "" }

    private static func declare(_ index: Int, _ name: String, _ type: AttributeType, _ output: ExchangeOutput) throws {
        let type = type == .integer ? "integer" : "string"
        try output.write("      <attribute id=\"\(index)\" title=\"\(name)\" type=\"\(type)\"/>\n")
    }

    private static func values(_ cells: [Table.Cell], _ output: ExchangeOutput) throws {
        try output.write("<attvalues>")
        for (index, cell) in cells.enumerated() {
            guard let text = cell.plain else { continue }
            try output.write("<attvalue for=\"\(index)\" value=\"\(xml(text))\"/>")
        }
        try output.write("</attvalues>")
    }

    private static func xml(_ text: String) -> String { ExchangeText.of(text, in: .xml) }
}
