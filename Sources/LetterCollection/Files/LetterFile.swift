import Foundation
import LetterFormats
import LetterReading

/// A file that may hold a letter, before it is read. `-` is stdin.
public struct LetterFile: Sendable {
    /// What the user named: the file itself, or the folder or archive it lies in.
    private let named: NamedPath
    /// As the user named it, or below the folder the user named: `seeds/002_d81b6e9e41b7345c.txt`; `-` for stdin.
    public var file: String { named.name + path.utf8.dropFirst(named.path.utf8.count).string }
    /// Its absolute path.
    public let path: String
    /// Whether the user named the file itself: then its content decides, and not its name.
    public let isNamed: Bool
    /// The archive it lies in, and its name there; the path is then the archive's with that name behind it.
    private let entry: (archive: LetterArchive, path: String, name: String)?

    init(
        _ named: NamedPath, path: String, isNamed: Bool,
        entry: (archive: LetterArchive, path: String, name: String)? = nil
    ) {
        (self.named, self.path, self.isNamed, self.entry) = (named, path, isNamed, entry)
    }

    /// Size in bytes and time of change, or nil when it cannot be looked at.
    public var state: (size: Int, modified: Double)? {
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
    /// - Throws: why it cannot be read, as a value.
    /// - Complexity: linear; a pipe or a device is read to its end.
    public func read() throws(FileFault) -> [UInt8] {
        if let entry { return try entry.archive.read(entry.name) }
        if path == "-" { return try Self.standardInput() }
        // A pipe waits here for its writer, who must not be left alone when it is closed again: it is opened once.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault.ofSystem }
        defer { close(descriptor) }
        return try Self.bytes(of: descriptor)
    }

    /// All that comes from stdin.
    package static func standardInput() throws(FileFault) -> [UInt8] { try bytes(of: STDIN_FILENO) }

    /// The file that a letter was read from, on disk or in an archive; nil when it is gone.
    /// - Parameters:
    ///   - name: as the user named it then.
    ///   - path: where it was.
    public init?(_ name: String, at path: String) {
        if FileManager.default.fileExists(atPath: path) {
            self.init(NamedPath(name, path), path: path, isNamed: true)
            return
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for (index, part) in parts.enumerated() where LetterArchive.isNamed(part) {
            let whole = parts[...index].joined(separator: "/")
            guard let archive = LetterArchive(whole) else { continue }
            let entry = parts[(index + 1)...].joined(separator: "/")
            self.init(NamedPath(name, path), path: path, isNamed: true, entry: (archive, whole, entry))
            return
        }
        return nil
    }
}

extension LetterFile {
    /// What is left of an open file, unless it is larger than any letter. A plain one is read in one go, by the size that
    /// the system gives.
    private static func bytes(of descriptor: Int32) throws(FileFault) -> [UInt8] {
        var state = stat()
        guard fstat(descriptor, &state) == 0 else { throw FileFault.ofSystem }
        let isPlain = state.st_mode & S_IFMT == S_IFREG
        guard !isPlain || state.st_size <= InputFormat.largestFile else {
            throw FileFault.noLetter(.tooLong(Int(state.st_size)))
        }
        var bytes: [UInt8] = []
        // One more than the size: then the end is seen at once.
        var room = isPlain ? Int(state.st_size) + 1 : 1 << 16
        while true {
            let piece = try next(room, of: descriptor)
            let isEnd = piece.isEmpty || isPlain && bytes.isEmpty && piece.count == room - 1
            // Nearly always all of a file is one piece, which is not copied.
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            if isEnd { return bytes }
            // A pipe or a device may never end.
            if bytes.count > InputFormat.largestFile { throw FileFault.noLetter(.tooLong(bytes.count)) }
            room = 1 << 16
        }
    }

    /// The next bytes, as many as there is room for or fewer; none at the end.
    private static func next(_ room: Int, of descriptor: Int32) throws(FileFault) -> [UInt8] {
        var fault: FileFault?
        let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var got = Foundation.read(descriptor, buffer.baseAddress, room)
            while got < 0, errno == EINTR || errno == EAGAIN {
                // Who gave us this end of a pipe may have said that it does not wait.
                if errno == EAGAIN {
                    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    _ = poll(&wait, 1, -1)
                }
                got = Foundation.read(descriptor, buffer.baseAddress, room)
            }
            if got < 0 { fault = FileFault.ofSystem }
            count = max(0, got)
        }
        if let fault { throw fault }
        return piece
    }
}

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
