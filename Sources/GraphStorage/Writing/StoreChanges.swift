import GRDB

/// What a transaction put into a store and took out of it, as far as something hangs on it beside the letters themselves:
/// sources that nothing cites any more, doubts that other letters' citations raise. Of many letters nothing is held: then all
/// is worked out anew.
struct StoreChanges {
    /// The last source there was before: those with higher ids are new.
    let lastSource: Int64
    /// Whether so much changed that all is worked out anew.
    private(set) var isWhole: Bool
    /// Letters that were put, by their rows.
    private(set) var letters: Set<Int64> = []
    /// Sources that are parent of one fewer.
    private(set) var parents: Set<Int64> = []
    /// Numbers in the Aanhangsel that letters have, or had.
    private(set) var numbers: Set<String> = []
    /// Sizes of the files of letters without a number.
    private(set) var sizes: Set<Int> = []
    /// By the rows of sources, the sum of what each letter that came cites, less what each that went did. It is zero for a
    /// letter that cites a source as often as the one did in whose place it came.
    private var sums: [Int64: Int] = [:]
    private var count = 0

    init(_ database: Database, isFilling: Bool) throws {
        lastSource = try Int64.fetchOne(database, sql: "SELECT max(id) FROM source") ?? 0
        isWhole = isFilling
    }

    /// Letters that come and go before all is worked out anew: that takes as long as a hundred of them or some more.
    private static let most = 200

    mutating func becomeWhole() {
        isWhole = true
        (letters, parents, numbers, sizes, sums) = ([], [], [], [], [:])
    }

    /// The sources that are cited otherwise than before.
    var sources: [Int64] { sums.filter { $0.value != 0 }.map(\.key).sorted() }

    /// Every source that a letter cites which came or went.
    var allSources: [Int64] { sums.keys.sorted() }

    mutating func losesAPart(_ parent: Int64) {
        if !isWhole { parents.insert(parent) }
    }

    mutating func note(number: String) {
        if isWhole { return }
        numbers.insert(number)
        if numbers.count > Self.most { becomeWhole() }
    }

    /// A letter that was put, or is about to go.
    mutating func note(letter id: Int64, isPut: Bool, in database: Database) throws {
        if isWhole { return }
        count += 1
        guard count <= Self.most else { return becomeWhole() }
        let letter = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT name, aanhangsel, size FROM letter WHERE id = ?"), arguments: [id])
        guard let letter else { return }
        if isPut { letters.insert(id) } else { letters.remove(id) }
        if let number: String = letter["aanhangsel"] { numbers.insert(number) } else { sizes.insert(letter["size"]) }
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT source_id, count(*) FROM unit JOIN citation ON unit_id = unit.id WHERE letter_id = ?
                    GROUP BY source_id
                    """), arguments: [id])
        while let row = try rows.next() {
            var hasher = Hasher()
            hasher.combine(letter["name"] as String)
            hasher.combine(row[1] as Int)
            let mark = hasher.finalize()
            sums[row[0], default: 0] &+= isPut ? mark : 0 &- mark
        }
    }
}
