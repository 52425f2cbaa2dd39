import GRDB

/// How much a store holds.
public struct StoreCounts: Sendable {
    public let letters: Int
    public let citations: Int
    /// Sources that are cited; their dossiers and series are not counted.
    public let sources: Int
    public let crossReferences: Int
    public let warnings: Int
}

extension GraphStore {
    public func counts() throws -> StoreCounts {
        try queue.read { database in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
            return StoreCounts(
                letters: try count("SELECT count(*) FROM letter"),
                citations: try count("SELECT count(*) FROM citation"),
                sources: try count(
                    "SELECT count(*) FROM source WHERE EXISTS (SELECT 1 FROM citation WHERE source_id = source.id)"),
                crossReferences: try count("SELECT count(*) FROM crossreference"),
                warnings: try count("SELECT count(*) FROM diagnostic WHERE severity <> 'note'"))
        }
    }
}
