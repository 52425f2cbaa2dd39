import CZip

/// The one owner of libzip's handles: an archive in memory or on disk, read entry by entry, with a bound on what an entry may grow to.
package final class ZipArchive {
    package enum Failure: Error, Equatable {
        case damaged
        case tooLarge
        case locked
    }

    /// An archive with more entries is none of letters.
    package static let mostEntries = 100_000

    private let archive: OpaquePointer
    /// libzip reads from these bytes as long as the archive is open; nil for a file on disk.
    private let bytes: UnsafeMutableRawPointer?

    /// Opens a file, of which only the list of entries is read at first.
    /// - Throws: `Failure.damaged` when it is no whole archive.
    package init(file: String) throws(Failure) {
        guard let archive = zip_open(file, Int32(ZIP_RDONLY), nil) else { throw Failure.damaged }
        (self.archive, bytes) = (archive, nil)
    }

    /// - Throws: `Failure.damaged` when the bytes are no whole archive.
    package init(_ content: [UInt8]) throws(Failure) {
        let count = content.count
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(1, count), alignment: 1)
        content.withUnsafeBytes { if let start = $0.baseAddress { bytes.copyMemory(from: start, byteCount: count) } }
        guard let source = zip_source_buffer_create(bytes, zip_uint64_t(count), 0, nil) else {
            bytes.deallocate()
            throw Failure.damaged
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
            zip_source_free(source)
            bytes.deallocate()
            throw Failure.damaged
        }
        (self.archive, self.bytes) = (archive, bytes)
    }

    deinit {
        zip_discard(archive)
        bytes?.deallocate()
    }

    /// The names of the files in it, in the archive's order; folders are left out.
    package var names: [String] {
        (0..<min(zip_get_num_entries(archive, 0), zip_int64_t(Self.mostEntries))).compactMap { index in
            zip_get_name(archive, zip_uint64_t(index), 0).map { String(cString: $0) }
        }.filter { !$0.hasSuffix("/") }
    }

    /// How many entries are beyond those that are listed.
    package var unlisted: Int { max(0, Int(zip_get_num_entries(archive, 0)) - Self.mostEntries) }

    /// The bytes of an entry; nil when there is none of this name.
    /// - Parameter most: what it may expand to, whatever the archive says of its size.
    package func entry(_ name: String, most: Int) throws(Failure) -> [UInt8]? {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0 else { return nil }
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            let isLocked = zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_NOPASSWD
            throw isLocked ? Failure.locked : Failure.damaged
        }
        defer { zip_fclose(file) }
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &piece, zip_uint64_t(piece.count))
            if count < 0 { throw Failure.damaged }
            if count == 0 { return content }
            content += piece[..<Int(count)]
            if content.count > most { throw Failure.tooLarge }
        }
    }
}
