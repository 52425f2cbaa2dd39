import GraphAnalysis
import Wording

/// A citation graph as DOT: letters left, sources right, the shared ones standing out. The same graph gives the same text.
public struct DOTWriter {
    let graph: CitationGraph
    let options: PictureOptions
    let names: NodeNames
    /// The letters of each source.
    let cited: [[Int]]
    /// Those of them that count for what is written on it.
    let counted: [[Int]]
    var builder: DOTBuilder

    /// The whole picture. Letters that cite nothing of what is drawn are left out.
    public static func drawing(_ graph: CitationGraph, _ options: PictureOptions) -> DrawnGraph {
        var writer = DOTWriter(graph, options)
        writer.write()
        return DrawnGraph(writer.builder)
    }

    static func dot(_ graph: CitationGraph, _ options: PictureOptions) -> String { drawing(graph, options).dot }

    private init(_ graph: CitationGraph, _ options: PictureOptions) {
        self.graph = graph
        self.options = options
        names = NodeNames(graph, options.level)
        func letters(_ graph: CitationGraph) -> [[Int]] {
            let incidence = Incidence(graph)
            return graph.sources.indices.map { incidence.lettersOfSource[$0].map(Int.init) }
        }
        cited = letters(graph)
        counted = options.counted == .all ? cited : letters(graph.citing(in: options.counted))
        // Groups that nothing joins are laid out by themselves and packed: one column of them all would be metres tall.
        // By their nodes they are packed closest; boxes around answers would then lie on each other.
        let mode = options.level == .answers ? "clust" : "node"
        let layout = options.isByDate ? "ranksep=0.45" : "ranksep=1.1, pack=14, packmode=\"\(mode)\""
        builder = DOTBuilder(options, settings: "rankdir=LR, nodesep=0.12, overlap=prism, \(layout)")
    }

    private mutating func write() {
        switch options.level {
        case .letters: letters()
        case .answers: answers()
        }
        if options.isByDate {
            let dates = drawnLetters.map { graph.letters[$0].date }
            builder.columns(of: Array(zip(drawnLetters.map { names.letter($0) }, dates)), followed: lastLetters)
        }
        sources()
        switch options.level {
        case .letters: letterEdges()
        case .answers: answerEdges()
        }
        let present = Set(graph.sources.indices.filter { !cited[$0].isEmpty }.map { graph.sources[$0].kind })
        let kinds = Theme.kinds.filter { present.contains($0.kind) }
        let first = options.level == .letters ? (kind: "letter", style: Theme.letter) : ("answer", Theme.answer)
        let hasReferences = options.level == .answers && !graph.crossReferences.isEmpty
        let heading: Phrase = hasReferences ? "legend (dashed: refers to)" : "legend"
        builder.legend(kinds.isEmpty ? [] : [first] + kinds, heading: heading)
    }

    /// By date a source stands behind the last letter that cites it.
    private var lastLetters: Set<String> {
        Set(
            graph.sources.indices.filter { names.letterOfSource[$0] == nil }.compactMap { source in
                cited[source].max { (graph.letters[$0].date ?? "") < (graph.letters[$1].date ?? "") }
            }.map { names.letter($0) })
    }

    /// Letters that cite something, or are cited.
    var drawnLetters: [Int] {
        let merged = graph.edges.compactMap { names.letterOfSource[$0.source] }
        return Set(cited.joined()).union(merged).sorted()
    }

    private mutating func letters() {
        let labels = DistinctLabels.letters(drawnLetters, graph)
        for index in drawnLetters {
            let letter = graph.letters[index]
            builder.node(
                names.letter(index), Theme.letter, label: .data(labels[index] ?? letter.label),
                tooltip: .data(NodeLabel.about(letter)), page: letter.page, class: "letter",
                extra: [
                    "style=\"filled,rounded\"", "penwidth=\(options.centre == letter.name ? Theme.centreWidth : "1.4")",
                ])
        }
    }

    /// Answers in a box for their letter.
    private mutating func answers() {
        let used = Set(graph.edges.map(\.unit)).union(graph.crossReferences.flatMap { [$0.from, $0.to] })
        let units = Dictionary(grouping: used.sorted(), by: { graph.units[$0].letter })
        let labels = DistinctLabels.letters(Array(units.keys), graph)
        for index in units.keys.sorted() {
            let letter = graph.letters[index]
            let line = Theme.letter.line(options.scheme)
            let attributes = ["fontsize=12", "style=rounded", "color=\"\(line)\"", "class=\"letter\""]
            let (graph, names, label) = (graph, names, labels[index] ?? letter.label)
            let hasBoxes = options.hasBoxes
            builder.box(
                names.letter(index), label: .data(label),
                tooltip: .data(NodeLabel.about(letter)),
                attributes: attributes
            ) { builder in
                for unit in units[index] ?? [] {
                    let name = graph.units[unit].name
                    builder.node(
                        names.unit(unit), Theme.answer,
                        label: .data(hasBoxes ? name : "\(name)\n\(label)"),
                        tooltip: "\(name) of \(letter.label)", page: nil,
                        class: "answer", extra: ["style=\"filled,rounded\""])
                }
            }
        }
    }
}

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
            let tooltip: Phrase =
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
    private mutating func edge(_ from: String, _ to: String, source: Int, tooltip: Phrase, count: Int) {
        let isShared = (options.letterCounts[graph.sources[source].id] ?? counted[source].count) > 1
        let width = ["0.8", "1.4", "2.0"][min(max(count, 1), 3) - 1]
        let colour = isShared ? builder.colours.sharedEdge : builder.colours.plainEdge
        builder.edge(
            from, to, tooltip: tooltip, class: isShared ? "shared" : "single",
            attributes: ["color=\"\(colour)\"", "penwidth=\(width)"])
    }
}
