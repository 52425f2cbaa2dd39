import Wording

/// The result of an analysis as rows of named cells: printed for people, or written as JSON or CSV.
public struct Table: Sendable, Equatable {
    public enum Cell: Sendable, Equatable {
        case text(String)
        case number(Int)
        case real(Double)
        case list([String])
        case none
    }

    /// What happens to a column on a narrow terminal: `cut` ends in “…”, `wrapped` goes on below, each member of a list on a line
    /// of its own, `spared` goes first.
    public enum Room: Sendable { case whole, cut, wrapped, spared }

    public struct Column: Sendable, Equatable {
        /// The key for programs, stable between versions; nil for a column that only people need.
        public let key: String?
        /// The heading for people; nil for a column that only programs need.
        public let title: Phrase?

        public let room: Room

        public init(_ key: String?, title: Phrase? = nil, _ room: Room = .cut) {
            (self.key, self.title, self.room) = (key, title, room)
        }
    }

    public let columns: [Column]
    public let rows: [[Cell]]

    /// - Parameters:
    ///   - columns: from left to right.
    ///   - rows: each with as many cells as there are columns.
    public init(columns: [Column], rows: [[Cell]]) { (self.columns, self.rows) = (columns, rows) }
}

extension Table.Cell {
    public init(_ text: String?) { self = text.map(Self.text) ?? .none }
}

extension MostCited {
    /// Longer titles are shortened on a terminal.
    private static let longest = 72

    /// The columns of a list of sources; with the citing letters where they are asked for.
    public static func columns(withLetters: Bool = false) -> [Table.Column] {
        let columns: [Table.Column] = [
            .init("id"), .init("letters", title: "letters", .whole), .init("answers", title: "answers", .spared),
            .init("citations", title: "citations", .spared), .init("kind", title: "kind", .spared), .init("label"),
            .init(nil, title: "source", .wrapped), .init("url"), .init("title"),
        ]
        let citing: [Table.Column] = [.init("cited_by"), .init(nil, title: "cited by", .wrapped)]
        return columns + (withLetters ? citing : []) + [.init("doubt")]
    }

    /// A row under these columns.
    /// - Parameters:
    ///   - row: a source with its counts.
    ///   - citedBy: the letters that cite it, or nil where there is no column for them.
    ///   - isWhole: whether a title is shown however long it is.
    public static func cells(_ row: Row, citedBy: [CitationGraph.Letter]? = nil, isWhole: Bool = true) -> [Table.Cell] {
        let cells: [Table.Cell] = [
            .text(row.source.id), .number(row.letters), .number(row.answers), .number(row.citations),
            .text(row.source.kind), .text(row.source.label),
            .text(CitationGraph.titled(row.source.marked, row.source.title, longest: isWhole ? .max : longest)),
            Table.Cell(row.source.page), Table.Cell(row.source.title),
        ]
        return cells + (citedBy.map { [.list($0.map(\.name)), .list($0.map(\.label))] } ?? [])
            + [Table.Cell(row.source.doubt)]
    }
}

extension Coupling {
    /// Pairs as a table.
    public static func table(_ pairs: [Pair], of graph: CitationGraph) -> Table {
        Table(
            columns: [
                .init("strength", title: "strength"), .init("a"), .init("b"), .init("shared"),
                .init(nil, title: "letter", .wrapped), .init(nil, title: "and letter", .wrapped),
                .init(nil, title: "shared sources", .wrapped),
            ],
            rows: pairs.map { pair in
                let (first, second) = (graph.letters[pair.first], graph.letters[pair.second])
                return [
                    .real(pair.strength), .text(first.name), .text(second.name),
                    .list(pair.shared.map { graph.sources[$0].id }),
                    .text(first.label), .text(second.label), .list(pair.shared.map { graph.sources[$0].marked }),
                ]
            })
    }
}
