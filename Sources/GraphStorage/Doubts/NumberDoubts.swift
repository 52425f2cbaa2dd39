import CitationFinding
import DossierRegister
import DutchText
import GRDB
import GraphAnalysis
import LetterReading

/// Doubts about numbers: those that cannot be, which the register knows, and those that may be a slip, which only all
/// letters together show. They are worked out anew whenever a build changed something, and stand beside the doubts found
/// while reading.
extension StoreWriter {
    static let slipCodes = [Diagnostic.Code.impossibleNumber.rawValue, Diagnostic.Code.nearMiss.rawValue]

    /// - Parameter changed: what is cited otherwise than before.
    /// - Returns: whether all was worked out anew.
    func refreshSlips(_ changed: [NumbersToRecheck.Change]) throws -> Bool {
        if !changes.isWhole {
            let cited = CitedDocuments(database)
            if let doubted = try NumbersToRecheck(changes, changed, cited, database) {
                for id in doubted.outdated {
                    try database.cachedStatement(sql: "DELETE FROM diagnostic WHERE id = ?").execute(arguments: [id])
                }
                let doubts = try doubts(doubted.everywhere, cited)
                let own = try self.doubts(doubted.inLetters, cited) { changes.letters.contains($0) }
                try insert(doubts + own, cited)
                return false
            }
        }
        try database.execute(
            sql: "DELETE FROM diagnostic WHERE code IN (?, ?)", arguments: StatementArguments(Self.slipCodes))
        let survey = try CitedDocumentScan(database) { mayBeImpossible($0) }
        let cited = CitedDocuments(database, survey)
        try insert(doubts(Set(survey.worthADoubt), cited), cited)
        return true
    }

    private func insert(_ doubts: [Doubt], _ cited: CitedDocuments) throws {
        guard !doubts.isEmpty else { return }
        let suggestions = Suggestions(
            register,
            cited: CitationCounts(
                count: { (try? cited.count($0))?.letters ?? 0 }, hasKey: { (try? cited.hasKey($0)) == true },
                cites: { (try? cited.cites($0, $1)) == true }))
        // In the order of the citations.
        for doubt in doubts.sorted(by: { ($0.row["citation"] as Int64) < ($1.row["citation"] as Int64) }) {
            try insert(doubt, suggestions)
        }
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
        /// What may have been meant, for a near miss.
        let meant: [String]
    }

    /// Before every letter: what can be by then can be at any time.
    private static let always = "0000-00-00"

    private func mayBeImpossible(_ id: String) -> Bool {
        if case .impossible = register.existence(of: id, citedOn: Self.always) { return true }
        return false
    }

    private func doubts(
        _ ids: Set<String>, _ cited: CitedDocuments, in isMeant: (Int64) -> Bool = { _ in true }
    ) throws -> [Doubt] {
        let papers = NearMisses.Cited<any Error>(
            documents: cited.documents, alike: { try cited.alike($0) }, count: cited.count,
            exists: { register.existence(of: $0) == .known }, shareALetter: cited.shareALetter)
        var found: [Doubt] = []
        for id in ids {
            let meant = try NearMisses.meant(by: id, papers)
            guard !meant.isEmpty || mayBeImpossible(id) else { continue }
            for row in try cited.citations(of: id) where isMeant(row["id"]) {
                var reason: String?
                if case .impossible(let why) = register.existence(of: id, citedOn: row["answered"]) { reason = why }
                guard reason != nil || !meant.isEmpty else { continue }
                let sentence = [row["sentence"] as String?, row["context"]].compactMap(\.self).joined(separator: " ")
                found.append(
                    Doubt(id: id, letter: row["name"], sentence: sentence, row: row, reason: reason, meant: meant))
            }
        }
        return found
    }

    private func insert(_ doubt: Doubt, _ suggestions: Suggestions) throws {
        let code = doubt.meant.isEmpty ? Diagnostic.Code.impossibleNumber : .nearMiss
        // A number that can be is doubted only for what other letters cite.
        let meant =
            doubt.reason == nil
            ? suggestions.rank(doubt.meant, for: doubt.id, in: doubt.letter, sentence: doubt.sentence)
            : suggestions.find(doubt.id, in: doubt.letter, sentence: doubt.sentence)
        var message = "“\(doubt.row["quote"] as String)” is \(doubt.id)"
        if let reason = doubt.reason { message += ", but \(reason)" }
        if !meant.isEmpty { message += "; it may be \(meant.map(Self.words).joined(separator: ", or "))" }
        try database.cachedStatement(
            sql: """
                INSERT INTO diagnostic
                  (letter_id, code, severity, message, unit, footnote, line, column_number, suggestions, about)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """
        ).execute(arguments: [
            doubt.row["id"] as Int64, code.rawValue, code.severity.name, message, doubt.row["unit"] as String,
            doubt.row["footnote"] as String?, doubt.row["line"] as Int,
            meant.map(\.id).joined(separator: " "), doubt.id,
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
