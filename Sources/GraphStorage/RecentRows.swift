/// The rows of what was met of late, by its text. What is met often stays; memory does not grow with the store.
struct RecentRows {
    private var newer: [String: Int64] = [:]
    private var older: [String: Int64] = [:]
    private static let most = 8192

    /// The row of a text, when it was met of late.
    mutating func row(_ text: String) -> Int64? {
        if let row = newer[text] { return row }
        guard let row = older[text] else { return nil }
        remember(row, text)
        return row
    }

    mutating func remember(_ row: Int64, _ text: String) {
        if newer.count >= Self.most {
            swap(&newer, &older)
            newer.removeAll(keepingCapacity: true)
        }
        newer[text] = row
    }
}
