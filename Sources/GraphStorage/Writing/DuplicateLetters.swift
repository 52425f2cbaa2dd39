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

    /// What tells whether a letter is another file of one in the store.
    struct TwinKey {
        let path: String
        let format: String
        let aanhangsel: String?
        let zaak: String?
        let answered: String?
        /// The names of its answers: `A1`, `A2+3`.
        let answers: [String]
        let sketch: AnswerSketch

        init(_ record: LetterRecord) {
            let header = record.header
            (path, format, sketch) = (record.origin.path, record.letter.format, record.sketch)
            (aanhangsel, zaak, answered) = (header.aanhangsel, header.zaken.first, header.answered)
            answers = record.letter.units.filter { $0.name.part.isAnswer }.map { "\($0.name)" }
        }

        init(_ row: Row, zaak: String?, answers: [String]) {
            (path, format, sketch) = (row["path"], row["format"], AnswerSketch(hex: row["sketch"]))
            (aanhangsel, answered, self.zaak, self.answers) = (row["aanhangsel"], row["answered"], zaak, answers)
        }
    }

    /// The letter in the store that a letter is another file of: the same number in the Aanhangsel, or the same kenmerk and
    /// no other date, and the same answers in the same words. A Mededeling has no answers, and is a letter of its own.
    func twin(of letter: TwinKey) throws -> Twin? {
        guard !letter.answers.isEmpty, letter.aanhangsel != nil || letter.zaak != nil else { return nil }
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT * FROM letter WHERE aanhangsel = ? OR id IN
                      (SELECT letter_id FROM letter_zaak WHERE zaak = ? AND position = 0) ORDER BY path
                    """), arguments: [letter.aanhangsel, letter.zaak])
        for row in rows where row["path"] != letter.path {
            let numbers = [row["aanhangsel"] as String?, letter.aanhangsel].compactMap(\.self)
            let dates = Set([row["answered"] as String?, letter.answered].compactMap(\.self))
            if numbers.count == 2, numbers[0] != numbers[1] { continue }
            if numbers.count < 2, dates.count > 1 { continue }
            guard AnswerSketch(hex: row["sketch"]).isAlike(letter.sketch) else { continue }
            let known = try String.fetchAll(
                database,
                sql: "SELECT name FROM unit WHERE letter_id = ? AND part IN ('answer', 'body') ORDER BY position",
                arguments: [row["id"]])
            guard known == letter.answers else { continue }
            return Twin(id: row["id"], name: row["name"], file: row["file"], path: row["path"], format: row["format"])
        }
        return nil
    }

    /// Whether the letter's file is the one to read the letter from. Of two alike, the first path: the order in which
    /// files come decides nothing.
    func isBetter(_ letter: TwinKey, than twin: Twin) -> Bool {
        func worth(_ format: String) -> Int {
            Letter.formatsByWorth.firstIndex(of: format) ?? Letter.formatsByWorth.count
        }
        return (worth(letter.format), letter.path) < (worth(twin.format), twin.path)
    }

    func insertCopy(_ origin: LetterOrigin, of letter: Int64) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO letter_copy (path, letter_id, file, size, modified, fingerprint, first_read)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            origin.path, letter, origin.file, origin.size, origin.modified, origin.fingerprint,
            firstReads.day(of: origin),
        ])
    }

    /// A letter's file and those of its copies, as copies of another.
    func files(of twin: Twin) throws -> [LetterOrigin] {
        let own = try Row.fetchAll(database, sql: "SELECT * FROM main.letter WHERE id = ?", arguments: [twin.id])
        return own.map { origin($0, isCopy: true) } + (try copies(of: twin.id))
    }

    /// The other files of a letter.
    func copies(of letter: Int64, in schema: String = "main") throws -> [LetterOrigin] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM \(schema).letter_copy WHERE letter_id = ? ORDER BY path"),
            arguments: [letter]
        ).map { origin($0, isCopy: true) }
    }

    /// The file a row of `letter` or `letter_copy` is of.
    func origin(_ row: Row, isCopy: Bool = false) -> LetterOrigin {
        LetterOrigin(
            name: row["name"] ?? "", file: row["file"], path: row["path"], size: row["size"], modified: row["modified"],
            fingerprint: row["fingerprint"], isCopy: isCopy)
    }
}
