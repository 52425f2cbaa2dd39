import Foundation

/// Files that are there as a whole or not at all, and their folders. The system’s own calls say what went wrong.
enum WholeFile {
    /// Writes a file under another name, and gives it its own when it is on the disk.
    static func write(_ bytes: [UInt8], _ whole: String, under part: String) throws(FetchFault) {
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .folder(part, String(cString: strerror(errno))) }
        let fault = write(bytes, to: file) ?? (fsync(file) == 0 ? nil : errno)
        close(file)
        guard fault == nil, rename(part, whole) == 0 else {
            let words = String(cString: strerror(fault ?? errno))
            unlink(part)
            throw .folder(whole, words)
        }
    }

    /// - Returns: nil, or what the system says went wrong (`errno`).
    static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno != EINTR {
                return count == 0 ? EIO : errno
            }
        }
        return nil
    }

    /// Creates a folder, and those it lies in, where they are not there.
    /// - Returns: those that were not, the outermost first.
    @discardableResult
    static func makeFolder(_ path: String) throws(FetchFault) -> [String] {
        guard let code = made(path) else { return [path] }
        if code == EEXIST { return [] }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard code == ENOENT, !path.isEmpty, parent != path else {
            throw .folder(path, String(cString: strerror(code)))
        }
        let above = try makeFolder(parent)
        if let code = made(path), code != EEXIST {
            removeFolders(above)
            throw .folder(path, String(cString: strerror(code)))
        }
        return above + [path]
    }

    /// Takes folders away that were made for nothing; those that hold anything stay.
    static func removeFolders(_ paths: [String]) {
        for path in paths.reversed() { rmdir(path) }
    }

    /// - Returns: nil, or what the system says (`errno`).
    private static func made(_ path: String) -> Int32? { mkdir(path, 0o755) == 0 ? nil : errno }
}
