import Foundation
import GraphStorage

/// The clock; or `SOURCE_DATE_EPOCH`, with which the same work gives the same bytes on any day.
struct Clock {
    /// Whether the environment says what time it is.
    var isFixed: Bool { fixed != nil }
    private let fixed: Date?

    init() throws {
        guard let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty else {
            fixed = nil
            return
        }
        guard let seconds = Int(epoch), ReadingDay.day(epoch: epoch) != nil else {
            throw CommandFailure.unanswerable("SOURCE_DATE_EPOCH is not a number of seconds since 1970: “\(epoch)”")
        }
        fixed = Date(timeIntervalSince1970: Double(seconds))
    }

    /// ISO 8601 in UTC: `2026-11-27T23:04:01Z`
    func now() -> String { (fixed ?? Date()).formatted(.iso8601) }
    var day: String { String(now().prefix(10)) }
}
