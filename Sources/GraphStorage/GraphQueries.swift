import CitationFinding
import GRDB
import GraphAnalysis

extension GraphStore {
    /// The part of the graph that a selection shows. Letters and sources are sorted by name, whatever order they came in.
    /// - Complexity: linear in what is selected, but for sorting it.
    public func graph(_ selection: GraphSelection = GraphSelection()) throws -> CitationGraph {
        try queue.read { try Self.graph(selection, in: $0) }
    }

    static func graph(_ selection: GraphSelection, in database: Database) throws -> CitationGraph {
        let condition = LetterCondition(selection)
        let letterRows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, name, label, answered, subject, coalesce(aanhangsel, (SELECT zaak FROM letter_zaak
                  WHERE letter_id = letter.id ORDER BY position LIMIT 1)) AS number
                FROM letter \(condition.sql) ORDER BY name
                """, arguments: condition.arguments)
        var letterIndex: [Int64: Int] = [:]
        let count = Dictionary(letterRows.map { ($0["label"] as String, 1) }, uniquingKeysWith: +)
        // Two letters of one day to one member are told apart by their names.
        func label(_ row: Row) -> String {
            let (label, name): (String, String) = (row["label"], row["name"])
            return count[label] == 1 || label == name ? label : "\(label) [\(name)]"
        }
        let letters = letterRows.enumerated().map { index, row -> CitationGraph.Letter in
            letterIndex[row["id"]] = index
            return CitationGraph.Letter(
                name: row["name"], label: label(row), date: row["answered"], subject: row["subject"],
                page: (row["number"] as String?).flatMap { Source(SourceID($0)).page })
        }
        let (units, unitIndex) = try units(database, selection, letterIndex)
        let (sources, sourceIndex) = try sources(database, selection)
        let edges = try edges(database, selection, unitIndex, sourceIndex)
        let references = try references(database, unitIndex)
        let used = Set(edges.map(\.source))
        return CitationGraph(
            letters: letters, units: units, sources: sources, edges: edges, crossReferences: references
        )
        .withoutSources { !used.contains($0) }
    }

    private static func units(_ database: Database, _ selection: GraphSelection, _ letters: [Int64: Int]) throws
        -> ([CitationGraph.Unit], [Int64: Int])
    {
        let part: String
        switch selection.units {
        case .answers: part = "WHERE part = 'answer'"
        case .questions: part = "WHERE part = 'question'"
        case .all: part = ""
        }
        let cursor = try Row.fetchCursor(database, sql: "SELECT id, letter_id, name, position FROM unit \(part)")
        var found: [(id: Int64, letter: Int, position: Int, name: String)] = []
        while let row = try cursor.next() {
            if let letter = letters[row["letter_id"]] {
                found.append((row["id"], letter, row["position"], row["name"]))
            }
        }
        found.sort { ($0.letter, $0.position) < ($1.letter, $1.position) }
        let index = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.id, $0) })
        return (found.map { CitationGraph.Unit(letter: $0.letter, name: $0.name) }, index)
    }

    private static func sources(_ database: Database, _ selection: GraphSelection) throws -> (
        [CitationGraph.Source], [Int64: Int]
    ) {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT source.id, source.canonical, source.kind, source.label, source.title, source.page, parent.canonical AS parent
                FROM source LEFT JOIN source AS parent ON parent.id = source.parent_id ORDER BY source.canonical
                """)
        let letters = Dictionary(
            try Row.fetchAll(database, sql: "SELECT source_id, letter FROM cited_letter ORDER BY letter").map {
                ($0["source_id"] as Int64, $0["letter"] as String)
            }, uniquingKeysWith: { first, _ in first })
        var sources: [CitationGraph.Source] = []
        var index: [Int64: Int] = [:]
        while let row = try cursor.next() {
            index[row["id"]] = sources.count
            sources.append(
                CitationGraph.Source(
                    id: row["canonical"], kind: row["kind"], label: row["label"], title: row["title"],
                    page: row["page"], parent: row["parent"], letter: letters[row["id"]]))
        }
        return (sources, index)
    }

    /// One edge for each unit and source; at the level of dossiers a Kamerstuk counts for its dossier.
    private static func edges(
        _ database: Database, _ selection: GraphSelection, _ units: [Int64: Int], _ sources: [Int64: Int]
    ) throws
        -> [CitationGraph.Edge]
    {
        let target =
            selection.level == .dossiers
            ? "CASE WHEN source.kind = 'kamerstuk' AND source.parent_id IS NOT NULL THEN source.parent_id ELSE source.id END"
            : "source.id"
        let kinds = selection.citedKinds
        let named = kinds.map { $0.sorted().map { "'" + $0.filter { $0.isLetter } + "'" }.joined(separator: ",") }
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT citation.unit_id, \(target) AS target, count(*) AS citations
                FROM citation JOIN source ON source.id = citation.source_id
                \(named.map { "WHERE source.kind IN (\($0))" } ?? "") GROUP BY citation.unit_id, target
                """)
        var edges: [CitationGraph.Edge] = []
        while let row = try cursor.next() {
            guard let unit = units[row["unit_id"]], let source = sources[row["target"]] else { continue }
            edges.append(CitationGraph.Edge(unit: unit, source: source, citations: row["citations"]))
        }
        return edges.sorted { ($0.unit, $0.source) < ($1.unit, $1.source) }
    }

    private static func references(_ database: Database, _ units: [Int64: Int]) throws -> [CitationGraph.CrossReference]
    {
        let cursor = try Row.fetchCursor(database, sql: "SELECT DISTINCT from_unit_id, to_unit_id FROM crossreference")
        var references: [CitationGraph.CrossReference] = []
        while let row = try cursor.next() {
            guard let from = units[row["from_unit_id"]], let to = units[row["to_unit_id"]] else { continue }
            references.append(CitationGraph.CrossReference(from: from, to: to))
        }
        return references.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }
}
