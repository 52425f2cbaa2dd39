import Dispatch
import Foundation
import Synchronization

/// Ctrl-C while the store is written: the work stops at the next letter and takes back what it did. A second Ctrl-C
/// ends the program at once.
enum Interruption: Error {
    case happened

    /// The signal that came, or 0.
    private static let asked = Atomic<Int32>(0)

    /// What a shell gives for a program that a signal ended: 130 for Ctrl-C.
    static var status: Int32 { 128 + asked.load(ordering: .relaxed) }

    /// Runs `body` with the signals caught.
    static func caught<Value>(_ body: () throws -> Value) rethrows -> Value {
        let watch = SignalWatch { if asked.exchange($0, ordering: .relaxed) != 0 { _exit(128 + $0) } }
        return try withExtendedLifetime(watch, body)
    }

    /// - Throws: when Ctrl-C was pressed.
    static func check() throws { if asked.load(ordering: .relaxed) != 0 { throw Interruption.happened } }
}

/// The signals that would end the program, handed to someone instead for as long as this lives.
final class SignalWatch {
    /// A terminal that is closed sends SIGHUP.
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    private let sources: [any DispatchSourceSignal]

    /// - Parameter take: is handed each signal as it comes, on another thread.
    init(_ take: @escaping @Sendable (Int32) -> Void) {
        sources = Self.signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { take(number) }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in Self.signals { signal(number, SIG_DFL) }
    }
}
