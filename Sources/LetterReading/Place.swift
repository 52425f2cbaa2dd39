/// Where something stands: `seeds/002.txt`, unit `A7`, note `5`, bytes 5214 to 5250 of the text, line 58.
public struct Place: Sendable, Hashable {
    /// The file as it was named when it was read.
    public let file: String
    public let unit: UnitName
    /// The mark of the footnote as printed (`[1]`, `¹`, `13`), or nil in running text.
    public let footnote: String?
    /// UTF-8 byte offsets into the letter's text, 0-based, end excluded.
    public let range: Range<Int>
    /// 1-based; the column counts bytes.
    public let line: Int
    public let column: Int

    package init(file: String, unit: UnitName, footnote: String?, range: Range<Int>, in text: SourceText) {
        self.file = file
        self.unit = unit
        self.footnote = footnote
        self.range = range
        (line, column) = text.position(of: range.lowerBound)
    }
}
