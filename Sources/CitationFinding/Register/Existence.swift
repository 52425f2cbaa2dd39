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
        if PublishedNumbers(row.published).contains(document) { return .known }
        guard let number = name.number, number > limit(row, citedOn: date) else { return .unknown }
        // Of an old dossier only a late paper of the Eerste Kamer may be known.
        if row.highest == 0, let dossier = Int(name.dossier), dossier < Self.firstComplete { return .unknown }
        return .impossible(
            row.highest == 0
                ? "dossier \(name.key) has no numbered documents"
                : "the last document of dossier \(name.key) is nr. \(row.highest)")
    }

    /// Whether a citation of it may be meant.
    func canBe(_ id: String) -> Bool {
        if case .impossible = existence(of: id) { return false }
        return true
    }

    private func aanhangsel(_ name: DocumentName) -> Existence {
        guard let row = row(name.key), let document = name.document, let number = name.number else { return .unknown }
        if PublishedNumbers(row.published).contains(document) { return .known }
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
        let growth = row.highest - PublishedNumbers(row.published).last(upTo: row.highest)
        return row.highest + max(5, row.highest / 5, 3 * growth)
    }
}
