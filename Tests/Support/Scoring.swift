/// Precision and recall of what was found against a table of labels, kind by kind: with the unit (found, and in the right
/// question or answer) and without (found anywhere in the letter). The figures are those of `../shared/tools/score`.
public struct Scoring {
    public struct Figures: Equatable, Sendable {
        public let labels: Int
        public let found: Int
        public let hits: Int

        public var precision: Double { found == 0 ? (labels == 0 ? 1 : 0) : Double(hits) / Double(found) }
        public var recall: Double { labels == 0 ? 1 : Double(hits) / Double(labels) }
        public var f1: Double {
            precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        }
    }

    public let missed: [GoldTable.Row]
    public let extra: [GoldTable.Row]
    private let labels: Set<GoldTable.Row>
    private let found: Set<GoldTable.Row>

    /// - Parameters:
    ///   - kinds: the kinds that the table has labels for; others are left out.
    ///   - found: what was found, in any letters; those that the table does not name are left out.
    public init(_ table: GoldTable, kinds: Set<String>, found all: some Sequence<GoldTable.Row>) {
        let named = Set(table.letters.map(Self.stem))
        func scored(_ row: GoldTable.Row) -> GoldTable.Row? {
            let letter = Self.stem(row.letter)
            guard kinds.contains(row.kind), named.contains(letter) else { return nil }
            return GoldTable.Row(letter: letter, unit: row.unit, kind: row.kind, id: row.id)
        }
        let labels = Set(table.rows.compactMap(scored))
        // A row in dispute is neither missed nor too much, in whatever unit.
        let loose = Set(table.disputed.compactMap(scored)).subtracting(labels).map(Self.withoutUnit)
        let open = Set(loose)
        self.labels = labels
        found = Set(all.compactMap(scored)).filter { labels.contains($0) || !open.contains(Self.withoutUnit($0)) }
        missed = labels.subtracting(found).sorted { "\($0)" < "\($1)" }
        extra = found.subtracting(labels).sorted { "\($0)" < "\($1)" }
    }

    /// The kinds with a label or a find, in order.
    public var kinds: [String] { Set(labels.union(found).map(\.kind)).sorted() }

    /// - Parameter kind: nil for all of them.
    public func figures(_ kind: String?, withUnit: Bool) -> Figures {
        func chosen(_ rows: Set<GoldTable.Row>) -> Set<GoldTable.Row> {
            let rows = rows.filter { kind == nil || $0.kind == kind }
            return withUnit ? rows : Set(rows.map(Self.withoutUnit))
        }
        let (labels, found) = (chosen(labels), chosen(found))
        return Figures(labels: labels.count, found: found.count, hits: labels.intersection(found).count)
    }

    private static func withoutUnit(_ row: GoldTable.Row) -> GoldTable.Row {
        GoldTable.Row(letter: row.letter, unit: "", kind: row.kind, id: row.id)
    }

    /// A letter is called by its file's name without folder and format.
    public static func stem(_ letter: String) -> String {
        let name = letter.split(separator: "/").last.map(String.init) ?? letter
        for suffix in [".txt", ".md", ".pdf", ".docx", ".odt", ".html", ".htm", ".xml"] where name.hasSuffix(suffix) {
            return String(name.dropLast(suffix.count))
        }
        return name
    }
}
