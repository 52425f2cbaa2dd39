import GRDB

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
