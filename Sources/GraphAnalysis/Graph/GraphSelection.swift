import CitationFinding
import LetterReading

/// Which part of the graph is selected. The default is what lists and pictures show: citations in answers, of every
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
    /// Whether addresses without a path are left out: the front page of a site says little of what letters share.
    public var leavesOutFrontPages = false
    public var units = Units.answers
    public var level = Level.documents
    /// ISO 8601 days, both included; a letter without a date is in no period.
    public var since: String?
    public var until: String?
    /// ISO 8601, included: only letters first read on this day or later.
    public var readSince: String?
    /// Any of these, or none for every letter; `LetterName` says how they are matched.
    public var ministries: [String]
    public var parties: [String]
    public var askers: [String]
    public var ministers: [String] = []

    /// Kinds that are left out unless they are named.
    public static let quietKinds = SourceKind.names(where: \.isQuiet)

    /// Kinds whose id is one source within a letter only: letters that cite the same date may mean different letters.
    public static let kindsOfOneLetter = SourceKind.names(where: \.isWithinLetter)

    public init(
        kinds: Set<String>? = nil, ministries: [String] = [], parties: [String] = [], askers: [String] = []
    ) {
        (self.kinds, self.ministries, self.parties, self.askers) = (kinds, ministries, parties, askers)
    }

    /// What the level makes of the kinds asked for: a dossier is what Kamerstukken count for.
    package var citedKinds: Set<String>? {
        guard level == .dossiers, let kinds else { return kinds }
        return kinds.union(kinds.compactMap { SourceKind.named($0)?.countsFor })
    }

    /// Whether it takes a letter: the same letters that a store gives for it.
    /// - Complexity: linear in the letter's names, for each name asked for.
    public func takes(_ letter: LetterFacts) -> Bool {
        if since != nil || until != nil {
            guard let day = letter.answered, day >= since ?? "", until.map({ day <= $0 }) ?? true else { return false }
        }
        if let readSince, letter.firstRead ?? "" < readSince { return false }
        return LetterName.allCases.allSatisfy { name in
            let wanted = self[keyPath: name.values]
            return wanted.isEmpty || wanted.contains { name.matches($0, letter) }
        }
    }
}

extension GraphSelection.Units {
    package func takes(_ part: UnitName.Part) -> Bool {
        switch self {
        case .answers: part.isAnswer
        case .questions: part == .question
        case .all: true
        }
    }

    /// Whether they take a unit of this name: `A8+9` and `body` are answers, `B:Q3` is a question.
    package func takes(unit: String) -> Bool { self == .all || takes(UnitName.part(of: unit)) }

    /// What a unit of this name is: `answer`, `question`, `preamble`, `closing`, `body`.
    package static func part(ofUnit name: String) -> String { UnitName.part(of: name).rawValue }
}

extension CitationGraph {
    /// The same nodes, with the citations in a part of letters alone.
    package func citing(in part: GraphSelection.Units) -> CitationGraph {
        guard part != .all else { return self }
        return CitationGraph(
            letters: letters, units: units, sources: sources,
            edges: edges.filter { part.takes(unit: units[$0.unit].name) })
    }

    /// The graph that a store would give for a part of letters, out of its graph of all parts: the same letters, without
    /// units of other parts and sources that only those cite.
    /// - Complexity: linear.
    package func only(_ part: GraphSelection.Units) -> CitationGraph {
        guard part != .all else { return self }
        func places(_ isKept: [Bool]) -> [Int] {
            var next = -1
            return isKept.map {
                if $0 { next += 1 }
                return next
            }
        }
        let isOfPart = units.map { part.takes(unit: $0.name) }
        let edges = edges.filter { isOfPart[$0.unit] }
        let references = crossReferences.filter { isOfPart[$0.from] && isOfPart[$0.to] }
        var isCited = [Bool](repeating: false, count: sources.count)
        for edge in edges { isCited[edge.source] = true }
        let (unit, source) = (places(isOfPart), places(isCited))
        return CitationGraph(
            letters: letters, units: units.indices.filter { isOfPart[$0] }.map { units[$0] },
            sources: sources.indices.filter { isCited[$0] }.map { sources[$0] },
            edges: edges.map { Edge(unit: unit[$0.unit], source: source[$0.source], citations: $0.citations) },
            crossReferences: references.map { CrossReference(from: unit[$0.from], to: unit[$0.to]) })
    }
}

/// What a letter says of itself, as far as a selection asks for it.
public struct LetterFacts: Sendable, Equatable {
    /// ISO 8601, or nil when the letter does not say.
    public let answered: String?
    /// Short: `BZK`.
    public let ministry: String?
    /// As printed: `Binnenlandse Zaken en Koninkrijksrelaties`.
    public let portfolios: [String]
    public let askers: [String]
    public let parties: [String]
    public let ministers: [String]
    /// ISO 8601, or nil when nobody knows: before every day.
    public let firstRead: String?

    public init(
        answered: String? = nil, ministry: String? = nil, portfolios: [String] = [], askers: [String] = [],
        parties: [String] = [], ministers: [String] = [], firstRead: String? = nil
    ) {
        (self.answered, self.ministry, self.portfolios) = (answered, ministry, portfolios)
        (self.askers, self.parties, self.ministers) = (askers, parties, ministers)
        self.firstRead = firstRead
    }
}
