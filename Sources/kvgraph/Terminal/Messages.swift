import Foundation
import Synchronization
import Wording

/// What the command says about its work: all of it goes to stderr, so that stdout holds nothing but data.
enum Messages {
    static func say(_ message: Phrase) { line("kvgraph: \(message)") }

    /// A line without the program's name before it. One message is one line: a file's name may hold a line break.
    static func line(_ text: Phrase) { write(PlainText.clean(text.spoken) + "\n") }

    /// Text as it is, for signs that move the cursor. Where nobody can be told, work goes on: data is worth more.
    static func write(_ text: String) { _ = StandardStream.write(Array(text.utf8), to: STDERR_FILENO) }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Progress of long work on a terminal's stderr: letters done, rate, time left. Nothing in a pipe, nothing within the
/// first second.
struct Progress {
    private let things: Phrase
    private var start = Date()
    private var lastShown = Date.distantPast
    private var isShown = false

    /// - Parameter things: what is counted, in the plural.
    init(_ things: Phrase = "letters") { self.things = things }

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
        let words: Phrase = "\(done)/\(total) \(things) · \(Int(rate)) a second · \(left) s left"
        Messages.write("\r\u{1B}[K" + words.spoken)
    }

    /// Clears the line.
    mutating func end() {
        if isShown { Messages.write("\r\u{1B}[K") }
        isShown = false
    }
}

/// The same for work that reports from wherever it is done.
final class SharedProgress: Sendable {
    private let progress: Mutex<Progress>
    private let isSeen: Bool

    /// - Parameter isToFile: whether what is made goes to a file; on a terminal it would stand between it.
    init(_ things: Phrase = "letters", isToFile: Bool) {
        progress = Mutex(Progress(things))
        isSeen = Messages.isTerminal && (isToFile || !Output.isTerminal)
    }

    /// Asked at every edge: nothing is looked at where nobody sees it.
    func show(_ done: Int, of total: Int) {
        if isSeen { progress.withLock { $0.show(done, of: total) } }
    }
}
