import Foundation
import LetterReading

/// Paths the user named → the files to read.
struct LetterSearch {
    /// In the order of their paths.
    private(set) var files: [LetterFile] = []
    /// Folders that could be read, as absolute paths.
    private(set) var folders: [String] = []
    /// Files in folders that are of no known format.
    private(set) var skipped = 0
    /// Messages about paths that are not there.
    private(set) var faults: [String] = []

    init(_ paths: [String]) {
        var seen: Set<String> = []
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
                search(name, path, &seen)
            } else if seen.insert(path).inserted {
                files.append(LetterFile(file: name, path: path, isNamed: true))
            }
        }
        files.sort { $0.path < $1.path }
    }

    private mutating func search(_ name: String, _ path: String, _ seen: inout Set<String>) {
        guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil,
            let entries = FileManager.default.enumerator(atPath: path)
        else {
            faults.append("\(name): this folder may not be read: look at its permissions")
            return
        }
        folders.append(path)
        let prefix = name.hasSuffix("/") ? name : name + "/"
        for case let entry as String in entries {
            let isHidden = (entry as NSString).lastPathComponent.hasPrefix(".")
            let type = entries.fileAttributes?[.type] as? FileAttributeType
            if isHidden {
                if type == .typeDirectory { entries.skipDescendants() }
                continue
            }
            guard type != .typeDirectory else { continue }
            let whole = path + "/" + entry
            guard InputFormat.named(by: entry) != nil, type == .typeRegular || Self.isRegular(whole) else {
                skipped += 1
                continue
            }
            if seen.insert(whole).inserted {
                files.append(LetterFile(file: prefix + entry, path: whole, isNamed: false))
            }
        }
    }

    /// A link to a file is one; a pipe or a device in a folder is none.
    private static func isRegular(_ path: String) -> Bool {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type] as? FileAttributeType
            == .typeRegular
    }

    static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
