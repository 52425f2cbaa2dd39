/// Which letters are wanted, and from where.
public struct FetchWishes: Sendable {
    public var source = FetchSource.koop
    public var days: DayRange?
    /// Of sitting: `2024-2025`
    public var session: String?
    public var ids: [LetterID] = []
    /// At most so many files are fetched.
    public var limit: Int?

    public init() {}

    /// A part of the work, which is done or not.
    enum Part: Sendable {
        case days(DayRange, session: String?)
        case id(LetterID)

        var name: String {
            switch self {
            case .days(let days, let session): "\(days.first)/\(days.last)" + (session.map { " " + $0 } ?? "")
            case .id(let id): "\(id)"
            }
        }
    }

    /// Month by month, then id by id.
    var parts: [Part] {
        var range = days
        if let session, let all = DayRange(session: session) {
            // What is wanted of the year of sitting alone.
            range =
                range.flatMap { DayRange(max($0.first, all.first), min($0.last, all.last)) }
                ?? (days == nil ? all : nil)
        }
        return (range?.months ?? []).map { .days($0, session: session) } + ids.map { .id($0) }
    }
}

/// What a fetch did.
public struct FetchSummary: Sendable {
    public internal(set) var fetched = 0
    public internal(set) var unchanged = 0
    public internal(set) var failures = 0
    /// Letters that a look found to be fetched, where nothing is.
    public internal(set) var wanted = 0
    /// Letters that are listed and were left for another time.
    public internal(set) var left = 0
    /// Whether it went on where an earlier run was stopped.
    public internal(set) var isContinued = false
}
