import CitationFinding
import DossierRegister
import LetterReading

/// The graph of letters and of what was found in them, without a store.
extension CitationGraph {
    /// The same graph as a store with these letters gives, corrections and doubts about numbers apart.
    ///
    ///     let letter = try LetterReader.read(bytes, name: "ah-tk-20232024-704", file: "704.pdf")
    ///     let graph = CitationGraph([(letter, CitationFinder().find(in: letter))])
    ///
    /// - Parameters:
    ///   - found: letters, each of another name, with what was found in them; in any order. Two files of one letter are two
    ///     letters here: only a store knows them as one.
    ///   - selection: which letters, units and kinds of source are taken.
    ///   - catalogue: the one the letters were read with, for the names of reports.
    ///   - register: says the titles of sources, and what a letter of the Aanhangsel lacks at its head.
    /// - Returns: letters and sources sorted by name; only what the selection takes.
    /// - Complexity: linear in letters and citations, but for sorting them.
    public init(
        _ found: [(letter: LetterReading.Letter, findings: Findings)], _ selection: GraphSelection = GraphSelection(),
        catalogue: ReportCatalogue = .builtIn, register: Register = .builtIn
    ) {
        let taken = found.filter { selection.takes(LetterFacts($0.letter.header.completed(by: register))) }
            .sorted { Self.precedes($0.letter.name, $1.letter.name) }
        let works = Works(found.map(\.findings), register)
        var units: [Unit] = []
        var cited: [(unit: Int, source: SourceID)] = []
        var references: Set<CrossReference> = []
        for (number, (letter, findings)) in taken.enumerated() {
            var places: [UnitName: Int] = [:]
            for unit in letter.units where selection.units.takes(unit.name.part) {
                places[unit.name] = units.count
                units.append(Unit(letter: number, name: "\(unit.name)"))
            }
            let named = Dictionary(places.map { ("#\($0)", $1) }, uniquingKeysWith: { first, _ in first })
            for citation in findings.citations {
                guard let unit = places[citation.place.unit] else { continue }
                if !citation.source.kind.isSource {
                    if let other = named[citation.source.id] {
                        references.insert(CrossReference(from: unit, to: other))
                    }
                } else if !letter.header.isItself(citation.source.id), !citation.isNumberedBeside {
                    let source = works.source(citation)
                    guard !letter.header.isItself(source.id), selection.takes(source) else { continue }
                    cited.append((unit, selection.node(of: source, catalogue)))
                }
            }
        }
        let ids = Set(cited.map(\.source)).sorted { Self.precedes($0.id, $1.id) }
        let places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let letters = Self.letters(found.map(\.letter))
        let edges = Dictionary(
            cited.map { (Edge(unit: $0.unit, source: places[$0.source] ?? 0), 1) }, uniquingKeysWith: +)
        self.init(
            letters: Self.nodes(taken.map(\.letter), register), units: units,
            sources: ids.map { id in
                let source = CitationFinding.Source(id, catalogue: catalogue)
                return Source(
                    id: id.id, kind: id.kind.name, label: works.label(of: id, catalogue) ?? source.label,
                    title: register.title(of: id.id),
                    page: source.page, parent: source.parent?.id, letter: letters[id.id])
            },
            edges: edges.map { Edge(unit: $0.unit, source: $0.source, citations: $1) }
                .sorted { ($0.unit, $0.source) < ($1.unit, $1.source) },
            crossReferences: references.sorted { ($0.from, $0.to) < ($1.from, $1.to) })
    }

    /// Byte by byte, as SQL compares.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// Two letters of one day to one member are told apart by their names.
    private static func nodes(_ letters: [LetterReading.Letter], _ register: Register) -> [Letter] {
        let headers = letters.map { $0.header.completed(by: register) }
        let labels = zip(headers, letters).map { $0.label(orElse: $1.name) }
        let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        return letters.indices.map { index in
            let (letter, header, label) = (letters[index], headers[index], labels[index])
            let number = header.aanhangsel ?? header.zaken.first
            let isAlone = counts[label] == 1 || label == letter.name
            return Letter(
                name: letter.name, label: isAlone ? label : "\(label) [\(letter.name)]", date: header.answered,
                subject: header.subject,
                page: number.flatMap { CitationFinding.Source(SourceID($0), catalogue: .empty).page })
        }
    }

    /// The first letter by name that has a number: in the Aanhangsel, or a kenmerk.
    private static func letters(_ letters: [LetterReading.Letter]) -> [String: String] {
        let numbers = letters.flatMap { letter in
            ([letter.header.aanhangsel].compactMap(\.self) + letter.header.zaken).map { ($0, letter.name) }
        }
        return Dictionary(numbers) { precedes($0, $1) ? $0 : $1 }
    }
}

extension LetterFacts {
    /// What the head of a letter says.
    public init(_ header: LetterHeader) {
        self.init(
            answered: header.answered, ministry: header.ministry, portfolios: header.ministers.compactMap(\.portfolio),
            askers: header.askers.map(\.name), parties: header.askers.compactMap(\.party),
            ministers: header.ministers.map(\.name))
    }
}

extension LetterHeader {
    /// A letter's own kenmerk and number are its identity: no edge from a letter to itself.
    fileprivate func isItself(_ id: String) -> Bool { id == aanhangsel || zaken.contains(id) }
}

extension GraphSelection {
    fileprivate func takes(_ source: SourceID) -> Bool {
        (citedKinds?.contains(source.kind.name) ?? true) && !(leavesOutFrontPages && OtherNames.isFrontPage(source))
    }

    /// What a citation counts for: on the level of dossiers, a Kamerstuk for its dossier.
    fileprivate func node(of id: SourceID, _ catalogue: ReportCatalogue) -> SourceID {
        guard level == .dossiers, id.kind.countsFor != nil else { return id }
        return CitationFinding.Source(id, catalogue: catalogue).parent ?? id
    }
}

/// Which source each citation is, among all letters: what `GraphStore` makes of them.
private struct Works {
    /// Of addresses that differ in nothing that matters, the one that stands for all.
    private let standing: [String: String]
    private let register: Register
    /// The titles that letters wrote, by the id of their source.
    private let titles: [String: Set<String>]

    init(_ found: [Findings], _ register: Register) {
        self.register = register
        var written: [String: Set<String>] = [:]
        for citation in found.lazy.flatMap(\.citations) where OtherNames.document(at: citation.source, register) == nil
        {
            if let shared = OtherNames.shared(by: citation.source) {
                written[shared, default: []].insert(citation.source.id)
            }
        }
        standing = written.compactMapValues(OtherNames.standing)
        titles = Dictionary(
            found.lazy.flatMap(\.citations).compactMap { citation in
                citation.source.kind.isCatalogued ? citation.title.map { (citation.source.id, [$0]) } : nil
            }, uniquingKeysWith: { $0.union($1) })
    }

    /// What a report is called that no catalogue names.
    func label(of id: SourceID, _ catalogue: ReportCatalogue) -> String? {
        titles[id.id].flatMap { catalogue.hasSeries(of: id.id) ? nil : OtherNames.label(from: $0) }
    }

    func source(_ citation: Citation) -> SourceID {
        if let number = citation.resolvesTo { return number }
        if let document = OtherNames.document(at: citation.source, register) { return document }
        return OtherNames.shared(by: citation.source).flatMap { standing[$0] }.map { SourceID($0) } ?? citation.source
    }
}
