import GRDB
import GraphAnalysis

/// What `top` and `shared` ask, counted on ids: names are looked up for what is listed and nothing else.
extension GraphStore {
    /// The most cited sources, as `MostCited.rows` counts them on the graph, handed over one by one; without the letters that
    /// cite them.
    /// - Parameters:
    ///   - selection: what is counted.
    ///   - measure: what they are ranked by.
    ///   - limit: at most so many, or nil for all.
    ///   - take: is handed each row.
    /// - Returns: how many sources are cited in all.
    /// - Complexity: linear in the citations of the selection, but for sorting sources; by `pagerank`, the graph is read.
    @discardableResult
    public func eachMostCited(
        _ selection: GraphSelection, by measure: MostCited.Measure, limit: Int? = nil,
        _ take: (MostCited.Row) throws -> Void
    ) throws -> Int {
        if measure == .pagerank {
            let rows = MostCited.rows(try graph(selection), by: measure)
            for row in rows.prefix(limit ?? .max) { try take(row) }
            return rows.count
        }
        return try queue.read { database in
            let counts = try SourceCounts(selection, try CitationColumns(selection, in: database), in: database)
            let order = try counts.order(counts.sources.indices.map(\.self), by: measure, in: database)
            try counts.each(order.prefix(limit ?? .max), in: database) { row, _ in try take(row) }
            return order.count
        }
    }

    /// The sources that at least so many letters cite, the most shared first, handed over one by one with those letters, in
    /// the order of their names.
    /// - Parameters:
    ///   - selection: what is counted.
    ///   - groups: only letters of these count, and a source that letters of each of them cite; or none for all letters.
    ///   - minimum: cited by at least this many letters.
    ///   - limit: at most so many, or nil for all.
    ///   - take: is handed each row, with the letters that cite it.
    /// - Returns: how many there are in all.
    /// - Complexity: linear in the citations of the selection, but for sorting sources. Memory: some numbers a citation, and
    ///   what letters are called.
    @discardableResult
    public func eachShared(
        _ selection: GraphSelection, between groups: [LetterGroup] = [], minimum: Int, limit: Int? = nil,
        _ take: (MostCited.Row, [CitationGraph.Letter]) throws -> Void
    ) throws -> Int {
        try queue.read { database in
            let (ids, nodes) = try LetterRows(selection).nodes(in: database)
            let membership = GroupMembership(groups)
            let all = try CitationColumns(selection, in: database)
            let rows = groups.isEmpty ? all : membership.members(all)
            let counts = try SourceCounts(selection, rows, in: database)
            let shared = counts.sources.indices.filter { place in
                counts.letters[place] >= minimum
                    && (groups.isEmpty || membership.isWhole(counts.rows[place].lazy.map { rows.letters[Int($0)] }))
            }
            let order = try counts.order(shared, by: .letters, in: database)
            let citing = try CitingLetters(rows, ids, counts, in: database)
            try counts.each(order.prefix(limit ?? .max), in: database) { row, place in
                try take(row, citing.letters(of: place).map { nodes[$0] })
            }
            return order.count
        }
    }

    /// Letters, answers and citations of some sources, by their ids.
    public func counts(_ selection: GraphSelection, of sources: [String]) throws -> [String: [Int]] {
        try queue.read { database in
            let statement = try database.cachedStatement(sql: "SELECT id FROM source WHERE canonical = ?")
            let ids = try sources.compactMap { try Int.fetchOne(statement, arguments: [$0]) }
            let rows = try CitationColumns(selection, .ofSources(ids), in: database)
            let counts = try SourceCounts(selection, rows, in: database)
            return Dictionary(
                try counts.rows(Array(counts.sources.indices), in: database).values.map {
                    ($0.source.id, [$0.letters, $0.answers, $0.citations])
                }, uniquingKeysWith: { first, _ in first })
        }
    }
}

/// Letters, answers and citations of each source in some rows.
struct SourceCounts {
    private(set) var sources: [Int] = []
    private let tally: SourceTally
    var letters: [Int] { tally.letters }
    var answers: [Int] { tally.answers }
    var citations: [Int] { tally.citations }
    /// The rows of each source: numbers in `CitationColumns`.
    private(set) var rows: CompressedRows

    init(_ selection: GraphSelection, _ cited: CitationColumns, in database: Database) throws {
        let selected = try LetterRows(selection).selected(in: database)
        var places = try RowIndex("source", in: database)
        let bounds = (try RowIndex.bound("letter", in: database), try RowIndex.bound("unit", in: database))
        var (kept, keys): ([UInt32], [UInt32]) = ([], [])
        for row in cited.sources.indices {
            if let selected, selected[cited.letters[row]] == nil { continue }
            // A foreign hand may have given rows to letters that there are not.
            guard (0..<bounds.0).contains(cited.letters[row]), (0..<bounds.1).contains(cited.units[row]) else {
                continue
            }
            let place = places[cited.sources[row]] ?? sources.count
            if place == sources.count {
                places[cited.sources[row]] = place
                sources.append(cited.sources[row])
            }
            kept.append(UInt32(row))
            keys.append(UInt32(place))
        }
        rows = CompressedRows(grouping: kept, by: keys, rows: sources.count)
        tally = SourceTally(rows, letterOf: cited.letters, unitOf: cited.units, bounds: bounds)
    }

    /// These places, the most cited first; of equals, by the id of the source.
    func order(_ places: [Int], by measure: MostCited.Measure, in database: Database) throws -> [Int] {
        let columns: [[Int]] =
            switch measure {
            case .letters, .pagerank: [letters, answers, citations]
            case .answers: [answers, letters, citations]
            case .citations: [citations, letters, answers]
            }
        let ids = try Int.fetchAll(database, sql: "SELECT id FROM source ORDER BY canonical")
        let rank = try RowIndex("source", ids, in: database)
        return places.sorted { left, right in
            for counts in columns where counts[left] != counts[right] { return counts[left] > counts[right] }
            return rank[sources[left]] ?? 0 < rank[sources[right]] ?? 0
        }
    }

    /// So many rows are looked up at once.
    private static let block = 256

    /// Hands over the rows of these places in their order, with the place of each.
    func each(
        _ places: ArraySlice<Int>, in database: Database, _ take: (MostCited.Row, Int) throws -> Void
    ) throws {
        var rest = places
        while !rest.isEmpty {
            let some = Array(rest.prefix(Self.block))
            rest = rest.dropFirst(Self.block)
            let found = try rows(some, in: database)
            for place in some {
                if let row = found[place] { try take(row, place) }
            }
        }
    }

    /// The row of each of these places.
    func rows(_ places: [Int], in database: Database) throws -> [Int: MostCited.Row] {
        let (nodes, ids) = try GraphStore.sources(places.map { sources[$0] }, in: database)
        let placeOf = Dictionary(places.map { (sources[$0], $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [Int: MostCited.Row] = [:]
        for (node, id) in zip(nodes, ids) {
            guard let place = placeOf[id] else { continue }
            rows[place] = MostCited.Row(
                source: node, letters: letters[place], answers: answers[place], citations: citations[place])
        }
        return rows
    }
}

/// Who cites a source: letters by their places in a list.
private struct CitingLetters {
    private let cited: CitationColumns
    private let counts: SourceCounts
    private let places: RowIndex

    init(_ cited: CitationColumns, _ letters: [Int], _ counts: SourceCounts, in database: Database) throws {
        (self.cited, self.counts) = (cited, counts)
        places = try RowIndex("letter", letters, in: database)
    }

    func letters(of source: Int) -> [Int] {
        let found = counts.rows[source].compactMap { places[cited.letters[Int($0)]] }.sorted()
        return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
    }
}
