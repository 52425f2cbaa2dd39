import GRDB
import GraphAnalysis

/// The numbered documents that a store cites, and what must be known of them to doubt one. Only counts are held; the letters
/// of a document are asked for where they matter.
struct CitedNumbers {
    private let database: Database
    /// The rows of the sources by their ids, and how many letters cite each.
    private(set) var sources: [(id: String, source: Int64)] = []
    private(set) var letters: [String: Int] = [:]
    private(set) var papers: [NearMisses.Count] = []

    /// - Complexity: linear in the citations.
    init(_ database: Database) throws {
        self.database = database
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT source.id, canonical, source.kind, count(DISTINCT unit.letter_id), count(*)
                FROM source JOIN citation ON source_id = source.id JOIN unit ON unit.id = unit_id
                WHERE source.kind IN ('kamerstuk', 'aanhangsel', 'dossier') GROUP BY source.id ORDER BY canonical
                """)
        while let row = try rows.next() {
            let (source, id, count): (Int64, String, Int) = (row[0], row[1], row[3])
            sources.append((id, source))
            letters[id] = count
            if row[2] == "kamerstuk" {
                papers.append(NearMisses.Count(id: id, letters: count, citations: row[4]))
            }
        }
    }

    /// Whether a letter cites two documents both.
    func shareALetter(_ first: String, _ second: String) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT EXISTS (\(Self.citing) INTERSECT \(Self.citing))
                    """), arguments: [first, second]) == true
    }

    func cites(_ letter: String, _ id: String) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(
                sql: "SELECT EXISTS (\(Self.citing) AND letter_id = (SELECT id FROM letter WHERE name = ?))"),
            arguments: [id, letter]) == true
    }

    private static let citing = """
        SELECT unit.letter_id FROM source JOIN citation ON source_id = source.id JOIN unit ON unit.id = unit_id
        WHERE canonical = ?
        """

    /// Where a document is cited. What a user's corrections made of a citation is left out: it is no slip.
    func citations(of source: Int64) throws -> [Row] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT letter.id, letter.name, letter.answered, unit.name AS unit, citation.quote, citation.sentence,
                      citation.context, citation.footnote, citation.line, citation.id AS citation
                    FROM citation JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = unit.letter_id
                    WHERE source_id = ? AND read_as IS NULL
                    """), arguments: [source])
    }
}
