/// Where the possible markers of each number stand, by line.
struct NoteCallers {
    private struct Key: Hashable {
        let number: Int
        let style: NoteNotation
    }

    private var lines: [Key: [Int]] = [:]
    /// Only markers that are hardly anything else: behind a sentence's sign, behind a word, in brackets.
    private var likely: [Key: [Int]] = [:]

    /// - Parameter markers: the possible markers of each line.
    init(_ markers: [[NoteMarker]]) {
        for (line, found) in markers.enumerated() {
            for marker in found {
                for number in marker.numbers {
                    let key = Key(number: number, style: marker.style)
                    lines[key, default: []].append(line)
                    if marker.weight >= 30 { likely[key, default: []].append(line) }
                }
            }
        }
    }

    /// The first line in `range` with a marker that can call such a note.
    func first(of number: Int, _ notation: NoteNotation, in range: Range<Int>, likely isLikely: Bool = false) -> Int? {
        notation.markers.compactMap { style in
            guard let lines = (isLikely ? likely : lines)[Key(number: number, style: style)] else { return nil }
            let place = lines.partition { $0 >= range.lowerBound }
            return place < lines.count && lines[place] < range.upperBound ? lines[place] : nil
        }.min()
    }
}
