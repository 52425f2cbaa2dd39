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

    public static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: file(path))) }

    private static let formats = ["txt", "md", "pdf", "docx", "xml"]

    /// Letters of a folder, by name. The folder is relative to the root.
    public static func letters(in folder: String) -> [URL] {
        let files =
            (try? FileManager.default.contentsOfDirectory(at: file(folder), includingPropertiesForKeys: nil)) ?? []
        return files.filter { formats.contains($0.pathExtension) }.sorted {
            $0.lastPathComponent < $1.lastPathComponent
        }
    }

    /// The letters that come with the project.
    public static let ownLetters = letters(in: "seeds") + letters(in: "Tests/Letters")

    /// Those of them that are text.
    public static let ownTexts = ownLetters.filter { ["txt", "md"].contains($0.pathExtension) }

    /// Every letter there is: the project's own, and those of a folder `shared/letters` beside the checkout when it is
    /// there (it is said when it is not).
    public static let allLetters: [URL] = {
        let shared = letters(in: "../shared/letters")
        if shared.isEmpty {
            print("no ../shared/letters beside the checkout: only the \(ownLetters.count) letters in it are read")
        }
        let own = Set(ownLetters.map(\.lastPathComponent))
        return ownLetters + shared.filter { !own.contains($0.lastPathComponent) }
    }()
}
