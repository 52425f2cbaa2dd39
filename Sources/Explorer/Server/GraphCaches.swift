import GraphAnalysis
import GraphStorage
import Synchronization
import Wording

/// The graphs of the filters that were asked for last: who looks through a store goes back and forth between a few.
final class GraphCaches: Sendable {
    /// The graph of the whole Aanhangsel takes some hundred MB.
    private static let most = 3

    let store: GraphStore
    /// The one used last is the last.
    private let kept = Mutex<[GraphCache]>([])
    private let about = Mutex<ServedStore?>(nil)
    private let called = Mutex<NameIndex?>(nil)

    init(_ store: GraphStore) { self.store = store }

    /// What is known of the store whatever is asked.
    func served(_ language: Language) throws -> ServedStore {
        try about.withLock { about in
            let known = try about ?? ServedStore(store, language)
            about = known
            return known
        }
    }

    /// What everything in the store is called.
    func names() throws -> NameIndex {
        try called.withLock { called in
            let names = try called ?? NameIndex(store)
            called = names
            return names
        }
    }

    func graphs(_ selection: GraphSelection) -> GraphCache {
        kept.withLock { kept in
            let place = kept.firstIndex { $0.selection == selection }
            let cache = place.map { kept.remove(at: $0) } ?? GraphCache(store, selection)
            kept.append(cache)
            if kept.count > Self.most { kept.removeFirst() }
            return cache
        }
    }
}
