import DutchText

/// The lines that could open a note of one notation, by number: `1 Der Spiegel, 26 januari 2024`. A line wrapped before
/// a number (`dit volgt uit artikel⏎1 Grondwet`) looks the same; it is told by the line before, which ended no sentence.
struct NoteOpenings {
    /// For each number, the lines in order that stand where a text may begin.
    private var bounded: [Int: [Int]] = [:]
    /// For each number, the lines in the middle of a sentence.
    private var loose: [Int: [Int]] = [:]

    /// Every line that opens a number, in order.
    private var all: [Int] = []

    /// - Parameter numbered: the lines that open with a sign of some notation, in order.
    init(_ notation: NoteNotation, _ bytes: Bytes, _ lines: [Line], among numbered: [Int]) {
        let edge = NoteEdge(bytes)
        for index in numbered {
            var cursor = Cursor(bytes, in: lines[index].range)
            guard let first = cursor.current, notation.mayOpen(with: first) else { continue }
            guard let number = notation.opening(&cursor) else { continue }
            all.append(index)
            if edge.isBounded(lines, at: index) {
                bounded[number, default: []].append(index)
            } else {
                loose[number, default: []].append(index)
            }
        }
    }

    func isEmpty(in range: Range<Int>) -> Bool { Self.slice(all, range).isEmpty }

    /// The lines that open a number where a text may begin.
    func lines(of number: Int, in range: Range<Int>) -> ArraySlice<Int> {
        Self.slice(bounded[number], range)
    }

    /// The last line of a page that opens a number, be it in the middle of a sentence: a page's foot cuts sentences.
    func last(of number: Int, in range: Range<Int>) -> Int? {
        [Self.slice(bounded[number], range).last, Self.slice(loose[number], range).last].compactMap(\.self).max()
    }

    private static func slice(_ lines: [Int]?, _ range: Range<Int>) -> ArraySlice<Int> {
        guard let lines, !range.isEmpty else { return [] }
        let start = lines.partition { $0 >= range.lowerBound }
        return lines[start..<max(start, lines.partition { $0 >= range.upperBound })]
    }
}
