import GraphAnalysis

/// How many answers of each letter cite, how often, and how many sources.
struct LetterTotals: Sendable {
    private(set) var answers: [Int]
    private(set) var citations: [Int]
    private(set) var sources: [Int]
    /// Citations and sources of each unit; empty where nobody asks for them.
    private(set) var ofUnits: (citations: [Int], sources: [Int]) = ([], [])

    /// - Complexity: linear in the edges, which stand by unit.
    init(_ graph: CitationGraph, ofUnits isOfUnits: Bool) {
        let none = [Int](repeating: 0, count: graph.letters.count)
        (answers, citations, sources) = (none, none, none)
        var last = -1
        // The letter that each source was last met in.
        var met = [Int32](repeating: -1, count: graph.sources.count)
        for edge in graph.edges {
            let letter = graph.units[edge.unit].letter
            if edge.unit != last { answers[letter] += 1 }
            last = edge.unit
            citations[letter] += edge.citations
            if met[edge.source] != Int32(letter) { sources[letter] += 1 }
            met[edge.source] = Int32(letter)
        }
        guard isOfUnits else { return }
        let noUnits = [Int](repeating: 0, count: graph.units.count)
        ofUnits = (noUnits, noUnits)
        for edge in graph.edges {
            ofUnits.sources[edge.unit] += 1
            ofUnits.citations[edge.unit] += edge.citations
        }
    }
}

/// The first and the last day on which a letter cites each source; nil where no letter that does has a date.
struct CitedSpan: Sendable {
    private(set) var first: [String?]
    private(set) var last: [String?]

    /// - Complexity: linear in the edges.
    init(_ graph: CitationGraph) {
        (first, last) = ([String?](repeating: nil, count: graph.sources.count), [])
        last = first
        for edge in graph.edges {
            guard let day = graph.letters[graph.units[edge.unit].letter].date else { continue }
            first[edge.source] = min(first[edge.source] ?? day, day)
            last[edge.source] = max(last[edge.source] ?? day, day)
        }
    }
}
