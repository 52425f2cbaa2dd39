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
        let cited = try CitedNumbers(database)
        let suspects = try NearMisses.find(
            cited.papers, exists: { register.existence(of: $0) == .known }, shareALetter: cited.shareALetter)
        let nearMisses = Dictionary(suspects.map { ($0.id, $0.meant) }, uniquingKeysWith: { first, _ in first })
        let doubtful = try doubtful(cited, nearMisses)
        guard !doubtful.isEmpty else { return }
        let suggestions = Suggestions(
            register, cited: CitedIDs(counts: cited.letters) { (try? cited.cites($0, $1)) == true })
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

    /// Before every letter: what can be by then can be at any time.
    private static let always = "0000-00-00"

    private func doubtful(_ cited: CitedNumbers, _ nearMisses: [String: [String]]) throws -> [Doubt] {
        var found: [Doubt] = []
        for (id, source) in cited.sources {
            var mayBeImpossible = false
            if case .impossible = register.existence(of: id, citedOn: Self.always) { mayBeImpossible = true }
            guard mayBeImpossible || nearMisses[id] != nil else { continue }
            for row in try cited.citations(of: source) {
                var reason: String?
                if case .impossible(let why) = register.existence(of: id, citedOn: row["answered"]) { reason = why }
                guard reason != nil || nearMisses[id] != nil else { continue }
                let sentence = [row["sentence"] as String?, row["context"]].compactMap(\.self).joined(separator: " ")
                found.append(Doubt(id: id, letter: row["name"], sentence: sentence, row: row, reason: reason))
            }
        }
        return found.sorted { ($0.row["citation"] as Int64) < ($1.row["citation"] as Int64) }
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
