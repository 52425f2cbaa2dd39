/// A table of citations labelled by hand: letter, unit, footnote, kind, id, quote, and `?` in the last column for a row
/// that is open to dispute.
public struct GoldTable {
    /// What is scored: the same source twice in one unit counts once.
    public struct Row: Hashable, CustomStringConvertible, Sendable {
        public let letter: String
        public let unit: String
        public let kind: String
        public let id: String

        public init(letter: String, unit: String, kind: String, id: String) {
            (self.letter, self.unit, self.kind, self.id) = (letter, unit, kind, id)
        }

        public var description: String { "\(letter) \(unit) \(kind) \(id)" }
    }

    /// A line of the table, with what is compared and never scored.
    public struct Label: Sendable {
        public let row: Row
        /// As printed, or empty.
        public let footnote: String
        public let quote: String
    }

    public private(set) var labels: [Label] = []
    public private(set) var rows: Set<Row> = []
    /// Open to dispute: neither missing nor having one counts.
    public private(set) var disputed: Set<Row> = []

    public init(_ path: String) throws {
        for line in try Repository.text(path).split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let row = Row(letter: columns[0], unit: columns[1], kind: columns[3], id: columns[4])
            labels.append(Label(row: row, footnote: columns[2], quote: columns[5]))
            if columns.count > 6, columns[6] == "?" { disputed.insert(row) } else { rows.insert(row) }
        }
    }

    public var letters: Set<String> { Set(labels.map(\.row.letter)) }
}
