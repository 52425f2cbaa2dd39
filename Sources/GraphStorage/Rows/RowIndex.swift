import GRDB

/// A place in an array for each id of a table, as an array itself: ids are given out one after the other. Of few ids, a
/// dictionary: most questions want twenty rows of hundreds of thousands.
struct RowIndex {
    private var places: [Int32] = []
    private var few: [Int: Int]?

    init(_ table: String, in database: Database) throws {
        places = [Int32](repeating: -1, count: try Self.bound(table, in: database))
    }

    /// One more than the last id of a table.
    /// - Throws: where a foreign hand gave a row an id out of all order.
    static func bound(_ table: String, in database: Database) throws -> Int {
        let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM \(table)") ?? 0
        guard last < 1 << 28 else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "ids of \(table) are too large")
        }
        return max(0, last) + 1
    }

    private init(few: [Int: Int]) { self.few = few }

    /// The place of an id, or nil when it has none.
    subscript(id: Int) -> Int? {
        get {
            if let few { return few[id] }
            guard id >= 0, id < places.count, places[id] >= 0 else { return nil }
            return Int(places[id])
        }
        set {
            if few != nil {
                few?[id] = newValue
                return
            }
            guard id >= 0, id < places.count else { return }
            places[id] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1
        }
    }
}

extension RowIndex {
    /// So many ids are looked up faster in an array, unless they are few of the table's: then making it takes longer.
    private static let many = 2000
    private static let share = 100

    /// The places of rows that stand in the order of these ids.
    init(_ table: String, _ ids: [Int], in database: Database) throws {
        guard try ids.count >= Self.many && ids.count >= Self.bound(table, in: database) / Self.share else {
            self.init(few: Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { $1 }))
            return
        }
        try self.init(table, in: database)
        for (place, id) in ids.enumerated() { self[id] = place }
    }
}

extension [Int] {
    /// As a list that `json_each` takes apart: one argument, however many there are.
    var list: String { "[" + map(String.init).joined(separator: ",") + "]" }
}
