import GRDB
import LetterReading

extension GraphStore {
    /// The files of the letters in the store: what `build` needs to know which are unchanged, and which are gone.
    public func origins() throws -> [LetterOrigin] {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT name, file, path, size, modified, fingerprint, 0 AS copy FROM letter
                    UNION ALL
                    SELECT name, letter_copy.file, letter_copy.path, letter_copy.size, letter_copy.modified,
                      letter_copy.fingerprint, 1 FROM letter_copy JOIN letter ON letter.id = letter_id
                    ORDER BY name, copy
                    """
            ).map { row in
                LetterOrigin(
                    name: row["name"], file: row["file"], path: row["path"], size: row["size"],
                    modified: row["modified"], fingerprint: row["fingerprint"], isCopy: row["copy"])
            }
        }
    }
}
