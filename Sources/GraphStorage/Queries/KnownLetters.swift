import GRDB

/// A file of a letter as the store knows it. Its texts are there only while it is looked at: a store knows a hundred
/// thousand.
public struct KnownFile {
    /// The letter's name.
    public let name: UnsafeBufferPointer<UInt8>
    /// The file as the user named it.
    public let file: UnsafeBufferPointer<UInt8>
    public let path: UnsafeBufferPointer<UInt8>
    public let size: Int
    public let modified: Double
    public let fingerprint: UnsafeBufferPointer<UInt8>
    /// Where the letter is read from another file, which this one holds too: the path of that.
    public let original: UnsafeBufferPointer<UInt8>?
}

extension GraphStore {
    /// The files of the letters in the store: what `build` needs to know which are unchanged, and which are gone. Those that
    /// letters are read from come first.
    public func eachFile(_ take: (KnownFile) throws -> Void) throws {
        try queue.read { database in
            let letters = try RowReader(
                database, "SELECT name, file, path, size, modified, fingerprint, NULL FROM letter")
            let copies = try RowReader(
                database,
                """
                SELECT letter.name, letter_copy.file, letter_copy.path, letter_copy.size, letter_copy.modified,
                  letter_copy.fingerprint, letter.path FROM letter_copy JOIN letter ON letter.id = letter_id
                ORDER BY letter_copy.path
                """)
            for rows in [letters, copies] {
                while try rows.next() {
                    guard let name = rows.text(0), let file = rows.text(1), let path = rows.text(2),
                        let fingerprint = rows.text(5)
                    else { continue }
                    try take(
                        KnownFile(
                            name: name, file: file, path: path, size: rows.int(3), modified: rows.double(4),
                            fingerprint: fingerprint, original: rows.text(6)))
                }
            }
        }
    }
}
