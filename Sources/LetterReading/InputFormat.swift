/// The formats letters arrive in. A folder is searched by the endings; a single file is judged by its content.
public struct InputFormat: Sendable {
    public let name: String
    /// Endings of file names, in small letters.
    public let suffixes: [String]

    public static let plainText = InputFormat(name: "text", suffixes: ["txt", "text"])
    public static let markdown = InputFormat(name: "Markdown", suffixes: ["md", "markdown"])

    /// Every format that can be read. A new one is a file in `Formats/` and a word here.
    public static let all: [InputFormat] = [.plainText, .markdown]

    /// The format a file's name says it is, or nil.
    public static func named(by file: String) -> InputFormat? {
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return nil }
        let suffix = file[file.index(after: dot)...].lowercased()
        return all.first { $0.suffixes.contains(suffix) }
    }

    /// The name of a format that the first bytes show and that cannot be read yet; nil for text.
    static func unreadable(_ bytes: [UInt8]) -> String? {
        let openings: [(opening: [UInt8], name: String)] = [
            (Array("%PDF-".utf8), "a PDF"), ([0x50, 0x4B, 0x03, 0x04], "a zip archive (docx and odt are too)"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Word file"), (Array("{\\rtf".utf8), "an RTF file"),
            (Array("<?xml".utf8), "XML"),
            (Array("<!doctype html".utf8), "HTML"), (Array("<html".utf8), "HTML"),
        ]
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = bytes.dropFirst(start).drop { $0.isBlank }.prefix(16).map(\.lowered)
        return openings.first { head.starts(with: $0.opening.map(\.lowered)) }?.name
    }
}
