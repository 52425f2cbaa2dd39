import GRDB
import GraphAnalysis

/// Who cites what, as ids of the store and nothing else: what counting needs of a selection. A hundred bytes of names stand
/// behind each of these numbers, and most questions want twenty of them.
struct CitationColumns {
    /// The unit, letter and source of each citation. At the level of dossiers, a Kamerstuk's dossier is the source.
    private(set) var units: [Int] = []
    private(set) var letters: [Int] = []
    private(set) var sources: [Int] = []

    /// Which citations are read.
    enum Part {
        case all
        case ofLetters([Int])
        /// Of sources, at the level of the selection.
        case ofSources([Int])
    }

    init() {}

    /// - Complexity: linear in what is read; each row costs a look into two indexes.
    init(_ selection: GraphSelection, _ part: Part = .all, in database: Database) throws {
        let conditions = Self.conditions(selection)
        let tables: String
        var arguments = StatementArguments()
        switch part {
        case .all: tables = "source CROSS JOIN citation ON citation.source_id = source.id"
        case .ofSources(let ids):
            tables = "\(Self.members(selection)) CROSS JOIN citation ON citation.source_id = source.id"
            arguments = [ids.list]
        case .ofLetters(let ids):
            tables = """
                json_each(?) CROSS JOIN unit ON unit.letter_id = json_each.value
                  CROSS JOIN citation ON citation.unit_id = unit.id JOIN source ON source.id = citation.source_id
                """
            arguments = [ids.list]
        }
        let joined =
            if case .ofLetters = part { tables } else { tables + " CROSS JOIN unit ON unit.id = citation.unit_id" }
        let rows = try RowReader(
            database,
            """
            SELECT citation.unit_id, unit.letter_id, \(Self.target(selection)) FROM \(joined)
            \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
            """, arguments)
        while try rows.next() { append(unit: rows.int(0), letter: rows.int(1), source: rows.int(2)) }
    }

    mutating func append(unit: Int, letter: Int, source: Int) {
        units.append(unit)
        letters.append(letter)
        sources.append(source)
    }

    /// The sources of a list; with a dossier, the Kamerstukken that count for it.
    private static func members(_ selection: GraphSelection) -> String {
        guard selection.level == .dossiers else {
            return "json_each(?) CROSS JOIN source ON source.id = json_each.value"
        }
        return """
            (WITH named AS MATERIALIZED (SELECT value AS id FROM json_each(?))
              SELECT source.* FROM named CROSS JOIN source ON source.id = named.id
                WHERE source.kind NOT IN \(counting) OR source.parent_id IS NULL
              UNION ALL
              SELECT source.* FROM named CROSS JOIN source ON source.parent_id = named.id
                WHERE source.kind IN \(counting)) AS source
            """
    }

    /// The kinds that count for their parent on the level of dossiers.
    private static let counting = "(SELECT name FROM kind WHERE counts_for IS NOT NULL)"

    /// Which citations a selection takes, of the letters it takes.
    static func conditions(_ selection: GraphSelection) -> [String] {
        let pages = selection.leavesOutFrontPages ? "NOT source.is_front_page" : nil
        return [units(selection), kinds(selection), pages].compactMap(\.self)
    }

    /// The source that a citation counts for at the level of the selection.
    static func target(_ selection: GraphSelection) -> String {
        selection.level == .dossiers
            ? "CASE WHEN source.kind IN \(counting) AND source.parent_id IS NOT NULL THEN source.parent_id ELSE source.id END"
            : "source.id"
    }

    /// The part of a letter that is looked at, as a condition.
    static func units(_ selection: GraphSelection) -> String? {
        switch selection.units {
        case .answers: "unit.part IN ('answer', 'body')"
        case .questions: "unit.part = 'question'"
        case .all: nil
        }
    }

    private static func kinds(_ selection: GraphSelection) -> String? {
        selection.citedKinds.map { kinds in
            "source.kind IN (\(kinds.sorted().map { "'" + $0.filter(\.isLetter) + "'" }.joined(separator: ",")))"
        }
    }
}
