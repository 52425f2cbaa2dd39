/// The best few of many pairs, without keeping them all: a bounded heap whose root is the worst one kept.
struct BestPairs {
    struct Entry {
        let first: Int
        let second: Int
        let shared: Int
        let strength: Double

        /// Whether this pair stands above another in a list. Letters are sorted by name, so their order breaks ties.
        func precedes(_ other: Entry) -> Bool {
            if strength != other.strength { return strength > other.strength }
            if shared != other.shared { return shared > other.shared }
            return (first, second) < (other.first, other.second)
        }
    }

    private let limit: Int
    private var heap: [Entry] = []

    init(limit: Int) { self.limit = limit }

    /// Complexity: logarithmic in the limit.
    mutating func add(_ entry: Entry) {
        guard limit > 0 else { return }
        if heap.count < limit {
            heap.append(entry)
            siftUp()
        } else if entry.precedes(heap[0]) {
            heap[0] = entry
            siftDown()
        }
    }

    func sorted() -> [Entry] { heap.sorted { $0.precedes($1) } }

    private mutating func siftUp() {
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2].precedes(heap[child]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[worst].precedes(heap[child])
            { worst = child }
            if worst == parent { return }
            heap.swapAt(worst, parent)
            parent = worst
        }
    }
}
