/// Where a format is written to, gathered into large writes: no format is ever held as a whole.
public final class ExchangeOutput {
    private var buffer: [UInt8] = []
    private let take: ([UInt8]) throws -> Void
    private static let room = 1 << 16

    /// - Parameter take: is handed bytes as they come; what it throws ends the writing.
    public init(_ take: @escaping ([UInt8]) throws -> Void) { self.take = take }

    public func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count > Self.room { try flush() }
    }

    /// To be called last.
    public func flush() throws {
        try take(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// What stands between the members of a list: nothing before the first, and a separator before every other.
struct Separator {
    private let text: String
    private var isFirst = true

    init(_ text: String) { self.text = text }

    mutating func next() -> String {
        defer { isFirst = false }
        return isFirst ? "" : text
    }
}
