/// What is known of the dossiers of the Tweede Kamer and of the Aanhangsel: titles, highest numbers, what was published.
/// It is never complete: what it lacks may exist, and what is newer than it is no error.
public struct Register: Sendable {
    /// A user's newer one first, then the one that comes with kvgraph.
    private let tables: [RegisterTable]
    /// The last day for which it knows every document.
    let complete: String
    /// The newest dossier when the register was made.
    let newest: Int

    private init(_ tables: [RegisterTable]) {
        self.tables = tables
        complete = tables.compactMap { $0.fact("complete") }.max() ?? ""
        newest = tables.compactMap { $0.fact("newest").flatMap { Int($0) } }.max() ?? 0
    }

    /// The register that comes with kvgraph: late 2025. It is opened when it is first asked something.
    public static let builtIn = Register([.embedded])

    /// This register and a newer one: a document exists if either says so, the highest number is the larger, the title is
    /// the newer one's.
    /// - Parameter newer: as `RegisterDraft.text` writes it; lines that are none are passed over.
    public func adding(_ newer: String) -> Register { Register([RegisterTable(Array(newer.utf8))] + tables) }

    /// From when each of its parts is, the newest first: `late 2025 (titles, highest numbers), early 2025 (identifiers)`.
    public var dates: [String] { tables.compactMap { $0.fact("as-of") } }

    /// How many dossiers and years of the Aanhangsel each of its parts holds, the newest first; one walk over each.
    public var counts: [Int] {
        tables.map { table in
            var count = 0
            table.rows { _ in count += 1 }
            return count
        }
    }

    /// What all tables together say of a dossier with its chapter.
    func row(_ key: String) -> RegisterTable.Row? {
        let rows = tables.compactMap { $0.row(key) }
        guard let first = rows.first else { return nil }
        return RegisterTable.Row(
            key: key, highest: rows.map(\.highest).max() ?? first.highest,
            published: rows.map(\.published).filter { !$0.isEmpty }.joined(separator: ","),
            title: rows.compactMap(\.title).first)
    }

    /// The key and the highest number of every dossier; the same one may come more than once.
    func dossiers(_ take: (String, Int) -> Void) { for table in tables { table.dossiers(take) } }

    /// The title of a dossier, or of the dossier a Kamerstuk is in; nil for anything else.
    public func title(of id: String) -> String? {
        DocumentName(id).flatMap { $0.isAanhangsel ? nil : row($0)?.title }
    }

    /// The highest number known in the dossier of a Kamerstuk, or in the year of an Aanhangsel.
    public func highest(of id: String) -> Int? { DocumentName(id).flatMap { row($0)?.highest } }

    /// The row of its dossier. A combined chapter has the row of its whole: IXB is in that of IX.
    func row(_ name: DocumentName) -> RegisterTable.Row? {
        if let row = row(name.key) { return row }
        guard let chapter = name.chapter, let last = chapter.last, chapter.count > 1, "AB".contains(last) else {
            return nil
        }
        return row("\(name.dossier)-\(chapter.dropLast())")
    }
}
