import GRDB

/// When a file was first read. What the store said of a file is kept while it is written: a file that is read again keeps its
/// day, be it changed, moved, or another file of its letter. One that was dropped by an earlier build is new.
struct FirstReads {
    /// The day of this writing.
    let today: String
    /// Days of files that were taken out, by hashes of their paths and of their fingerprints; nil for a day unknown.
    private var days: [Int: String?] = [:]

    init(today: String) { self.today = today }

    /// Whether the file was in the store, there or elsewhere, before it was taken out to be put.
    func knows(_ origin: LetterOrigin) -> Bool { known(origin) != nil }

    func day(of origin: LetterOrigin) -> String? { known(origin) ?? today }

    private func known(_ origin: LetterOrigin) -> String?? {
        days[Self.key(origin.path, isPath: true)] ?? days[Self.key(origin.fingerprint, isPath: false)]
    }

    /// Keeps the days of files that are about to be taken out.
    /// - Parameters:
    ///   - letter: the letter that goes, with all of its files, or nil.
    ///   - path: the other file that goes, or nil.
    mutating func note(letter: Int64?, path: String? = nil, in database: Database) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT path, fingerprint, first_read FROM main.letter WHERE id = ?1
                    UNION ALL SELECT path, fingerprint, first_read FROM main.letter_copy WHERE letter_id = ?1
                    UNION ALL SELECT path, fingerprint, first_read FROM main.letter_copy WHERE path = ?2
                    """), arguments: [letter, path])
        while let row = try rows.next() {
            let day: String? = row[2]
            days.updateValue(day, forKey: Self.key(row[0], isPath: true))
            // Of files with the same content, the one read first.
            let content = Self.key(row[1], isPath: false)
            days.updateValue(days[content].map { ReadingDay.earlier($0, day) } ?? day, forKey: content)
        }
    }

    private static func key(_ text: String, isPath: Bool) -> Int {
        var hasher = Hasher()
        hasher.combine(isPath)
        hasher.combine(text)
        return hasher.finalize()
    }
}
