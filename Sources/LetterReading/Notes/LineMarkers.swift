/// A place in the text that may call a note.
struct NoteMarker {
    let range: Range<Int>
    let numbers: CalledNumbers
    let style: NoteNotation
    /// How likely it is a marker at all, 0 to 100: `Spiegel?1` more than `Centre16`, that more than `X18`.
    let weight: Int
}

/// The numbers of the notes that one marker calls, rising: nearly always one, which needs no memory of its own; more in `[1, 2 ]`.
enum CalledNumbers: RandomAccessCollection {
    case one(Int)
    case list([Int])

    init(_ first: Int, _ further: [Int]) { self = further.isEmpty ? .one(first) : .list([first] + further) }

    var startIndex: Int { 0 }
    var endIndex: Int {
        switch self {
        case .one: 1
        case .list(let numbers): numbers.count
        }
    }

    subscript(index: Int) -> Int {
        switch self {
        case .one(let number): number
        case .list(let numbers): numbers[index]
        }
    }
}

/// The possible markers of a letter, line by line. Most lines have none: all stand in one array.
struct LineMarkers {
    /// No letter has as many; a text of nothing but digits is read no further, which is said.
    static let most = 200_000

    /// In the order of the text.
    private(set) var all: [NoteMarker] = []
    /// Where the markers of each line end in `all`.
    private var ends: [Int] = []
    /// The last marker of a text that has more than `most`; nil for any other.
    private(set) var cutOff: Range<Int>?

    /// The lines that have any.
    var lines: [Int] { ends.indices.filter { !self[$0].isEmpty } }

    subscript(line: Int) -> ArraySlice<NoteMarker> { all[(line == 0 ? 0 : ends[line - 1])..<ends[line]] }

    /// Adds the markers of the next line.
    mutating func append(line markers: [NoteMarker]) {
        // Most lines have none.
        if !markers.isEmpty { all += markers }
        ends.append(all.count)
        if all.count >= Self.most { cutOff = cutOff ?? all.last?.range }
    }

    /// Changes each marker, or takes it away.
    func compactMap(_ changed: (_ line: Int, NoteMarker) -> NoteMarker?) -> LineMarkers {
        var result = LineMarkers()
        result.ends.reserveCapacity(ends.count)
        result.cutOff = cutOff
        for line in ends.indices {
            for marker in self[line] { if let kept = changed(line, marker) { result.all.append(kept) } }
            result.ends.append(result.all.count)
        }
        return result
    }
}
