import CitationFinding
import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// What the explorer shows beside a picture, out of the store: first what has a node, then what is only listed.
struct ExplorerDataReader {
    private let plan: PicturePlan
    private let lists: ExplorerLists
    private let graphs: GraphCache
    private var data: ExplorerData
    /// The place of each source in the data, by its id.
    private var places: [String: Int] = [:]

    static func data(
        _ plan: PicturePlan, _ drawn: DrawnGraph, _ lists: ExplorerLists, part: GraphSelection.Units,
        _ language: Language, _ graphs: GraphCache
    ) throws -> ExplorerData {
        var reader = ExplorerDataReader(plan, lists, part, language, graphs)
        reader.data.boxes = drawn.boxes
        reader.nodes()
        reader.listed()
        try reader.citations()
        try reader.count()
        return reader.data
    }

    private init(
        _ plan: PicturePlan, _ lists: ExplorerLists, _ part: GraphSelection.Units, _ language: Language,
        _ graphs: GraphCache
    ) {
        (self.plan, self.lists, self.graphs) = (plan, lists, graphs)
        data = ExplorerData(part: part.rawValue, in: language)
        data.side = plan.projection?.side.rawValue
        (data.sourceTotals, data.letterTotals) = (lists.sourceTotals, lists.letterTotals)
    }

    private mutating func nodes() {
        let graph = plan.graph
        let names = NodeNames(graph, plan.options.level)
        for (index, letter) in graph.letters.enumerated() { add(letter, names.letter(index)) }
        for (index, source) in graph.sources.enumerated() { add(source, names.source(index)) }
        if let projection = plan.projection {
            let prefix = projection.side == .letters ? "l" : "s"
            data.ties = projection.ties.map {
                let (from, to) = projection.isTurned($0, graph) ? ($0.second, $0.first) : ($0.first, $0.second)
                return .init(from: "\(prefix)\(from)", to: "\(prefix)\(to)", strength: $0.strength, shared: $0.shared)
            }
        } else if plan.options.level == .answers {
            data.units = graph.units.enumerated().map { index, unit in
                .init(
                    id: names.unit(index), name: unit.name, part: GraphSelection.Units.part(ofUnit: unit.name),
                    letter: unit.letter)
            }
            data.references = graph.crossReferences.map { .init(from: $0.from, to: $0.to) }
        }
    }

    private mutating func listed() {
        let drawn = Set(data.letters.map(\.name))
        for index in lists.letters where !drawn.contains(lists.graph.letters[index].name) {
            add(lists.graph.letters[index], nil)
        }
        for index in lists.sources { add(lists.graph.sources[index], nil) }
    }

    private mutating func add(_ letter: CitationGraph.Letter, _ node: String?) {
        data.letters.append(
            .init(
                id: node, name: letter.name, label: letter.label, subject: letter.subject, date: letter.date,
                page: letter.page))
    }

    private mutating func add(_ source: CitationGraph.Source, _ node: String?) {
        guard places[source.id] == nil else { return }
        places[source.id] = data.sources.count
        data.sources.append(.init(source, id: node))
    }

    /// Everything that the letters cite, whether it has a node or not.
    private mutating func citations() throws {
        let known = Dictionary(
            lists.graph.sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let kinds = graphs.selection.citedKinds
        for (index, letter) in data.letters.enumerated() {
            for citation in try graphs.store.citations(ofLetter: letter.name) {
                if let kinds, !kinds.contains(citation.kind) {
                    omit(citation, citation.kind, index)
                    continue
                }
                if graphs.selection.leavesOutFrontPages, OtherNames.isFrontPage(SourceID(citation.source)) {
                    omit(citation, "front pages of sites", index)
                    continue
                }
                let cited = CitedSource(citation, graphs.selection.level)
                if places[cited.id] == nil { add(known[cited.id].map { lists.graph.sources[$0] } ?? cited.node, nil) }
                data.citations.append(
                    .init(
                        letter: index, source: places[cited.id] ?? 0, unit: citation.unit,
                        part: GraphSelection.Units.part(ofUnit: citation.unit),
                        quote: citation.quote, sentence: citation.sentence, context: citation.context,
                        note: citation.footnote, locator: citation.locator, line: citation.line, page: citation.page))
            }
        }
    }

    private mutating func omit(_ citation: StoredCitation, _ kind: String, _ letter: Int) {
        for part in GraphSelection.Units.allCases where part.takes(unit: citation.unit) {
            data.letters[letter].omitted[part.rawValue, default: [:]][kind, default: 0] += 1
        }
    }

    private mutating func count() throws {
        let ids = data.sources.map(\.name)
        for part in GraphSelection.Units.allCases {
            let counts = try graphs.counts(part, ids)
            for (index, id) in ids.enumerated() { data.sources[index].counts[part.rawValue] = counts[id] ?? [0, 0, 0] }
        }
        for (index, id) in ids.enumerated() {
            data.sources[index].parts = lists.parts(of: id, isDrawn: data.sources[index].id != nil)
        }
    }
}

/// What a citation counts for at the level that is drawn: with dossiers, a Kamerstuk's dossier.
private struct CitedSource {
    let id: String
    private let citation: StoredCitation

    init(_ citation: StoredCitation, _ level: GraphSelection.Level) {
        self.citation = citation
        let isPaper = level == .dossiers && SourceKind.named(citation.kind)?.countsFor != nil
        id = isPaper ? Source(SourceID(citation.source)).parent?.id ?? citation.source : citation.source
    }

    /// As a node, from what the citation alone says.
    var node: CitationGraph.Source {
        let source = Source(SourceID(id))
        let isItself = id == citation.source
        return CitationGraph.Source(
            id: id, kind: isItself ? citation.kind : source.id.kind.name,
            label: isItself ? citation.label : source.label, title: citation.title, page: source.page,
            doubt: isItself ? citation.doubt : nil)
    }
}
