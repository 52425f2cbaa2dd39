/// How one row of digits may have become another: `36552` written as `36522`.
enum DigitSlip: Sendable, Hashable {
    /// One digit for another, and for one beside it on the keys: `30821` written as `20821`.
    case changed, beside
    /// `25295` written as `25259`; the wrong one of two doubled: `36552` as `36522`; `27858` as `27585`.
    case swapped, misdoubled, alternated
    case dropped, added
    /// Any two of these at once.
    case two
    /// A budget's document without the chapter of the budget: `36 600, nr. 150`.
    case chapter

    /// - Returns: nil when the two are the same, or further apart.
    init?(from meant: [UInt8], to written: [UInt8]) {
        guard meant != written else { return nil }
        switch Self.distance(meant, written) {
        case 1 where meant.count > written.count: self = .dropped
        case 1 where meant.count < written.count: self = .added
        case 1:
            let places = meant.indices.filter { meant[$0] != written[$0] }
            guard let place = places.first, places.count == 1 else {
                self = .swapped
                return
            }
            self =
                Self.isMisdoubled(meant, written, at: place)
                ? .misdoubled : Self.isBeside(meant[place], written[place]) ? .beside : .changed
        case 2: self = Self.isAlternated(meant, written) ? .alternated : .two
        default: return nil
        }
    }

    /// As `check` says it, seen from what was written.
    var words: String {
        switch self {
        case .changed, .beside, .misdoubled: "one digit away"
        case .swapped: "two digits swapped"
        case .alternated: "two alternating digits exchanged"
        case .dropped: "one digit missing"
        case .added: "one digit too many"
        case .two: "two digits away"
        case .chapter: "with a chapter"
        }
    }

    /// How alike the two are. A slip that a number has few ways to make is likelier to be the one that was made: five digits
    /// have four neighbours to swap and forty-five digits to change.
    var likeness: Double {
        switch self {
        case .swapped, .misdoubled, .alternated: 5
        case .beside: 4.5
        case .changed: 4
        case .dropped, .added, .chapter: 3
        case .two: 1
        }
    }

    /// `552` as `522`, and `522` as `552`.
    private static func isMisdoubled(_ meant: [UInt8], _ written: [UInt8], at place: Int) -> Bool {
        guard place > 0, place + 1 < meant.count else { return false }
        let (before, behind) = (written[place - 1], written[place + 1])
        return written[place] == before && meant[place] == behind || written[place] == behind && meant[place] == before
    }

    /// `858` as `585`.
    private static func isAlternated(_ meant: [UInt8], _ written: [UInt8]) -> Bool {
        guard meant.count == written.count else { return false }
        let places = meant.indices.filter { meant[$0] != written[$0] }
        guard places.count == 3, places[2] == places[0] + 2 else { return false }
        let (first, second) = (meant[places[0]], meant[places[1]])
        return meant[places[2]] == first && places.map { written[$0] } == [second, first, second]
    }

    /// In the row of the keyboard (`9` and `0` too), or above one another on a number pad.
    private static func isBeside(_ left: UInt8, _ right: UInt8) -> Bool {
        let (low, high) = (min(left, right) & 0x0F, max(left, right) & 0x0F)
        return low == 0 ? high == 9 || high == 1 : high - low == 1 || high - low == 3
    }

    /// Steps of change, swap of neighbours, loss and addition from one to the other; 3 for all that are further apart.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard abs(left.count - right.count) <= 2 else { return 3 }
        var before: [Int] = []
        var above = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var best = min(row[j] + 1, above[j + 1] + 1, above[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, before[j - 1] + 1)
                }
                row.append(best)
            }
            (before, above) = (above, row)
        }
        return min(3, above[right.count])
    }
}

/// The numbers from which one slip of a digit makes a number: `3532` may have been `353`, `3523`, `3632` …, or `35` with
/// the number of a note behind it.
enum OneSlipAway {
    static func of(_ number: String) -> Set<String> {
        let digits = Array(number.utf8)
        guard !digits.isEmpty, digits.count <= 5, digits.allSatisfy(isDigit) else { return [] }
        var found: Set<[UInt8]> = [Array(digits.dropLast(2))]
        for index in digits.indices {
            var shorter = digits
            shorter.remove(at: index)
            found.insert(shorter)
            if index > 0 {
                var swapped = digits
                swapped.swapAt(index, index - 1)
                found.insert(swapped)
            }
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[index] {
                var changed = digits
                changed[index] = digit
                found.insert(changed)
            }
        }
        let numbers = found.filter { $0.first != nil && $0.first != UInt8(ascii: "0") && $0 != digits }
        return Set(numbers.map { String(decoding: $0, as: UTF8.self) })
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
