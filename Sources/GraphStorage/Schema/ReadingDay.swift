import Foundation

/// The day on which files are read, as stores keep it: ISO 8601, of the clock in UTC, so that stores of two machines agree.
public enum ReadingDay {
    /// Of the clock.
    public static var today: String { day(Date()) }

    /// - Parameter epoch: seconds since 1970 that stand for the clock, as `SOURCE_DATE_EPOCH` has them.
    /// - Returns: nil where that is no number of seconds, or of a year beyond 9999.
    public static func day(epoch: String) -> String? {
        guard let seconds = Int(epoch), (0...lastSecond).contains(seconds) else { return nil }
        return day(Date(timeIntervalSince1970: Double(seconds)))
    }

    private static let lastSecond = 253_402_300_799

    private static func day(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
    }

    /// A day unknown is before all others.
    static func earlier(_ left: String?, _ right: String?) -> String? {
        guard let left, let right else { return nil }
        return min(left, right)
    }
}
