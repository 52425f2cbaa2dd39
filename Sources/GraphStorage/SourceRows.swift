import CitationFinding
import GRDB

extension StoreWriter {
    /// The row of a source, made with its parents when it is new.
    mutating func sourceID(_ id: SourceID) throws -> Int64 {
        if let known = recentSources.row(id.id) { return known }
        let known = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT id, parent_id FROM source WHERE canonical = ?"), arguments: [id.id])
        // One that was there before may have been called otherwise, or have had another parent.
        if let row: Int64 = known?["id"], row > changes.lastSource {
            recentSources.remember(row, id.id)
            return row
        }
        let source = Source(id, catalogue: catalogue)
        let parent = try source.parent.map { try sourceID($0) }
        if let old: Int64 = known?["parent_id"], old != parent { changes.losesAPart(old) }
        let row = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    INSERT INTO source (canonical, kind, label, page, parent_id, title) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (canonical) DO UPDATE SET kind = excluded.kind, label = excluded.label,
                      page = excluded.page, parent_id = excluded.parent_id, title = excluded.title
                    RETURNING id
                    """
            ), arguments: [id.id, id.kind.name, source.label, source.page, parent, register.title(of: id.id)])
        guard let row else { return 0 }
        recentSources.remember(row, id.id)
        return row
    }
}
