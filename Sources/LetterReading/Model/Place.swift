import DutchText

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

/// The canonical text of a letter: valid UTF-8, with the places of its lines. All offsets in kvgraph are byte offsets
/// into it, 0-based, end excluded. For a UTF-8 file it is the file itself, byte for byte.
public struct SourceText: Sendable {
    public let bytes: [UInt8]
    private let lineStarts: [Int]

    /// - Parameter bytes: valid UTF-8.
    /// - Complexity: linear in the number of bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        bytes.reading { bytes in
            while let end = bytes.first(Byte.newline, in: starts[starts.count - 1]..<bytes.count) {
                starts.append(end + 1)
            }
        }
        lineStarts = starts
    }

    package var lineCount: Int { lineStarts.count }

    /// The words of a range, with one space between.
    package func words(_ range: Range<Int>) -> String { bytes.reading { $0.words(range) } }

    /// The text of a range of bytes.
    public func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The 1-based line and column (in bytes) of an offset. Complexity: logarithmic in the number of lines.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let low = max(0, lineStarts.partitioningIndex { $0 > offset } - 1)
        return (low + 1, offset - lineStarts[low] + 1)
    }

    /// The 1-based line an offset stands on.
    public func line(of offset: Int) -> Int { position(of: offset).line }
}
