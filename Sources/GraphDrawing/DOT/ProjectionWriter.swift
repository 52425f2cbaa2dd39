import GraphAnalysis
import Wording

/// A projection as DOT: letters joined by the sources they share, or sources by the letters that cite both; the thicker
/// the line, the more they have in common.
public struct ProjectionWriter {
    private let graph: CitationGraph
    private let projection: Projection
    private let options: PictureOptions
    private let letters: [Int]
    private let groups: ClusterColours
    /// What stands on the nodes.
    private let labels: [Int: String]
    private var builder: DOTBuilder

    public static func drawing(_ graph: CitationGraph, _ projection: Projection, _ options: PictureOptions)
        -> DrawnGraph
    {
        var writer = ProjectionWriter(graph, projection, options)
        writer.write()
        return DrawnGraph(writer.builder)
    }

    private init(_ graph: CitationGraph, _ projection: Projection, _ options: PictureOptions) {
        self.graph = graph
        self.projection = projection
        self.options = options
        groups = ClusterColours(graph, projection)
        labels =
            projection.side == .letters
            ? DistinctLabels.letters(projection.nodes, graph) : DistinctLabels.sources(projection.nodes, graph)
        let incidence = Incidence(graph)
        letters = graph.sources.indices.map { incidence.lettersOfSource[$0].count }
        let layout =
            options.isByDate
            ? "rankdir=LR, ranksep=0.9, nodesep=0.2"
            : "overlap=prism, overlap_scaling=3, K=0.9, sep=\"+8\", splines=line, pack=14, packmode=\"node\""
        builder = DOTBuilder(options, settings: layout)
    }

    private mutating func write() {
        for index in projection.nodes {
            if projection.side == .letters { letter(index) } else { source(index) }
        }
        if options.isByDate, projection.side == .letters {
            builder.columns(of: projection.nodes.map { (name($0), graph.letters[$0].date) })
        }
        for tie in projection.ties { self.tie(tie) }
        builder.legend(groups.legend + kinds, heading: groups.names.isEmpty ? "legend" : "what joins the groups")
    }

    /// The shapes of the kinds that are drawn; in the colour of none where colour tells the group.
    private var kinds: [(kind: String, style: Theme.Style)] {
        guard projection.side == .sources else { return [] }
        let present = Set(projection.nodes.map { graph.sources[$0].kind })
        return Theme.kinds.filter { present.contains($0.kind) }.map { kind, style in
            groups.names.isEmpty
                ? (kind, style)
                : (kind, Theme.Style(shape: style.shape, fill: "#FFFFFF", line: "#666666", name: style.name))
        }
    }

    private mutating func letter(_ index: Int) {
        let letter = graph.letters[index]
        let (style, group) = groups.style(Theme.letter, of: index)
        builder.node(
            name(index), style, label: .data(labels[index] ?? letter.label), tooltip: .data(NodeLabel.about(letter)),
            page: letter.page, class: "letter" + group,
            extra: [
                "style=\"filled,rounded\"", "penwidth=\(options.centre == letter.name ? Theme.centreWidth : "1.4")",
            ])
    }

    private mutating func source(_ index: Int) {
        let source = graph.sources[index]
        let count = options.letterCounts[source.id] ?? letters[index]
        let (style, group) = groups.style(Theme.style(of: source.kind), of: index)
        builder.node(
            name(index), style, label: NodeLabel.source(labels[index] ?? source.label, letters: count),
            tooltip: "\(NodeLabel.about(source))\ncited by \(counted(count, "letter"))", page: source.page,
            class: source.kind + group, extra: ["penwidth=\(options.centre == source.id ? Theme.centreWidth : "1.4")"])
    }

    /// The older letter first, so that time runs one way.
    private mutating func tie(_ tie: Projection.Tie) {
        let (from, to) = projection.isTurned(tie, graph) ? (tie.second, tie.first) : (tie.first, tie.second)
        let shared = tie.shared.prefix(12).map {
            projection.side == .letters
                ? CitationGraph.titled(graph.sources[$0].marked, graph.sources[$0].title) : graph.letters[$0].label
        }
        let rest: Phrase = tie.shared.count > shared.count ? "; and \(tie.shared.count - shared.count) more" : ""
        let (first, second, common) = (label(from), label(to), shared.joined(separator: "; "))
        builder.edge(
            name(from), name(to),
            tooltip: projection.side == .letters
                ? "\(first) and \(second) both cite \(common)\(rest)"
                : "\(first) and \(second) are both cited by \(common)\(rest)",
            class: "tie",
            attributes: [
                "dir=none", "color=\"\(builder.colours.plainEdge)\"", "penwidth=\(width(tie))",
                "fontsize=\(Theme.tieSize)", "fontcolor=\"\(builder.colours.quietText)\"",
                "shared=\(DOTText.label(label(of: tie)))",
            ])
    }

    /// What may stand beside the line: the first of what is shared, and how much more there is.
    private func label(of tie: Projection.Tie) -> String {
        guard let first = tie.shared.first else { return "" }
        let source = projection.side == .letters ? graph.sources[first] : nil
        let text = source.map { CitationGraph.titled($0.marked, $0.title) } ?? graph.letters[first].label
        let more = tie.shared.count > 1 ? " + \(tie.shared.count - 1)" : ""
        return NodeLabel.wrapped(text) + more
    }

    /// From 1 for the weakest tie to 7 for the strongest.
    private func width(_ tie: Projection.Tie) -> Int {
        guard let most = projection.ties.first?.strength, let least = projection.ties.last?.strength, most > least
        else {
            return 1
        }
        return 1 + Int((6 * (tie.strength - least) / (most - least)).rounded())
    }

    private func name(_ index: Int) -> String { (projection.side == .letters ? "l" : "s") + String(index) }
    private func label(_ index: Int) -> String {
        projection.side == .letters ? graph.letters[index].label : graph.sources[index].label
    }
}
