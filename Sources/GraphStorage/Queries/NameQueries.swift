import GRDB
import GraphAnalysis

/// The names that letters can be chosen by.
extension GraphStore {
    /// The names of one sort that letters have, those of most letters first, then by name.
    /// - Returns: each as it is printed.
    /// - Complexity: linear in the letters.
    public func names(_ name: LetterName, limit: Int) throws -> [String] {
        let sql =
            switch name {
            case .ministry: "SELECT ministry AS name, count(*) AS letters FROM letter WHERE ministry IS NOT NULL"
            case .party:
                "SELECT party AS name, count(DISTINCT letter_id) AS letters FROM letter_asker WHERE party <> ''"
            case .asker, .minister:
                "SELECT name, count(DISTINCT letter_id) AS letters FROM letter_\(name.rawValue) WHERE name <> ''"
            }
        return try queue.read { database in
            try String.fetchAll(
                database, sql: sql + " GROUP BY 1 ORDER BY letters DESC, name LIMIT ?", arguments: [limit])
        }
    }

    /// What a selection asks of these letters, in their order; of a name that no letter has, nothing is known.
    /// - Complexity: linear in the names asked for.
    public func facts(of letters: [String]) throws -> [LetterFacts] {
        try letters.map { name in
            try self.letters(named: name).first { $0.name == name }?.facts ?? LetterFacts()
        }
    }

    /// The kinds of what letters cite, by name.
    /// - Complexity: linear in the sources.
    public func citedKinds() throws -> [String] {
        try queue.read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT DISTINCT kind FROM source
                    WHERE EXISTS (SELECT 1 FROM citation WHERE source_id = source.id) ORDER BY kind
                    """)
        }
    }
}
