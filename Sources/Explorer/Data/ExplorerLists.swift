import GraphAnalysis

/// What a page lists beside its picture, out of all that the options leave: the sources that answers, questions or all
/// parts cite most, and the letters that cite most of them. A picture has room for fewer.
struct ExplorerLists {
    /// How many sources are listed for each part of letters, and how many letters: more make a page slow.
    static let most = 500

    let graph: CitationGraph
    /// Indices into the graph's sources, in order.
    let sources: [Int]
    /// Indices into the graph's letters, in order.
    let letters: [Int]
    /// How many sources there are, by part and kind.
    private(set) var sourceTotals: [String: [String: Int]] = [:]
    /// How many letters cite in each part.
    let letterTotals: [String: Int]
    /// The parts in which each source is cited, and those for which it is listed.
    private var cited: [String: [String]] = [:]
    private var listed: [String: [String]] = [:]

    /// - Parameters:
    ///   - graph: with citations of all parts.
    ///   - isServed: whether what is not listed can be found by asking again: then a page of a large store is kept small.
    init(_ graph: CitationGraph, isServed: Bool) {
        self.graph = graph
        var first: Set<Int> = []
        for part in GraphSelection.Units.allCases {
            for (rank, source) in Self.ranked(graph, part).enumerated() {
                let node = graph.sources[source]
                sourceTotals[part.rawValue, default: [:]][node.kind, default: 0] += 1
                cited[node.id, default: []].append(part.rawValue)
                guard rank < Self.most else { continue }
                first.insert(source)
                listed[node.id, default: []].append(part.rawValue)
            }
        }
        sources = first.sorted()
        let sourcesOfLetter = Incidence(graph).sourcesOfLetter
        let citing = graph.letters.indices.filter { !sourcesOfLetter[$0].isEmpty }
        letterTotals = Dictionary(
            uniqueKeysWithValues: GraphSelection.Units.allCases.map { part in
                let cited = graph.edges.lazy.filter { part.takes(unit: graph.units[$0.unit].name) }
                return (part.rawValue, Set(cited.map { graph.units[$0.unit].letter }).count)
            })
        let room = isServed && citing.count > Self.most ? 0 : Self.most
        letters = citing.sorted { (sourcesOfLetter[$1].count, $0) < (sourcesOfLetter[$0].count, $1) }.prefix(room)
            .sorted()
    }

    /// The parts for which a source is listed: what is drawn is, whatever its rank.
    func parts(of source: String, isDrawn: Bool) -> [String] { (isDrawn ? cited : listed)[source] ?? [] }

    /// The sources that a part of letters cites, the most cited first.
    private static func ranked(_ graph: CitationGraph, _ part: GraphSelection.Units) -> [Int] {
        MostCited.order(graph.citing(in: part))
    }
}
