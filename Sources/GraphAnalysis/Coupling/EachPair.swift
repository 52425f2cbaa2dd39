extension Coupling {
    /// Every pair that shares something, by its letters: by the first, then by the second. None is kept, so that there may be
    /// more than memory holds.
    /// - Parameters:
    ///   - incidence: letters and sources that are numbers and nothing else.
    ///   - report: is handed how many letters are done, before each.
    /// - Complexity: the sum over sources of the square of the number of letters that cite them; memory linear in letters.
    package static func eachPair(
        _ incidence: Incidence, by measure: Measure, report: (Int) -> Void = { _ in }, _ take: (Pair) throws -> Void
    ) rethrows {
        var counts = SharedCounts(incidence, by: measure, weights: weights(incidence, measure))
        var best = TopPairs(limit: .max)
        for letter in 0..<incidence.sourcesOfLetter.count {
            report(letter)
            counts.add(letter, onlyLater: true, to: &best)
            var found: [TopPairs.Entry] = []
            best.drain { found.append($0) }
            let own = Set(incidence.sourcesOfLetter[letter])
            for entry in found.sorted(by: { $0.second < $1.second }) {
                let shared = incidence.sourcesOfLetter[entry.second].filter(own.contains).map(Int.init)
                try take(Pair(first: letter, second: entry.second, strength: entry.strength, shared: shared))
            }
        }
    }
}
