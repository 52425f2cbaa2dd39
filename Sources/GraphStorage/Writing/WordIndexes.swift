import GRDB

/// The full-text indexes of letters and sources (FTS5), over tables that hold the words. An index is told the words of a row once,
/// and again to forget it; its table of sizes says which rows it knows.
extension StoreWriter {
    private static let (gatheredBytes, usualBytes) = (16 << 20, 1 << 20)

    /// Indexes the rows that are not, when all else of a transaction is done: new ones, and sources that are called otherwise now.
    /// Triggers saw to it that what is gone or was called otherwise is forgotten.
    /// - Complexity: linear in the text of those rows, and in the number of all rows.
    func indexWords() throws {
        // In memory an index gathers what it writes at once: of a whole collection, in a fortieth of the pieces that have to be
        // merged, and in two thirds of the time. The store would keep the number, so that it is put back.
        if bulk.wasEmpty { gather(Self.gatheredBytes) }
        defer { if bulk.wasEmpty { gather(Self.usualBytes) } }
        let indexes = [
            ("letter_search", "letter_words", "letter", "subject, people, number, answers, questions, notes, rest"),
            ("source_search", "source", "source", "canonical, label, title"),
        ]
        for (index, words, table, columns) in indexes {
            // A statement of its own for each row would write what it has of the index every time.
            try database.execute(
                sql: """
                    INSERT INTO \(index) (rowid, \(columns)) SELECT id, \(columns) FROM \(words)
                    WHERE id IN (SELECT id FROM \(table) EXCEPT SELECT id FROM \(index)_docsize)
                    """)
        }
    }

    /// An SQLite that does not know the word gathers as much as it always does.
    private func gather(_ bytes: Int) {
        try? database.execute(sql: "INSERT INTO letter_search (letter_search, rank) VALUES ('hashsize', \(bytes))")
    }
}
