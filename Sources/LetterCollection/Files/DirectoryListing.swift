import Foundation

/// A folder that is open to be listed. Most systems tell what an entry is along with its name: then it is not asked for.
final class DirectoryListing {
    enum Kind { case file, folder, link, other, unknown }

    #if canImport(Darwin)
        private let handle: UnsafeMutablePointer<DIR>
    #else
        private let handle: OpaquePointer
    #endif
    private let path: String
    /// Where a folder may be listed and not entered, its entries cannot be looked at, whatever the list says of them.
    private let mayBeEntered: Bool

    /// Nil when the folder may not be listed.
    init?(_ path: String) {
        guard let handle = opendir(path) else { return nil }
        (self.handle, self.path) = (handle, path)
        mayBeEntered = access(path, X_OK) == 0
    }

    deinit { closedir(handle) }

    /// The names of the entries that are not hidden with what they are, in the order of their bytes. A kind is unknown where
    /// nothing can be opened by the name.
    func entries() -> [(name: [UInt8], kind: Kind)] {
        var found: [(name: [UInt8], kind: Kind)] = []
        while let entry = readdir(handle) {
            // The name is longer than the type says, or shorter: only its zero ends it.
            let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let count = strlen(start.assumingMemoryBound(to: CChar.self))
            let name = UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
            if name.first == UInt8(ascii: ".") { continue }
            found.append((Array(name), kind(of: name, entry.pointee.d_type)))
        }
        return found.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    private func kind(of name: UnsafeBufferPointer<UInt8>, _ type: UInt8) -> Kind {
        guard name.isPlain || String(validating: name, as: UTF8.self) != nil else { return .unknown }
        guard mayBeEntered else { return Self.kind(path + "/" + String(decoding: name, as: UTF8.self)) }
        switch Int(type) {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_LNK): return .link
        case Int(DT_UNKNOWN): return Self.kind(path + "/" + String(decoding: name, as: UTF8.self))
        default: return .other
        }
    }

    /// What a path is itself, be it a link; unknown when it cannot be looked at.
    static func kind(_ path: String) -> Kind {
        var state = stat()
        guard lstat(path, &state) == 0 else { return .unknown }
        switch state.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether there are only signs of ASCII.
    fileprivate var isPlain: Bool { allSatisfy { $0 < 0x80 } }
}
