import FlyingSocks
import Foundation

/// One connection of a browser: a head is read, an answer written, and it is closed. What comes slowly, or does not end,
/// takes neither memory nor time of others.
struct PageConnection: Sendable {
    /// What came instead of a request.
    enum Failure: Error {
        case tooLong
        case malformed
        /// It was closed, or nothing came in time.
        case silent
    }

    /// A head must be there in so many seconds.
    private static let patience = 10.0
    /// An answer must be taken in so many seconds.
    private static let slowest = 60.0

    private let socket: AsyncSocket

    init(_ socket: AsyncSocket) { self.socket = socket }

    /// The head of the request.
    func request() async throws(Failure) -> RequestHead {
        let found: RequestHead?
        do {
            found = try await Self.within(Self.patience) { try await head() }
        } catch Failure.tooLong {
            throw .tooLong
        } catch {
            throw .silent
        }
        guard let found else { throw .malformed }
        return found
    }

    private func head() async throws -> RequestHead? {
        var bytes: [UInt8] = []
        while true {
            let searched = bytes.count
            bytes += try await socket.read(atMost: 4096)
            if let end = RequestHead.end(in: bytes, from: searched), end <= RequestHead.most {
                return RequestHead(Array(bytes[..<end]))
            }
            if bytes.count > RequestHead.most { throw Failure.tooLong }
        }
    }

    func write(_ bytes: [UInt8]) async {
        _ = try? await Self.within(Self.slowest) { try await socket.write(Data(bytes)) }
    }

    /// Ends the connection so that an answer arrives even where the other side is still writing: what it writes is read for
    /// a moment and thrown away, else the system would take the answer back.
    func close() async {
        _ = shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        _ = try? await Self.within(1) {
            var thrownAway = 0
            while thrownAway < 1 << 20 { thrownAway += try await socket.read(atMost: 4096).count }
        }
        try? socket.close()
    }

    /// - Throws: `Failure.silent` when the time is over.
    private static func within<Value: Sendable>(
        _ seconds: Double, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw Failure.silent
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw Failure.silent }
            return value
        }
    }
}
