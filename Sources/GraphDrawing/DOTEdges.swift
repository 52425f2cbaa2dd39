import GraphAnalysis

/// The arrows.
extension DOTWriter {
    mutating func letterEdges() {
        var units: [[Int]: [(name: String, citations: Int)]] = [:]
        for edge in graph.edges {
            let unit = graph.units[edge.unit]
            units[[unit.letter, edge.source], default: []].append((unit.name, edge.citations))
        }
        for key in units.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let places = units[key] ?? []
            let total = places.reduce(0) { $0 + $1.citations }
            let (letter, source) = (graph.letters[key[0]].label, graph.sources[key[1]].label)
            edge(
                names.letter(key[0]), names.source(key[1]), source: key[1],
                tooltip: "\(letter) cites \(source)\nin \(places.map(\.name).joined(separator: ", "))", count: total)
        }
    }

    mutating func answerEdges() {
        for item in graph.edges {
            let unit = graph.units[item.unit]
            let tooltip =
                "\(unit.name) of \(graph.letters[unit.letter].label) cites \(graph.sources[item.source].label)"
            edge(
                names.unit(item.unit), names.source(item.source), source: item.source, tooltip: tooltip,
                count: item.citations)
        }
        for reference in graph.crossReferences {
            let (from, to) = (graph.units[reference.from], graph.units[reference.to])
            builder.edge(
                names.unit(reference.from), names.unit(reference.to), tooltip: "\(from.name) refers to \(to.name)",
                class: "reference",
                attributes: ["style=dashed", "constraint=false", "color=\"\(builder.colours.referenceEdge)\""])
        }
    }

    /// An edge; thicker where a source is cited more than once.
    private mutating func edge(_ from: String, _ to: String, source: Int, tooltip: String, count: Int) {
        let isShared = (options.letterCounts[graph.sources[source].id] ?? cited[source].count) > 1
        let width = ["0.8", "1.4", "2.0"][min(max(count, 1), 3) - 1]
        let colour = isShared ? builder.colours.sharedEdge : builder.colours.plainEdge
        builder.edge(
            from, to, tooltip: tooltip, class: isShared ? "shared" : "single",
            attributes: ["color=\"\(colour)\"", "penwidth=\(width)"])
    }
}
