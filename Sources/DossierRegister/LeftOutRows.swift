/// Rows of a file that a register did not take, for one reason: `63 rows left out, deleted there: row 1; row 2; …`.
public struct LeftOutRows: Sendable, Hashable {
    /// What the file is cut into: `line`, `row`, `record`.
    public let unit: String
    public let reason: String
    public private(set) var count = 0
    /// The first of them, with what stands there: `line 2: kst-1259252`.
    public private(set) var places: [String] = []

    /// So many are named.
    private static let most = 10

    init(unit: String, reason: String) { (self.unit, self.reason) = (unit, reason) }

    fileprivate mutating func add(_ place: String) {
        count += 1
        if places.count < Self.most { places.append(place) }
    }
}

extension [LeftOutRows] {
    /// Adds a row to those with the same reason.
    /// - Parameters:
    ///   - number: its place in the file, 1-based.
    ///   - text: what stands there.
    package mutating func note(_ unit: String, _ number: Int, _ text: String? = nil, because reason: String) {
        let index = firstIndex { $0.unit == unit && $0.reason == reason } ?? count
        if index == count { append(LeftOutRows(unit: unit, reason: reason)) }
        self[index].add("\(unit) \(number)" + (text.map { ": \($0)" } ?? ""))
    }
}
