import Dispatch
import Synchronization

/// Work on all cores, results in the order of the items.
package enum Parallel {
    /// - Complexity: as many items at a time as there are cores; everything is held until the last is done.
    package static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ transform: @Sendable (Item) -> Value
    ) -> [Value] {
        guard items.count > 1 else { return items.map(transform) }
        let results = Mutex([Value?](repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            let value = transform(items[index])
            results.withLock { $0[index] = value }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}

/// Work that begins at once, beside what its owner does until the value is asked for.
final class Prefetch<Value: Sendable>: Sendable {
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
