/// A letter as its file has it: the canonical text, and what the file knows besides the words. What it does not know is
/// guessed from the text.
package struct Document: Sendable {
    package var text: SourceText
    /// The name of the format: `PDF`.
    package var format = ""
    /// Whether nothing but line ends tells the lines, so that a converter may have lost them all.
    package var isPlainText = false
    /// Whether a site put its own links around the letter.
    package var isWebPage = false
    /// What the user should know was done to make the text.
    package var remark: String?
    /// In Markdown, `_` and `*` around words are no part of the text.
    package var isMarkdown = false
    /// Whether the file says which digits are markers of notes: they are raised (`¹`) or in brackets (`[^1]`), and a digit
    /// glued to a word is just a digit.
    package var knowsMarkers = false
    /// What the file shows to be printed on each page, in order: running heads and feet.
    package var furniture: [Range<Int>] = []
    /// Where the file says that a question, an answer or the closing begins, in order; empty where it says nothing.
    package var headings: [Heading] = []
    /// The file's own notes, in order, and where the text calls them.
    package var notes: [Note] = []
    package var markers: [Marker] = []
    /// The paragraphs that the file itself counts, in order.
    package var items: [Item] = []
    /// In the order they stand.
    package var links: [LetterLink] = []
    /// In the order of the text; empty for a format without pages and paragraphs.
    package var origins: [TextOrigin] = []
    /// What the first page prints above the text, in a part of the file of its own: `Datum 3 mei 2024`.
    package var letterhead: [UInt8] = []
    /// What the file's own description says of the letter.
    package var facts = Facts()

    /// A unit begins at an offset, with its printed heading or without one.
    package struct Heading: Sendable {
        package let offset: Int
        package let unit: UnitName

        package init(offset: Int, unit: UnitName) { (self.offset, self.unit) = (offset, unit) }
    }

    /// A note's text, its number before it: `[^1]: Kamerstuk 35 165, nr. 97`.
    package struct Note: Sendable {
        package let number: Int
        package let range: Range<Int>

        package init(number: Int, range: Range<Int>) { (self.number, self.range) = (number, range) }
    }

    /// Where a note is called: `[^1]`.
    package struct Marker: Sendable {
        package let number: Int
        package let range: Range<Int>

        package init(number: Int, range: Range<Int>) { (self.number, self.range) = (number, range) }
    }

    /// A paragraph of a list that the file counts: its number, as printed (`Vraag 3`, `2.`), and what counts it. What one list
    /// counts is of one sort: the questions, the measures within an answer, the notes.
    package struct Item: Sendable {
        package let number: Range<Int>
        package let list: Int

        package init(number: Range<Int>, list: Int) { (self.number, self.list) = (number, list) }
    }

    /// Facts from a file's own description (`<meta name="issued" content="2023-06-06"/>`): they fill in what the text of the
    /// letter does not say.
    package struct Facts: Sendable {
        package var aanhangsel: String?
        package var answered: String?
        package var submitted: String?
        package var askers: [String] = []
        package var ministers: [LetterHeader.Minister] = []
        /// Short: `BZK`.
        package var ministry: String?
        package var zaken: [String] = []
        package var subject: String?

        package init() {}

        /// Fills in what is not known yet.
        package mutating func add(_ other: Facts) {
            (aanhangsel, answered) = (aanhangsel ?? other.aanhangsel, answered ?? other.answered)
            ministry = ministry ?? other.ministry
            (submitted, subject) = (submitted ?? other.submitted, subject ?? other.subject)
            if askers.isEmpty { askers = other.askers }
            if ministers.isEmpty { ministers = other.ministers }
            if zaken.isEmpty { zaken = other.zaken }
        }
    }

    package init(_ text: SourceText) { self.text = text }

    /// Whether a converter lost nearly every line end: one or two lines hold the whole letter.
    package var isFlattened: Bool {
        isPlainText && text.bytes.count > 800 && text.bytes.count / text.lineCount > 800
    }
}

/// A hyperlink: the stretch of text that carries it, and where it leads. `nos.nl` may lead to
/// `https://nos.nl/artikel/2521578`.
public struct LetterLink: Sendable, Hashable {
    public let range: Range<Int>
    public let target: String

    package init(range: Range<Int>, target: String) { (self.range, self.target) = (range, target) }
}

/// Where a stretch of the text, from an offset on, stood in the file.
public struct TextOrigin: Sendable, Hashable {
    public let offset: Int
    /// 1-based; for formats with pages.
    public let page: Int?
    /// 1-based; for formats with paragraphs.
    public let paragraph: Int?

    package init(offset: Int, page: Int? = nil, paragraph: Int? = nil) {
        (self.offset, self.page, self.paragraph) = (offset, page, paragraph)
    }

    /// `page 2`, `paragraph 14`.
    public var description: String { page.map { "page \($0)" } ?? paragraph.map { "paragraph \($0)" } ?? "" }
}
