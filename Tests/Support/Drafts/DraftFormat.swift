/// Every way in which a draft is written as a file: the formats, with the notations of notes that each can carry.
public struct DraftFormat: Sendable, CustomStringConvertible {
    /// `docx, footnotes`
    public let description: String
    public let suffix: String
    public let write: @Sendable (LetterDraft) -> [UInt8]
    /// Whether it has a note of its own for each call, so that none can be called twice.
    public var isCalledOnce = false
    /// What `cite` calls a note.
    public let printed: @Sendable (Int, LetterDraft) -> String

    public static let all = texts + words + others

    private static let texts = NoteStyle.all.flatMap { style in
        [
            DraftFormat(
                description: "text, \(style.name)", suffix: "txt",
                write: { Array(TextWriter.text($0, style).utf8) }, isCalledOnce: style.isCalledOnce,
                printed: { index, _ in style.printed(index + style.first) }),
            DraftFormat(
                description: "Markdown, \(style.name)", suffix: "md",
                write: { Array(TextWriter.markdown($0, style).utf8) }, isCalledOnce: style.isCalledOnce,
                printed: { index, _ in style.printed(index + style.first) }),
        ]
    }

    private static let words: [DraftFormat] = [
        ("footnotes", WordWriter.Notes.footnotes), ("endnotes", .endnotes), ("raised digits", .raised), ("1)", .typed),
        ("1) in questions and footnotes in answers", .both),
    ].map { name, notes in
        DraftFormat(
            description: "docx, \(name)", suffix: "docx", write: { WordWriter.docx($0, notes) },
            isCalledOnce: notes == .footnotes || notes == .endnotes,
            printed: { WordWriter.printed($0, in: $1, notes) })
    }

    private static let others = [
        DraftFormat(
            description: "odt", suffix: "odt", write: MarkupWriters.odt, isCalledOnce: true,
            printed: { index, _ in "\(index + 1)" }),
        DraftFormat(
            description: "HTML", suffix: "html", write: MarkupWriters.html, printed: { index, _ in "\(index + 1)" }),
        DraftFormat(
            description: "PDF", suffix: "pdf", write: PDFWriter.pdf,
            printed: { index, _ in NoteStyle.raised(index + 1) }),
        DraftFormat(
            description: "XML, notes where they are called", suffix: "xml",
            write: { MarkupWriters.officialXML($0, notesApart: false) }, isCalledOnce: true,
            printed: { index, _ in "\(index + 1)" }),
        DraftFormat(
            description: "XML, notes apart", suffix: "xml", write: { MarkupWriters.officialXML($0, notesApart: true) },
            printed: { index, _ in "\(index + 1)" }),
    ]
}
