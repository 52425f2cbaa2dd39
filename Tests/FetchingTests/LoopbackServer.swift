import Foundation
import Synchronization

/// A server of HTTP/1.1 on this computer, for tests: it answers as it is told to, badly too, and keeps what it was asked.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        /// With its query, as it was asked for.
        let target: String
        let headers: [String: String]
        /// Seconds since the server began; and of the end of the answer before it.
        let time: Double
        let connection: Int

        var path: String { String(target.prefix { $0 != "?" }) }

        /// The options of the query, decoded.
        var query: [String: String] {
            let pairs = target.drop { $0 != "?" }.dropFirst().split(separator: "&").map {
                $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { text in
                    String(text).removingPercentEncoding ?? String(text)
                }
            }
            return Dictionary(pairs.map { ($0[0], $0.count > 1 ? $0[1] : "") }) { $1 }
        }
    }

    struct Reply: Sendable {
        var status = 200
        var headers: [(String, String)] = []
        var body: [UInt8] = []
        /// What is said of the length; nil for the truth.
        var length: Int?
        /// Whether the connection ends behind the body, as it is sent.
        var closes = false

        init(status: Int = 200, _ text: String = "", type: String = "text/plain") {
            (self.status, body, headers) = (status, Array(text.utf8), [("Content-Type", type)])
        }

        init(_ bytes: [UInt8], type: String, tag: String? = nil) {
            (body, headers) = (bytes, [("Content-Type", type)] + (tag.map { [("ETag", $0)] } ?? []))
        }
    }

    private let socketNumber: Int32
    let port: Int
    private let log = Mutex<[Request]>([])
    private let isOpen = Atomic<Bool>(true)
    private let start = Date()
    private let handler: @Sendable (Request) -> Reply

    var requests: [Request] { log.withLock { $0 } }
    func forget() { log.withLock { $0 = [] } }
    var address: String { "http://127.0.0.1:\(port)" }

    init(_ handler: @escaping @Sendable (Request) -> Reply) throws {
        self.handler = handler
        #if canImport(Darwin)
            let stream = SOCK_STREAM
        #else
            let stream = Int32(SOCK_STREAM.rawValue)
        #endif
        socketNumber = socket(AF_INET, stream, 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = socketNumber
        let isBound = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, size) == 0 && listen(number, 32) == 0 && getsockname(number, $0, &size) == 0
            }
        }
        guard isBound else { throw CocoaError(.fileNoSuchFile) }
        port = Int(UInt16(bigEndian: name.sin_port))
        let weak = WeakServer(self)
        Thread.detachNewThread { Self.accept(number, weak) }
    }

    deinit { stop() }

    /// Nobody answers at its address any more.
    func stop() {
        guard isOpen.exchange(false, ordering: .relaxed) else { return }
        shutdown(socketNumber, Int32(SHUT_RDWR))
        close(socketNumber)
    }

    private static func accept(_ number: Int32, _ server: WeakServer) {
        var count = 0
        while true {
            let connection = Foundation.accept(number, nil, nil)
            guard connection >= 0 else { return }
            count += 1
            let place = count
            Thread.detachNewThread {
                serve(connection, place, server)
                close(connection)
            }
        }
    }

    /// The questions of one connection, one after the other.
    private static func serve(_ connection: Int32, _ place: Int, _ weak: WeakServer) {
        var rest: [UInt8] = []
        while let head = head(connection, &rest), let server = weak.server {
            let lines = head.components(separatedBy: "\r\n")
            let words = lines[0].split(separator: " ")
            guard words.count == 3 else { return }
            let headers = lines.dropFirst().compactMap { line -> (String, String)? in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                return (line[..<colon].lowercased(), value)
            }
            let request = Request(
                target: String(words[1]), headers: Dictionary(headers) { $1 },
                time: Date().timeIntervalSince(server.start), connection: place)
            server.log.withLock { $0.append(request) }
            let reply = server.handler(request)
            guard send(reply, connection), !reply.closes else { return }
        }
    }

    private static func head(_ connection: Int32, _ rest: inout [UInt8]) -> String? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = rest.firstRange(of: end) {
                let head = String(decoding: rest[..<range.lowerBound], as: UTF8.self)
                rest.removeSubrange(..<range.upperBound)
                return head
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            rest += buffer.prefix(count)
        }
    }

    private static func send(_ reply: Reply, _ connection: Int32) -> Bool {
        var head = "HTTP/1.1 \(reply.status) Said\r\n"
        for (name, value) in reply.headers { head += "\(name): \(value)\r\n" }
        if reply.status != 304 { head += "Content-Length: \(reply.length ?? reply.body.count)\r\n" }
        var bytes = Array((head + "\r\n").utf8) + reply.body
        while !bytes.isEmpty {
            #if canImport(Darwin)
                let count = Foundation.send(connection, bytes, bytes.count, 0)
            #else
                let count = Foundation.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
            #endif
            guard count > 0 else { return false }
            bytes.removeFirst(count)
        }
        return true
    }
}

private final class WeakServer: @unchecked Sendable {
    weak let server: LoopbackServer?
    init(_ server: LoopbackServer) { self.server = server }
}
