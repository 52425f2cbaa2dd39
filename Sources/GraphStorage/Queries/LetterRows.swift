import CitationFinding
import GRDB
import GraphAnalysis

/// The letters that a selection takes, in the order of their names.
struct LetterRows {
    private let condition: LetterFilterSQL

    init(_ selection: GraphSelection) { condition = LetterFilterSQL(selection) }

    /// In the order of their names.
    func ids(in database: Database) throws -> [Int] {
        try Int.fetchAll(
            database, sql: "SELECT id FROM letter \(condition.sql) ORDER BY name", arguments: condition.arguments)
    }

    /// Where each of them stands, or nil when the selection takes every letter.
    func selected(in database: Database) throws -> RowIndex? {
        condition.sql.isEmpty ? nil : try RowIndex("letter", ids(in: database), in: database)
    }

    /// All of them, or some, as nodes of a graph in the order of their names. Two letters of one day to one member are
    /// told apart by their names.
    /// - Parameter known: the labels that several letters of the store have, where they are kept.
    func nodes(_ some: [Int]? = nil, repeated known: Set<String>? = nil, in database: Database) throws
        -> (ids: [Int], letters: [CitationGraph.Letter])
    {
        let named = some == nil ? "letter" : "json_each(?) CROSS JOIN letter ON letter.id = json_each.value"
        let arguments = some.map { StatementArguments([$0.list]) } ?? condition.arguments
        let rows = try RowReader(
            database,
            """
            SELECT letter.id, name, label, answered, subject, coalesce(aanhangsel, (SELECT zaak FROM letter_zaak
              WHERE letter_id = letter.id ORDER BY position LIMIT 1))
            FROM \(named) \(some == nil ? condition.sql : "") ORDER BY name
            """, arguments)
        var ids: [Int] = []
        var letters: [CitationGraph.Letter] = []
        while try rows.next() {
            ids.append(rows.int(0))
            letters.append(
                CitationGraph.Letter(
                    name: rows.string(1) ?? "", label: rows.string(2) ?? "", date: rows.string(3),
                    subject: rows.string(4),
                    page: rows.string(5).flatMap { Source.page(of: SourceID($0), catalogue: .empty) }))
        }
        let all = condition.sql.isEmpty ? known : nil
        let repeated = try all ?? repeated(some == nil ? letters.map(\.label) : nil, of: letters, in: database)
        return (ids, letters.map { repeated.contains($0.label) ? $0.labelled("\($0.label) [\($0.name)]") : $0 })
    }

    /// Labels that several letters of the selection have.
    private func repeated(_ all: [String]?, of letters: [CitationGraph.Letter], in database: Database) throws
        -> Set<String>
    {
        if let all {
            var seen: Set<String> = []
            return Set(all.filter { !seen.insert($0).inserted })
        }
        let narrowed = condition.sql.isEmpty ? "WHERE" : condition.sql + " AND"
        let statement = try database.cachedStatement(
            sql: "SELECT count(*) FROM (SELECT 1 FROM letter \(narrowed) label = ? LIMIT 2)")
        return try Set(
            letters.map(\.label).filter {
                try (Int.fetchOne(statement, arguments: condition.arguments + [$0]) ?? 0) > 1
            })
    }
}

extension CitationGraph.Letter {
    /// The same letter, called otherwise. One that is called as it is named has no other name to be told apart by.
    fileprivate func labelled(_ label: String) -> Self {
        self.label == name ? self : Self(name: name, label: label, date: date, subject: subject, page: page)
    }
}
