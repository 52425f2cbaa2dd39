import CitationFinding
import GraphAnalysis
import GraphDrawing
import GraphStorage

/// What the explorer shows beside a picture, out of the store.
struct ExplorerStore {
    private let chosen: ChosenPicture
    private let graphs: StoreGraphs
    private var data: ExplorerData

    static func data(
        _ chosen: ChosenPicture, _ drawn: DrawnGraph, part: GraphSelection.Units, _ graphs: StoreGraphs
    ) throws -> ExplorerData {
        var reader = ExplorerStore(chosen, part, graphs)
        reader.data.boxes = drawn.boxes
        try reader.nodes()
        try reader.citations()
        return reader.data
    }

    private init(
        _ chosen: ChosenPicture, _ part: GraphSelection.Units, _ graphs: StoreGraphs
    ) {
        (self.chosen, self.graphs) = (chosen, graphs)
        data = ExplorerData(part: part.rawValue)
        data.side = chosen.projection?.side.rawValue
    }

    private mutating func nodes() throws {
        let graph = chosen.graph
        let names = NodeNames(graph, chosen.options.level)
        data.letters = graph.letters.enumerated().map { index, letter in
            .init(
                id: names.letter(index), name: letter.name, label: letter.label, subject: letter.subject,
                date: letter.date, page: letter.page)
        }
        let counts = try GraphSelection.Units.allCases.map { ($0.rawValue, try graphs.counts($0, graph)) }
        data.sources = graph.sources.enumerated().map { index, source in
            .init(
                id: names.source(index), name: source.id, kind: source.kind,
                label: CitationGraph.titled(source.label, source.title), page: source.page,
                counts: Dictionary(
                    counts.map { ($0, $1[source.id] ?? [0, 0, 0]) }, uniquingKeysWith: { $1 }))
        }
        if let projection = chosen.projection {
            let prefix = projection.side == .letters ? "l" : "s"
            data.ties = projection.ties.map {
                let (from, to) = projection.isTurned($0, graph) ? ($0.second, $0.first) : ($0.first, $0.second)
                return .init(from: "\(prefix)\(from)", to: "\(prefix)\(to)", strength: $0.strength, shared: $0.shared)
            }
        } else if chosen.options.level == .answers {
            data.units = graph.units.enumerated().map { index, unit in
                .init(id: names.unit(index), name: unit.name, part: Self.part(unit.name), letter: unit.letter)
            }
            data.references = graph.crossReferences.map { .init(from: $0.from, to: $0.to) }
        }
    }

    private mutating func citations() throws {
        let sources = Dictionary(
            chosen.graph.sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, letter) in chosen.graph.letters.enumerated() {
            for citation in try graphs.store.citations(ofLetter: letter.name) {
                let isPaper = citation.kind == "kamerstuk" && graphs.selection.level == .dossiers
                let id = isPaper ? Source(SourceID(citation.source)).parent?.id ?? citation.source : citation.source
                guard let source = sources[id] else { continue }
                data.citations.append(
                    .init(
                        letter: index, source: source, unit: citation.unit, part: Self.part(citation.unit),
                        quote: citation.quote, sentence: citation.sentence, context: citation.context,
                        note: citation.footnote, locator: citation.locator, line: citation.line, page: citation.page))
            }
        }
    }

    /// `A8+9` is an answer.
    private static func part(_ unit: String) -> String {
        switch unit.first {
        case "A": "answer"
        case "Q": "question"
        default: unit
        }
    }
}
