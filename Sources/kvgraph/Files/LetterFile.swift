import Foundation

/// A file that may hold a letter, before it is read. `-` is stdin.
struct LetterFile: Sendable {
    /// What the user named: the file itself, or the folder or archive it lies in.
    private let named: NamedPath
    /// As the user named it, or below the folder the user named: `seeds/002_d81b6e9e41b7345c.txt`; `-` for stdin.
    var file: String { named.name + path.utf8.dropFirst(named.path.utf8.count).string }
    /// Where it is, whatever the current folder.
    let path: String
    /// Whether the user named the file itself: then its content decides, and not its name.
    let isNamed: Bool
    /// The archive it lies in, and its name there; the path is then the archive's with that name behind it.
    var entry: (archive: LetterArchive, path: String, name: String)?

    init(
        _ named: NamedPath, path: String, isNamed: Bool,
        entry: (archive: LetterArchive, path: String, name: String)? = nil
    ) {
        (self.named, self.path, self.isNamed, self.entry) = (named, path, isNamed, entry)
    }

    /// Size in bytes and time of change, or nil when it cannot be looked at.
    var state: (size: Int, modified: Double)? {
        guard path != "-" else { return (0, 0) }
        // The system's own call: Foundation asks for the names of owner and group too.
        var state = stat()
        guard stat(entry?.path ?? path, &state) == 0 else { return nil }
        #if canImport(Darwin)
            let time = state.st_mtimespec
        #else
            let time = state.st_mtim
        #endif
        return (Int(state.st_size), Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }

    /// The bytes of the file.
    /// - Throws: a message that says what is wrong, to follow the file's name.
    func read() throws(FileFault) -> [UInt8] {
        if let entry { return try entry.archive.read(entry.name) }
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        if let bytes = Self.regularFile(path) { return bytes }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw FileFault(reason: "it may not be read: look at its permissions")
        }
        do {
            // A pipe or a device has no size to go by: it is read to its end.
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw FileFault(reason: "it could not be opened")
            }
            return [UInt8](try handle.readToEnd() ?? Data())
        } catch let fault as FileFault {
            throw fault
        } catch {
            throw FileFault(reason: "it could not be read (\(error.localizedDescription))")
        }
    }
}

extension LetterFile {
    /// The bytes of a plain file, of the size the system gives; nil for whatever else, or when something is wrong with it. A
    /// pipe is not opened here: its writer would be left alone when it is closed again.
    private static func regularFile(_ path: String) -> [UInt8]? {
        var state = stat()
        guard stat(path, &state) == 0, state.st_mode & S_IFMT == S_IFREG, state.st_size > 0,
            state.st_size <= LetterLoader.largestFile
        else { return nil }
        let size = Int(state.st_size)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
        return bytes.count == size ? bytes : nil
    }
}

struct FileFault: Error { let reason: String }

/// A path as the user wrote it, and where it is. Shared by all files below it, which are many.
final class NamedPath: Sendable {
    let name: String
    let path: String

    init(_ name: String, _ path: String) {
        self.path = path
        // `letters/` is at `/abs/letters`: what lies below begins with the slash.
        let bare = name.hasSuffix("/") && path != "/" ? String(name.dropLast()) : name
        self.name = path == "/" && !bare.hasSuffix("/") ? bare + "/" : bare
    }
}

extension Substring.UTF8View {
    fileprivate var string: String { String(Substring(self)) }
}
