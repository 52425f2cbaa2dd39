import DutchText

/// The formats letters arrive in. A folder is searched by the endings; what a file is, its content decides.
public struct InputFormat: Sendable {
    public let name: String
    /// Endings of file names, in small letters.
    public let suffixes: [String]
    /// Whether a file's bytes are of this format.
    let recognises: @Sendable ([UInt8]) -> Bool
    /// The bytes of a file → the letter's canonical text.
    let read: @Sendable ([UInt8]) throws(UnreadableLetter) -> FormattedText

    /// Every format that can be read, in the order they are asked; text takes what no other claims. A new one is a file in
    /// `Formats/` and a word here.
    public static let all: [InputFormat] = [.pdf, .word, .openDocument, .officialXML, .html, .markdown, .plainText]

    /// The formats by how much a file of theirs says of the letter: of two files of one letter the first is read.
    public static let byWorth: [String] = [
        officialXML, word, openDocument, html, pdf, markdown, plainText,
    ].map(\.name)

    /// The names of all formats, for messages.
    static let names = all.map(\.name).joined(separator: ", ")

    /// The format a file's name says it is, or nil.
    public static func named(by file: String) -> InputFormat? {
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return nil }
        let suffix = file[file.index(after: dot)...].lowercased()
        return all.first { $0.suffixes.contains(suffix) }
    }

    /// The format of a file's content. Markdown is text that its name says is Markdown.
    static func of(_ bytes: [UInt8], file: String) -> InputFormat {
        let found = all.first { $0.recognises(bytes) } ?? .plainText
        return found.name == plainText.name && named(by: file)?.name == markdown.name ? .markdown : found
    }

    /// No file of a letter is larger: the longest Aanhangsel takes some 300 kB of text. It keeps a wrong file from eating
    /// memory.
    package static let largestFile = 64 << 20

    /// What opens a file of a format that cannot be read.
    private static let refused: [(opening: [UInt8], name: String)] = [
        (Array("PK\u{3}\u{4}".utf8), "a zip archive, but no whole docx or odt (one of letters is named .zip)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word file (doc), or one locked with a password"),
        (Array("{\\rtf".utf8), "an RTF file"),
    ]

    /// Which of them a file is, in words; nil for none.
    static func unreadable(_ bytes: [UInt8]) -> String? {
        refused.first { bytes.starts(with: $0.opening) }?.name
    }

    /// The first bytes after everything blank, in small letters, for formats that are text.
    /// Empty when they are not an opening `<`: most files are letters in plain text.
    static func head(_ bytes: [UInt8]) -> String {
        let text = bytes[opening(bytes)...]
        guard text.first == Byte.less else { return "" }
        return String(decoding: text.prefix(2000).map(\.lowered), as: UTF8.self)
    }

    /// The file without everything blank before it, which no parser of XML allows.
    static func withoutHead(_ bytes: [UInt8]) -> [UInt8] {
        let start = opening(bytes)
        return start == 0 ? bytes : Array(bytes[start...])
    }

    /// Where the file begins, after blanks and byte order marks, however many: also the mark that was read as Latin-1 and
    /// encoded again (`ï»¿`).
    private static func opening(_ bytes: [UInt8]) -> Int {
        let blanks: [[UInt8]] = [
            [0xEF, 0xBB, 0xBF], [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], [0xC2, 0xA0], [0xE2, 0x80, 0x8B],
            [0xE2, 0x80, 0xAF],
        ]
        var start = 0
        while start < bytes.count {
            let rest = bytes[start...]
            if bytes[start].isBlank {
                start += 1
            } else if let blank = blanks.first(where: { rest.starts(with: $0) }) {
                start += blank.count
            } else {
                break
            }
        }
        return start
    }
}

extension InputFormat {
    public static let plainText = InputFormat(
        name: "text", suffixes: ["txt", "text"], recognises: { _ in false },
        read: { bytes throws(UnreadableLetter) in try TextDecoding.decode(bytes) })

    public static let markdown = InputFormat(
        name: "Markdown", suffixes: ["md", "markdown"], recognises: { _ in false },
        read: { bytes throws(UnreadableLetter) in
            var text = try TextDecoding.decode(bytes)
            text.isMarkdown = true
            return text
        })
}
