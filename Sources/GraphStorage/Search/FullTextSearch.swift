import GRDB
import GraphAnalysis

/// A letter that a full-text search found.
public struct FoundLetter: Sendable {
    public let letter: CitationGraph.Letter
    /// Where it has the words; nil where they stand in no sentence of the store.
    public let passage: FoundPassage?
}

/// What a full-text search found: the best letters and sources, and how many there are in all.
public struct FoundTexts: Sendable {
    public let letters: [FoundLetter]
    public let allLetters: Int
    /// With the letters of the selection that cite them, in whatever part.
    public let sources: [MostCited.Row]
    public let allSources: Int

    public var total: Int { allLetters + allSources }
}

extension GraphStore {
    /// Letters and sources that have all words of a query: letters in what they say, their notes, subject, people and numbers;
    /// sources in their label, title and id. Those where the words stand close together come first, then those with the
    /// higher bm25; of sources that are alike, the most cited.
    /// - Parameters:
    ///   - selection: which letters, and which kinds of source; sources that none of these letters cites are left out.
    ///   - takesLetters: whether letters are looked for.
    ///   - takesSources: whether sources are.
    ///   - limit: at most so many rows. Letters and sources get half of them each, and what the other leaves.
    /// - Complexity: linear in the letters and sources found, but for sorting; the text is read of those that are returned.
    public func find(
        _ query: SearchQuery, _ selection: GraphSelection = GraphSelection(), takesLetters: Bool = true,
        takesSources: Bool = true, limit: Int? = nil
    ) throws -> FoundTexts {
        try queue.read { database in
            let letters = takesLetters ? try Self.letters(query, selection, limit, in: database) : []
            let sources = takesSources ? try Self.sources(query, selection, in: database) : []
            let share = Self.share(limit, letters.count, sources.count)
            let (ids, nodes) = try LetterRows(selection).nodes(Array(letters.prefix(share.letters)), in: database)
            let nodeOf = Dictionary(zip(ids, nodes), uniquingKeysWith: { first, _ in first })
            let passages = LetterPassages(query, in: database)
            return FoundTexts(
                letters: try letters.prefix(share.letters).compactMap { id in
                    try nodeOf[id].map { FoundLetter(letter: $0, passage: try passages.best(of: id)) }
                },
                allLetters: letters.count, sources: Array(sources.prefix(share.sources)), allSources: sources.count)
        }
    }

    /// How many letters in the store were read before their text was kept: a search knows what their heads and notes say.
    public func lettersWithoutText() throws -> Int {
        try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM letter WHERE fingerprint = ''") ?? 0 }
    }

    private static func share(_ limit: Int?, _ letters: Int, _ sources: Int) -> (letters: Int, sources: Int) {
        guard let limit, limit < letters + sources else { return (letters, sources) }
        let ofLetters = min(letters, max((limit + 1) / 2, limit - sources))
        return (ofLetters, limit - ofLetters)
    }

    /// How much a word counts: in the subject, the people and the numbers of a letter; in its answers; elsewhere.
    private static let letterWeights = "6, 6, 6, 2, 1, 1, 0.5"
    private static let sourceWeights = "1, 4, 4"

    /// All that are found; the first of them, as many as the limit, in their order.
    private static func letters(
        _ query: SearchQuery, _ selection: GraphSelection, _ limit: Int?, in database: Database
    ) throws -> [Int] {
        let condition = LetterFilterSQL(selection)
        let close = StatementArguments([query.closeMatch].compactMap(\.self))
        let rows = try RowReader(
            database,
            """
            SELECT rowid, \(isFar("letter_search", query)), bm25(letter_search, \(letterWeights))
            FROM letter_search WHERE letter_search MATCH ?
              \(condition.sql.isEmpty ? "" : "AND rowid IN (SELECT id FROM letter \(condition.sql))")
            """, close + [query.match] + condition.arguments)
        var found: [(id: Int, isFar: Bool, score: Double)] = []
        while try rows.next() { found.append((rows.int(0), rows.int(1) != 0, rows.double(2))) }
        found.sort { ($0.isFar ? 1 : 0, $0.score) < ($1.isFar ? 1 : 0, $1.score) }
        // Names are asked for only where they decide: of thousands that have a word few are shown.
        var end = min(limit ?? found.count, found.count)
        while end > 0, end < found.count, found[end].isFar == found[end - 1].isFar,
            found[end].score == found[end - 1].score
        {
            end += 1
        }
        let byName = try Int.fetchAll(
            database,
            sql: "SELECT letter.id FROM json_each(?) CROSS JOIN letter ON letter.id = json_each.value ORDER BY name",
            arguments: [found[..<end].map(\.id).list])
        let places = Dictionary(uniqueKeysWithValues: zip(byName, byName.indices))
        found[..<end].sort { left, right in
            (left.isFar ? 1 : 0, left.score, places[left.id] ?? 0) < (
                right.isFar ? 1 : 0, right.score, places[right.id] ?? 0
            )
        }
        return found.map(\.id)
    }

    private static func sources(_ query: SearchQuery, _ selection: GraphSelection, in database: Database) throws
        -> [MostCited.Row]
    {
        let close = StatementArguments([query.closeMatch].compactMap(\.self))
        let found = try Row.fetchAll(
            database,
            sql: """
                SELECT rowid, \(isFar("source_search", query)), bm25(source_search, \(sourceWeights))
                FROM source_search WHERE source_search MATCH ?
                """, arguments: close + [query.match])
        var everywhere = selection
        (everywhere.units, everywhere.level) = (.all, .documents)
        let cited = try CitationColumns(everywhere, .ofSources(found.map { $0[0] }), in: database)
        let counts = try SourceCounts(everywhere, cited, in: database)
        let rows = try counts.rows(Array(counts.sources.indices), in: database)
        let placeOf = Dictionary(zip(counts.sources, counts.sources.indices), uniquingKeysWith: { first, _ in first })
        let ranked = found.compactMap { row -> (isFar: Bool, score: Double, row: MostCited.Row)? in
            guard let place = placeOf[row[0]], let source = rows[place] else { return nil }
            return (row[1], row[2], source)
        }
        return ranked.sorted { left, right in
            if left.isFar != right.isFar { return right.isFar }
            if left.score != right.score { return left.score < right.score }
            return (-left.row.letters, -left.row.citations, left.row.source.id)
                < (-right.row.letters, -right.row.citations, right.row.source.id)
        }.map(\.row)
    }

    /// Whether the words stand apart, as a column: 0 sorts first.
    private static func isFar(_ table: String, _ query: SearchQuery) -> String {
        query.closeMatch == nil ? "0" : "\(table).rowid NOT IN (SELECT rowid FROM \(table) WHERE \(table) MATCH ?)"
    }
}
