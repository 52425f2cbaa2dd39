import LetterReading

/// The formats letters arrive in. A folder is searched by the endings; what a file is, its content decides.
public struct InputFormat: Sendable {
    public let name: String
    /// Endings of file names, in lower case.
    public let suffixes: [String]
    /// Whether a file's bytes are of this format.
    let recognises: @Sendable ([UInt8]) -> Bool
    /// The bytes of a file → the letter as it has it.
    let read: @Sendable ([UInt8]) throws(UnreadableLetter) -> Document

    public static let pdf = InputFormat(
        name: "PDF", suffixes: ["pdf"], recognises: PDFDocument.recognises, read: PDFDocument.read)
    public static let word = InputFormat(
        name: "docx", suffixes: ["docx"], recognises: WordDocument.recognises, read: WordDocument.read)
    public static let openDocument = InputFormat(
        name: "odt", suffixes: ["odt"], recognises: OpenDocument.recognises, read: OpenDocument.read)
    public static let officialXML = InputFormat(
        name: "XML", suffixes: ["xml"], recognises: OfficialXML.recognises, read: OfficialXML.read)
    public static let html = InputFormat(
        name: "HTML", suffixes: ["html", "htm", "xhtml"], recognises: HTMLPage.recognises, read: HTMLPage.read)
    public static let markdown = InputFormat(
        name: "Markdown", suffixes: ["md", "markdown"], recognises: { _ in false }, read: TextDecoding.markdown)
    public static let plainText = InputFormat(
        name: "text", suffixes: ["txt", "text"], recognises: { _ in false }, read: TextDecoding.decode)

    /// Every format that can be read, in the order they are asked; text takes what no other claims. A new one is a file in
    /// a folder here, a row above and a word in this list.
    public static let all: [InputFormat] = [.pdf, .word, .openDocument, .officialXML, .html, .markdown, .plainText]

    /// The format that a file's name suggests, or nil.
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
}

extension LetterReader {
    /// Reads the bytes of one file, in any of the formats.
    /// - Parameters:
    ///   - bytes: the file as it is.
    ///   - name: the letter's name.
    ///   - file: the file as the user named it, for places and messages.
    /// - Throws: `UnreadableLetter` when nothing sensible can follow; every lesser doubt is in the letter's diagnostics.
    /// - Complexity: linear in the number of bytes.
    public static func read(_ bytes: [UInt8], name: String, file: String) throws(UnreadableLetter) -> Letter {
        try read(bytes, name: name, file: file, besides: Document.Facts())
    }

    /// - Parameter facts: what is known of the letter besides, where the file does not say it.
    package static func read(
        _ bytes: [UInt8], name: String, file: String, besides facts: Document.Facts
    ) throws(UnreadableLetter) -> Letter {
        guard bytes.count <= InputFormat.largestFile else { throw UnreadableLetter.tooLong(bytes.count) }
        let format = InputFormat.of(bytes, file: file)
        var document = try format.read(bytes)
        guard document.text.lineCount <= TextDecoding.mostLines else {
            throw UnreadableLetter.tooManyLines(TextDecoding.mostLines)
        }
        document.format = format.name
        document.facts.add(facts)
        return read(document, name: name, file: file)
    }
}

extension UnreadableLetter: CustomStringConvertible {
    /// What is wrong and what to do about it, to follow the file's name.
    public var description: String {
        let formats = InputFormat.all.map(\.name).joined(separator: ", ")
        return switch self {
        case .empty: "the file is empty"
        case .binary:
            "this is neither text nor a format that kvgraph reads (\(formats)): save it in one of these"
        case .otherFormat(let name):
            "this is \(name): save it in a format that kvgraph reads (\(formats))"
        case .tooManyPages(let most):
            "it has more than \(most) pages: put each letter in its own file"
        case .tooManyLines(let most):
            "it has more than \(most) lines: put each letter in its own file"
        case .damaged(let reason): "the file is damaged: \(reason); download or save it again"
        case .locked: "the file is password-protected: save it without a password"
        case .scanned: "the file has no text layer (is it a scan?): run text recognition (OCR) on it first"
        case .garbled:
            "its text layer is garbled (no Dutch or English words): run text recognition (OCR) on it again, or get "
                + "the letter in another format"
        case .lacks(let program, let package):
            "\(program) is needed to read it: install the package \(package)"
        case .noTemporaryFile(let folder, let reason):
            "no temporary file can be made in \(folder) (\(reason)): make room there, or set TMPDIR to another folder"
        case .tooLong(let bytes):
            "\(bytes >> 20) MB is too large (the limit is \(TextDecoding.longestLetter >> 20) MB): "
                + "put each letter in its own file"
        }
    }
}
