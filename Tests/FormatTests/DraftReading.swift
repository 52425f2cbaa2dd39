import LetterReading
import Support

extension LetterDraft {
    /// A letter that was read, taken apart into what every format can write.
    init(_ letter: Letter) {
        let runs = Dictionary(
            letter.passage.runs.compactMap { run in run.footnote.map { ($0, run.range) } },
            uniquingKeysWith: { first, _ in first })
        // Notes are numbered in the order they are called.
        let called = letter.footnotes.indices.filter { !letter.footnotes[$0].markers.isEmpty }.sorted {
            letter.footnotes[$0].markers[0].lowerBound < letter.footnotes[$1].markers[0].lowerBound
        }
        let notes = called.map { String(decoding: letter.passage.text[runs[$0] ?? 0..<0], as: UTF8.self) }
        var markers: [Int: [Int]] = [:]
        for (number, index) in called.enumerated() {
            for marker in letter.footnotes[index].markers { markers[marker.lowerBound, default: []].append(number) }
        }
        var paragraphs: [[Piece]] = []
        func add(_ piece: Piece) { paragraphs[paragraphs.count - 1].append(piece) }
        var last = 0
        for part in letter.parts where part.role != .footnote && part.role != .furniture {
            let gap = letter.text.bytes[last..<max(last, part.range.lowerBound)]
            let breaks = gap.count { $0 == UInt8(ascii: "\n") }
            if breaks > 1 || paragraphs.isEmpty || part.role == .heading {
                paragraphs.append([])
            } else if breaks == 1 {
                add(.lineBreak)
            } else if !gap.isEmpty {
                add(.text(" "))
            }
            last = part.range.upperBound
            if part.role == .marker {
                // A converter put the number on a line of its own; on paper it stands behind its word.
                if case .lineBreak = paragraphs.last?.last { paragraphs[paragraphs.count - 1].removeLast() }
                for note in markers[part.range.lowerBound] ?? [] { add(.note(note)) }
            } else {
                add(.text(letter.text.string(part.range)))
            }
        }
        self.init(paragraphs: paragraphs, notes: notes)
    }
}
