import Foundation

/// Progress of long work on a terminal's stderr: letters done, rate, time left. Nothing in a pipe, nothing within the
/// first second.
struct Progress {
    private var start = Date()
    private var lastShown = Date.distantPast
    private var isShown = false

    /// - Parameter done: none when the work begins; all of it clears the line.
    mutating func show(_ done: Int, of total: Int) {
        if done == total { return end() }
        let now = Date()
        if done == 0 { start = now }
        let elapsed = now.timeIntervalSince(start)
        guard Messages.isTerminal, elapsed > 1, now.timeIntervalSince(lastShown) > 0.1 else { return }
        lastShown = now
        isShown = true
        let rate = Double(done) / elapsed
        let left = rate > 0 ? Int(Double(total - done) / rate) : 0
        Messages.write("\r\u{1B}[K\(done)/\(total) letters · \(Int(rate)) a second · \(left) s left")
    }

    /// Clears the line.
    mutating func end() {
        if isShown { Messages.write("\r\u{1B}[K") }
        isShown = false
    }
}
