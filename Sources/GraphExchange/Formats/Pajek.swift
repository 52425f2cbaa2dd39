/// Pajek's network: numbered vertices, then arcs or edges. A vertex is called by its id, which no other has: readers take the
/// label for the name.
enum Pajek {
    static func write(_ graph: ExchangeGraph, _ output: ExchangeOutput) throws {
        let numbers = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1, $0 + 1) })
        try output.write("*Vertices \(graph.nodes.count)\n")
        for (index, node) in graph.nodes.enumerated() {
            let id = graph.id(node)
            let label = ExchangeText.of(id, in: .label)
            // A label that had to change may be another's too.
            let isChanged = label.dropFirst().dropLast() != id
            try output.write("\(index + 1) \(isChanged ? label.dropLast() + " [\(index + 1)]\"" : label)\n")
        }
        try output.write(graph.isDirected ? "*Arcs\n" : "*Edges\n")
        try graph.eachEdge { edge in
            let weight = ExchangeNumber.text(edge.weight)
            try output.write("\(numbers[edge.from] ?? 0) \(numbers[edge.to] ?? 0) \(weight)\n")
        }
    }
}
