import CitationFinding

/// Which part of the graph is looked at. The default is what lists and pictures show: citations in answers, of every
/// kind of source but laws, zaken and letters by their date.
public struct GraphSelection: Sendable, Equatable {
    public enum Units: String, Sendable, CaseIterable { case answers, questions, all }
    public enum Level: String, Sendable, CaseIterable {
        case documents
        /// Each Kamerstuk counts for its dossier, with its chapter.
        case dossiers
    }

    /// Names of kinds, or nil for all of them.
    public var kinds: Set<String>?
    public var units = Units.answers
    public var level = Level.documents
    /// ISO 8601 days, both included; a letter without a date is in no period.
    public var since: String?
    public var until: String?
    /// In any case: a ministry's short name or part of a portfolio (`BZK`, `Binnenlandse`), a party (`GroenLinks` is also
    /// GroenLinks-PvdA), part of a member's name (`Dassen`).
    public var ministry: String?
    public var party: String?
    public var asker: String?

    /// Kinds that are not looked at unless asked for.
    public static let quietKinds = SourceKind.names(where: \.isQuiet)

    /// Kinds whose id is one source within a letter only: two letters may cite two letters of one day.
    public static let kindsOfOneLetter = SourceKind.names(where: \.isWithinLetter)

    public init(
        kinds: Set<String>? = nil, ministry: String? = nil, party: String? = nil, asker: String? = nil
    ) {
        (self.kinds, self.ministry, self.party, self.asker) = (kinds, ministry, party, asker)
    }

    /// What the level makes of the kinds asked for: a dossier is what Kamerstukken count for.
    package var citedKinds: Set<String>? {
        guard level == .dossiers, let kinds else { return kinds }
        return kinds.union(kinds.compactMap { SourceKind.named($0)?.countsFor })
    }
}
