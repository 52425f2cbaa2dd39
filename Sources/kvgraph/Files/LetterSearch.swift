import Foundation
import LetterReading

/// Paths the user named → the files to read.
struct LetterSearch {
    /// In the order of their paths.
    private(set) var files: [LetterFile] = []
    /// Files in folders that are of no known format.
    private(set) var skipped = 0
    /// Messages about paths that are not there, or may not be looked into.
    private(set) var faults: [String] = []
    /// Folders the user named, and folders below them that could not be read, as absolute paths.
    private var named: [String] = []
    private var closed: [String] = []
    private var seen: Set<String> = []

    init(_ paths: [String]) {
        for name in paths {
            if name == "-" {
                if seen.insert("-").inserted { files.append(.standardInput) }
                continue
            }
            let path = Self.absolute(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                faults.append("\(name): there is no such file or folder")
                continue
            }
            if isFolder.boolValue {
                named.append(path)
                search(name, path)
            } else if !open(name, path), seen.insert(path).inserted {
                files.append(LetterFile(NamedPath(name, path), path: path, isNamed: true))
            }
        }
        files.sort { $0.path < $1.path }
    }

    /// Whether a file of this path would have been found, were it there: it lies under a folder the user named, and no
    /// folder on the way was closed.
    func covers(_ path: String) -> Bool {
        func holds(_ folder: String) -> Bool { path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") }
        return named.contains(where: holds) && !closed.contains(where: holds)
    }

    /// A folder with its subfolders; links to other folders are not followed, so that none is read twice or for ever.
    private mutating func search(_ name: String, _ path: String) {
        let entries: [String]
        do {
            entries = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            faults.append("\(name): this folder may not be read: look at its permissions")
            closed.append(path)
            return
        }
        let named = NamedPath(name, path)
        for entry in entries.sorted() where !entry.hasPrefix(".") {
            let whole = Self.joined(path, entry)
            let type = Self.type(whole)
            var below: String { Self.joined(name, entry) }
            if type == .typeDirectory {
                search(below, whole)
            } else if type == nil {
                // As when the name is no UTF-8: nothing can be opened by it.
                faults.append("\(below): this file cannot be looked at: does its name hold odd signs? Give it another")
            } else if type == .typeRegular, LetterArchive.isNamed(entry), open(below, whole) {
                continue
            } else if InputFormat.named(by: entry) != nil, type == .typeRegular || Self.isLinkToFile(whole, type) {
                if seen.insert(whole).inserted {
                    files.append(LetterFile(named, path: whole, isNamed: false))
                }
            } else {
                skipped += 1
            }
        }
    }

    /// Takes the letters of a zip archive, as if it were a folder; false for what is none.
    private mutating func open(_ name: String, _ path: String) -> Bool {
        guard LetterArchive.isNamed(name) else { return false }
        guard let archive = LetterArchive(path) else {
            faults.append("\(name): this zip archive cannot be opened: is it whole?")
            closed.append(path)
            return true
        }
        named.append(path)
        skipped += archive.skipped
        let whole = NamedPath(name, path)
        for entry in archive.letters where seen.insert(path + "/" + entry).inserted {
            files.append(
                LetterFile(whole, path: path + "/" + entry, isNamed: false, entry: (archive, path, entry)))
        }
        return true
    }

    private static func type(_ path: String) -> FileAttributeType? {
        var state = stat()
        guard lstat(path, &state) == 0 else { return nil }
        switch state.st_mode & S_IFMT {
        case S_IFREG: return .typeRegular
        case S_IFDIR: return .typeDirectory
        case S_IFLNK: return .typeSymbolicLink
        default: return .typeUnknown
        }
    }

    /// A link to a file is one; a pipe or a device in a folder is none.
    private static func isLinkToFile(_ path: String, _ type: FileAttributeType?) -> Bool {
        type == .typeSymbolicLink
            && Self.type(URL(fileURLWithPath: path).resolvingSymlinksInPath().path) == .typeRegular
    }

    private static func joined(_ folder: String, _ entry: String) -> String {
        folder.hasSuffix("/") ? folder + entry : folder + "/" + entry
    }

    /// The file a letter was read from, on disk or in an archive; nil when it is gone.
    static func file(_ name: String, at path: String) -> LetterFile? {
        if FileManager.default.fileExists(atPath: path) {
            return LetterFile(NamedPath(name, path), path: path, isNamed: true)
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for (index, part) in parts.enumerated() where LetterArchive.isNamed(part) {
            let whole = parts[...index].joined(separator: "/")
            guard let archive = LetterArchive(whole) else { continue }
            let entry = parts[(index + 1)...].joined(separator: "/")
            return LetterFile(NamedPath(name, path), path: path, isNamed: true, entry: (archive, whole, entry))
        }
        return nil
    }

    static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
