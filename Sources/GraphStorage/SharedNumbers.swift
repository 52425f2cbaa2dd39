import GRDB
import LetterReading

/// Letters that say of themselves to be the same Aanhangsel, and answer in other words: both are kept, and both say so. An
/// edge to that number cannot tell which of them is meant.
extension StoreWriter {
    func refreshSharedNumbers() throws {
        let code = Diagnostic.Code.sharedNumber
        try database.execute(sql: "DELETE FROM diagnostic WHERE code = ?", arguments: [code.rawValue])
        try database.execute(
            sql: """
                INSERT INTO diagnostic (letter_id, code, severity, message, unit, line, column_number)
                SELECT letter.id, :code, :severity, 'this letter says it is ' || letter.aanhangsel || ', and so does '
                  || group_concat(other.file, ', ') || ', whose answers are others: both are kept', 'preamble', 1, 1
                FROM letter JOIN letter other ON other.aanhangsel = letter.aanhangsel AND other.id <> letter.id
                GROUP BY letter.id
                """, arguments: ["code": code.rawValue, "severity": code.severity.name])
    }
}
