import CitationFinding
import GraphAnalysis
import Wording

/// The sources, and the boxes around those of one dossier.
extension DOTWriter {
    mutating func sources() {
        let drawn = graph.sources.indices.filter { !cited[$0].isEmpty && names.letterOfSource[$0] == nil }
        let dossiers = Dictionary(grouping: drawn, by: dossier)
        let labels = DistinctLabels.sources(drawn, graph)
        var done: Set<String> = []
        for index in drawn {
            guard let dossier = dossier(index), let documents = dossiers[dossier], documents.count > 1,
                let label = options.dossiers[dossier]
            else {
                node(of: index, labels[index])(&builder)
                continue
            }
            if done.insert(dossier).inserted { box(dossier, label, documents) }
        }
    }

    /// The dossier a document is part of; the dossier itself stands with its documents.
    private func dossier(_ index: Int) -> String? {
        let source = graph.sources[index]
        guard let kind = SourceKind.named(source.kind) else { return nil }
        return kind.isCountedFor ? source.id : kind.countsFor == nil ? nil : source.parent
    }

    private mutating func box(_ dossier: String, _ label: String, _ documents: [Int]) {
        let colours = builder.colours
        let attributes = [
            "fontsize=10", "fontcolor=\"\(colours.quietText)\"", "style=\"filled,rounded\"",
            "fillcolor=\"\(colours.boxFill)\"", "color=\"\(colours.box)\"", "class=dossier", "margin=6",
        ]
        let nodes = documents.map { node(of: $0, nil) }
        builder.box(
            "d\(documents[0])", label: .data(NodeLabel.wrapped(label)), tooltip: "dossier \(label)",
            attributes: attributes
        ) { builder in
            for node in nodes { node(&builder) }
        }
    }

    /// - Parameter label: nil in the box of a dossier, which has the title.
    private func node(of index: Int, _ label: String?) -> (inout DOTBuilder) -> Void {
        let source = graph.sources[index]
        let count = options.letterCounts[source.id] ?? counted[index].count
        let name = names.source(index)
        let tooltip = about(index, count)
        let width =
            options.centre == source.id ? Theme.centreWidth : count > 1 ? Theme.sharedWidth : Theme.plainWidth
        return { builder in
            builder.node(
                name, Theme.style(of: source.kind),
                label: NodeLabel.source(label ?? NodeLabel.wrapped(source.marked), letters: count),
                tooltip: tooltip, page: source.page, class: source.kind,
                extra: ["penwidth=\(width)"]
                    + (count > 1 ? [] : ["fontsize=11"]))
        }
    }

    /// `35 165, nr. 97 (kamerstuk)`, and who cites it, as far as they are drawn.
    private func about(_ index: Int, _ count: Int) -> Phrase {
        let source = graph.sources[index]
        let most = 20
        var citing = counted[index].prefix(most).map { Phrase.data(graph.letters[$0].label) }
        if count > citing.count { citing.append("and \(count - citing.count) more") }
        let who: Phrase =
            citing.isEmpty ? options.counted.notCited : "cited by \(citing.joined(separator: "; "))"
        return "\(NodeLabel.about(source))\n\(who)"
    }
}

extension GraphSelection.Units {
    fileprivate var notCited: Phrase {
        switch self {
        case .answers: "not cited in answers"
        case .questions: "not cited in questions"
        case .all: "not cited"
        }
    }
}
