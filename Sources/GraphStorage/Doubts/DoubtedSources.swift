import GRDB

/// Sources that are doubted wherever they stand: `36 522, nr. 12 ?`. A source is doubted when a doubt about it says which id may have
/// been meant; of several, the one that most of them put first is its likely one.
extension StoreWriter {
    /// - Complexity: linear in the doubts; only what changed is written.
    func markDoubtedSources() throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT about, suggestions FROM diagnostic WHERE about IS NOT NULL AND suggestions <> ''")
        var counts: [String: [String: Int]] = [:]
        while let row = try rows.next() {
            let likely = (row[1] as String).prefix { $0 != " " }
            counts[row[0], default: [:]][String(likely), default: 0] += 1
        }
        let old = try Row.fetchAll(database, sql: "SELECT canonical, doubt FROM source WHERE doubt IS NOT NULL")
        var marks = Dictionary(old.map { ($0[0] as String, String?.none) }, uniquingKeysWith: { first, _ in first })
        for (id, likely) in counts { marks[id] = likely.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key }
        for row in old where marks[row[0]] == row[1] as String? { marks[row[0]] = nil }
        for (id, likely) in marks {
            try database.cachedStatement(sql: "UPDATE source SET doubt = ? WHERE canonical = ?")
                .execute(arguments: [likely, id])
        }
    }
}
