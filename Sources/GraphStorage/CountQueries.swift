import GRDB
import GraphAnalysis

/// What `top` and `shared` ask, counted on ids: names are looked up for what is listed and nothing else.
extension GraphStore {
    /// The most cited sources, as `MostCited.rows` counts them on the graph; without the letters that cite them.
    /// - Complexity: linear in the citations of the selection; by `pagerank`, the graph is read.
    public func mostCited(_ selection: GraphSelection, by measure: MostCited.Measure, limit: Int) throws
        -> [MostCited.Row]
    {
        if measure == .pagerank { return Array(MostCited.rows(try graph(selection), by: measure).prefix(limit)) }
        guard limit > 0 else { return [] }
        return try queue.read { database in
            let counts = try SourceCounts(selection, try CitationRows(selection, in: database), in: database)
            return try counts.rows(counts.best(limit, by: measure), in: database)
                .sorted { $0.precedes($1, by: measure) }.prefix(limit).map(\.self)
        }
    }

    /// The sources that at least so many letters cite, the most shared first, with those letters.
    /// - Returns: `citedBy` counts in the letters of the graph, which has nothing but letters.
    /// - Complexity: linear in the citations of the selection.
    public func shared(_ selection: GraphSelection, minimum: Int) throws -> (
        rows: [MostCited.Row], graph: CitationGraph
    ) {
        try queue.read { database in
            let letters = LetterRows(selection)
            let (ids, nodes) = try letters.nodes(in: database)
            let rows = try CitationRows(selection, in: database)
            let counts = try SourceCounts(selection, rows, in: database)
            let places = counts.sources.indices.filter { counts.letters[$0] >= minimum }
            let citing = try CitingLetters(rows, ids, counts, in: database)
            let shared = try counts.rows(places, in: database) { citing.letters(of: $0) }
            return (shared.sorted { $0.precedes($1, by: .letters) }, CitationGraph(letters: nodes))
        }
    }

    /// Letters, answers and citations of some sources, by their ids.
    public func counts(_ selection: GraphSelection, of sources: [String]) throws -> [String: [Int]] {
        try queue.read { database in
            let statement = try database.cachedStatement(sql: "SELECT id FROM source WHERE canonical = ?")
            let ids = try sources.compactMap { try Int.fetchOne(statement, arguments: [$0]) }
            let rows = try CitationRows(selection, .ofSources(ids), in: database)
            let counts = try SourceCounts(selection, rows, in: database)
            return Dictionary(
                try counts.rows(Array(counts.sources.indices), in: database).map {
                    ($0.source.id, [$0.letters, $0.answers, $0.citations])
                }, uniquingKeysWith: { first, _ in first })
        }
    }
}

/// Letters, answers and citations of each source in some rows.
struct SourceCounts {
    private(set) var sources: [Int] = []
    private(set) var letters: [Int] = []
    private(set) var answers: [Int] = []
    private(set) var citations: [Int] = []
    /// The rows of each source: numbers in `CitationRows`.
    private(set) var rows: CompactRows

    init(_ selection: GraphSelection, _ cited: CitationRows, in database: Database) throws {
        let selected = try LetterRows(selection).selected(in: database)
        var places = try Places("source", in: database)
        var (kept, keys): ([UInt32], [UInt32]) = ([], [])
        for row in cited.sources.indices {
            if let selected, selected[cited.letters[row]] == nil { continue }
            let place = places[cited.sources[row]] ?? sources.count
            if place == sources.count {
                places[cited.sources[row]] = place
                sources.append(cited.sources[row])
            }
            kept.append(UInt32(row))
            keys.append(UInt32(place))
        }
        rows = CompactRows(grouping: kept, by: keys, rows: sources.count)
        var (lastLetter, lastUnit) = (try Places("letter", in: database), try Places("unit", in: database))
        for place in sources.indices {
            var (letterCount, unitCount) = (0, 0)
            for row in rows[place] {
                let (letter, unit) = (cited.letters[Int(row)], cited.units[Int(row)])
                if lastLetter[letter] != place { letterCount += 1 }
                if lastUnit[unit] != place { unitCount += 1 }
                (lastLetter[letter], lastUnit[unit]) = (place, place)
            }
            letters.append(letterCount)
            answers.append(unitCount)
            citations.append(rows.degree(place))
        }
    }

    /// The places of the first so many, and of those that only their ids tell from the last of them.
    func best(_ limit: Int, by measure: MostCited.Measure) -> [Int] {
        let order: [[Int]] =
            switch measure {
            case .letters, .pagerank: [letters, answers, citations]
            case .answers: [answers, letters, citations]
            case .citations: [citations, letters, answers]
            }
        func compared(_ left: Int, _ right: Int) -> Int {
            for counts in order where counts[left] != counts[right] { return counts[right] - counts[left] }
            return 0
        }
        let sorted = sources.indices.sorted { compared($0, $1) < 0 }
        guard limit < sorted.count else { return sorted }
        return sorted.prefix(limit) + sorted[limit...].prefix { compared($0, sorted[limit - 1]) == 0 }
    }

    /// The rows of these places, in no order.
    func rows(_ places: [Int], in database: Database, citedBy: (Int) -> [Int] = { _ in [] }) throws -> [MostCited.Row] {
        let (nodes, ids) = try GraphStore.sources(places.map { sources[$0] }, in: database)
        let placeOf = Dictionary(places.map { (sources[$0], $0) }, uniquingKeysWith: { first, _ in first })
        return zip(nodes, ids).compactMap { node, id in
            placeOf[id].map {
                MostCited.Row(
                    source: node, letters: letters[$0], answers: answers[$0], citations: citations[$0],
                    citedBy: citedBy($0))
            }
        }
    }
}

/// Who cites a source: letters by their places in a list.
private struct CitingLetters {
    private let cited: CitationRows
    private let counts: SourceCounts
    private let places: Places

    init(_ cited: CitationRows, _ letters: [Int], _ counts: SourceCounts, in database: Database) throws {
        (self.cited, self.counts) = (cited, counts)
        places = try Places("letter", letters, in: database)
    }

    func letters(of source: Int) -> [Int] {
        let found = counts.rows[source].compactMap { places[cited.letters[Int($0)]] }.sorted()
        return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
    }
}
