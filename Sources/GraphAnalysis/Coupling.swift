/// Bibliographic coupling: letters are close when they lean on the same sources.
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
    }

    /// The most strongly coupled pairs: strength, then the number of shared sources, then the letters' names.
    /// - Parameters:
    ///   - letter: only pairs with this letter (an index), or nil for all.
    ///   - limit: at most this many.
    /// - Complexity: the sum over sources of the square of the number of letters that cite them; memory linear in letters.
    public static func pairs(
        _ graph: CitationGraph, by measure: Measure = .count, with letter: Int? = nil, limit: Int = 20
    ) -> [Pair] {
        let incidence = Incidence(graph)
        let weights = weights(incidence, measure)
        var best = BestPairs(limit: limit)
        var counts = [Int32](repeating: 0, count: graph.letters.count)
        var sums = [Double](repeating: 0, count: graph.letters.count)
        for first in letter.map({ [$0] }) ?? Array(graph.letters.indices) {
            var touched: [Int] = []
            for source in incidence.sourcesOfLetter[first] {
                for other in incidence.lettersOfSource[Int(source)] where letter == nil ? other > first : other != first
                {
                    if counts[Int(other)] == 0 { touched.append(Int(other)) }
                    counts[Int(other)] += 1
                    sums[Int(other)] += weights[Int(source)]
                }
            }
            let own = incidence.sourcesOfLetter[first].count
            for other in touched {
                let shared = Int(counts[other])
                let strength = strength(measure, shared, own, incidence.sourcesOfLetter[other].count, sums[other])
                best.add(
                    BestPairs.Entry(
                        first: min(first, other), second: max(first, other), shared: shared, strength: strength))
                counts[other] = 0
                sums[other] = 0
            }
        }
        return best.sorted().map { entry in
            let other = Set(incidence.sourcesOfLetter[entry.second])
            let shared = incidence.sourcesOfLetter[entry.first].filter(other.contains).map(Int.init)
            return Pair(first: entry.first, second: entry.second, strength: entry.strength, shared: shared)
        }
    }

    private static func weights(_ incidence: Incidence, _ measure: Measure) -> [Double] {
        guard measure == .weighted else { return [Double](repeating: 0, count: incidence.lettersOfSource.count) }
        let letters = Double((0..<incidence.sourcesOfLetter.count).count { !incidence.sourcesOfLetter[$0].isEmpty })
        return (0..<incidence.lettersOfSource.count).map { source in
            let citing = incidence.lettersOfSource[source].count
            return citing == 0 ? 0 : Logarithm.natural(letters / Double(citing))
        }
    }

    private static func strength(_ measure: Measure, _ shared: Int, _ a: Int, _ b: Int, _ sum: Double) -> Double {
        let c = Double(shared)
        return switch measure {
        case .count: c
        case .jaccard: c / Double(a + b - shared)
        case .salton: c / (Double(a) * Double(b)).squareRoot()
        case .association: c / (Double(a) * Double(b))
        case .weighted: sum
        }
    }
}
