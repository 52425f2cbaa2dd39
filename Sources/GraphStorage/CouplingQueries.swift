import GRDB
import GraphAnalysis

extension GraphStore {
    /// The most strongly coupled pairs of letters, as `Coupling.pairs` finds them on the graph.
    /// - Parameter letter: only pairs with the letter of this name.
    /// - Returns: nil when that letter is not among those selected; else pairs in a graph of the letters they are of.
    /// - Complexity: linear in the citations of the selection, and the coupling itself. By `count` with a letter, only its
    ///   sources are looked at.
    public func coupled(
        _ selection: GraphSelection, with letter: String?, by measure: Coupling.Measure, limit: Int
    ) throws -> (pairs: [Coupling.Pair], graph: CitationGraph)? {
        try queue.read { database in
            let letters = try LetterRows(selection, in: database)
            let places = try Places("letter", letters.ids, in: database)
            var (centre, part): (Int?, CitationRows.Part) = (nil, .all)
            if let letter {
                let id = try Int.fetchOne(database, sql: "SELECT id FROM letter WHERE name = ?", arguments: [letter])
                guard let id, let place = places[id] else { return nil }
                centre = place
                // The other measures ask what each letter cites besides.
                if measure == .count {
                    let own = try CitationRows(selection, .ofLetters([id]), in: database)
                    part = .ofSources(Array(Set(own.sources)))
                }
            }
            let rows = try CitationRows(selection, part, in: database)
            let incidence = try Self.incidence(rows, letters, places, in: database)
            let pairs = Coupling.pairs(incidence, by: measure, with: centre, limit: limit)
            return try Self.named(pairs, selection, letters, in: database)
        }
    }

    private static func incidence(_ rows: CitationRows, _ letters: LetterRows, _ places: Places, in database: Database)
        throws -> Incidence
    {
        // Weights are added in the order of the sources, which shows in the last digit.
        let ids = try Int.fetchAll(database, sql: "SELECT id FROM source ORDER BY canonical")
        let sources = try Places("source", ids, in: database)
        var (citing, cited): ([UInt32], [UInt32]) = ([], [])
        for row in rows.letters.indices {
            guard let letter = places[rows.letters[row]], let source = sources[rows.sources[row]] else { continue }
            citing.append(UInt32(letter))
            cited.append(UInt32(source))
        }
        return Incidence(citing: citing, cited: cited, letters: letters.ids.count, sources: ids.count)
    }

    /// Pairs by number as pairs in a graph of the letters they are of.
    private static func named(
        _ pairs: [Coupling.Pair], _ selection: GraphSelection, _ letters: LetterRows, in database: Database
    ) throws -> (pairs: [Coupling.Pair], graph: CitationGraph) {
        let some = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
        let ids = some.map { letters.ids[$0] }
        let rows = try CitationRows(selection, .ofLetters(ids), in: database)
        let graph = try graph(selection, letters, of: ids, rows, in: database)
        let incidence = Incidence(graph)
        let places = Dictionary(some.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let named = pairs.compactMap { pair -> Coupling.Pair? in
            guard let first = places[pair.first], let second = places[pair.second] else { return nil }
            let other = Set(incidence.sourcesOfLetter[second])
            return Coupling.Pair(
                first: first, second: second, strength: pair.strength,
                shared: incidence.sourcesOfLetter[first].filter(other.contains).map(Int.init))
        }
        return (named, graph)
    }
}
