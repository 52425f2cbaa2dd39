import Synchronization

/// The pages that were asked for last, as they were sent: a store does not change while it is served, and who looks through
/// it goes back and forth.
final class KeptPages: Sendable {
    /// The bytes that all kept pages may have together; a page of a large store has about one MB.
    static let most = 24 << 20

    private struct Page {
        let address: String
        let bytes: [UInt8]
    }

    /// The one asked for last is the last.
    private let pages = Mutex<[Page]>([])

    /// The page of an address: the one that is kept, or a new one, which is.
    func page(_ address: String, _ make: () throws -> [UInt8]) rethrows -> [UInt8] {
        if let kept = taken(address) { return kept }
        let bytes = try make()
        pages.withLock { pages in
            pages.removeAll { $0.address == address }
            pages.append(Page(address: address, bytes: bytes))
            var size = pages.reduce(0) { $0 + $1.bytes.count }
            while size > Self.most, !pages.isEmpty { size -= pages.removeFirst().bytes.count }
        }
        return bytes
    }

    private func taken(_ address: String) -> [UInt8]? {
        pages.withLock { pages in
            guard let place = pages.firstIndex(where: { $0.address == address }) else { return nil }
            pages.append(pages.remove(at: place))
            return pages.last?.bytes
        }
    }
}
