/// The rows of a resource, read where they lie: lines of tab-separated columns. `#` opens a comment; a line of blanks is no
/// row.
package struct TableRows {
    private let bytes: Bytes
    private var place = 0
    private var line = 0

    package init(_ bytes: Bytes) { self.bytes = bytes }

    /// The next row and its line, from 1; nil behind the last one. Complexity: linear in its length.
    package mutating func next() -> (line: Int, columns: [Range<Int>])? {
        while place < bytes.count {
            let end = bytes.first(Byte.newline, in: place..<bytes.count) ?? bytes.count
            var row = place..<end
            line += 1
            place = end + 1
            if bytes[row].last == Byte.carriageReturn { row = row.lowerBound..<end - 1 }
            guard let first = bytes[row].first, first != Byte.hash, bytes[row].contains(where: { !$0.isBlank }) else {
                continue
            }
            return (line, bytes.columns(of: row, at: Byte.tab))
        }
        return nil
    }
}

extension Bytes {
    /// The parts of a range between separators, the empty ones too.
    package func columns(of range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
        var columns: [Range<Int>] = []
        var start = range.lowerBound
        while let end = first(separator, in: start..<range.upperBound) {
            columns.append(start..<end)
            start = end + 1
        }
        columns.append(start..<range.upperBound)
        return columns
    }

    /// The words of a range, blanks between them.
    package func words(of range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let start = place
            while place < range.upperBound, self[place] > Byte.space { place += 1 }
            if place > start { words.append(start..<place) }
            place += 1
        }
        return words
    }

    package func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
