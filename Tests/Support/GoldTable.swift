/// A hand-labelled table of citations.
public struct GoldTable {
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

    public let rows: Set<Row>
    /// Open to dispute: neither missing nor having one counts.
    public let disputed: Set<Row>

    public init(_ path: String) throws {
        var rows: Set<Row> = []
        var disputed: Set<Row> = []
        for line in try Repository.text(path).split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let row = Row(letter: columns[0], unit: columns[1], kind: columns[3], id: columns[4])
            if columns.count > 6, columns[6] == "?" { disputed.insert(row) } else { rows.insert(row) }
        }
        (self.rows, self.disputed) = (rows, disputed)
    }

    public var letters: Set<String> { Set(rows.union(disputed).map(\.letter)) }
}
