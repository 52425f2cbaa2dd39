import GRDB

/// The full-text indexes of letters and sources (FTS5), over tables that hold the words. An index is told the words of a row once,
/// and again to forget it; its table of sizes says which rows it knows.
extension StoreWriter {
    /// Indexes the rows that are not, when all else of a transaction is done: new ones, and sources that are called otherwise now.
    /// Triggers saw to it that what is gone or was called otherwise is forgotten.
    /// - Complexity: linear in the text of those rows, and in the number of all rows.
    func indexWords() throws {
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
}
