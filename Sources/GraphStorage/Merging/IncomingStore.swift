import GRDB

/// One of the stores that are merged: which of its letters are taken, and their rows.
struct IncomingStore {
    /// The name under which it is attached.
    private let schema: String
    private(set) var writer: StoreWriter
    /// Letters of the part that come into the store, by their ids in the part.
    private var taken: [Int64] = []
    /// Files that hold a letter of the part too, by its id in the part.
    private var copies: [(file: LetterOrigin, letter: Int64)] = []
    private var database: Database { writer.database }

    init(schema: String, writer: StoreWriter) { (self.schema, self.writer) = (schema, writer) }

    mutating func take() throws {
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(schema).letter ORDER BY path")
        while let row = try rows.next() { try choose(row) }
        let (letters, _) = try MergedRows(schema: schema, database: database).copy(taken)
        for copy in copies { try add([copy.file], to: copy.letter + letters) }
    }

    /// Takes a letter of the part, in the place of what gives way to it, or leaves it for what the store has.
    private mutating func choose(_ row: Row) throws {
        let (id, origin): (Int64, LetterOrigin) = (row["id"], writer.origin(row))
        let files = try writer.copies(of: id, in: schema)
        switch try isNewer(origin) {
        case false?:
            // The same letter: the part may know of other files of it.
            if let known = try letter(at: origin.path), try isAlike(known, row) { try add(files, to: known) }
            return
        case true?:
            // Another text may no longer be that of the other files: then they are for the next build to read.
            if let old = try known(origin), !old.isCopy, let old = try letter(at: old.path), try isAlike(old, row) {
                copies += try writer.copies(of: old).map { ($0, id) }
            }
            try writer.remove(path: origin.path)
        case nil: break
        }
        let key = try key(row)
        if let twin = try writer.twin(of: key) {
            guard writer.isBetter(key, than: twin) else {
                return try add([origin] + files, to: twin.id)
            }
            copies += try writer.files(of: twin).map { ($0, id) }
            try writer.remove(name: twin.name)
        }
        copies += files.map { ($0, id) }
        taken.append(id)
    }

    private mutating func add(_ files: [LetterOrigin], to letter: Int64) throws {
        for file in files where try isNewer(file) != false {
            try writer.remove(path: file.path)
            try writer.insertCopy(file, of: letter)
        }
    }

    private func isAlike(_ old: Int64, _ row: Row) throws -> Bool {
        let sketch = try String.fetchOne(database, sql: "SELECT sketch FROM main.letter WHERE id = ?", arguments: [old])
        return AnswerSketch(hex: sketch ?? "").isAlike(AnswerSketch(hex: row["sketch"]))
    }

    /// The letter that a file holds, be it read from another.
    private func letter(at path: String) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: """
                SELECT id FROM main.letter WHERE path = :path
                UNION ALL SELECT letter_id FROM main.letter_copy WHERE path = :path
                """, arguments: ["path": path])
    }

    /// Whether a file's state is later than the one the store has; nil when the store does not know the file.
    private func isNewer(_ origin: LetterOrigin) throws -> Bool? {
        try known(origin).map { ($0.modified, $0.fingerprint) < (origin.modified, origin.fingerprint) }
    }

    private func known(_ origin: LetterOrigin) throws -> LetterOrigin? {
        let sql = """
            SELECT name, path, file, size, modified, fingerprint, 0 AS copy FROM main.letter WHERE path = :path
            UNION ALL SELECT '', path, file, size, modified, fingerprint, 1 FROM main.letter_copy WHERE path = :path
            """
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: ["path": origin.path]).map { row in
            LetterOrigin(
                name: row["name"], file: row["file"], path: row["path"], size: row["size"], modified: row["modified"],
                fingerprint: row["fingerprint"], isCopy: row["copy"])
        }
    }

    private func key(_ row: Row) throws -> StoreWriter.TwinKey {
        let id: Int64 = row["id"]
        let zaak = try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT zaak FROM \(schema).letter_zaak WHERE letter_id = ? AND position = 0"), arguments: [id])
        let answers = try String.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT name FROM \(schema).unit WHERE letter_id = ? AND part IN ('answer', 'body') ORDER BY position
                    """),
            arguments: [id])
        return StoreWriter.TwinKey(row, zaak: zaak, answers: answers)
    }
}
