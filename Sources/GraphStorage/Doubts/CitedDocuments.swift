import CitationFinding
import DossierRegister
import GRDB
import GraphAnalysis

/// The numbered documents that a store cites, and what must be known of them to doubt one. Nearly nothing is held: what is
/// cited is asked for where it matters.
final class CitedDocuments {
    private let database: Database
    /// What a walk over all of them has counted, where there was one.
    private let survey: CitedDocumentScan?
    private var counts: [String: NearMisses.Count] = [:]
    private lazy var keysWithYear = Result { try readKeysWithYear() }

    init(_ database: Database, _ survey: CitedDocumentScan? = nil) { (self.database, self.survey) = (database, survey) }

    /// The kinds that the register knows, for SQL.
    static let kinds = "(SELECT name FROM kind WHERE is_registered)"

    /// How often a document is cited; nil when it is not.
    func count(_ id: String) throws -> NearMisses.Count? {
        if let survey, !survey.mayHold(id) { return nil }
        if let known = counts[id] { return known }
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT count(DISTINCT unit.letter_id), count(*)
                    FROM source JOIN citation ON source_id = source.id JOIN unit ON unit.id = unit_id
                    WHERE canonical = ? AND source.kind IN \(Self.kinds)
                    """), arguments: [id])
        guard let row, row[1] as Int > 0 else { return nil }
        let count = NearMisses.Count(id: id, letters: row[0], citations: row[1])
        counts[id] = count
        return count
    }

    /// How many documents of a dossier with five digits are cited, two for many.
    func documents(_ number: Int) throws -> Int {
        if let survey { return survey.documents[number].map(Int.init) ?? 0 }
        return try papers(of: number).count
    }

    /// The first two of them.
    func papers(of number: Int) throws -> [String] {
        let digits = String(number)
        let start = "kst-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        return try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT canonical FROM source WHERE canonical > ? AND canonical < ?
                      AND EXISTS (SELECT 1 FROM citation WHERE source_id = source.id) LIMIT 2
                    """), arguments: [start + "-", start + "."])
    }

    /// How many documents are cited that have this behind the five digits of their dossier.
    /// - Parameter most: where it may stop counting.
    func alike(_ rest: Substring, most: Int = NearMisses.mostByChance + 1) throws -> Int {
        if let survey { return survey.alike[String(rest)] ?? 0 }
        return try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT count(*) FROM (
                      SELECT 1 FROM source WHERE canonical > 'kst-' AND canonical < 'kst.' AND substr(canonical, 10) = ?
                        AND canonical GLOB 'kst-[0-9][0-9][0-9][0-9][0-9]-*'
                        AND EXISTS (SELECT 1 FROM citation WHERE source_id = source.id) LIMIT ?)
                    """), arguments: ["-" + rest, most]) ?? 0
    }

    /// Whether a document of a dossier is cited, by its `DocumentName.key`.
    func hasKey(_ key: String) throws -> Bool {
        if let survey { return survey.keys.contains(key) }
        if try count("dossier-" + key) != nil { return true }
        let start = key.hasPrefix("ah-") ? key : "kst-" + key
        let ids = try String.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT canonical FROM source WHERE canonical > ? AND canonical < ?
                      AND EXISTS (SELECT 1 FROM citation WHERE source_id = source.id)
                    """), arguments: [start + "-", start + "."])
        while let id = try ids.next() {
            if DocumentName(id)?.key == key { return true }
        }
        return try keysWithYear.get().contains(key)
    }

    /// The dossiers of the papers that have a year before their number, `kst-20082009-31700-VI-D`.
    private func readKeysWithYear() throws -> Set<String> {
        let ids = try String.fetchAll(
            database,
            sql: """
                SELECT canonical FROM source WHERE canonical GLOB 'kst-????????-*'
                  AND EXISTS (SELECT 1 FROM citation WHERE source_id = source.id)
                """)
        return Set(ids.compactMap { DocumentName($0)?.key })
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
    func citations(of id: String) throws -> [Row] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT letter.id, letter.name, letter.answered, unit.name AS unit, citation.quote, citation.sentence,
                      citation.context, citation.footnote, citation.line, citation.id AS citation
                    FROM source JOIN citation ON source_id = source.id JOIN unit ON unit.id = unit_id
                      JOIN letter ON letter.id = unit.letter_id
                    WHERE canonical = ? AND read_as IS NULL
                    """), arguments: [id])
    }
}

/// One walk over the numbered documents that a store cites, in the order of their ids: counts, and what is worth a doubt.
struct CitedDocumentScan {
    /// By the number of the dossier; two for many.
    private(set) var documents: [Int: UInt8] = [:]
    /// By what stands behind the number of the dossier.
    private(set) var alike: [String: Int] = [:]
    /// The dossiers, and years of the Aanhangsel, of all documents.
    private(set) var keys: Set<String> = []
    /// The ids that cannot be, and the papers that are alone in their dossier.
    private(set) var worthADoubt: [String] = []
    private var hashes: Set<Int> = []

    /// - Complexity: linear in the sources.
    init(_ database: Database, cannotBe: (String) -> Bool) throws {
        let ids = try String.fetchCursor(
            database,
            sql: """
                SELECT canonical FROM source WHERE kind IN \(CitedDocuments.kinds)
                  AND EXISTS (SELECT 1 FROM citation WHERE source_id = source.id) ORDER BY canonical
                """)
        var (alone, number): (String?, Int?) = (nil, nil)
        while let id = try ids.next() {
            hashes.insert(id.hashValue)
            if let key = DocumentName(id)?.key { keys.insert(key) }
            if cannotBe(id) { worthADoubt.append(id) }
            guard let paper = NearMisses.Paper(id) else { continue }
            alike[String(paper.rest), default: 0] += 1
            documents[paper.number] = min(2, (documents[paper.number] ?? 0) + 1)
            // The papers of a dossier stand one behind the other.
            if number == paper.number {
                alone = nil
            } else {
                if let alone { worthADoubt.append(alone) }
                (alone, number) = (id, paper.number)
            }
        }
        if let alone { worthADoubt.append(alone) }
    }

    /// False for what is not cited; hardly ever true for it.
    func mayHold(_ id: String) -> Bool { hashes.contains(id.hashValue) }
}
