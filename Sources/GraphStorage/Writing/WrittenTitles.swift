import CitationFinding
import GRDB

/// A report that no catalogue names is called as letters call it: of all titles written for it one is its label, worked out from
/// the whole store.
extension StoreWriter {
    func labelByTitle() throws {
        let kinds = SourceKind.names(where: \.isCatalogued).map { "'\($0)'" }.sorted().joined(separator: ",")
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT source.id, canonical, source.label, citation.title FROM source JOIN citation ON source_id = source.id
                WHERE source.kind IN (\(kinds)) AND citation.title IS NOT NULL
                """)
        var titles: [Int64: (id: String, label: String, titles: Set<String>)] = [:]
        while let row = try rows.next() {
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
