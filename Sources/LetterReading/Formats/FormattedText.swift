/// What a format gives: the canonical text of a letter, and what the file knew besides the words.
struct FormattedText {
    var text: SourceText
    var format = InputFormat.plainText.name
    /// Whether a converter lost nearly every line end. A format with paragraphs may have few lines, and loses none.
    var isFlattened: Bool {
        LineCutter.isFlattened(text) && [InputFormat.plainText.name, InputFormat.markdown.name].contains(format)
    }
    /// What the user should know was done to make the text.
    var remark: String?
    /// In Markdown, `_` and `*` around words are no part of the text.
    var isMarkdown = false
    /// Whether the file says which digits are markers of notes: they are raised (`¹`) or in brackets (`[^1]`), and a digit
    /// glued to a word is just a digit.
    var knowsMarkers = false
    /// What the file shows to be printed on each page, in order: running heads and feet.
    var furniture: [Range<Int>] = []
    /// The texts of the file's own notes: nothing in them is a heading.
    var notes: [Range<Int>] = []
    /// In the order they stand.
    var links: [LetterLink] = []
    /// In the order of the text; empty for a format without pages and paragraphs.
    var origins: [TextOrigin] = []
    /// What the first page prints above the text, in a part of the file of its own: `Datum 3 mei 2024`.
    var letterhead: [UInt8] = []
    /// What the file's own description says of the letter.
    var facts = FileFacts()
}

/// A hyperlink: the stretch of text that carries it, and where it leads. `nos.nl` may lead to
/// `https://nos.nl/artikel/2521578`.
public struct LetterLink: Sendable, Hashable {
    public let range: Range<Int>
    public let target: String
}

/// Where a stretch of the text, from an offset on, stood in the file.
public struct TextOrigin: Sendable, Hashable {
    public let offset: Int
    /// 1-based; for formats with pages.
    public let page: Int?
    /// 1-based; for formats with paragraphs.
    public let paragraph: Int?

    /// `page 2`, `paragraph 14`.
    public var description: String { page.map { "page \($0)" } ?? paragraph.map { "paragraph \($0)" } ?? "" }
}
