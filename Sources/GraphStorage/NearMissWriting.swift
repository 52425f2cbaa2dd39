import GRDB
import GraphAnalysis
import LetterReading

/// Doubts that only all letters together show: they are worked out anew whenever a build changed something, and stand
/// beside the doubts found while reading.
extension StoreWriter {
    func refreshNearMisses() throws {
        let code = Diagnostic.Code.nearMiss
        try database.execute(sql: "DELETE FROM diagnostic WHERE code = ?", arguments: [code.rawValue])
        var everything = GraphSelection(kinds: ["kamerstuk"])
        everything.units = .all
        for suspect in NearMisses.find(try GraphStore.graph(everything, in: database)) {
            let meant = suspect.meant.map {
                "\($0.id) (\($0.difference), cited by \($0.letters == 1 ? "another letter" : "\($0.letters) letters"))"
            }.joined(separator: ", or ")
            try database.execute(
                sql: """
                    INSERT INTO diagnostic
                      (letter_id, code, severity, message, unit, footnote, line, column_number, suggestions)
                    SELECT unit.letter_id, ?, ?, '“' || quote || '” is ' || canonical || '; it may be ' || ?, unit.name,
                      footnote, citation.line, 1, ?
                    FROM citation JOIN unit ON unit.id = unit_id JOIN source ON source.id = source_id WHERE canonical = ?
                    """,
                arguments: [
                    code.rawValue, code.severity.name, meant, suspect.meant.map(\.id).joined(separator: " "),
                    suspect.id,
                ])
        }
    }
}
