import Dispatch
import Synchronization

/// Work that begins at once, beside what its owner does until the value is asked for.
final class Ahead<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let done = DispatchGroup()

    init(_ work: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: done) { [self] in
            let value = work()
            result.withLock { $0 = value }
        }
    }

    /// What came of the work, once it is done; nil is never seen.
    var value: Value? {
        done.wait()
        return result.withLock { $0 }
    }
}
