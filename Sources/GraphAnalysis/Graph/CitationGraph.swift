/// Letters, their units, the sources they cite and who cites what: a directed graph as plain arrays. Nodes are named by
/// their place in the arrays; arrays are sorted, so that the same letters always give the same graph.
public struct CitationGraph: Sendable, Equatable {
    public struct Letter: Sendable, Equatable {
        public let name: String
        /// What people call it: `BZK 7 jul 2025 · Bontenbal c.s. (CDA)`.
        public let label: String
        /// ISO 8601, or nil when the letter does not say.
        public let date: String?
        public let subject: String?
        /// Its own page on the web, or nil.
        public let page: String?

        public init(name: String, label: String, date: String? = nil, subject: String? = nil, page: String? = nil) {
            (self.name, self.label, self.date, self.subject, self.page) = (name, label, date, subject, page)
        }
    }

    public struct Unit: Sendable, Equatable {
        /// An index into `letters`.
        public let letter: Int
        /// `A8+9`
        public let name: String

        public init(letter: Int, name: String) { (self.letter, self.name) = (letter, name) }
    }

    public struct Source: Sendable, Equatable {
        /// The canonical id: `kst-30821-230`.
        public let id: String
        public let kind: String
        public let label: String
        /// The title of its dossier, or nil: `Nationale Veiligheid`.
        public let title: String?
        /// Its official page, or nil.
        public let page: String?
        /// The canonical id of what it is part of, or nil.
        public let parent: String?
        /// The name of the letter that it is, when that letter is in the store: a letter citing another.
        public let letter: String?
        /// The id that was likely meant, where this one is doubted: a typing error is found, not corrected. Only a store knows it.
        public let doubt: String?

        public init(
            id: String, kind: String, label: String, title: String? = nil, page: String? = nil, parent: String? = nil,
            letter: String? = nil, doubt: String? = nil
        ) {
            (self.id, self.kind, self.label, self.title, self.page) = (id, kind, label, title, page)
            (self.parent, self.letter, self.doubt) = (parent, letter, doubt)
        }

        /// The label as people see it.
        public var marked: String { CitationGraph.marked(label, doubt) }
    }

    /// The id of a letter whose name a source would have: other letters may cite it as `ah-tk-20232024-704`.
    public static func letterID(_ name: String) -> String { letterPrefix + name }

    /// The name of the letter that has such an id; nil for another id.
    public static func letterName(ofID id: String) -> String? {
        id.hasPrefix(letterPrefix) ? String(id.dropFirst(letterPrefix.count)) : nil
    }

    private static let letterPrefix = "letter:"

    /// A label with the mark of what is doubted: `36 522, nr. 12 ?`.
    public static func marked(_ label: String, _ doubt: String?) -> String { doubt == nil ? label : label + mark }

    /// What stands behind the label of a source that is doubted.
    public static let mark = " ?"

    /// A source's label with its title behind it: `30 821, nr. 230 — Nationale Veiligheid`.
    public static func titled(_ label: String, _ title: String?, longest: Int = .max) -> String {
        guard let title, !title.isEmpty else { return label }
        let whole = "\(label) — \(title)"
        return whole.count > longest ? whole.prefix(max(label.count, longest - 1)) + "…" : whole
    }

    /// A unit cites a source, once or more.
    public struct Edge: Sendable, Hashable {
        /// An index into `units`.
        public let unit: Int
        /// An index into `sources`.
        public let source: Int
        /// How often it stands in the unit.
        public let citations: Int

        public init(unit: Int, source: Int, citations: Int = 1) {
            (self.unit, self.source, self.citations) = (unit, source, citations)
        }
    }

    /// A unit refers to another of its letter; both are indices into `units`.
    public struct CrossReference: Sendable, Hashable {
        public let from: Int
        public let to: Int

        public init(from: Int, to: Int) { (self.from, self.to) = (from, to) }
    }

    public let letters: [Letter]
    public let units: [Unit]
    public let sources: [Source]
    /// One for each pair of unit and source, by unit and then by source.
    public let edges: [Edge]
    public let crossReferences: [CrossReference]

    public init(
        letters: [Letter] = [], units: [Unit] = [], sources: [Source] = [], edges: [Edge] = [],
        crossReferences: [CrossReference] = []
    ) {
        self.letters = letters
        self.units = units
        self.sources = sources
        self.edges = edges
        self.crossReferences = crossReferences
    }
}

extension Incidence {
    /// - Complexity: linear in the number of edges.
    package init(_ graph: CitationGraph) {
        self.init(
            citing: graph.edges.map { UInt32(graph.units[$0.unit].letter) },
            cited: graph.edges.map { UInt32($0.source) },
            letters: graph.letters.count, sources: graph.sources.count)
    }
}
