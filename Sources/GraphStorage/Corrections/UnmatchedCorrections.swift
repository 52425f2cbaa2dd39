import CitationFinding
import DossierRegister
import GRDB

/// What a user's file says of nothing in the store.
extension GraphStore {
    /// The corrections that match no citation: the letter, the unit or the id differs, or the letter is missing.
    public func unmatched(_ corrections: [Correction]) throws -> [Correction] {
        try queue.read { database in
            try corrections.filter { correction in
                let isMet = try Bool.fetchOne(
                    database,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM letter JOIN unit ON unit.letter_id = letter.id
                            JOIN citation ON citation.unit_id = unit.id JOIN source ON source.id = citation.source_id
                            WHERE letter.name = :letter AND unit.name = coalesce(:unit, unit.name)
                              AND (citation.read_as = :id OR citation.read_as IS NULL AND source.canonical = :id))
                          OR EXISTS (SELECT 1 FROM letter JOIN dropped_citation ON letter_id = letter.id
                            WHERE letter.name = :letter AND unit = coalesce(:unit, unit) AND canonical = :id)
                        """, arguments: ["letter": correction.letter, "unit": correction.unit, "id": correction.id])
                return isMet != true
            }
        }
    }

    /// The verdicts that change nothing: no letter cites what they join or keep apart, or kvgraph would not join it.
    public func unmatched(_ verdicts: [WorkVerdict]) throws -> [WorkVerdict] {
        guard !verdicts.isEmpty else { return [] }
        return try queue.read { database in
            let plain = Works([], try Self.register(database))
            let works = Works(verdicts, try Self.register(database))
            return try verdicts.filter { verdict in
                switch verdict.kind {
                case .same:
                    return try !Self.isCited(oneOf: verdicts.allLeading(to: verdict.first), plain, works, database)
                case .apart:
                    let (first, second) = (plain.work(SourceID(verdict.first)), plain.work(SourceID(verdict.second)))
                    let isMet =
                        try first == second && Self.isWritten(verdict.first, first, database)
                        && Self.isWritten(verdict.second, second, database)
                    return try !isMet && !Self.isResolved(verdict, database)
                }
            }
        }
    }

    /// Whether a letter cites one of some ids, or what kvgraph knows to be one of them.
    private static func isCited(oneOf ids: Set<String>, _ plain: Works, _ works: Works, _ database: Database) throws
        -> Bool
    {
        let wanted = Set(ids.map { plain.work(SourceID($0)) })
        let standing = Set(ids.compactMap { if case .source(let id) = works.work(SourceID($0)) { id } else { nil } })
        for id in standing.sorted() {
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT DISTINCT coalesce(written_as, canonical), resolves_to
                    FROM source JOIN citation ON source_id = source.id WHERE canonical = ?
                    """, arguments: [id])
            while let row = try rows.next() {
                let resolved = (row[1] as String?).map { SourceID($0) }
                if wanted.contains(plain.work(SourceID(row[0]), resolvedTo: resolved)) { return true }
            }
        }
        return false
    }

    /// Whether a letter writes an id, or what letters write may be known to be it.
    private static func isWritten(_ id: String, _ work: Works.Work, _ database: Database) throws -> Bool {
        if work == .source(id) { return true }
        return try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM citation WHERE written_as = :id) OR EXISTS (SELECT 1 FROM citation
                  JOIN source ON source.id = source_id WHERE canonical = :id AND written_as IS NULL)
                """, arguments: ["id": id]) == true
    }

    /// Whether a letter cites one by its date, and gives the number of the other.
    private static func isResolved(_ verdict: WorkVerdict, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM citation JOIN source ON source.id = source_id
                  WHERE canonical = :first AND resolves_to = :second OR canonical = :second AND resolves_to = :first)
                """, arguments: ["first": verdict.first, "second": verdict.second]) == true
    }
}

extension [WorkVerdict] {
    /// The ids that count as an id by way of `same`, and the id itself.
    fileprivate func allLeading(to id: String) -> Set<String> {
        var (ids, open): (Set<String>, [String]) = ([id], [id])
        while let next = open.popLast() {
            for verdict in self where verdict.kind == .same && verdict.second == next {
                if ids.insert(verdict.first).inserted { open.append(verdict.first) }
            }
        }
        return ids
    }
}
