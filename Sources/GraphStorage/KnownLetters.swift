import GRDB
import LetterReading

extension GraphStore {
    /// The letters in the store as files: what `build` needs to know which are unchanged, and which are gone.
    public func origins() throws -> [LetterOrigin] {
        try queue.read { database in
            try Row.fetchAll(
                database, sql: "SELECT name, file, path, size, modified, fingerprint FROM letter ORDER BY name"
            ).map { row in
                LetterOrigin(
                    name: row["name"], file: row["file"], path: row["path"], size: row["size"],
                    modified: row["modified"],
                    fingerprint: row["fingerprint"])
            }
        }
    }
}
