import CitationFinding
import GRDB
import GraphAnalysis

extension GraphStore {
    /// What each letter of a selection says of itself, by its name.
    /// - Complexity: linear in the letters and the people in their heads, of which no more than those of one letter are held besides.
    public func facts(_ selection: GraphSelection = GraphSelection()) throws -> [String: LetterFacts] {
        try queue.read { database in
            var ministers = try PeopleOfLetters("letter_minister", "portfolio", in: database)
            var askers = try PeopleOfLetters("letter_asker", "party", in: database)
            let condition = LetterFilterSQL(selection)
            let cursor = try Row.fetchCursor(
                database,
                sql: "SELECT id, name, answered, ministry, first_read FROM letter \(condition.sql) ORDER BY id",
                arguments: condition.arguments)
            var facts: [String: LetterFacts] = [:]
            while let row = try cursor.next() {
                let (signing, asking) = (try ministers.next(row[0]), try askers.next(row[0]))
                facts[row[1]] = LetterFacts(
                    answered: row[2], ministry: row[3], portfolios: signing.of, askers: asking.names,
                    parties: asking.of,
                    ministers: signing.names, firstRead: row[4])
            }
            return facts
        }
    }

    /// The citations of a letter with their bytes in its text and the page of their source, in the order they stand.
    public func placedCitations(ofLetter name: String) throws
        -> [(citation: StoredCitation, range: Range<Int>, url: String?)]
    {
        try queue.read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: Self.citationSQL(further: ", citation.first_byte, citation.end_byte, source.page") + """
                     WHERE letter.name = ? AND citation.first_byte BETWEEN 0 AND citation.end_byte
                    ORDER BY citation.first_byte, citation.end_byte, unit.position, source.canonical
                    """, arguments: [name])
            var citations: [(citation: StoredCitation, range: Range<Int>, url: String?)] = []
            while let row = try rows.next() {
                citations.append((Self.citation(row), (row[18] as Int)..<(row[19] as Int), row[20]))
            }
            return citations
        }
    }

    /// Sources whose address every letter broke behind a hyphen in the name of the site, `www.toesla- gen.nl`: whether the hyphen
    /// is part of it nobody knows.
    /// - Complexity: linear in the addresses with a hyphen and their citations.
    public func brokenAddresses() throws -> Set<String> {
        try queue.read { database in
            let kinds = SourceKind.names(where: \.isAddress).sorted()
            let cursor = try Row.fetchCursor(
                database,
                sql: """
                    SELECT canonical, quote FROM source JOIN citation ON citation.source_id = source.id
                    WHERE kind IN (\(kinds.map { "'\($0)'" }.joined(separator: ","))) AND canonical LIKE '%-%'
                    """)
            var (broken, whole): (Set<String>, Set<String>) = ([], [])
            while let row = try cursor.next() {
                if Self.isBroken(row[1]) { broken.insert(row[0]) } else { whole.insert(row[0]) }
            }
            return broken.subtracting(whole)
        }
    }

    /// The page of a source, but of an address that every letter broke: nobody can follow it, and whoever buys its name could
    /// say there what he likes.
    static func page(_ page: String?, of id: String, in database: Database) throws -> String? {
        guard let page, page == id, id.prefix(while: { $0 != "?" }).contains("-") else { return page }
        let statement = try database.cachedStatement(
            sql: "SELECT quote FROM citation WHERE source_id = (SELECT id FROM source WHERE canonical = ?)")
        let quotes = try String.fetchCursor(statement, arguments: [id])
        while let quote = try quotes.next() { if !isBroken(quote) { return page } }
        return nil
    }

    /// Whether a blank or a line end stands behind a hyphen in the name of the site.
    private static func isBroken(_ quote: String) -> Bool {
        let site = quote.firstRange(of: "://").map { quote[$0.upperBound...] } ?? quote[...]
        let name = site.prefix { $0 != "/" }
        return zip(name, name.dropFirst()).contains { $0 == "-" && $1.isWhitespace }
    }

    /// The citations of a selection one by one, with the subject of the letter, the page of the source, and the id that it counts
    /// for: by the names of letters, then by place.
    /// - Complexity: linear in the citations; memory does not grow with them.
    public func eachCitation(
        _ selection: GraphSelection,
        _ take: (_ citation: StoredCitation, _ counted: String, _ subject: String?, _ url: String?) throws -> Void
    ) throws {
        try queue.read { database in
            let condition = LetterFilterSQL(selection)
            let names = try Row.fetchCursor(
                database, sql: "SELECT id, subject FROM letter \(condition.sql) ORDER BY name",
                arguments: condition.arguments)
            let statement = try database.cachedStatement(sql: CitationColumns.ofOneLetter(selection))
            while let letter = try names.next() {
                let subject: String? = letter[1]
                let rows = try Row.fetchCursor(statement, arguments: [letter[0] as Int])
                while let row = try rows.next() { try take(Self.citation(row), row[18], subject, row[19]) }
            }
        }
    }
}

/// The people in the heads of letters, read beside the letters: both in the order of the letters' ids.
private struct PeopleOfLetters {
    private let cursor: RowCursor
    private var row: (letter: Int, name: String, of: String?)?
    /// Lists that were met already: few people sign most letters, and one list serves them all.
    private var known: Set<[String]> = []

    init(_ table: String, _ column: String, in database: Database) throws {
        cursor = try Row.fetchCursor(
            database, sql: "SELECT letter_id, name, \(column) FROM \(table) ORDER BY letter_id, position")
        try advance()
    }

    /// - Parameter letter: its id, larger than the one asked for last.
    mutating func next(_ letter: Int) throws -> (names: [String], of: [String]) {
        var people: (names: [String], of: [String]) = ([], [])
        while let row, row.letter <= letter {
            if row.letter == letter {
                people.names.append(row.name)
                if let of = row.of { people.of.append(of) }
            }
            try advance()
        }
        return (shared(people.names), shared(people.of))
    }

    private mutating func shared(_ list: [String]) -> [String] {
        list.isEmpty ? [] : known.insert(list).memberAfterInsert
    }

    private mutating func advance() throws { row = try cursor.next().map { ($0[0], $0[1], $0[2]) } }
}

extension CitationColumns {
    /// The citations of a letter (its id) that a selection takes, in the order they stand; behind the columns of a citation the
    /// id that its source counts for, and the page of its source.
    fileprivate static func ofOneLetter(_ selection: GraphSelection) -> String {
        let counted = "(SELECT canonical FROM source AS counted WHERE counted.id = \(target(selection)))"
        return GraphStore.citationSQL(further: ", \(counted), source.page")
            + " WHERE " + (["letter.id = ?"] + conditions(selection)).joined(separator: " AND ")
            + " ORDER BY unit.position, citation.first_byte, source.canonical"
    }
}
