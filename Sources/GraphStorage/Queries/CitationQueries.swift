import GRDB

/// A citation as the store knows it.
public struct StoredCitation: Sendable {
    public let letter: String
    public let letterLabel: String
    public let unit: String
    public let footnote: String?
    public let source: String
    public let kind: String
    public let label: String
    /// Its own title, or its dossier’s; nil where neither is known.
    public let title: String?
    /// What the letter calls it beside its number: motie Krul/Ceder.
    public let name: String?
    public let quote: String
    public let sentence: String
    public let context: String?
    public let locator: String?
    public let line: Int
    /// For a file with pages.
    public let page: Int?
    /// The id as it was read, where a correction gave it another.
    public let readAs: String?
    /// The id as it was written, where another one stands for the same source.
    public let writtenAs: String?
    /// Of its source: the id that was likely meant, where it is doubted.
    public let doubt: String?
}

/// A source as the store knows it.
public struct StoredSource: Sendable {
    public let id: String
    public let kind: String
    public let label: String
    /// Its own title, or its dossier’s; nil where neither is known.
    public let title: String?
    public let page: String?
    public let parent: String?
    /// The id that was likely meant, where `check` doubts this one.
    public let doubt: String?
    /// The sources that are part of it, in order.
    public let parts: [String]
}

extension GraphStore {
    private static let citationSQL = citationSQL()

    /// - Parameter further: columns behind those of a citation.
    static func citationSQL(further: String = "") -> String {
        """
        SELECT letter.name, letter.label, unit.name, citation.footnote, source.canonical, source.kind, source.label,
          source.title, citation.title, citation.quote, citation.sentence, citation.context, citation.locator, citation.line,
          citation.page, citation.read_as, citation.written_as, source.doubt\(further)
        FROM citation JOIN unit ON unit.id = citation.unit_id JOIN letter ON letter.id = unit.letter_id
          JOIN source ON source.id = citation.source_id
        """
    }

    /// By place: a source may have thousands, and looking for each column by its name takes longer than the question.
    static func citation(_ row: Row) -> StoredCitation {
        StoredCitation(
            letter: row[0], letterLabel: row[1], unit: row[2], footnote: row[3], source: row[4], kind: row[5],
            label: row[6], title: row[7], name: row[8], quote: row[9], sentence: row[10], context: row[11],
            locator: row[12], line: row[13], page: row[14], readAs: row[15], writtenAs: row[16], doubt: row[17])
    }

    /// Read as they pass: a row that is kept is a copy.
    private static func citations(_ database: Database, sql: String, arguments: StatementArguments) throws
        -> [StoredCitation]
    {
        // Kept prepared: a page asks it of a hundred letters.
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
        var citations: [StoredCitation] = []
        while let row = try rows.next() { citations.append(citation(row)) }
        return citations
    }

    /// The citations of a letter, in the order they stand.
    public func citations(ofLetter name: String) throws -> [StoredCitation] {
        try queue.read { database in
            try Self.citations(
                database,
                sql: Self.citationSQL
                    + " WHERE letter.name = ? ORDER BY unit.position, citation.first_byte, source.canonical",
                arguments: [name])
        }
    }

    /// The citations of a letter by other letters: of its number in the Aanhangsel, or of its kenmerk.
    public func citations(byOthersOf name: String) throws -> [StoredCitation] {
        try queue.read { database in
            try Self.citations(
                database,
                sql: Self.citationSQL + """
                     WHERE citation.source_id IN (
                      SELECT source.id FROM letter JOIN source ON source.canonical = letter.aanhangsel WHERE name = ?
                      UNION SELECT source.id FROM letter JOIN letter_zaak ON letter_id = letter.id
                        JOIN source ON source.canonical = zaak WHERE name = ?)
                    ORDER BY letter.name, unit.position, citation.first_byte
                    """, arguments: [name, name])
        }
    }

    /// The letter in the store that a source is, or nil.
    public func letter(citedAs id: String) throws -> String? {
        try queue.read {
            try String.fetchOne(
                $0,
                sql: """
                    SELECT name FROM letter WHERE aanhangsel = :id AND EXISTS (SELECT 1 FROM source WHERE canonical = :id)
                    UNION SELECT name FROM letter_zaak JOIN letter ON letter.id = letter_id WHERE zaak = :id
                      AND EXISTS (SELECT 1 FROM source WHERE canonical = :id)
                    ORDER BY name
                    """, arguments: ["id": id])
        }
    }

    /// The ids of sources with this label.
    public func sources(labelled label: String) throws -> [String] {
        try queue.read {
            try String.fetchAll(
                $0, sql: "SELECT canonical FROM source WHERE label = ? ORDER BY canonical", arguments: [label])
        }
    }

    /// The label of a source, or nil when there is none of this id.
    public func label(ofSource id: String) throws -> String? {
        try queue.read {
            try String.fetchOne($0, sql: "SELECT label FROM source WHERE canonical = ?", arguments: [id])
        }
    }

    /// Whether a letter cites the source of this id itself, not only its parts.
    public func isCited(_ id: String) throws -> Bool {
        try queue.read {
            try Bool.fetchOne(
                $0,
                sql: "SELECT EXISTS (SELECT 1 FROM source JOIN citation ON source_id = source.id WHERE canonical = ?)",
                arguments: [id]) ?? false
        }
    }

    /// A source by its canonical id, or by one that was written for it; nil when nothing is known of it.
    public func source(_ id: String) throws -> StoredSource? {
        // One that a user says is another need not be cited; or it is there for its parts alone.
        try joined(id).flatMap(known) ?? known(id)
    }

    private func known(_ id: String) throws -> StoredSource? {
        try queue.read { database in
            let written = "(SELECT source_id FROM citation WHERE written_as = :id LIMIT 1)"
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: """
                        SELECT source.*, parent.canonical AS parent FROM source
                        LEFT JOIN source AS parent ON parent.id = source.parent_id
                        WHERE source.canonical = :id OR source.id = \(written) ORDER BY source.canonical = :id DESC LIMIT 1
                        """, arguments: ["id": id])
            else { return nil }
            let key: Int64 = row["id"]
            let parts = try String.fetchAll(
                database, sql: "SELECT canonical FROM source WHERE parent_id = ? ORDER BY canonical", arguments: [key])
            return StoredSource(
                id: row["canonical"], kind: row["kind"], label: row["label"], title: row["title"],
                page: try Self.page(row["page"], of: row["canonical"], in: database),
                parent: row["parent"], doubt: row["doubt"],
                parts: parts)
        }
    }

    /// Every citation of a source and of its parts, by letter and place.
    /// - Parameter id: as `source` gives it.
    public func citations(ofSource id: String) throws -> [StoredCitation] {
        try queue.read { database in
            try Self.citations(
                database,
                sql: Self.citationSQL + """
                     WHERE citation.source_id IN (SELECT id FROM source WHERE canonical = :id
                      UNION ALL SELECT id FROM source WHERE parent_id = (SELECT id FROM source WHERE canonical = :id))
                    ORDER BY letter.name, unit.position, citation.first_byte
                    """, arguments: ["id": id])
        }
    }

    /// The cross-references within a letter, in the order they stand.
    public func crossReferences(ofLetter name: String) throws -> [(from: String, to: String, quote: String, line: Int)]
    {
        try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT here.name AS from_, there.name AS to_, quote, crossreference.line FROM crossreference
                    JOIN unit AS here ON here.id = from_unit_id JOIN unit AS there ON there.id = to_unit_id
                    JOIN letter ON letter.id = here.letter_id WHERE letter.name = ? ORDER BY first_byte, there.position
                    """, arguments: [name]
            ).map { ($0["from_"], $0["to_"], $0["quote"], $0["line"]) }
        }
    }
}
