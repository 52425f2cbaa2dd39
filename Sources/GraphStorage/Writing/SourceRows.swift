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
        let parent = try parent(of: source).map { try sourceID($0) }
        if let old: Int64 = known?["parent_id"], old != parent { changes.losesAPart(old) }
        let row = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    INSERT INTO source (canonical, kind, label, page, parent_id, title, shared, is_front_page)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (canonical) DO UPDATE SET kind = excluded.kind, label = excluded.label,
                      page = excluded.page, parent_id = excluded.parent_id, title = excluded.title,
                      shared = excluded.shared, is_front_page = excluded.is_front_page
                    RETURNING id
                    """
            ),
            arguments: [
                id.id, id.kind.name, source.label, source.page, parent, register.title(of: id.id),
                OtherNames.shared(by: id), OtherNames.isFrontPage(id),
            ])
        guard let row else { return 0 }
        recentSources.remember(row, id.id)
        return row
    }
}

extension StoreWriter {
    /// What a source is part of, or the source that stands for that. One that is part of something itself does not: a user may say
    /// that a dossier is one of its own papers.
    func parent(of source: Source) -> SourceID? {
        guard let parent = source.parent else { return nil }
        let standing = works.source(parent)
        if standing == parent { return parent }
        return Source(standing, catalogue: catalogue).parent == nil && standing != source.id ? standing : parent
    }
}

/// The rows of what was met of late, by its text. What is met often stays; memory does not grow with the store.
struct SourceRowCache {
    private var newer: [String: Int64] = [:]
    private var older: [String: Int64] = [:]
    private static let most = 8192

    /// The row of a text, when it was met of late.
    mutating func row(_ text: String) -> Int64? {
        if let row = newer[text] { return row }
        guard let row = older[text] else { return nil }
        remember(row, text)
        return row
    }

    mutating func remember(_ row: Int64, _ text: String) {
        if newer.count >= Self.most {
            swap(&newer, &older)
            newer.removeAll(keepingCapacity: true)
        }
        newer[text] = row
    }
}

/// Sources that nothing cites any more and that are no parent of one: they go.
extension StoreWriter {
    func removeOrphans() throws {
        if changes.isWhole { return try removeAllOrphans() }
        var candidates = Set(changes.allSources).union(changes.parents)
        while !candidates.isEmpty {
            var parents: Set<Int64> = []
            for id in candidates {
                let parent = try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT parent_id FROM source WHERE id = ?"), arguments: [id])
                try database.cachedStatement(
                    sql: """
                        DELETE FROM source WHERE id = ? AND NOT EXISTS (SELECT 1 FROM citation WHERE source_id = source.id)
                          AND NOT EXISTS (SELECT 1 FROM source part WHERE part.parent_id = source.id)
                        """
                ).execute(arguments: [id])
                if database.changesCount > 0, let parent { parents.insert(parent) }
            }
            candidates = parents
        }
    }

    private func removeAllOrphans() throws {
        repeat {
            try database.execute(
                sql: """
                    DELETE FROM source WHERE id NOT IN (SELECT source_id FROM citation)
                      AND id NOT IN (SELECT parent_id FROM source WHERE parent_id IS NOT NULL)
                    """)
        } while database.changesCount > 0
    }
}
