import Foundation

/// The files of the checkout that tests read.
public enum Repository {
    /// The folder that holds `Package.swift`.
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    public static func file(_ path: String) -> URL { root.appending(path: path) }

    public static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: file(path)), as: UTF8.self)
    }

    public static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: file(path).path) }

    public static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: file(path))) }

    private static let formats = ["txt", "md", "pdf", "docx", "odt", "html", "xml"]

    /// Letters of a folder, by name. The folder is relative to the root.
    public static func letters(in folder: String) -> [URL] {
        let files =
            (try? FileManager.default.contentsOfDirectory(at: file(folder), includingPropertiesForKeys: nil)) ?? []
        return files.filter { formats.contains($0.pathExtension) }.sorted {
            $0.lastPathComponent < $1.lastPathComponent
        }
    }

    /// The letters that come with the project: the seeds, and those it writes itself.
    public static let ownLetters = letters(in: "seeds") + OwnLetter.files

    /// Every letter there is: the project's own, and those in `../shared/letters` when they are there (it is said when they
    /// are not).
    public static let allLetters: [URL] = {
        if Shared.letters.isEmpty {
            print("\(Shared.reason): only the \(ownLetters.count) letters of the project are read")
        }
        return ownLetters + Shared.letters
    }()
}
