import GRDB
import LetterReading

/// Letters of one and the same file under two names, that say neither their number nor their kenmerk: nothing proves that
/// they are one letter, but whoever counts should know.
extension StoreWriter {
    /// - Complexity: a sort of the letters without a number, which are few in a collection.
    func refreshSameFiles() throws {
        let code = Diagnostic.Code.sameFile
        try database.execute(
            sql: """
                DELETE FROM diagnostic WHERE code = ? AND letter_id IN (SELECT id FROM letter WHERE aanhangsel IS NULL)
                """, arguments: [code.rawValue])
        // The part of a fingerprint before the stroke is of the content alone.
        try database.execute(
            sql: """
                WITH file AS MATERIALIZED (
                  SELECT id, path, file, size, substr(fingerprint, 1, instr(fingerprint, '/') - 1) AS content FROM letter
                  WHERE aanhangsel IS NULL AND size IN (
                    SELECT size FROM letter WHERE aanhangsel IS NULL GROUP BY size HAVING count(*) > 1))
                INSERT INTO diagnostic (letter_id, code, severity, message, unit, line, column_number)
                SELECT one.id, ?, ?, 'this file is the same, byte by byte, as ' || group_concat(other.file, ', ')
                  || ': its citations count for each of them; take one away', 'preamble', 1, 1
                FROM file AS one
                  JOIN (SELECT * FROM file ORDER BY path) AS other
                    ON other.size = one.size AND other.content = one.content AND other.id <> one.id
                GROUP BY one.id ORDER BY one.path
                """, arguments: [code.rawValue, code.severity.name])
    }
}
