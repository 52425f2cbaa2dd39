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

    /// The ids that one digit changed, dropped, put or swapped with the one beside it makes of an id, those that most letters cite
    /// first: what may be meant by an id that none cites.
    /// - Complexity: a look for each of some hundred ids, and linear in the citations of those that there are.
    public func citedIDs(oneDigitFrom id: String) throws -> [String] {
        let ids = OneDigit.away(from: id)
        guard !ids.isEmpty else { return [] }
        return try queue.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT canonical FROM source JOIN citation ON source_id = source.id JOIN unit ON unit.id = unit_id
                    WHERE canonical IN (\(databaseQuestionMarks(count: ids.count)))
                    GROUP BY source.id ORDER BY count(DISTINCT letter_id) DESC, canonical
                    """, arguments: StatementArguments(ids))
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

/// The ids that a slip of one digit makes of another.
private enum OneDigit {
    /// An id of more signs is an address.
    private static let longest = 60
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    static func away(from id: String) -> [String] {
        let signs = Array(id.utf8)
        guard signs.count <= longest else { return [] }
        var found: Set<[UInt8]> = []
        for place in signs.indices where digits.contains(signs[place]) {
            for digit in digits {
                found.insert(Array(signs[..<place] + [digit] + signs[(place + 1)...]))
                found.insert(Array(signs[..<place] + [digit] + signs[place...]))
                found.insert(Array(signs[...place] + [digit] + signs[(place + 1)...]))
            }
            found.insert(Array(signs[..<place] + signs[(place + 1)...]))
            if place > 0, digits.contains(signs[place - 1]) {
                var swapped = signs
                swapped.swapAt(place - 1, place)
                found.insert(swapped)
            }
        }
        found.remove(signs)
        return found.map { String(decoding: $0, as: UTF8.self) }
    }
}
