import DutchText

/// Where the possible markers of each number stand, by line.
struct NoteCallers {
    private struct Caller {
        /// Number and style in one, so that callers sort by them.
        let key: Int
        let line: Int
    }

    /// By key, then by line.
    private let callers: [Caller]
    /// Only markers that are hardly anything else: behind a sentence's sign, behind a word, in brackets.
    private let likely: [Caller]

    /// - Parameter markers: the possible markers of each line.
    init(_ markers: [[NoteMarker]]) {
        var (found, likely): ([Caller], [Caller]) = ([], [])
        for line in markers.indices where !markers[line].isEmpty {
            for marker in markers[line] {
                for number in marker.numbers {
                    let caller = Caller(key: Self.key(number, marker.style), line: line)
                    found.append(caller)
                    if marker.weight >= 30 { likely.append(caller) }
                }
            }
        }
        callers = found.sorted { ($0.key, $0.line) < ($1.key, $1.line) }
        self.likely = likely.sorted { ($0.key, $0.line) < ($1.key, $1.line) }
    }

    /// The first line in `range` with a marker that can call such a note.
    func first(of number: Int, _ notation: NoteNotation, in range: Range<Int>, likely isLikely: Bool = false) -> Int? {
        let callers = isLikely ? likely : callers
        var first: Int?
        for style in notation.markers {
            let key = Self.key(number, style)
            let place = callers.partition { ($0.key, $0.line) >= (key, range.lowerBound) }
            guard place < callers.count, callers[place].key == key, callers[place].line < range.upperBound else {
                continue
            }
            first = min(first ?? Int.max, callers[place].line)
        }
        return first
    }

    private static func key(_ number: Int, _ style: NoteNotation) -> Int { number * 16 + style.order }
}
