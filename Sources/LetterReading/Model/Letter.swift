import DutchText

/// A letter with answers to written questions, read into its parts. A value: nothing in it refers to the file again.
public struct Letter: Sendable {
    /// The file's name without its suffix: `000_9e62648be3f14f18`.
    public let name: String
    /// The file as it was named when it was read.
    public let file: String
    /// The name of the format it was read from: `PDF`.
    public let format: String
    /// Whether a site put its own links around it.
    package let isWebPage: Bool
    public let text: SourceText
    public let header: LetterHeader
    /// Preamble first, then questions and answers in the order they stand, closing last when there is one.
    public let units: [LetterUnit]
    public let footnotes: [Footnote]
    /// What every piece of the text is, in order: each non-blank byte lies in exactly one part.
    public let parts: [LetterPart]
    public let passage: Passage
    /// Hyperlinks of the file, in the order they stand.
    public let links: [LetterLink]
    /// Where stretches of the text stood in the file; empty for text.
    public let origins: [TextOrigin]
    public package(set) var diagnostics: [Diagnostic]

    /// Formats, the most informative first: of two files of one letter, the one in the earlier format is read.
    package static let formatsByWorth = ["XML", "docx", "odt", "HTML", "PDF", "Markdown", "text"]

    /// Where in the file an offset of the text stood: its page or paragraph; nil for text.
    /// - Complexity: logarithmic in the number of origins.
    public func origin(of offset: Int) -> TextOrigin? {
        let low = origins.partitioningIndex { $0.offset > offset }
        return low > 0 ? origins[low - 1] : nil
    }

    /// The answer that a question of this number got, or nil.
    /// The question, or the answer to it, in the letter's part of that place.
    package func unit(_ part: UnitName.Part, _ number: Int, section: Int) -> UnitName? {
        units.first { $0.name.part == part && $0.name.section == section && $0.name.numbers.contains(number) }?.name
    }
}

/// A question, an answer, or the text before or after them.
public struct LetterUnit: Sendable, Hashable {
    public let name: UnitName
    /// From its heading to its last byte; furniture and notes that stand between are inside.
    public let range: Range<Int>
}

/// A note of the letter, wherever its text is printed.
public struct Footnote: Sendable, Hashable {
    /// The mark as printed: `[1]`, `¹`, `13`.
    public let mark: String
    /// The bytes of its text, mark included.
    public let range: Range<Int>
    /// The places of its markers; empty when none was found.
    public let markers: [Range<Int>]
    /// The units its citations belong to: those of its markers, or the one it stands in.
    public let units: [UnitName]
}

/// A piece of the text and what it is.
public struct LetterPart: Sendable, Hashable {
    public enum Role: String, Sendable { case heading, body, footnote, marker, furniture }
    public let role: Role
    public let range: Range<Int>
    /// The unit a heading or body belongs to: an index into `Letter.units`. Nil for the others.
    public let unit: Int?
    /// The note a footnote's text is: an index into `Letter.footnotes`. Nil for the others.
    public let footnote: Int?
}
