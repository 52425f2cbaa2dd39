import CitationFinding
import DossierRegister
import GRDB
import GraphAnalysis

/// One walk over the numbered documents that a store cites, in the order of their ids: counts, and what is worth a doubt.
struct CitedSurvey {
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
                SELECT canonical FROM source WHERE kind IN \(CitedNumbers.kinds)
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
