import GRDB

/// Which ids the letters of a store cite, to be looked up elsewhere.
extension GraphStore {
    /// The ids that begin like this, those that most letters cite first.
    /// - Parameter opening: of the id: `kst-`, `ah-`; or a pattern of SQLite (`GLOB`), as `[0-9][0-9][0-9][0-9]D*`.
    /// - Complexity: linear in the citations of these.
    public func citedIDs(like opening: String) throws -> [String] {
        try queue.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT canonical FROM source JOIN citation ON source_id = source.id JOIN unit ON unit.id = unit_id
                    WHERE canonical GLOB ? GROUP BY source.id ORDER BY count(DISTINCT letter_id) DESC, canonical
                    """, arguments: [opening.hasSuffix("*") ? opening : opening + "*"])
        }
    }

    /// The letters of the Aanhangsel that letters here cite and that are not here themselves, the most cited first.
    public func missingLetters() throws -> [String] {
        let own = try queue.read {
            try String.fetchSet($0, sql: "SELECT aanhangsel FROM letter WHERE aanhangsel IS NOT NULL")
        }
        return try citedIDs(like: "ah-").filter { !own.contains($0) }
    }
}
