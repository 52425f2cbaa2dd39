import GraphAnalysis

/// The arrows.
extension DOTWriter {
    mutating func letterEdges(_ cited: [[Int]]) {
        var units: [[Int]: [(name: String, citations: Int)]] = [:]
        for edge in graph.edges {
            let unit = graph.units[edge.unit]
            units[[unit.letter, edge.source], default: []].append((unit.name, edge.citations))
        }
        for key in units.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let places = units[key] ?? []
            let total = places.reduce(0) { $0 + $1.citations }
            let tooltip =
                "\(graph.letters[key[0]].label) cites \(graph.sources[key[1]].label)\nin \(places.map(\.name).joined(separator: ", "))"
            let target = letterOfSource[key[1]].map { "l\($0)" } ?? "s\(key[1])"
            edge("l\(key[0])", target, isShared: cited[key[1]].count > 1, tooltip: tooltip, count: total)
        }
    }

    mutating func answerEdges(_ cited: [[Int]]) {
        for item in graph.edges {
            let unit = graph.units[item.unit]
            let tooltip =
                "\(unit.name) of \(graph.letters[unit.letter].label) cites \(graph.sources[item.source].label)"
            edge(
                "u\(item.unit)", "s\(item.source)", isShared: cited[item.source].count > 1, tooltip: tooltip,
                count: item.citations)
        }
        for reference in graph.crossReferences {
            let (from, to) = (graph.units[reference.from], graph.units[reference.to])
            let tooltip = DOTText.tooltip("\(from.name) refers to \(to.name)")
            lines.append(
                "  u\(reference.from) -> u\(reference.to) [style=dashed, constraint=false, color=\"\(Theme.referenceEdge)\", class=crossref, tooltip=\(tooltip)]"
            )
        }
    }

    /// An edge; thicker where a source is cited more than once.
    private mutating func edge(_ from: String, _ to: String, isShared: Bool, tooltip: String, count: Int) {
        let width = ["0.8", "1.4", "2.0"][min(max(count, 1), 3) - 1]
        lines.append(
            "  \(from) -> \(to) [color=\"\(isShared ? Theme.sharedEdge : Theme.plainEdge)\", penwidth=\(width), tooltip=\(DOTText.tooltip(tooltip)), class=\(isShared ? "shared" : "single")]"
        )
    }
}
