/// A letter of our own, described once and written in every format: units under their headings, lines in paragraphs,
/// notes where they are called.
public struct LetterDraft: Sendable {
    public enum Piece: Sendable {
        case text(String)
        /// An index into `notes`.
        case note(Int)
        case lineBreak
    }

    public enum Part: Sendable { case preamble, question, answer }

    public struct Unit: Sendable {
        public let part: Part
        public let heading: String?
        public var paragraphs: [[Piece]]
    }

    public let units: [Unit]
    /// In the order they are called.
    public let notes: [String]

    /// A letter without headings that a format would write as such.
    public init(paragraphs: [[Piece]], notes: [String]) {
        units = [Unit(part: .preamble, heading: nil, paragraphs: paragraphs)]
        self.notes = notes
    }

    /// Reads a description: paragraphs apart by blank lines, a line of `Vraag …` or `Antwoord …` that opens a unit, `{1}`
    /// where a note is called, and at the end a line `{1} …` with the text of each.
    public init(_ description: String) {
        var units = [Unit(part: .preamble, heading: nil, paragraphs: [])]
        var notes: [String] = []
        for block in description.split(separator: "\n\n") {
            let lines = block.split(separator: "\n")
            if block.hasPrefix("{") {
                notes += lines.map { String($0.drop { $0 != " " }.dropFirst()) }
                continue
            }
            var rest = lines[...]
            if let first = lines.first, let part = Self.part(opening: first) {
                units.append(Unit(part: part, heading: String(first), paragraphs: []))
                rest = rest.dropFirst()
            }
            units[units.count - 1].paragraphs.append(
                Array(rest.map(Self.pieces).joined(separator: [.lineBreak])))
        }
        (self.units, self.notes) = (units, notes)
    }

    /// Headings are paragraphs too.
    public var paragraphs: [[Piece]] {
        units.flatMap { unit in (unit.heading.map { [[.text($0)]] } ?? []) + unit.paragraphs }
    }

    /// The part of the letter where each note is called first.
    var callers: [Part] {
        var callers = [Part?](repeating: nil, count: notes.count)
        for unit in units {
            for case .note(let index) in unit.paragraphs.joined() where callers[index] == nil {
                callers[index] = unit.part
            }
        }
        return callers.map { $0 ?? .preamble }
    }

    private static func part(opening line: Substring) -> Part? {
        if line.hasPrefix("Vraag ") || line.hasPrefix("Vragen ") { return line.contains(",") ? nil : .question }
        return line.hasPrefix("Antwoord ") && !line.contains("Minister") ? .answer : nil
    }

    /// `Ja.{1} Zie …`
    private static func pieces(_ line: Substring) -> [Piece] {
        var pieces: [Piece] = []
        for (index, part) in line.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            let ends = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            if index > 0, let number = Int(ends[0]), ends.count == 2 {
                pieces.append(.note(number - 1))
                if !ends[1].isEmpty { pieces.append(.text(String(ends[1]))) }
            } else if !part.isEmpty {
                pieces.append(.text(String(part)))
            }
        }
        return pieces
    }
}
