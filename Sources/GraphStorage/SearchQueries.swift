import GRDB
import GraphAnalysis

/// What is found in the store: the first rows, and how many there are.
public struct FoundNodes: Sendable {
    public struct Row: Sendable {
        /// The canonical id of a source, the name of a letter.
        public let name: String
        public let label: String
        /// The kind of a source, the subject of a letter.
        public let about: String?
        /// How often a source is cited.
        public let citations: Int
    }

    public let rows: [Row]
    public let total: Int
}

extension GraphStore {
    /// The cited sources of a selection's kinds that are called by all these words, in their label, title or id. Those that
    /// have the words one after the other stand first, then the most cited.
    /// - Complexity: linear in the names of all sources.
    public func sources(matching text: String, _ selection: GraphSelection, limit: Int) throws -> FoundNodes {
        guard let words = SearchWords(text) else { return FoundNodes(rows: [], total: 0) }
        return try queue.read { database in
            let cursor = try Row.fetchCursor(database, sql: "SELECT id, canonical, label, title, kind FROM source")
            var matches: [Int: SearchWords.Match] = [:]
            while let row = try cursor.next() {
                if let kinds = selection.citedKinds, !kinds.contains(row[4]) { continue }
                let (id, label): (String, String) = (row[1], row[2])
                matches[row[0]] = words.match("\(label) \(row[3] as String? ?? "") \(id)")
            }
            // A dossier that nothing cites but by its documents has no place in a picture.
            let counts = try Self.citations(Array(matches.keys), in: database)
            let ranked = counts.sorted {
                let (left, right) = (matches[$0.id]?.rawValue ?? 0, matches[$1.id]?.rawValue ?? 0)
                return (left, -$0.count, $0.id) < (right, -$1.count, $1.id)
            }
            let statement = try database.cachedStatement(
                sql: "SELECT canonical, label, title, kind FROM source WHERE id = ?")
            let rows = try ranked.prefix(limit).compactMap { found in
                try Row.fetchOne(statement, arguments: [found.id]).map { row in
                    FoundNodes.Row(
                        name: row[0], label: CitationGraph.titled(row[1], row[2]), about: row[3],
                        citations: found.count)
                }
            }
            return FoundNodes(rows: rows, total: ranked.count)
        }
    }

    /// The letters of a selection that hold all these words in what they are called, their subject, who asked, their day
    /// or numbers; first those that have them one after the other, then the newest.
    /// - Complexity: linear in the names of all letters.
    public func letters(matching text: String, _ selection: GraphSelection, limit: Int) throws -> FoundNodes {
        guard let words = SearchWords(text) else { return FoundNodes(rows: [], total: 0) }
        return try queue.read { database in
            let condition = LetterCondition(selection)
            let cursor = try Row.fetchCursor(
                database,
                sql: """
                    SELECT name, label, subject, answered, aanhangsel,
                      (SELECT group_concat(name || ' ' || coalesce(party, ''), ' ') FROM letter_asker
                        WHERE letter_id = letter.id),
                      (SELECT group_concat(zaak, ' ') FROM letter_zaak WHERE letter_id = letter.id)
                    FROM letter \(condition.sql)
                    """, arguments: condition.arguments)
            var found: [(match: Int, day: String, row: FoundNodes.Row)] = []
            while let row = try cursor.next() {
                let parts = (0..<7).compactMap { row[$0] as String? }
                guard let match = words.match(parts.joined(separator: " ")) else { continue }
                found.append(
                    (
                        match.rawValue, row[3] ?? "",
                        FoundNodes.Row(name: row[0], label: row[1], about: row[2], citations: 0)
                    ))
            }
            found.sort { ($0.match, $1.day, $0.row.name) < ($1.match, $0.day, $1.row.name) }
            return FoundNodes(rows: found.prefix(limit).map(\.row), total: found.count)
        }
    }

    private static func citations(_ sources: [Int], in database: Database) throws -> [(id: Int, count: Int)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT source_id, count(*) FROM json_each(?) CROSS JOIN citation ON source_id = json_each.value
                GROUP BY source_id
                """, arguments: [sources.list]
        ).map { ($0[0], $0[1]) }
    }
}
