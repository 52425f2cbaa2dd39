import DutchText

/// Days from one to another, both included, as services are asked for them: month by month, so that no list is too long.
public struct DayRange: Sendable, Hashable, CustomStringConvertible {
    /// ISO 8601
    public let first: String
    public let last: String

    /// Nil where one of them is no day of the calendar, or they stand the wrong way round.
    public init?(_ first: String, _ last: String) {
        guard Day(first) != nil, Day(last) != nil, first <= last else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// The first or the last day of what a text names: a day, a month (`2025-07`) or a year; nil for anything else.
    public static func day(_ text: String, isLast: Bool = false) -> String? {
        switch text.utf8.count {
        case 4: day(text + (isLast ? "-12" : "-01"), isLast: isLast)
        case 7: Day(text + "-01").map { isLast ? $0.monthEnd.iso : $0.iso }
        default: Day(text)?.iso
        }
    }

    private init(_ first: Day, _ last: Day) { (self.first, self.last) = (first.iso, last.iso) }

    public func contains(_ day: String) -> Bool { first <= day && day <= last }

    public var description: String { first == last ? first : "\(first) … \(last)" }

    /// The same days by the month.
    public var months: [DayRange] {
        guard var day = Day(first), let end = Day(last) else { return [] }
        var months: [DayRange] = []
        while day <= end {
            let monthEnd = min(day.monthEnd, end)
            months.append(DayRange(day, monthEnd))
            day = day.monthEnd.next
        }
        return months
    }

    /// Two halves of it; nil for a single day.
    var halves: (DayRange, DayRange)? {
        guard let start = Day(first), let end = Day(last), start < end else { return nil }
        var (day, back) = (start, end)
        while day.next < back { (day, back) = (day.next, back.previous) }
        return (DayRange(start, day), DayRange(day.next, end))
    }

    /// With the day before and the one after.
    public var withNeighbours: DayRange {
        guard let start = Day(first), let end = Day(last) else { return self }
        return DayRange(start.previous, end.next)
    }

    /// The days on which letters of a year of sitting may be dated: `2024-2025`, from September to the end of the next year.
    public init?(session: String) {
        let years = session.split(separator: "-").compactMap { Int($0) }
        guard session.utf8.count == 9, years.count == 2, years[1] == years[0] + 1, (1900...2199).contains(years[0])
        else {
            return nil
        }
        self.init("\(years[0])-09-01", "\(years[1])-12-31")
    }
}

/// A day of the calendar.
private struct Day: Comparable {
    let year: Int, month: Int, day: Int

    init?(_ iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3, (1...9999).contains(numbers[0]), DutchDate.exists(numbers[0], numbers[1], numbers[2])
        else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    private init(_ year: Int, _ month: Int, _ day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    var iso: String { DutchDate.iso(year, month, day) }

    private static func length(_ year: Int, _ month: Int) -> Int {
        (28...31).last { DutchDate.exists(year, month, $0) } ?? 31
    }

    var monthEnd: Day { Day(year, month, Self.length(year, month)) }

    var next: Day {
        if day < Self.length(year, month) { return Day(year, month, day + 1) }
        return month < 12 ? Day(year, month + 1, 1) : Day(year + 1, 1, 1)
    }

    var previous: Day {
        if day > 1 { return Day(year, month, day - 1) }
        let (year, month) = month > 1 ? (year, month - 1) : (year - 1, 12)
        return Day(year, month, Self.length(year, month))
    }

    static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
