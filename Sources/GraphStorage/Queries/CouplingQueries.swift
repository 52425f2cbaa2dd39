import GRDB
import GraphAnalysis

extension GraphStore {
    /// The most strongly coupled pairs of letters, as `Coupling.pairs` finds them on the graph.
    /// - Parameters:
    ///   - selection: the letters and citations that count.
    ///   - letter: only pairs with the letter of this name; nil for all pairs.
    ///   - measure: how the strength of a pair is computed.
    ///   - limit: at most this many pairs.
    /// - Returns: nil when that letter is not among those selected; else the first pairs, in a graph of the letters they are
    ///   of, and how many pairs there are in all.
    /// - Complexity: linear in the citations of the selection, and the coupling itself. By `count` with a letter, only its
    ///   sources are looked at.
    public func coupled(
        _ selection: GraphSelection, with letter: String?, by measure: Coupling.Measure, limit: Int
    ) throws -> (pairs: [Coupling.Pair], total: Int, graph: CitationGraph)? {
        try queue.read { database in
            let letters = LetterRows(selection)
            var id: Int?
            if let letter {
                id = try Int.fetchOne(database, sql: "SELECT id FROM letter WHERE name = ?", arguments: [letter])
                let selected = try letters.selected(in: database)
                guard let id, selected.map({ $0[id] != nil }) ?? true else { return nil }
                // The other measures ask what each letter cites besides.
                if measure == .count { return try closest(to: id, selection, letters, limit, in: database) }
            }
            let ids = try letters.ids(in: database)
            let places = try RowIndex("letter", ids, in: database)
            let rows = try CitationColumns(selection, in: database)
            let incidence = try Self.incidence(rows, places, ids.count, in: database)
            let (pairs, total) = Coupling.pairs(
                incidence, by: measure, with: id.flatMap { places[$0] }, limit: limit)
            let (named, graph) = try Self.named(pairs, selection, letters, ids, in: database)
            return (named, total, graph)
        }
    }

    /// The letters that share most sources with one, found by walking from it to its sources and from those to letters.
    private func closest(
        to letter: Int, _ selection: GraphSelection, _ letters: LetterRows, _ limit: Int, in database: Database
    ) throws -> (pairs: [Coupling.Pair], total: Int, graph: CitationGraph) {
        let own = try CitationColumns(selection, .ofLetters([letter]), in: database)
        let rows = try CitationColumns(selection, .ofSources(Array(Set(own.sources))), in: database)
        let selected = try letters.selected(in: database)
        let met = rows.letters.indices.filter { row in selected.map { $0[rows.letters[row]] != nil } ?? true }
            .map { UInt64(UInt32(truncatingIfNeeded: rows.letters[$0])) << 32 | UInt64(rows.sources[$0]) }.sorted()
        var shared: [(letter: Int, count: Int)] = []
        for place in met.indices where place == 0 || met[place] != met[place - 1] {
            let other = Int(met[place] >> 32)
            if shared.last?.letter != other { shared.append((other, 0)) }
            shared[shared.count - 1].count += 1
        }
        shared.removeAll { $0.letter == letter }
        shared.sort { $0.count > $1.count }
        // Of letters that share as many as the last, the first by name.
        let least = limit < shared.count ? shared[limit].count : 0
        let ties = shared.filter { $0.count == least }.map(\.letter)
        let first = try Int.fetchAll(
            database,
            sql: """
                SELECT letter.id FROM json_each(?) CROSS JOIN letter ON letter.id = json_each.value
                ORDER BY name LIMIT ?
                """, arguments: [ties.list, limit])
        let some = [letter] + shared.filter { $0.count > least }.map(\.letter) + first
        let cited = try CitationColumns(selection, .ofLetters(some), in: database)
        let graph = try Self.graph(selection, letters, of: some, cited, in: database)
        let name = try String.fetchOne(database, sql: "SELECT name FROM letter WHERE id = ?", arguments: [letter])
        let centre = graph.letters.firstIndex { $0.name == name }
        return (Coupling.pairs(graph, with: centre, limit: limit), shared.count, graph)
    }

    private static func incidence(_ rows: CitationColumns, _ places: RowIndex, _ count: Int, in database: Database)
        throws -> Incidence
    {
        // Weights are added in the order of the sources, which shows in the last digit.
        let ids = try Int.fetchAll(database, sql: "SELECT id FROM source ORDER BY canonical")
        let sources = try RowIndex("source", ids, in: database)
        var (citing, cited): ([UInt32], [UInt32]) = ([], [])
        for row in rows.letters.indices {
            guard let letter = places[rows.letters[row]], let source = sources[rows.sources[row]] else { continue }
            citing.append(UInt32(letter))
            cited.append(UInt32(source))
        }
        return Incidence(citing: citing, cited: cited, letters: count, sources: ids.count)
    }

    /// Pairs by number as pairs in a graph of the letters they are of.
    private static func named(
        _ pairs: [Coupling.Pair], _ selection: GraphSelection, _ letters: LetterRows, _ all: [Int],
        in database: Database
    ) throws -> (pairs: [Coupling.Pair], graph: CitationGraph) {
        let some = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
        let ids = some.map { all[$0] }
        let rows = try CitationColumns(selection, .ofLetters(ids), in: database)
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
