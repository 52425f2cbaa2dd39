import CitationFinding
import GRDB

/// Addresses that differ in scheme, `www.` or a closing slash are one source: of all that letters have written, one stands for
/// them. It is worked out from what is written in the whole store, so that neither order nor grouping decides it.
extension StoreWriter {
    mutating func joinAddresses() throws {
        let several = try String.fetchAll(
            database,
            sql: """
                SELECT shared FROM source WHERE shared IS NOT NULL GROUP BY shared HAVING count(*) > 1
                UNION SELECT shared FROM citation JOIN source ON source.id = source_id
                  WHERE written_as IS NOT NULL AND shared IS NOT NULL
                """)
        for shared in several {
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT citation.id, coalesce(written_as, canonical), canonical, resolves_to, source.id FROM source
                          JOIN citation ON source_id = source.id WHERE shared = ?
                        """), arguments: [shared])
            // What the user's corrections join or keep apart is none of these, or not one with the rest.
            let parts = Dictionary(grouping: rows) { row in
                works.isEmpty
                    ? .addresses(shared)
                    : works.work(SourceID(row[1]), resolvedTo: (row[3] as String?).map { SourceID($0) })
            }
            for (work, rows) in parts {
                guard case .addresses = work, let standing = OtherNames.standing(for: rows.map { $0[1] as String })
                else { continue }
                gathering.note(address: shared, sources: rows.lazy.map { $0[4] })
                let source = try sourceID(SourceID(standing))
                for row in rows where row[2] as String != standing {
                    let written: String = row[1]
                    try database.cachedStatement(sql: "UPDATE citation SET source_id = ?, written_as = ? WHERE id = ?")
                        .execute(arguments: [source, written == standing ? nil : written, row[0] as Int64])
                }
            }
        }
        guard !several.isEmpty else { return }
        // Those that are only written now, and stand for nothing.
        try database.execute(
            sql: """
                DELETE FROM source WHERE shared IN (SELECT shared FROM source WHERE shared IS NOT NULL GROUP BY shared
                  HAVING count(*) > 1) AND NOT EXISTS (SELECT 1 FROM citation WHERE source_id = source.id)
                """)
    }
}

/// A report that no catalogue names is called as letters call it: of all titles written for it one is its label, worked out from
/// the whole store.
extension StoreWriter {
    func labelByTitle() throws {
        let kinds = SourceKind.names(where: \.isCatalogued).map { "'\($0)'" }.sorted().joined(separator: ",")
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT source.id, canonical, source.label, citation.title, written_as
                FROM source JOIN citation ON source_id = source.id
                WHERE source.kind IN (\(kinds)) AND citation.title IS NOT NULL
                """)
        var titles: [Int64: (id: String, label: String, titles: Set<String>)] = [:]
        while let row = try rows.next() {
            // What stands before the number of a Kamerstuk is no report's title, though a user says that both are one.
            if let written: String = row[4], !SourceKind.of(written).isCatalogued { continue }
            titles[row[0], default: (row[1], row[2], [])].titles.insert(row[3])
        }
        for (source, written) in titles where !catalogue.hasSeries(of: written.id) {
            guard let label = OtherNames.label(from: written.titles), label != written.label else { continue }
            try database.cachedStatement(sql: "UPDATE source SET label = ? WHERE id = ?").execute(arguments: [
                label, source,
            ])
        }
    }
}
