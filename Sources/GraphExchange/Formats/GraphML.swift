import GraphAnalysis

/// GraphML, which networkx, igraph, Gephi, yEd and Neo4j read.
enum GraphML {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        let (nodes, edges) = (NodeAttribute.all, EdgeAttribute.of(graph))
        try output.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="name" for="node" attr.name="name" attr.type="string"/>
              <key id="label" for="node" attr.name="label" attr.type="string"/>

            """)
        for attribute in nodes { try key("n_" + attribute.name, "node", attribute.name, attribute.type, output) }
        try output.write("  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n")
        for attribute in edges { try key("e_" + attribute.name, "edge", attribute.name, attribute.type, output) }
        let direction = graph.isDirected ? "directed" : "undirected"
        try output.write("  <graph id=\"kvgraph\" edgedefault=\"\(direction)\">\n")
        for node in graph.nodes {
            try output.write("    <node id=\"\(xml(graph.id(node)))\">")
            // What igraph calls a vertex; in the id itself it takes an ampersand for a reference.
            try output.write("<data key=\"name\">\(xml(graph.id(node)))</data>")
            try output.write("<data key=\"label\">\(xml(graph.label(node)))</data>")
            for attribute in nodes { try data("n_" + attribute.name, attribute.value(graph, node), output) }
            try output.write("</node>\n")
        }
        try graph.eachEdge { edge in
            try output.write("    <edge source=\"\(xml(graph.id(edge.from)))\" target=\"\(xml(graph.id(edge.to)))\">")
            try output.write("<data key=\"weight\">\(ExchangeNumber.text(edge.weight))</data>")
            for attribute in edges { try data("e_" + attribute.name, attribute.value(edge), output) }
            try output.write("</edge>\n")
        }
        try output.write("  </graph>\n</graphml>\n")
    }

    private static func key(
        _ id: String, _ what: String, _ name: String, _ type: AttributeType, _ output: ExchangeOutput
    ) throws {
        let type = type == .integer ? "int" : "string"
        try output.write("  <key id=\"\(id)\" for=\"\(what)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
    }

    private static func data(_ key: String, _ value: Table.Cell, _ output: ExchangeOutput) throws {
        guard let text = value.plain else { return }
        try output.write("<data key=\"\(key)\">\(xml(text))</data>")
    }

    private static func xml(_ text: String) -> String { ExchangeText.of(text, in: .xml) }
}
