/// The best few of many pairs, without keeping them all: a bounded heap whose root is the worst one kept.
struct TopPairs {
    struct Entry {
        let first: Int
        let second: Int
        let shared: Int
        let strength: Double

        /// The same two letters are the same pair, whichever is named first.
        init(_ letter: Int, _ other: Int, shared: Int, _ strength: Double) {
            (first, second) = letter < other ? (letter, other) : (other, letter)
            (self.shared, self.strength) = (shared, strength)
        }

        /// Whether this pair stands above another in a list. Letters are sorted by name, so their order breaks ties.
        func precedes(_ other: Entry) -> Bool {
            if strength != other.strength { return strength > other.strength }
            if shared != other.shared { return shared > other.shared }
            return (first, second) < (other.first, other.second)
        }
    }

    private let limit: Int
    private var heap: [Entry] = []
    /// How many pairs there are, those that were not kept too.
    var total = 0

    init(limit: Int) { self.limit = limit }

    /// The weakest pair kept, or nil while there is room for more.
    var worst: Entry? { heap.count < limit ? nil : heap.first }

    /// - Returns: whether the pair is kept, for now.
    /// - Complexity: logarithmic in the limit.
    mutating func add(_ entry: Entry) -> Bool {
        guard limit > 0 else { return false }
        if heap.count < limit {
            heap.append(entry)
            siftUp()
        } else if entry.precedes(heap[0]) {
            heap[0] = entry
            siftDown()
        } else {
            return false
        }
        return true
    }

    /// The best of two lists, whatever their order: no two pairs are equal, so nothing is left to chance.
    mutating func add(_ other: TopPairs) {
        for entry in other.heap { _ = add(entry) }
        total += other.total
    }

    func sorted() -> [Entry] { heap.sorted { $0.precedes($1) } }

    /// Hands over the pairs in order; the list is empty afterwards and keeps its memory.
    mutating func drain(_ body: (Entry) -> Void) {
        heap.sort { $0.precedes($1) }
        for entry in heap { body(entry) }
        heap.removeAll(keepingCapacity: true)
    }

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
            // A range, not a list of two: this runs a hundred times for each letter, and a list is allocated.
            for child in (2 * parent + 1)...(2 * parent + 2)
            where child < heap.count && heap[worst].precedes(heap[child]) { worst = child }
            if worst == parent { return }
            heap.swapAt(worst, parent)
            parent = worst
        }
    }
}
