import Foundation

/// Progress of long work on a terminal's stderr: letters done, rate, time left. Nothing in a pipe, nothing within the
/// first second.
struct Progress {
    private let total: Int
    private let start = Date()
    private var lastShown = Date.distantPast
    private var isShown = false

    init(total: Int) { self.total = total }

    mutating func show(_ done: Int) {
        let now = Date()
        let elapsed = now.timeIntervalSince(start)
        guard Messages.isTerminal, elapsed > 1, now.timeIntervalSince(lastShown) > 0.1 else { return }
        lastShown = now
        isShown = true
        let rate = Double(done) / elapsed
        let left = rate > 0 ? Int(Double(total - done) / rate) : 0
        Messages.write("\r\u{1B}[K\(done)/\(total) letters · \(Int(rate)) a second · \(left) s left")
    }

    /// Clears the line.
    func end() {
        if isShown { Messages.write("\r\u{1B}[K") }
    }
}
