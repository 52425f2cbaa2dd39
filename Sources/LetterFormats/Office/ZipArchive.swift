import CZip

/// The one owner of libzip's handles: an archive in memory or on disk, read entry by entry, with a bound on what an entry may grow to.
package final class ZipArchive {
    package enum Failure: Error, Equatable {
        case damaged
        case tooLarge
        case locked
    }

    /// What to say where libzip is not installed; nil where it is.
    static var lacking: UnreadableLetter? {
        czip_is_there() != 0 ? nil : .lacks(program: "libzip", package: "libzip4")
    }

    /// An archive with more entries is none of letters.
    package static let mostEntries = 100_000

    private let archive: OpaquePointer
    /// libzip reads from these bytes as long as the archive is open; nil for a file on disk.
    private let bytes: UnsafeMutableRawPointer?

    /// Opens a file, of which only the list of entries is read at first.
    /// - Throws: `Failure.damaged` when it is no whole archive.
    package init(file: String) throws(Failure) {
        guard let archive = czip_open(file) else { throw Failure.damaged }
        (self.archive, bytes) = (archive, nil)
    }

    /// - Throws: `Failure.damaged` when the bytes are no whole archive.
    package init(_ content: [UInt8]) throws(Failure) {
        let count = content.count
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(1, count), alignment: 1)
        content.withUnsafeBytes { if let start = $0.baseAddress { bytes.copyMemory(from: start, byteCount: count) } }
        guard let archive = czip_open_bytes(bytes, count) else {
            bytes.deallocate()
            throw Failure.damaged
        }
        (self.archive, self.bytes) = (archive, bytes)
    }

    deinit {
        czip_close(archive)
        bytes?.deallocate()
    }

    /// The names of the files in it, in the archive's order; folders are left out.
    package var names: [String] {
        (0..<min(czip_count(archive), Int64(Self.mostEntries))).compactMap { place in
            czip_name(archive, UInt64(place)).map { String(cString: $0) }
        }.filter { !$0.hasSuffix("/") }
    }

    /// How many entries are beyond those that are listed.
    package var unlisted: Int { max(0, Int(czip_count(archive)) - Self.mostEntries) }

    /// The bytes of an entry; nil when there is none of this name.
    /// - Parameter most: what it may expand to, whatever the archive says of its size.
    package func entry(_ name: String, most: Int) throws(Failure) -> [UInt8]? {
        let place = czip_place(archive, name)
        guard place >= 0 else { return nil }
        var isLocked: Int32 = 0
        guard let file = czip_open_entry(archive, UInt64(place), &isLocked) else {
            throw isLocked != 0 ? Failure.locked : Failure.damaged
        }
        defer { czip_close_entry(file) }
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = czip_read(file, &piece, UInt64(piece.count))
            if count < 0 { throw Failure.damaged }
            if count == 0 { return content }
            content += piece[..<Int(count)]
            if content.count > most { throw Failure.tooLarge }
        }
    }
}
