import DutchText

/// Says which markers call which notes. Markers stand in the order of their notes, before the block their notes stand
/// in; of several places that could be the marker, the likeliest row of places is taken.
struct MarkerAssignment {
    /// For each note, the markers that call it.
    private(set) var markers: [[NoteMarker]]
    /// Written as a marker, but no note has its number.
    private(set) var orphans: [NoteMarker] = []
    /// Behind it no markers were looked for: there were too many.
    let cutOff: Range<Int>?

    /// - Parameters:
    ///   - notes: in the order they stand.
    ///   - candidates: the possible markers of each line of running text.
    ///   - inline: markers lifted from the text, which need no line.
    init(_ notes: [NoteText], candidates: LineMarkers, inline: [NoteMarker]) {
        markers = Array(repeating: [], count: notes.count)
        cutOff = candidates.cutOff
        assignInline(notes, inline)
        let marked = candidates.lines
        let places = MarkerPlaces(candidates)
        let usual = Self.usualStyle(notes.filter { $0.notation == .numbered }, places)
        for (index, note) in notes.enumerated() where note.notation != .inline {
            // A style in which some marker is sure before one in which none is.
            let all = note.notation.markers
            let styles = (note.notation == .numbered ? all.filter { $0 == usual } : all).filter { $0 != .plain }
            for isSure in [true, false] {
                for style in styles where markers[index].isEmpty {
                    // What opens a line is a marker only when nothing better calls the note.
                    markers[index] = places.calling(note, style).map(\.marker)
                        .filter { !isSure || $0.weight > NoteMarkers.opening }
                }
            }
        }
        assignPlain(notes, marked, candidates)
        let used = Set(markers.joined().map(\.range.lowerBound))
        let numbers = Set(notes.map(\.number))
        orphans = (candidates.all + inline).filter { marker in
            guard [.bracket, .caret, .inline].contains(marker.style), !used.contains(marker.range.lowerBound) else {
                return false
            }
            return marker.weight > NoteMarkers.opening || !marker.numbers.contains(where: numbers.contains)
        }
    }

    /// The style in which most notes of a list are called: a list has one.
    private static func usualStyle(_ notes: [NoteText], _ places: MarkerPlaces) -> NoteNotation {
        let counts = NoteNotation.numbered.markers.map { style in
            (
                style,
                notes.count { places.calling($0, style).contains { $0.marker.weight > NoteMarkers.opening } }
            )
        }
        return counts.reduce(counts[0]) { $1.1 > $0.1 ? $1 : $0 }.0
    }

    /// A marker in the text calls the first note of its number behind it, or else the last one before.
    private mutating func assignInline(_ notes: [NoteText], _ inline: [NoteMarker]) {
        let byNumber = Dictionary(grouping: notes.indices.filter { notes[$0].notation == .inline }) { notes[$0].number }
        for marker in inline {
            for number in marker.numbers {
                guard let same = byNumber[number] else { continue }
                let place = same.partitioningIndex { notes[$0].range.lowerBound >= marker.range.lowerBound }
                markers[same[min(place, same.count - 1)]].append(marker)
            }
        }
    }

    /// The lines of a scope among those that have markers.
    private static func slice(_ marked: [Int], _ scope: Range<Int>) -> ArraySlice<Int> {
        let start = marked.partitioningIndex { $0 >= scope.lowerBound }
        return marked[start..<max(start, marked.partitioningIndex { $0 >= scope.upperBound })]
    }

    /// Glued digits, block by block.
    private mutating func assignPlain(_ notes: [NoteText], _ marked: [Int], _ candidates: LineMarkers) {
        var index = 0
        while index < notes.count {
            var end = index + 1
            while end < notes.count, notes[end].scope.lowerBound == notes[index].scope.lowerBound,
                notes[end].notation == notes[index].notation, notes[end].number > notes[end - 1].number
            {
                end += 1
            }
            let block = (index..<end).filter { markers[$0].isEmpty && notes[$0].notation.markers.contains(.plain) }
            if let first = block.first {
                let places = Self.slice(marked, notes[first].scope).flatMap { line in
                    candidates[line].filter { $0.style == .plain }.map { ($0, line >= notes[first].page) }
                }
                for (note, place) in Self.likeliestRow(block.map { notes[$0].number }, places) {
                    markers[block[note]] = [place]
                }
            }
            index = end
        }
    }

    /// The row of places, in order, with the greatest weight.
    /// - Returns: pairs of an index into `numbers` and the place taken for it.
    /// - Complexity: quadratic in the number of places that carry one of the numbers, of which there are a handful;
    ///   a text made to have very many is cut off.
    private static func likeliestRow(_ numbers: [Int], _ places: [(marker: NoteMarker, isOnPage: Bool)]) -> [(
        Int, NoteMarker
    )] {
        struct Entry {
            let note: Int
            let place: NoteMarker
            var weight: Int
            var previous: Int?
        }
        var entries: [Entry] = []
        let notes = Dictionary(numbers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (place, isOnPage) in places where entries.count < 3000 {
            for note in place.numbers.compactMap({ notes[$0] }).sorted() {
                // A row that finds a place for every note beats one that finds likelier places for some.
                let weight = place.weight + 1000 + (isOnPage && place.weight >= 10 ? 200 : 0)
                var entry = Entry(note: note, place: place, weight: weight)
                for (index, earlier) in entries.enumerated() where earlier.note < note {
                    if earlier.weight + weight > entry.weight {
                        entry.weight = earlier.weight + weight
                        entry.previous = index
                    }
                }
                entries.append(entry)
            }
        }
        var row: [(Int, NoteMarker)] = []
        var next = entries.indices.max { (entries[$0].weight, $1) < (entries[$1].weight, $0) }
        while let index = next {
            row.append((entries[index].note, entries[index].place))
            next = entries[index].previous
        }
        return row.reversed()
    }
}

/// The possible markers by what they call: asked for each note, a walk over all of them would be quadratic.
private struct MarkerPlaces {
    private struct Call: Hashable {
        let style: NoteNotation
        let number: Int
    }

    /// In the order of the text.
    private var places: [Call: [(line: Int, marker: NoteMarker)]] = [:]

    init(_ candidates: LineMarkers) {
        for line in candidates.lines {
            for marker in candidates[line] {
                for number in marker.numbers {
                    places[Call(style: marker.style, number: number), default: []].append((line, marker))
                }
            }
        }
    }

    /// Those of a style that have a note's number, in the note's scope.
    func calling(_ note: NoteText, _ style: NoteNotation) -> ArraySlice<(line: Int, marker: NoteMarker)> {
        guard let found = places[Call(style: style, number: note.number)] else { return [] }
        let start = found.partitioningIndex { $0.line >= note.scope.lowerBound }
        return found[start..<max(start, found.partitioningIndex { $0.line >= note.scope.upperBound })]
    }
}
