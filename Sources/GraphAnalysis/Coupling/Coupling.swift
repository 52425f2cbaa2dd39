import Foundation

/// Bibliographic coupling: two letters are close when they share sources.
public enum Coupling {
    /// How strongly two letters are coupled, from the number of sources they share (c) and have (a, b).
    public enum Measure: String, Sendable, CaseIterable {
        case count, jaccard, salton, association, weighted

        /// The formula, for people.
        public var formula: String {
            switch self {
            case .count: "c, the number of shared sources"
            case .jaccard: "c / (a + b - c)"
            case .salton: "c / sqrt(a * b)"
            case .association: "c / (a * b)"
            case .weighted: "the sum of ln(N / n) over the shared sources; n of the N letters cite it"
            }
        }
    }

    public struct Pair: Sendable, Equatable {
        /// Indices into `CitationGraph.letters`; `first` comes before `second`.
        public let first: Int
        public let second: Int
        public let strength: Double
        /// Indices into `CitationGraph.sources`, in order.
        public let shared: [Int]

        package init(first: Int, second: Int, strength: Double, shared: [Int]) {
            (self.first, self.second, self.strength, self.shared) = (first, second, strength, shared)
        }
    }

    /// The most strongly coupled pairs: strength, then the number of shared sources, then the letters' names.
    /// - Parameters:
    ///   - graph: letters and the sources they cite.
    ///   - measure: how the strength of a pair is computed.
    ///   - letter: only pairs with this letter (an index), or nil for all.
    ///   - limit: at most this many.
    ///   - workers: how many cores to use; the pairs are the same whatever their number.
    /// - Complexity: the sum over sources of the square of the number of letters that cite them; memory linear in letters,
    ///   for each worker.
    public static func pairs(
        _ graph: CitationGraph, by measure: Measure = .count, with letter: Int? = nil, limit: Int = 20,
        workers: Int = Workers.cores
    ) -> [Pair] {
        pairs(Incidence(graph), by: measure, with: letter, limit: limit, workers: workers).pairs
    }

    /// The same of letters and sources that are numbers and nothing else; letters numbered in the order of their names.
    /// - Returns: beside the first pairs, how many there are in all.
    package static func pairs(
        _ incidence: Incidence, by measure: Measure, with letter: Int? = nil, limit: Int,
        workers: Int = Workers.cores
    ) -> (pairs: [Pair], total: Int) {
        let weights = weights(incidence, measure)
        var best = TopPairs(limit: limit)
        if let letter {
            var counts = SharedCounts(incidence, by: measure, weights: weights)
            counts.add(letter, onlyLater: false, to: &best)
        } else {
            let parts = Workers.run(workers, rows: incidence.sourcesOfLetter.count, block: 64) { blocks in
                var counts = SharedCounts(incidence, by: measure, weights: weights)
                var best = TopPairs(limit: limit)
                while let block = blocks.take() {
                    for letter in block { counts.add(letter, onlyLater: true, to: &best) }
                }
                return best
            }
            for part in parts { best.add(part) }
        }
        let pairs = best.sorted().map { entry in
            let other = Set(incidence.sourcesOfLetter[entry.second])
            let shared = incidence.sourcesOfLetter[entry.first].filter(other.contains).map(Int.init)
            return Pair(first: entry.first, second: entry.second, strength: entry.strength, shared: shared)
        }
        return (pairs, best.total)
    }

    /// ln(N / n) of each source, or none where sources count alike.
    static func weights(_ incidence: Incidence, _ measure: Measure) -> [Double] {
        guard measure == .weighted else { return [] }
        let letters = Double((0..<incidence.sourcesOfLetter.count).count { incidence.sourcesOfLetter.degree($0) > 0 })
        return (0..<incidence.lettersOfSource.count).map { source in
            let citing = incidence.lettersOfSource.degree(source)
            return citing == 0 ? 0 : log(letters / Double(citing))
        }
    }
}

extension Coupling.Measure {
    /// The strength of a pair by what it shares (c) and has (a, b); `weighted` depends on which sources those are.
    func strength(_ shared: Int, _ a: Int, _ b: Int) -> Double {
        let c = Double(shared)
        return switch self {
        case .count, .weighted: c
        case .jaccard: c / Double(a + b - shared)
        case .salton: c / (Double(a) * Double(b)).squareRoot()
        case .association: c / (Double(a) * Double(b))
        }
    }
}
