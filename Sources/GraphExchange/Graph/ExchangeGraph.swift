import CitationFinding
import DossierRegister
import GraphAnalysis
import GraphDrawing

/// A graph as other programs know graphs: nodes with an id, and edges between two of them. Nodes stand by name, letters before
/// sources; edges by their ends.
public struct ExchangeGraph: Sendable {
    /// An index into the letters, units or sources of the graph.
    public enum Node: Sendable, Hashable {
        case letter(Int)
        case answer(Int)
        case source(Int)
    }

    public struct Edge: Sendable {
        public let from: Node
        public let to: Node
        /// Citations; of a projection, the strength of the tie.
        public let weight: Double
        public let citations: Int
        /// The units that cite, in the order of the letter.
        public let units: [String]
        /// Of a projection: the ids of what both have in common.
        public let shared: [String]
    }

    public let graph: CitationGraph
    /// Letters joined by sources, or sources by letters; nil for letters and the sources they cite.
    public let projection: (any Ties)?
    public let hasAnswers: Bool
    public let nodes: [Node]
    public var isDirected: Bool { projection == nil }

    /// What letters say of themselves, by their names.
    private let facts: [String: LetterFacts]
    let tally: SourceTally
    let totals: LetterTotals
    let span: CitedSpan
    private let links: SourceLinks
    private let register: Register
    private let report: @Sendable (_ done: Int, _ total: Int) -> Void
    private let letterIDs: [String]

    /// - Parameters:
    ///   - graph: the letters and sources that are written: those that cite, and those that are cited.
    ///   - projection: of this graph; its nodes and ties are what is written.
    ///   - level: at the level of answers, each answer is a node.
    ///   - facts: what letters say of themselves, by their names.
    ///   - links: which pages are links.
    ///   - register: the one that sources have their titles from.
    ///   - report: is told how far the writing of edges is: nodes done, of all.
    /// - Complexity: linear in the edges, and in the letters' names.
    public init(
        _ graph: CitationGraph, projection: (any Ties)? = nil, level: PictureOptions.Level = .letters,
        facts: [String: LetterFacts] = [:], links: SourceLinks = SourceLinks(), register: Register = .builtIn,
        report: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        (self.graph, self.projection) = (graph, projection)
        hasAnswers = projection == nil && level == .answers
        (self.facts, self.links, self.register, self.report) = (facts, links, register, report)
        tally = SourceTally(graph)
        totals = LetterTotals(graph, ofUnits: hasAnswers)
        span = CitedSpan(graph)
        letterIDs = LetterIDs.of(graph)
        nodes = Self.nodes(graph, projection, hasAnswers)
    }

    private static func nodes(_ graph: CitationGraph, _ projection: (any Ties)?, _ hasAnswers: Bool) -> [Node] {
        if let projection { return projection.nodes.map { projection.side == .letters ? .letter($0) : .source($0) } }
        var cited = [Bool](repeating: false, count: graph.sources.count)
        var citing = [Bool](repeating: false, count: hasAnswers ? graph.units.count : graph.letters.count)
        for edge in graph.edges {
            cited[edge.source] = true
            citing[hasAnswers ? edge.unit : graph.units[edge.unit].letter] = true
        }
        return citing.indices.filter { citing[$0] }.map { hasAnswers ? .answer($0) : .letter($0) }
            + cited.indices.filter { cited[$0] }.map { .source($0) }
    }

    /// The one name of a node in the whole graph: `002_d81b6e9e41b7345c`, `002_d81b6e9e41b7345c#A7`, `kst-35165-97`.
    public func id(_ node: Node) -> String {
        switch node {
        case .letter(let letter): letterIDs[letter]
        case .answer(let unit): letterIDs[graph.units[unit].letter] + "#" + graph.units[unit].name
        case .source(let source): graph.sources[source].id
        }
    }

    /// What people call it.
    public func label(_ node: Node) -> String {
        switch node {
        case .letter(let letter): graph.letters[letter].label
        case .answer(let unit): "\(graph.letters[graph.units[unit].letter].label), \(graph.units[unit].name)"
        case .source(let source): graph.sources[source].label
        }
    }

    /// What a letter says of itself, by its name; nil where nobody knows.
    public func facts(of name: String) -> LetterFacts? { facts[name] }

    /// The same by its place in the graph.
    func facts(_ letter: Int) -> LetterFacts? { facts[graph.letters[letter].name] }

    /// The page of a letter or a source on the web, or nil.
    func link(_ node: Node) -> String? {
        if case .source(let source) = node {
            return links.link(of: graph.sources[source].id, graph.sources[source].page)
        }
        return letter(node).flatMap { links.link(of: graph.letters[$0]) }
    }

    /// Whether the title of a source is that of its whole dossier, so that other papers have it too.
    func hasTitleOfDossier(_ source: Int) -> Bool {
        let source = graph.sources[source]
        return source.parent != nil && source.title == register.titleOfDossier(source.id)
    }

    /// The letter that a node is, or is part of.
    func letter(_ node: Node) -> Int? {
        switch node {
        case .letter(let letter): letter
        case .answer(let unit): graph.units[unit].letter
        case .source: nil
        }
    }

    /// Every edge, made as it is asked for: by its ends, in the order of the nodes.
    public func eachEdge(_ take: (Edge) throws -> Void) rethrows {
        if let projection { return try eachTie(projection, take) }
        let total = graph.letters.count
        defer { report(total, total) }
        if hasAnswers {
            for edge in graph.edges {
                report(graph.units[edge.unit].letter, total)
                try take(self.edge(.answer(edge.unit), edge.source, [edge]))
            }
            return
        }
        var start = 0
        while start < graph.edges.count {
            report(graph.units[graph.edges[start].unit].letter, total)
            let letter = graph.units[graph.edges[start].unit].letter
            let end = graph.edges[start...].firstIndex { graph.units[$0.unit].letter != letter } ?? graph.edges.count
            let cited = graph.edges[start..<end].sorted { ($0.source, $0.unit) < ($1.source, $1.unit) }
            var first = 0
            while first < cited.count {
                let last = cited[first...].firstIndex { $0.source != cited[first].source } ?? cited.count
                try take(edge(.letter(letter), cited[first].source, Array(cited[first..<last])))
                first = last
            }
            start = end
        }
    }

    private func edge(_ from: Node, _ source: Int, _ cited: [CitationGraph.Edge]) -> Edge {
        let citations = cited.reduce(0) { $0 + $1.citations }
        return Edge(
            from: from, to: .source(source), weight: Double(citations), citations: citations,
            units: cited.map { graph.units[$0.unit].name }, shared: [])
    }

    private func eachTie(_ projection: any Ties, _ take: (Edge) throws -> Void) rethrows {
        let isOfLetters = projection.side == .letters
        let total = isOfLetters ? graph.letters.count : graph.sources.count
        defer { report(total, total) }
        func node(_ index: Int) -> Node { isOfLetters ? .letter(index) : .source(index) }
        func told(_ done: Int) { report(done, total) }
        try projection.eachTie(told) { tie in
            try take(
                Edge(
                    from: node(tie.first), to: node(tie.second), weight: tie.strength, citations: 0, units: [],
                    shared: tie.shared.map { isOfLetters ? id(.source($0)) : id(.letter($0)) }))
        }
    }
}

/// What letters are called among sources. A letter is called by its name, unless that is what a source would be called too
/// (`ah-tk-20232024-704` is a letter that others cite): it is then `letter:ah-tk-20232024-704`, whether that source is in the
/// graph or not, so that a letter has one id in all exports.
private enum LetterIDs {
    static func of(_ graph: CitationGraph) -> [String] {
        let finder = CitationFinder()
        // A user's own catalogue may give ids that look like nothing in particular.
        let names = Set(graph.letters.lazy.map(\.name))
        let taken = Set(graph.sources.lazy.map(\.id).filter(names.contains))
        return graph.letters.map {
            isTaken($0.name, finder) || taken.contains($0.name) ? CitationGraph.letterID($0.name) : $0.name
        }
    }

    private static func isTaken(_ name: String, _ finder: CitationFinder) -> Bool {
        name.contains(":") || name.contains("#") || finder.ids(in: name).contains(name)
    }
}
