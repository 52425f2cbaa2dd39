import Foundation
import LetterFormats
import LetterReading

/// Paths that a user named → the files to read: files, folders with their subfolders, zip archives, and `-` for stdin.
public struct LetterSearch: Sendable {
    /// In the order of their paths, each once.
    public private(set) var files = LetterFiles()
    /// Files in folders and archives that are of no known format, as the user would name them.
    public private(set) var skipped: [String] = []
    /// Paths that are missing or cannot be read.
    public private(set) var faults: [Fault] = []
    /// Folders the user named, and folders below them that could not be read, as absolute paths.
    private var named: [String] = []
    private var closed: [String] = []
    private var formats = NamedFormats()

    /// Looks for the files; none is opened but archives.
    /// - Complexity: linear in the entries of the folders.
    public init(_ paths: [String]) {
        for name in paths {
            if name == "-" {
                files.add(named: NamedPath("-", "-"))
                continue
            }
            let path = Self.absolute(name)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                // A name that is no UTF-8 came with U+FFFD in it, and none can be opened by that.
                faults.append(Fault(path: name, reason: name.contains("\u{FFFD}") ? .oddName : .missing))
                continue
            }
            if isFolder.boolValue {
                named.append(path)
                search(name, path)
            } else if !open(name, path) {
                files.add(named: NamedPath(name, path))
            }
        }
        files.sort()
    }

    /// Whether there is a folder or an archive that files may be gone from.
    var searchesFolders: Bool { !named.isEmpty }

    /// Whether a file of this path would have been found, were it there: it lies under a folder the user named, and no
    /// folder on the way was closed.
    func covers(_ path: String) -> Bool {
        func holds(_ folder: String) -> Bool { path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") }
        return named.contains(where: holds) && !closed.contains(where: holds)
    }

    /// A folder with its subfolders; links to other folders are not followed, so that none is read twice or for ever.
    private mutating func search(_ name: String, _ path: String) {
        guard let folder = DirectoryListing(path)?.entries() else {
            faults.append(Fault(path: name, reason: .closedFolder))
            closed.append(path)
            return
        }
        let named = NamedPath(name, path)
        // What a subfolder or an archive adds lies in another: behind it, this one is opened anew.
        var isOpen = false
        for (bytes, kind) in folder {
            var entry: String { String(decoding: bytes, as: UTF8.self) }
            var below: String { Self.joined(name, entry) }
            var whole: String { Self.joined(path, entry) }
            switch kind {
            case .folder:
                search(below, whole)
                isOpen = false
            case .unknown:
                // As when the name is no UTF-8: nothing can be opened by it.
                faults.append(Fault(path: below, reason: .oddName))
            // What was fetched has its record beside it.
            case .file where FetchedRecord.isNamed(bytes): break
            case .file where formats.mayBeArchive(bytes) && open(below, whole):
                isOpen = false
            case .file where formats.isKnown(bytes), .link where formats.isKnown(bytes) && Self.isLinkToFile(whole):
                if !isOpen { files.open(named) }
                isOpen = true
                files.add(bytes)
            case .file, .link, .other: skipped.append(below)
            }
        }
    }

    /// Takes the letters of a zip archive, as if it were a folder; false for what is none.
    private mutating func open(_ name: String, _ path: String) -> Bool {
        guard LetterArchive.isNamed(name) else { return false }
        guard let archive = LetterArchive(path) else {
            faults.append(Fault(path: name, reason: .damagedArchive))
            closed.append(path)
            return true
        }
        named.append(path)
        skipped += archive.skipped.map { Self.joined(name, $0) }
        if archive.unlisted > 0 {
            faults.append(Fault(path: name, reason: .tooManyEntries(archive.unlisted)))
            closed.append(path)
        }
        files.open(NamedPath(name, path), archive: archive)
        for entry in archive.letters { files.add(entry.utf8) }
        return true
    }

    /// A link to a file is one; a pipe or a device in a folder is none.
    private static func isLinkToFile(_ path: String) -> Bool {
        DirectoryListing.kind(URL(fileURLWithPath: path).resolvingSymlinksInPath().path) == .file
    }

    private static func joined(_ folder: String, _ entry: String) -> String {
        folder.hasSuffix("/") ? folder + entry : folder + "/" + entry
    }

    static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}

extension LetterSearch {
    /// A path that could not be searched, as the user named it or below that, and why.
    public struct Fault: Error, Equatable, Sendable, CustomStringConvertible {
        public enum Reason: Equatable, Sendable {
            case missing, closedFolder, oddName, damagedArchive
            case tooManyEntries(Int)
        }

        public let path: String
        public let reason: Reason

        public var description: String {
            switch reason {
            case .missing: "\(path): there is no such file or folder"
            case .closedFolder: "\(path): you may not read this folder: check its permissions"
            case .oddName: "\(path): this file cannot be opened: does its name have unusual characters? Rename it"
            case .damagedArchive: "\(path): this zip archive cannot be opened: is it complete?"
            case .tooManyEntries(let count):
                "\(path): the last \(count) entries of this zip archive were not looked at, only the first \(ZipArchive.mostEntries): split it"
            }
        }
    }
}

/// Which names of files say that a letter may be in them. The files of a folder mostly end alike: an ending is asked about
/// once.
private struct NamedFormats: Sendable {
    private var known: [ArraySlice<UInt8>: Bool] = [:]

    mutating func isKnown(_ name: [UInt8]) -> Bool {
        // A name that begins with its only dot has no ending.
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
        let ending = name[dot...]
        if let answer = known[ending] { return answer }
        let answer = InputFormat.named(by: String(decoding: name, as: UTF8.self)) != nil
        // Endings of one file each (`.1`, `.2` …) are no ground to remember them all.
        if known.count < 64 { known[Array(ending)[...]] = answer }
        return answer
    }

    /// Nearly no file is one: only those are asked about further.
    func mayBeArchive(_ name: [UInt8]) -> Bool {
        guard let last = name.last else { return false }
        return last | 0x20 == UInt8(ascii: "p") || last >= 0x80
    }
}
