import GRDB

/// What stands in other tables of some letters, read table by table: a question for each letter would be half a million.
struct LetterParts {
    private let people: (ministers: Lists<StoredLetter.Person>, askers: Lists<StoredLetter.Person>)
    private let copies: Lists<(file: String, firstRead: String?)>
    private let zaken: Lists<String>
    private let units: Lists<(name: String, part: String, line: Int, origin: String?)>
    private let counts: [Int: (citations: Int, sources: Int)]

    /// Rows by the letter they belong to.
    private typealias Lists<Value> = [Int: [Value]]

    /// - Complexity: linear in the rows of these letters.
    init(_ ids: [Int], in database: Database) throws {
        func lists<Value>(_ columns: String, of table: String, by order: String, _ value: (Row) -> Value) throws
            -> Lists<Value>
        {
            let cursor = try Row.fetchCursor(
                database,
                sql: """
                    SELECT letter_id, \(columns) FROM json_each(?)
                    CROSS JOIN \(table) ON letter_id = json_each.value ORDER BY letter_id, \(order)
                    """, arguments: [ids.list])
            var lists: Lists<Value> = [:]
            while let row = try cursor.next() { lists[row[0], default: []].append(value(row)) }
            return lists
        }
        func person(_ row: Row) -> StoredLetter.Person { StoredLetter.Person(name: row[1], of: row[2]) }
        people = (
            try lists("name, portfolio", of: "letter_minister", by: "position", person),
            try lists("name, party", of: "letter_asker", by: "position", person)
        )
        copies = try lists("file, first_read", of: "letter_copy", by: "file") { ($0[1], $0[2]) }
        zaken = try lists("zaak", of: "letter_zaak", by: "position") { $0[1] }
        units = try lists("name, part, line, origin", of: "unit", by: "position") { ($0[1], $0[2], $0[3], $0[4]) }
        counts = try Self.counts(ids, in: database)
    }

    /// Citations of each letter, and the sources they are of.
    private static func counts(_ ids: [Int], in database: Database) throws -> [Int: (citations: Int, sources: Int)] {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT unit.letter_id, citation.source_id FROM json_each(?)
                CROSS JOIN unit ON unit.letter_id = json_each.value CROSS JOIN citation ON citation.unit_id = unit.id
                """, arguments: [ids.list])
        var counts: [Int: (citations: Int, sources: Int)] = [:]
        // A letter's citations come one after the other.
        var (letter, seen): (Int?, Set<Int>) = (nil, [])
        while let row = try cursor.next() {
            let next: Int = row[0]
            if next != letter { (letter, seen) = (next, []) }
            seen.insert(row[1])
            counts[next] = ((counts[next]?.citations ?? 0) + 1, seen.count)
        }
        return counts
    }

    /// Letters of rows of the table `letter`.
    func letters(_ rows: [Row]) -> [StoredLetter] {
        rows.map { row in
            let id: Int = row["id"]
            return StoredLetter(
                name: row["name"], file: row["file"], path: row["path"], copies: copies[id]?.map(\.file) ?? [],
                firstRead: copies[id, default: []].reduce(row["first_read"]) { ReadingDay.earlier($0, $1.firstRead) },
                format: row["format"], label: row["label"], answered: row["answered"], submitted: row["submitted"],
                ministry: row["ministry"], subject: row["subject"], aanhangsel: row["aanhangsel"],
                footnotes: row["footnotes"], ministers: people.ministers[id] ?? [], askers: people.askers[id] ?? [],
                zaken: zaken[id] ?? [], units: units[id] ?? [], citations: counts[id]?.citations ?? 0,
                sources: counts[id]?.sources ?? 0)
        }
    }
}
