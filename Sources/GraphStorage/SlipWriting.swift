import CitationFinding
import GRDB
import GraphAnalysis
import LetterReading

/// Doubts about numbers: those that cannot be, which the register knows, and those that may be a slip, which only all
/// letters together show. They are worked out anew whenever a build changed something, and stand beside the doubts found
/// while reading.
extension StoreWriter {
    func refreshSlips() throws {
        try database.execute(
            sql: "DELETE FROM diagnostic WHERE code IN (?, ?)",
            arguments: [Diagnostic.Code.impossibleNumber.rawValue, Diagnostic.Code.nearMiss.rawValue])
        var everything = GraphSelection(kinds: ["kamerstuk", "aanhangsel", "dossier"])
        everything.units = .all
        let graph = try GraphStore.graph(everything, in: database)
        let nearMisses = Dictionary(
            NearMisses.find(graph).map { ($0.id, $0.meant) }, uniquingKeysWith: { first, _ in first })
        let doubtful = try doubtful(nearMisses)
        guard !doubtful.isEmpty else { return }
        let citing = MostCited.rows(graph).map { ($0.source.id, $0.citedBy.map { graph.letters[$0].name }) }
        let cited = CitedIDs(Dictionary(citing, uniquingKeysWith: { first, _ in first }))
        let suggestions = Suggestions(register, cited: cited)
        for doubt in doubtful { try insert(doubt, nearMisses[doubt.id] ?? [], suggestions) }
    }

    /// A citation whose number is in doubt.
    private struct Doubt {
        let id: String
        let letter: String
        /// What stands around it.
        let sentence: String
        let row: Row
        /// Why it cannot be; nil for a near miss.
        let reason: String?
    }

    private func doubtful(_ nearMisses: [String: [String]]) throws -> [Doubt] {
        // What a user's corrections made of a citation is no slip.
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT letter.id, letter.name, letter.answered, unit.name AS unit, source.canonical, citation.quote,
                  citation.sentence, citation.context, citation.footnote, citation.line
                FROM citation JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = unit.letter_id
                  JOIN source ON source.id = source_id
                WHERE source.kind IN ('kamerstuk', 'aanhangsel', 'dossier') AND citation.read_as IS NULL
                ORDER BY citation.id
                """)
        var found: [Doubt] = []
        while let row = try cursor.next() {
            let id: String = row["canonical"]
            let existence = register.existence(of: id, citedOn: row["answered"])
            var reason: String?
            if case .impossible(let why) = existence { reason = why }
            guard reason != nil || nearMisses[id] != nil else { continue }
            let sentence = [row["sentence"] as String?, row["context"]].compactMap(\.self).joined(separator: " ")
            found.append(
                Doubt(id: id, letter: row["name"], sentence: sentence, row: row.copy(), reason: reason))
        }
        return found
    }

    private func insert(_ doubt: Doubt, _ seen: [String], _ suggestions: Suggestions) throws {
        let code = seen.isEmpty ? Diagnostic.Code.impossibleNumber : .nearMiss
        // A number that can be is doubted only for what other letters cite.
        let meant =
            doubt.reason == nil
            ? suggestions.rank(seen, for: doubt.id, in: doubt.letter, sentence: doubt.sentence)
            : suggestions.find(doubt.id, in: doubt.letter, sentence: doubt.sentence)
        let quote: String = doubt.row["quote"]
        var message = "“\(quote)” is \(doubt.id)"
        if let reason = doubt.reason { message += ", but \(reason)" }
        if !meant.isEmpty { message += "; it may be \(meant.map(Self.words).joined(separator: ", or "))" }
        try database.cachedStatement(
            sql: """
                INSERT INTO diagnostic
                  (letter_id, code, severity, message, unit, footnote, line, column_number, suggestions)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)
                """
        ).execute(arguments: [
            doubt.row["id"] as Int64, code.rawValue, code.severity.name, message, doubt.row["unit"] as String,
            doubt.row["footnote"] as String?, doubt.row["line"] as Int,
            meant.map(\.id).joined(separator: " "),
        ])
    }

    /// Longer titles are shortened.
    private static let longest = 48

    /// `kst-30821-125 — Nationale Veiligheid (one digit away, cited by another letter)`
    private static func words(_ suggestion: Suggestion) -> String {
        let cited =
            switch suggestion.letters {
            case 0: ""
            case 1: ", cited by another letter"
            default: ", cited by \(suggestion.letters) letters"
            }
        let label = CitationGraph.titled(suggestion.id, suggestion.title, longest: longest)
        return "\(label) (\(suggestion.difference)\(cited))"
    }
}
