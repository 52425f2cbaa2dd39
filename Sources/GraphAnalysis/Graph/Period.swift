import DutchText

/// A day, a month or a year as its first and last day: `2025-02` → `2025-02-01`, `2025-02-28`.
struct Period {
    let first: String
    let last: String

    /// Nil for what is no day, or one that no calendar has.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let most = [9999, 12, 31]
        guard (1...3).contains(parts.count),
            zip(parts, [4, 2, 2]).allSatisfy({ $0.count == $1 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            zip(parts, most).allSatisfy({ (1...$1).contains(Int($0) ?? 0) })
        else {
            return nil
        }
        let numbers = parts.compactMap { Int($0) }
        guard parts.count < 3 || DutchDate.exists(numbers[0], numbers[1], numbers[2]) else { return nil }
        first = text + ["", "-01-01", "-01", ""][parts.count]
        switch parts.count {
        case 1: last = text + "-12-31"
        case 2:
            let day = (28...31).last { DutchDate.exists(numbers[0], numbers[1], $0) } ?? 28
            last = "\(text)-\(day)"
        default: last = text
        }
    }
}
