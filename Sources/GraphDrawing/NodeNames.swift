import GraphAnalysis

/// What the nodes of a picture are called, in DOT and as ids in SVG: `l3` is letter 3 of the graph, `u7` unit 7, `s0`
/// source 0, and `l3-s0` the edge between them. Never a letter's own words.
public struct NodeNames: Sendable {
    /// For each source that is itself a letter of the graph, that letter: it is drawn once.
    let letterOfSource: [Int?]

    public init(_ graph: CitationGraph, _ level: PictureOptions.Level) {
        let letters = Dictionary(
            graph.letters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        letterOfSource = graph.sources.map { level == .letters ? $0.letter.flatMap { letters[$0] } : nil }
    }

    public func letter(_ index: Int) -> String { "l\(index)" }
    public func unit(_ index: Int) -> String { "u\(index)" }
    public func source(_ index: Int) -> String { letterOfSource[index].map(letter) ?? "s\(index)" }
}
