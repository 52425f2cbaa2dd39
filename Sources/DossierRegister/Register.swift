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
            table.rows { if !$0.key.contains(":") { count += 1 } }
            return count
        }
    }

    /// What all tables together say of a dossier with its chapter.
    func row(_ key: String) -> RegisterTable.Row? {
        let rows = rows(key)
        guard let first = rows.first else { return nil }
        return RegisterTable.Row(
            key: key, highest: rows.map(\.highest).max() ?? first.highest,
            published: rows.map(\.published).filter { !$0.isEmpty }.joined(separator: ","),
            title: rows.compactMap(\.title).first)
    }

    /// The rows that tables have for a key, the newer one first.
    func rows(_ key: String) -> [RegisterTable.Row] { tables.compactMap { $0.row(key) } }

    /// The key and the highest number of every dossier; the same one may come more than once.
    func dossiers(_ take: (String, Int) -> Void) { for table in tables { table.dossiers(take) } }

    /// How many documents each of its parts knows by number, the newest first; one walk over each.
    public var documentCounts: [Int] {
        tables.map { table in
            var count = 0
            table.rows { if $0.key.hasPrefix("d:") { count += 1 } }
            return count
        }
    }

    /// The title of a document; else of its dossier. Nil for what is neither.
    public func title(of id: String) -> String? {
        if let own = document(id)?.title, !own.isEmpty { return own }
        return titleOfDossier(id)
    }

    /// The title of a dossier, or of the dossier a Kamerstuk is in.
    public func titleOfDossier(_ id: String) -> String? {
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

/// Whether a document can be.
public enum Existence: Sendable, Hashable {
    /// It was published.
    case known
    /// Nothing speaks against it.
    case unknown
    /// It cannot be, and why: `the last document of dossier 36522 is nr. 1`.
    case impossible(String)
}

extension Register {
    /// From here on nearly every dossier is in the register; of older ones only those that were still open in 1995.
    private static let firstComplete = 24_000
    /// Dossiers of its last year, and of its last three: what may still grow quickly.
    private var lastYear: Int { newest - 150 }
    private var lastYears: Int { newest - 700 }
    /// The years of the Aanhangsel that are known from the first number to the last.
    private static let aanhangselYears = "ah-tk-19951996"..."ah-tk-20232024"

    /// - Parameters:
    ///   - id: of a Kamerstuk, a dossier or an Aanhangsel; of anything else nothing is known.
    ///   - date: the day of the letter that cites it, ISO 8601, when that is known.
    public func existence(of id: String, citedOn date: String? = nil) -> Existence {
        guard let name = DocumentName(id) else { return .unknown }
        if name.isAanhangsel { return aanhangsel(name) }
        guard let row = row(name) else { return unregistered(name) }
        guard let document = name.document else { return .known }
        if NumberRanges(row.published).contains(document) { return .known }
        guard let number = name.number, number > limit(row, citedOn: date) else { return .unknown }
        // Of an old dossier only a late paper of the Eerste Kamer may be known.
        if row.highest == 0, let dossier = Int(name.dossier), dossier < Self.firstComplete { return .unknown }
        return .impossible(
            row.highest == 0
                ? "dossier \(name.key) has no numbered documents"
                : "the last document of dossier \(name.key) is nr. \(row.highest)")
    }

    /// Whether a citation of it may be meant.
    package func canBe(_ id: String) -> Bool {
        if case .impossible = existence(of: id) { return false }
        return true
    }

    private func aanhangsel(_ name: DocumentName) -> Existence {
        guard let row = row(name.key), let document = name.document, let number = name.number else { return .unknown }
        if NumberRanges(row.published).contains(document) { return .known }
        // An answer may come after the year's last one that was published.
        guard Self.aanhangselYears.contains(name.dossier), number > row.highest + 20 else { return .unknown }
        let year = name.dossier.suffix(8)
        return .impossible("the last Aanhangsel of \(year.prefix(4))-\(year.suffix(4)) is nr. \(row.highest)")
    }

    /// A dossier that the register lacks. An old one may be: its documents came before those on the web. One with so many
    /// documents would have gone on into the years that are known.
    private func unregistered(_ name: DocumentName) -> Existence {
        guard let dossier = Int(name.dossier), dossier <= newest else { return .unknown }
        if name.chapter != nil, row(name.dossier) != nil { return .unknown }
        guard dossier >= Self.firstComplete || (name.number ?? 0) > 100 else { return .unknown }
        return .impossible("no document of dossier \(name.key) is known")
    }

    /// The highest number that a document can have by now. A dossier that grew of late has grown on since; a bill that lies
    /// still may wake; one that is closed has at most a few documents more.
    private func limit(_ row: RegisterTable.Row, citedOn date: String?) -> Int {
        if let date, date <= complete { return row.highest + 2 }
        let dossier = row.key.split(separator: "-").first.flatMap { Int($0) } ?? 0
        if dossier >= lastYear { return row.highest + 250 }
        if dossier >= lastYears, row.highest >= 3 { return row.highest + 60 }
        let growth = row.highest - NumberRanges(row.published).last(upTo: row.highest)
        return row.highest + max(5, row.highest / 5, 3 * growth)
    }
}
