import GRDB

/// Copies letters of an attached store with all that hangs on them, in bulk. Their ids are those they had, moved up behind
/// the ones there are.
struct MergedRows {
    let schema: String
    let database: Database

    /// - Returns: how far the ids of letters and of units are moved.
    func copy(_ letters: [Int64]) throws -> (letters: Int64, units: Int64) {
        try database.execute(sql: "CREATE TEMP TABLE taken (id INTEGER PRIMARY KEY)")
        for id in letters {
            try database.cachedStatement(sql: "INSERT INTO taken VALUES (?)").execute(arguments: [id])
        }
        let moved = (letters: try last("letter"), units: try last("unit"))
        // A name may be given in both stores: until all are known, a letter is named by its path.
        try copy("letter", ["id": "id + \(moved.letters)", "name": "path"], "id")
        for table in ["letter_minister", "letter_asker", "letter_zaak", "footnote", "diagnostic", "dropped_citation"] {
            try copy(table, ["letter_id": "letter_id + \(moved.letters)"], "letter_id")
        }
        try copy("unit", ["id": "id + \(moved.units)", "letter_id": "letter_id + \(moved.letters)"], "letter_id")
        let ofTaken = "(SELECT id FROM \(schema).unit WHERE letter_id IN taken)"
        try copy("unit_text", ["unit_id": "unit_id + \(moved.units)"], "unit_id", in: ofTaken)
        try copySources()
        try copy(
            "citation",
            [
                "unit_id": "unit_id + \(moved.units)",
                "source_id": "(SELECT id FROM source_of WHERE source_of.part_id = source_id)",
            ], "unit_id", in: ofTaken)
        try copy(
            "crossreference",
            ["from_unit_id": "from_unit_id + \(moved.units)", "to_unit_id": "to_unit_id + \(moved.units)"],
            "from_unit_id", in: ofTaken)
        try database.execute(sql: "DROP TABLE taken; DROP TABLE source_of")
        return moved
    }

    /// Copies the rows of a table whose `column` is `in` a set, every column as it is but for the `changed`.
    private func copy(
        _ table: String, _ changed: [String: String], _ column: String, in set: String = "taken"
    ) throws {
        let columns = try columns(table)
        let values = columns.map { changed[$0] ?? $0 }
        try database.execute(
            sql: """
                INSERT INTO main.\(table) (\(columns.joined(separator: ", ")))
                SELECT \(values.joined(separator: ", ")) FROM \(schema).\(table) WHERE \(column) IN \(set)
                ORDER BY \(column)
                """)
    }

    /// The sources the store lacks, and which row each of the part's has become.
    private func copySources() throws {
        let columns = try columns("source").filter { $0 != "parent_id" }.joined(separator: ", ")
        try database.execute(
            sql: """
                INSERT INTO main.source (\(columns)) SELECT \(columns) FROM \(schema).source WHERE true ORDER BY id
                  ON CONFLICT (canonical) DO NOTHING;
                CREATE TEMP TABLE source_of (part_id INTEGER PRIMARY KEY, id INTEGER NOT NULL);
                INSERT INTO source_of SELECT theirs.id, ours.id FROM \(schema).source theirs
                  JOIN main.source ours ON ours.canonical = theirs.canonical;
                UPDATE main.source SET parent_id = parents.id FROM (
                  SELECT child.id AS child, parent.id FROM \(schema).source theirs
                  JOIN source_of child ON child.part_id = theirs.id JOIN source_of parent ON parent.part_id = theirs.parent_id
                ) AS parents WHERE main.source.id = parents.child AND parent_id IS NULL;
                """)
    }

    private func last(_ table: String) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM main.\(table)") ?? 0
    }

    /// The columns of a table, without an id that SQLite gives.
    private func columns(_ table: String) throws -> [String] {
        let isCounted = ["letter", "unit"].contains(table)
        return try database.columns(in: table, in: "main").map(\.name).filter { $0 != "id" || isCounted }
    }
}
