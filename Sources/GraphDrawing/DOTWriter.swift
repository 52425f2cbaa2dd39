import GraphAnalysis

/// A citation graph as DOT: letters left, sources right, the shared ones standing out. The same graph gives the same text.
public struct DOTWriter {
    let graph: CitationGraph
    let options: PictureOptions
    let rows: [MostCited.Row]
    var lines: [String] = []
    /// For each source that is itself a letter of the graph, that letter: it is drawn once.
    let letterOfSource: [Int?]

    public init(_ graph: CitationGraph, _ options: PictureOptions) {
        self.graph = graph
        self.options = options
        rows = MostCited.rows(graph)
        let letters = Dictionary(
            graph.letters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let isMerged = options.level == .letters
        letterOfSource = graph.sources.map { isMerged ? $0.letter.flatMap { letters[$0] } : nil }
    }

    /// The whole text. Letters that cite nothing of what is drawn are left out.
    public static func dot(_ graph: CitationGraph, _ options: PictureOptions) -> String {
        var writer = DOTWriter(graph, options)
        return writer.text()
    }

    private mutating func text() -> String {
        lines = ["digraph kvgraph {"]
        settings()
        let cited = citedBy()
        switch options.level {
        case .letters: letters()
        case .answers: answers()
        }
        for index in graph.sources.indices where !cited[index].isEmpty && letterOfSource[index] == nil {
            source(index, cited[index])
        }
        switch options.level {
        case .letters: letterEdges(cited)
        case .answers: answerEdges(cited)
        }
        if options.hasLegend { legend() }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private mutating func settings() {
        let title = DOTText.label(options.title + "\n ")
        lines += [
            "  graph [rankdir=LR, ranksep=1.6, nodesep=0.14, pad=0.3, bgcolor=white, overlap=prism, outputorder=edgesfirst,",
            "    fontname=\(Theme.font), fontsize=18, labelloc=t, label=\(title), tooltip=\(DOTText.tooltip(options.title))]",
            "  node [fontname=\(Theme.font), fontsize=11, style=filled, margin=\"0.14,0.06\", height=0.3]",
            "  edge [fontname=\(Theme.font), fontsize=9, arrowsize=0.6]",
        ]
    }

    /// The letters of each source.
    private func citedBy() -> [[Int]] {
        var cited = [[Int]](repeating: [], count: graph.sources.count)
        let indices = Dictionary(uniqueKeysWithValues: graph.sources.enumerated().map { ($1.id, $0) })
        for row in rows { if let index = indices[row.source.id] { cited[index] = row.citedBy } }
        return cited
    }

    private mutating func letters() {
        let cited = graph.edges.compactMap { letterOfSource[$0.source] }
        let citing = Set(rows.flatMap(\.citedBy)).union(cited)
        for (index, letter) in graph.letters.enumerated() where citing.contains(index) {
            node(
                "l\(index)", Theme.letter, label: NodeLabel.letter(letter.label), tooltip: about(letter),
                page: letter.page, class: "letter", extra: ["style=\"filled,rounded\"", "fontsize=12", "penwidth=1.4"])
        }
    }

    private func about(_ letter: CitationGraph.Letter) -> String {
        [letter.label, letter.subject, letter.name].compactMap(\.self).joined(separator: "\n")
    }

    /// Answers in a box for their letter.
    private mutating func answers() {
        let used = Set(graph.edges.map(\.unit)).union(graph.crossReferences.flatMap { [$0.from, $0.to] })
        for (index, letter) in graph.letters.enumerated() {
            let units = graph.units.indices.filter { graph.units[$0].letter == index && used.contains($0) }
            guard !units.isEmpty else { continue }
            lines += [
                "  subgraph cluster_l\(index) {",
                "    label=\(DOTText.label(letter.label)); tooltip=\(DOTText.tooltip(about(letter))); fontsize=12; style=rounded; color=\"\(Theme.letter.line)\"",
            ]
            for unit in units {
                node(
                    "u\(unit)", Theme.answer, label: graph.units[unit].name,
                    tooltip: "\(graph.units[unit].name) of \(letter.label)", page: nil, class: "answer",
                    extra: ["style=\"filled,rounded\""])
            }
            lines.append("  }")
        }
    }

    private mutating func source(_ index: Int, _ letters: [Int]) {
        let source = graph.sources[index]
        let isShared = letters.count > 1
        let names = letters.map { graph.letters[$0].label }
        node(
            "s\(index)", Theme.style(of: source.kind), label: NodeLabel.source(source, letters: letters.count),
            tooltip: "\(NodeLabel.titled(source)) (\(source.kind))\ncited by \(names.joined(separator: "; "))",
            page: source.page,
            class: source.kind,
            extra: ["penwidth=\(isShared ? Theme.sharedWidth : Theme.plainWidth)"] + (isShared ? ["fontsize=12"] : []))
    }

    private mutating func node(
        _ name: String, _ style: Theme.Style, label: String, tooltip: String, page: String?, class: String,
        extra: [String]
    ) {
        var parts = [
            "label=\(DOTText.label(label))", "tooltip=\(DOTText.tooltip(tooltip))", "shape=\(style.shape)",
            "fillcolor=\"\(style.fill)\"",
            "color=\"\(style.line)\"", "class=\(DOTText.name(`class`))", "id=\(DOTText.name(name))",
        ]
        if let page = page.flatMap(DOTText.address) { parts += ["URL=\(page)", "target=\"_blank\""] }
        lines.append("  \(name) [\((parts + extra).joined(separator: ", "))]")
    }
}
