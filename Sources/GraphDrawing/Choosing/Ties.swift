import GraphAnalysis

/// One side of the graph as nodes with ties between them: those there is room for (`Projection`), or all.
public protocol Ties: Sendable {
    var side: Projection.Side { get }
    /// The nodes that have a tie, as indices, in order.
    var nodes: [Int] { get }
    /// Every tie, by its first node, then by its second.
    /// - Parameter report: is handed how many nodes are done, of those of the graph.
    func eachTie(_ report: (_ done: Int) -> Void, _ take: (Projection.Tie) throws -> Void) rethrows
}

extension Projection: Ties {
    public func eachTie(_ report: (Int) -> Void, _ take: (Tie) throws -> Void) rethrows {
        for tie in ties.sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
            report(tie.first)
            try take(tie)
        }
    }
}

/// A projection with all its ties, which are found as they are asked for: of tens of thousands of letters there are more than
/// memory holds.
public struct WholeProjection: Ties {
    public let side: Projection.Side
    public let nodes: [Int]
    /// There are no more ties than this: two nodes may have several things in common.
    public let most: Int
    private let incidence: Incidence
    private let measure: Coupling.Measure

    /// - Complexity: linear in the edges.
    public init(_ graph: CitationGraph, onto side: Projection.Side, by measure: Coupling.Measure = .count) {
        let incidence = side == .letters ? Incidence(graph) : Incidence(graph).turned
        (self.side, self.measure, self.incidence) = (side, measure, incidence)
        nodes = (0..<incidence.sourcesOfLetter.count).filter { node in
            incidence.sourcesOfLetter[node].contains { incidence.lettersOfSource.degree(Int($0)) > 1 }
        }
        most = (0..<incidence.lettersOfSource.count).reduce(0) { sum, common in
            let degree = incidence.lettersOfSource.degree(common)
            return sum + degree * (degree - 1) / 2
        }
    }

    public func eachTie(_ report: (Int) -> Void, _ take: (Projection.Tie) throws -> Void) rethrows {
        try Coupling.eachPair(incidence, by: measure, report: report) { pair in
            try take(
                Projection.Tie(
                    first: pair.first, second: pair.second, strength: pair.strength, shared: pair.shared))
        }
    }
}
