import GRDB

/// What a build says of letters that it does not read again.
extension StoreWriter {
    /// Gives a letter another name, because a new one would share it.
    public func rename(_ name: String, to other: String) throws {
        try database.cachedStatement(sql: "UPDATE letter SET name = ? WHERE name = ?").execute(arguments: [other, name])
    }

    /// Says that a letter was seen again, unchanged, perhaps under another name or time.
    public mutating func touch(_ origin: LetterOrigin) throws {
        // Letters that share its number name its file.
        let number = try String.fetchOne(
            database.cachedStatement(sql: "SELECT aanhangsel FROM letter WHERE path = ? AND file <> ?"),
            arguments: [origin.path, origin.file])
        if let number { changes.note(number: number) }
        for table in ["letter", "letter_copy"] {
            try database.cachedStatement(sql: "UPDATE \(table) SET file = ?, size = ?, modified = ? WHERE path = ?")
                .execute(arguments: [origin.file, origin.size, origin.modified, origin.path])
        }
    }
}
