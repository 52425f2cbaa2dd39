import GraphAnalysis

/// The colours of groups that cite the same: in a projection a node's colour says which group it is of, its shape what kind.
struct ClusterColours {
    /// For the largest groups, in order; those of Okabe and Ito, light enough for black text.
    private static let palette: [(fill: String, line: String)] = [
        ("#CFE6F5", "#0072B2"), ("#FBE5CC", "#D55E00"), ("#D7EFE6", "#009E73"), ("#F7E1EE", "#B0407F"),
        ("#F5F0C8", "#8A7A00"), ("#E6E6F5", "#5555AA"), ("#DDEFF7", "#2A7FA5"), ("#EFE3D6", "#8C5A2D"),
    ]
    /// For all that there is no colour for.
    private static let rest = (fill: "#EDEDED", line: "#666666")
    /// A group of its own is not worth a colour.
    private static let least = 2

    /// The place in the palette of each node's group, by the node's index; none for small groups.
    private var places: [Int: Int] = [:]
    /// What the nodes of each coloured group have most in common.
    private(set) var names: [String] = []
    /// Whether there are groups without a colour.
    private var hasMore = false

    init(_ graph: CitationGraph, _ projection: Projection) {
        let found = Clusters.find(graph)
        let own = projection.side == .letters ? found.letters : found.sources
        let all = Dictionary(grouping: projection.nodes) { own[$0] }.filter { $1.count >= Self.least }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let groups = all.prefix(Self.palette.count)
        guard groups.count > 1 else { return }
        hasMore = all.count > groups.count
        for (place, group) in groups.enumerated() { for node in group.value { places[node] = place } }
        names = ClusterNames.of(groups.map(\.value), projection.side, graph)
    }

    /// A node's style in the colours of its group, and the class of the group; grey and none without one.
    func style(_ style: Theme.Style, of node: Int) -> (style: Theme.Style, class: String) {
        guard !names.isEmpty else { return (style, "") }
        guard let place = places[node] else {
            let (fill, line) = Self.rest
            return (Theme.Style(shape: style.shape, fill: fill, line: line, name: style.name), "")
        }
        let (fill, line) = Self.palette[place]
        return (Theme.Style(shape: style.shape, fill: fill, line: line, name: style.name), " group\(place + 1)")
    }

    /// A row for each group, and one for those without a colour.
    var legend: [(kind: String, style: Theme.Style)] {
        let rest = Theme.Style(shape: "box", fill: Self.rest.fill, line: Self.rest.line, name: "smaller groups")
        return coloured + (hasMore ? [(kind: "rest", style: rest)] : [])
    }

    private var coloured: [(kind: String, style: Theme.Style)] {
        zip(names, Self.palette).enumerated().map { place, row in
            let name = row.0.count > 40 ? row.0.prefix(39) + "…" : row.0
            return ("group\(place + 1)", Theme.Style(shape: "box", fill: row.1.fill, line: row.1.line, name: name))
        }
    }
}

/// What groups of a projection are called: by the title that most of their sources have, or of what joins their letters, which is
/// cited by two of them at least and not what one of them cites most; where two groups would be called the same, by the number of the paper that they cite most of it.
enum ClusterNames {
    static func of(_ groups: [[Int]], _ side: Projection.Side, _ graph: CitationGraph) -> [String] {
        let incidence = Incidence(graph)
        // How many of its nodes, or of the letters that cite these, stand behind each source of a group.
        let weights = groups.map { nodes in
            var weights: [Int: Int] = [:]
            for node in nodes {
                switch side {
                case .letters: for source in incidence.sourcesOfLetter[node] { weights[Int(source), default: 0] += 1 }
                case .sources: weights[node] = incidence.lettersOfSource[node].count
                }
            }
            let joining = side == .letters ? weights.filter { $0.value > 1 } : weights
            return joining.isEmpty ? weights : joining
        }
        let titles = weights.map { title($0, side, graph) }
        var taken: Set<String> = []
        return zip(titles, weights).map { title, weights in
            guard titles.count(where: { $0 == title }) > 1 else { return title }
            let papers = weights.filter { name(graph.sources[$0.key]) == title }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { CitationGraph.titled(graph.sources[$0.key].label, graph.sources[$0.key].title) }
            let own = papers.first { !taken.contains($0) } ?? "\(title) (\(taken.count + 1))"
            taken.insert(own)
            return own
        }
    }

    private static func title(_ weights: [Int: Int], _ side: Projection.Side, _ graph: CitationGraph) -> String {
        var counts: [String: Int] = [:]
        for (source, weight) in weights {
            counts[name(graph.sources[source]), default: 0] += side == .letters ? weight : 1
        }
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }

    private static func name(_ source: CitationGraph.Source) -> String { source.title ?? source.label }
}
