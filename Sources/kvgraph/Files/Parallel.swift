import Dispatch
import Synchronization

/// Work on all cores, results in the order of the items.
enum Parallel {
    /// - Complexity: as many items at a time as there are cores; everything is held until the last is done.
    static func map<Item: Sendable, Value: Sendable>(_ items: [Item], _ transform: @Sendable (Item) -> Value) -> [Value]
    {
        guard items.count > 1 else { return items.map(transform) }
        let results = Mutex([Value?](repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            let value = transform(items[index])
            results.withLock { $0[index] = value }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
