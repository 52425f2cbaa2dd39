import GRDB
import GraphAnalysis

/// What a writing brought that the store did not have: letters, and sources that no letter cited before.
public struct StoreNews: Sendable, Equatable {
    /// What the letters are called, by their names in the store.
    public fileprivate(set) var letters: [String] = []
    /// Labels with titles: those of most letters first, then laws, zaken and the like behind others, and addresses last.
    public fileprivate(set) var sources: [String] = []

    public init() {}
}

/// Gathers the news while letters come and go. Of a store that is being filled nothing is gathered: all of it is new.
struct NewsGathering {
    private let isFilling: Bool
    private let lastSource: Int64
    /// Sources that stood in the store only because others are part of them; nil before the first change.
    private var uncited: Set<Int64>?
    /// Letters no file of which the store had.
    private var letters: Set<Int64> = []
    /// What addresses have in common that were cited in another form.
    private var knownAddresses: Set<String> = []

    init(isFilling: Bool, lastSource: Int64) { (self.isFilling, self.lastSource) = (isFilling, lastSource) }

    /// To be called before letters come or go.
    /// - Complexity: linear in the sources that others are part of, the first time.
    mutating func begin(in database: Database) throws {
        guard !isFilling, uncited == nil else { return }
        uncited = try Int64.fetchSet(
            database,
            sql: """
                SELECT DISTINCT parent_id FROM source WHERE parent_id IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM citation WHERE source_id = source.parent_id)
                """)
    }

    mutating func note(letter: Int64) {
        if !isFilling { letters.insert(letter) }
    }

    /// A better file of a letter was read: it is as new as it was.
    mutating func replace(_ letter: Int64, by other: Int64) {
        if letters.remove(letter) != nil { letters.insert(other) }
    }

    /// Several forms of an address stand for one source, and these rows are cited in one of them.
    mutating func note(address: String, sources: some Sequence<Int64>) {
        if sources.contains(where: { $0 <= lastSource }) { knownAddresses.insert(address) }
    }

    /// - Complexity: linear in what is new, but for sorting it.
    func news(in database: Database, hasSources: Bool) throws -> StoreNews {
        guard let uncited else { return StoreNews() }
        var news = StoreNews()
        news.letters = try String.fetchAll(
            database,
            sql: """
                SELECT label FROM json_each(?) CROSS JOIN letter ON letter.id = json_each.value ORDER BY name
                """, arguments: [letters.map(Int.init).list])
        guard hasSources else { return news }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT source.label, source.title, shared, (SELECT count(DISTINCT letter_id) FROM citation JOIN unit ON unit.id = unit_id
                  WHERE source_id = source.id) AS letters
                FROM source JOIN kind ON kind.name = source.kind
                WHERE (source.id > ? OR source.id IN (SELECT value FROM json_each(?))) AND letters > 0
                ORDER BY letters DESC, is_quiet, shared IS NOT NULL, canonical
                """, arguments: [lastSource, uncited.map(Int.init).list])
        while let row = try rows.next() {
            if let shared: String = row[2], knownAddresses.contains(shared) { continue }
            news.sources.append(CitationGraph.titled(row[0], row[1]))
        }
        return news
    }
}
