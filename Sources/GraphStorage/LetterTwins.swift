import GRDB
import LetterReading

/// Two files of one letter: its PDF and its docx, say. The letter is kept once, as the file that says most of it has it.
extension StoreWriter {
    struct Twin {
        let id: Int64
        let name: String
        let file: String
        let path: String
        let format: String
    }

    /// The letter in the store that a record is another file of: the same number in the Aanhangsel, or the same kenmerk and
    /// no other date, and the same answers in the same words. A Mededeling has no answers, and is a letter of its own.
    func twin(of record: LetterRecord) throws -> Twin? {
        let letter = record.letter
        let answers = letter.units.filter { $0.name.part == .answer }.map { "\($0.name)" }
        guard !answers.isEmpty else { return nil }
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT * FROM letter WHERE aanhangsel = ? OR id IN
                      (SELECT letter_id FROM letter_zaak WHERE zaak = ? AND position = 0) ORDER BY path
                    """), arguments: [letter.header.aanhangsel, letter.header.zaken.first])
        for row in rows where row["path"] != record.origin.path {
            let numbers = [row["aanhangsel"] as String?, letter.header.aanhangsel].compactMap(\.self)
            let dates = Set([row["answered"] as String?, letter.header.answered].compactMap(\.self))
            if numbers.count == 2, numbers[0] != numbers[1] { continue }
            if numbers.count < 2, dates.count > 1 { continue }
            guard AnswerSketch(hex: row["sketch"]).isAlike(record.sketch) else { continue }
            let known = try String.fetchAll(
                database, sql: "SELECT name FROM unit WHERE letter_id = ? AND part = 'answer' ORDER BY position",
                arguments: [row["id"]])
            guard known == answers else { continue }
            return Twin(id: row["id"], name: row["name"], file: row["file"], path: row["path"], format: row["format"])
        }
        return nil
    }

    /// Whether the record's file is the one to read the letter from. Of two alike, the first path: the order in which
    /// files come decides nothing.
    func isBetter(_ record: LetterRecord, than twin: Twin) -> Bool {
        func worth(_ format: String) -> Int { InputFormat.byWorth.firstIndex(of: format) ?? InputFormat.byWorth.count }
        return (worth(record.letter.format), record.origin.path) < (worth(twin.format), twin.path)
    }

    func insertCopy(_ origin: LetterOrigin, of letter: Int64) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO letter_copy (path, letter_id, file, size, modified, fingerprint)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            origin.path, letter, origin.file, origin.size, origin.modified, origin.fingerprint,
        ])
    }

    /// A letter's file and those of its copies, as copies of another.
    func files(of twin: Twin) throws -> [LetterOrigin] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT path, file, size, modified, fingerprint FROM letter WHERE id = :id
                UNION ALL SELECT path, file, size, modified, fingerprint FROM letter_copy WHERE letter_id = :id
                """, arguments: ["id": twin.id]
        ).map { row in
            LetterOrigin(
                name: twin.name, file: row["file"], path: row["path"], size: row["size"], modified: row["modified"],
                fingerprint: row["fingerprint"], isCopy: true)
        }
    }
}
