import GRDB

/// What the surroundings of a node take of all letters.
struct WholeStore: Sendable {
    let references: UnitReferences
    /// The labels that several letters have.
    let repeatedLabels: Set<String>

    /// - Complexity: a look at the unit of each reference, and one walk over the labels.
    init(in database: Database) throws {
        references = try UnitReferences(in: database)
        repeatedLabels = try String.fetchSet(
            database, sql: "SELECT label FROM letter GROUP BY label HAVING count(*) > 1")
    }
}

/// Which units refer to each other, by their ids, in the order of their letters' ids.
/// - Complexity: memory, 12 bytes a reference.
struct UnitReferences: Sendable {
    private var letters: [Int32] = []
    private var pairs: [(from: Int32, to: Int32)] = []

    /// All of a store.
    /// - Complexity: a look at the unit of each, and a sort.
    init(in database: Database) throws {
        let rows = try RowReader(
            database,
            """
            SELECT DISTINCT unit.letter_id, from_unit_id, to_unit_id
            FROM crossreference CROSS JOIN unit ON unit.id = from_unit_id ORDER BY 1
            """)
        while try rows.next() {
            // A foreign hand may have given rows ids out of all order: nothing has them.
            guard let letter = Int32(exactly: rows.int(0)), let from = Int32(exactly: rows.int(1)),
                let to = Int32(exactly: rows.int(2))
            else { continue }
            letters.append(letter)
            pairs.append((from, to))
        }
    }

    /// Those within some letters, by their ids.
    /// - Complexity: a binary search for each letter.
    func within(_ ids: [Int]) -> [(from: Int, to: Int)] {
        ids.flatMap { id in
            let first = letters.partitioningIndex { $0 >= id }
            return zip(letters[first...], pairs[first...]).prefix { $0.0 == id }.map { (Int($0.1.from), Int($0.1.to)) }
        }
    }
}
