import Dispatch
import Foundation
import Synchronization

/// Ctrl-C while the store is written: the work stops at the next letter and takes back what it did. A second Ctrl-C
/// ends the program at once.
enum Interruption: Error {
    case happened

    /// What a shell gives for a program ended by Ctrl-C.
    static let status: Int32 = 130

    private static let isAskedFor = Atomic<Bool>(false)

    /// Runs `body` with the signals caught.
    static func caught<Value>(_ body: () throws -> Value) rethrows -> Value {
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { if isAskedFor.exchange(true, ordering: .relaxed) { _exit(status) } }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        }
        return try body()
    }

    /// - Throws: when Ctrl-C was pressed.
    static func check() throws { if isAskedFor.load(ordering: .relaxed) { throw Interruption.happened } }
}
