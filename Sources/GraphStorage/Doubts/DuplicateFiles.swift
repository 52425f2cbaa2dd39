import GRDB
import LetterReading

/// Letters of one and the same file under two names, that say neither their number nor their kenmerk: nothing proves that
/// they are one letter, but whoever counts should know.
extension StoreWriter {
    /// - Complexity: linear in the letters without a number of the sizes that changed; a sort of all letters where all is
    ///   worked out anew.
    func refreshSameFiles() throws {
        let code = Diagnostic.Code.sameFile
        for size in try changedSizes() {
            try database.cachedStatement(
                sql: """
                    DELETE FROM diagnostic
                    WHERE code = ? AND letter_id IN (SELECT id FROM letter WHERE aanhangsel IS NULL AND size = ?)
                    """
            ).execute(arguments: [code.rawValue, size])
            // The part of a fingerprint before the stroke is of the content alone.
            try database.cachedStatement(
                sql: """
                    WITH file AS MATERIALIZED (
                      SELECT id, path, file, substr(fingerprint, 1, instr(fingerprint, '/') - 1) AS content FROM letter
                      WHERE aanhangsel IS NULL AND size = ?)
                    INSERT INTO diagnostic (letter_id, code, severity, message, unit, line, column_number)
                    SELECT one.id, ?, ?, 'this file is the same, byte by byte, as ' || group_concat(other.file, ', ')
                      || ': its citations count for each of them; take one away', 'preamble', 1, 1
                    FROM file AS one
                      JOIN (SELECT * FROM file ORDER BY path) AS other
                        ON other.content = one.content AND other.id <> one.id
                    GROUP BY one.id ORDER BY one.path
                    """
            ).execute(arguments: [size, code.rawValue, code.severity.name])
        }
    }

    /// The sizes to look at: those of letters that came or went, or all of which two files are the same. These are found by
    /// reading the letters as they lie, not one by one through an index.
    private func changedSizes() throws -> [Int] {
        guard changes.isWhole else { return changes.sizes.sorted() }
        try database.execute(
            sql: "DELETE FROM diagnostic WHERE code = ?", arguments: [Diagnostic.Code.sameFile.rawValue])
        return try Int.fetchAll(
            database,
            sql: """
                SELECT DISTINCT size FROM (
                  SELECT size FROM letter NOT INDEXED WHERE aanhangsel IS NULL
                  GROUP BY size, substr(fingerprint, 1, instr(fingerprint, '/') - 1) HAVING count(*) > 1)
                """)
    }
}
