import Foundation

/// How long is waited between questions, and after an answer that says “not now”.
public struct Patience: Sendable {
    /// Between the end of an answer and the next question, in seconds.
    public var pause = 0.25
    /// After the first such answer, the second …: 1, 2, 4 … 60.
    public var waits: [Double] = [1, 2, 4, 8, 16, 32, 60]
    /// A service that asks for more is left alone, in seconds.
    public var longestWait = 600.0
    /// For one connection, in seconds. Short at first: who cannot be reached is named soon.
    public var firstConnection = 2.2
    public var laterConnection = 15.0
    /// Without a byte, in seconds.
    public var silence = 60.0
    /// How often an answer that was cut short or never came is asked for in all.
    public var tries = 3

    public init() {}

    /// `Sun, 06 Nov 1994 08:49:37 GMT`
    private static func day(_ text: String) -> Date? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let month = months.firstIndex(of: String(words[2])) else {
            return nil
        }
        let numbers = ([words[1], words[3]] + words[4].split(separator: ":")).compactMap { Int($0) }
        guard numbers.count == 5 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(
            from: DateComponents(
                year: numbers[1], month: month + 1, day: numbers[0], hour: numbers[2], minute: numbers[3],
                second: numbers[4]))
    }

    /// What `Retry-After` says, in seconds: a number, or a day and an hour; nil for anything else.
    static func seconds(_ text: String, now: Date) -> Double? {
        if let number = Double(text.trimmingCharacters(in: .whitespaces)), number >= 0 { return number }
        return day(text).map { max(0, $0.timeIntervalSince(now)) }
    }
}

/// The clock, which tests have one of their own of.
public struct FetchClock: Sendable {
    let now: @Sendable () -> Date
    /// Waits for so many seconds.
    let sleep: @Sendable (Double) -> Void

    public init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Double) -> Void) {
        (self.now, self.sleep) = (now, sleep)
    }

    public static let system = FetchClock(now: { Date() }, sleep: { Thread.sleep(forTimeInterval: $0) })
}
