import Foundation

/// A temporary file without a name: it is gone from its folder before anything is written into it, so that nobody else can
/// open it, and nothing stays behind whatever ends the program. It owns its descriptor.
final class UnlinkedFile {
    private let descriptor: Int32

    /// In the folder for temporary files, readable by nobody else while it has a name.
    /// - Throws: `UnreadableLetter.noTemporaryFile`.
    init() throws(UnreadableLetter) {
        let folder = Self.folder
        var path = Array("\(folder)/kvgraph-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Self.failure() }
        _ = unlink(path)
    }

    deinit { close(descriptor) }

    /// `TMPDIR`, else `/tmp`.
    private static var folder: String {
        let asked = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
        return asked.isEmpty ? "/tmp" : asked
    }

    private static func failure() -> UnreadableLetter {
        .noTemporaryFile(folder: folder, reason: String(cString: strerror(errno)))
    }

    /// For a program that reads or writes it.
    var handle: FileHandle { FileHandle(fileDescriptor: descriptor, closeOnDealloc: false) }

    /// Puts bytes into it, and goes back to its start.
    func fill(_ bytes: [UInt8]) throws(UnreadableLetter) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if count == 0 || errno != EINTR { throw Self.failure() }
        }
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure() }
    }

    /// - Throws: where no more fits: then a program that writes into it may have stopped in the middle.
    func checkRoom() throws(UnreadableLetter) {
        let block = [UInt8](repeating: 0, count: 4096)
        guard pwrite(descriptor, block, block.count, off_t(size)) == block.count else { throw Self.failure() }
    }

    /// In bytes.
    var size: Int {
        var about = stat()
        return fstat(descriptor, &about) == 0 ? Int(about.st_size) : 0
    }

    /// All that stands in it.
    /// - Complexity: linear in its size.
    func contents() throws(UnreadableLetter) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size)
        var read = 0
        while read < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[read...]).baseAddress,
                    buffer.count - read, off_t(read))
            }
            if count > 0 { read += count } else if count == 0 { break } else if errno != EINTR { throw Self.failure() }
        }
        bytes.removeLast(bytes.count - read)
        return bytes
    }
}
