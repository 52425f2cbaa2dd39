import GRDB
import LetterReading

/// Letters that say of themselves to be the same Aanhangsel, and answer in other words: both are kept, and both say so. An
/// edge to that number cannot tell which of them is meant.
extension StoreWriter {
    func refreshSharedNumbers() throws {
        let code = Diagnostic.Code.sharedNumber
        if changes.isWhole {
            try database.execute(sql: "DELETE FROM diagnostic WHERE code = ?", arguments: [code.rawValue])
        }
        for number in try sharedNumbers() {
            if !changes.isWhole {
                try database.cachedStatement(
                    sql: """
                        DELETE FROM diagnostic
                        WHERE letter_id IN (SELECT id FROM letter WHERE aanhangsel = ?) AND code = ?
                        """
                ).execute(arguments: [number, code.rawValue])
            }
            try database.cachedStatement(
                sql: """
                    INSERT INTO diagnostic (letter_id, code, severity, message, unit, line, column_number)
                    SELECT letter.id, :code, :severity, 'this letter says it is ' || letter.aanhangsel || ', and so does '
                      || (SELECT group_concat(file, ', ') FROM (
                        SELECT file FROM letter other WHERE other.aanhangsel = letter.aanhangsel AND other.id <> letter.id
                        ORDER BY path))
                      || ', whose answers are others: both are kept', 'preamble', 1, 1
                    FROM letter WHERE aanhangsel = :number
                      AND EXISTS (SELECT 1 FROM letter other WHERE other.aanhangsel = :number AND other.id <> letter.id)
                    """
            ).execute(arguments: ["code": code.rawValue, "severity": code.severity.name, "number": number])
        }
    }

    /// The numbers to look at: those of letters that came or went, or all that two letters have.
    private func sharedNumbers() throws -> [String] {
        guard changes.isWhole else { return changes.numbers.sorted() }
        return try String.fetchAll(
            database,
            sql: "SELECT aanhangsel FROM letter WHERE aanhangsel IS NOT NULL GROUP BY aanhangsel HAVING count(*) > 1")
    }
}
