import Foundation
import Synchronization

/// Rows dealt out in blocks to as many workers as there are cores. Who takes which block is chance, so that a slow
/// block holds nobody up; what is made of the blocks must not depend on it.
public enum Workers {
    /// As many as can run at once.
    public static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// The blocks that are left.
    final class Blocks: Sendable {
        private let next = Atomic<Int>(0)
        private let rows: Int
        private let size: Int

        init(rows: Int, size: Int) { (self.rows, self.size) = (rows, size) }

        /// A block nobody has, or nil when all are taken.
        func take() -> Range<Int>? {
            let start = next.add(size, ordering: .relaxed).oldValue
            return start < rows ? start..<min(rows, start + size) : nil
        }
    }

    /// What each worker made of its blocks, in no order.
    static func run<Value: Sendable>(
        _ workers: Int, rows: Int, block size: Int, _ work: @Sendable (Blocks) -> Value
    ) -> [Value] {
        let blocks = Blocks(rows: rows, size: size)
        let count = max(1, min(workers, (rows + size - 1) / size))
        guard count > 1 else { return [work(blocks)] }
        let results = Mutex<[Value]>([])
        DispatchQueue.concurrentPerform(iterations: count) { _ in
            let value = work(blocks)
            results.withLock { $0.append(value) }
        }
        return results.withLock { $0 }
    }
}
