import FlyingSocks
import Foundation
import Wording

/// A server of pages for the browser of this computer alone: it listens on 127.0.0.1, answers GET and HEAD, and refuses
/// every name of a host but its own, so that no page of a foreign site can ask it anything (DNS rebinding).
///
/// Its sockets are FlyingSocks'. The HTTP of FlyingFox above them reads lines without a bound and in quadratic time before
/// anything can be checked, and brings all of FoundationNetworking for a proxy; a head of 16 kB is all that is read here.
struct PageServer: Sendable {
    enum Answer: Sendable {
        case page([UInt8])
        /// A path of this server to go on at.
        case elsewhere(String)
        case notFound([UInt8])
        /// What is asked cannot be asked so.
        case refused([UInt8])
        case fault([UInt8])
    }

    /// More connections than this wait until one ends.
    private static let mostConnections = 256

    private let port: UInt16
    private let language: Language
    private let answer: @Sendable (RequestHead) -> Answer

    init(port: UInt16, language: Language, answer: @escaping @Sendable (RequestHead) -> Answer) {
        (self.port, self.language, self.answer) = (port, language, answer)
    }

    /// Serves until the task is cancelled.
    /// - Parameter ready: is called once, when pages are to be had.
    /// - Throws: `ExplorerServer.PortFailure`, when the port is taken.
    func run(_ ready: @escaping @Sendable () -> Void) async throws {
        let socket = try listening()
        let pool = Self.pool()
        try await pool.prepare()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await accept(on: socket, pool) }
            ready()
            try await group.next()
            group.cancelAll()
        }
    }

    private static func pool() -> some AsyncSocketPool { .make(maxEvents: 20) }

    private func listening() throws -> Socket {
        do {
            let socket = try Socket(domain: Int32(AF_INET), type: .stream)
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: try .inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
            return socket
        } catch let error as SocketError {
            throw error.isOfPort ? ExplorerServer.PortFailure(port: port) : error
        }
    }

    private func accept(on socket: Socket, _ pool: any AsyncSocketPool) async throws {
        let socket = try AsyncSocket(socket: socket, pool: pool)
        await withTaskGroup(of: Void.self) { group in
            var open = 0
            while !Task.isCancelled {
                do {
                    let connection = PageConnection(try await socket.accept())
                    if open == Self.mostConnections { await group.next() } else { open += 1 }
                    group.addTask { await serve(connection) }
                } catch {
                    // A browser that has gone again, or no file left for another one: those that are open go on.
                    try? await Task.sleep(for: .milliseconds(50))
                }
            }
            group.cancelAll()
        }
    }

    private func serve(_ connection: PageConnection) async {
        do throws(PageConnection.Failure) {
            let request = try await connection.request()
            await connection.write(response(to: request).bytes(hasBody: request.method != "HEAD"))
        } catch {
            switch error {
            case .tooLong: await connection.write(text(414, "This request is too long.").bytes())
            case .malformed: await connection.write(text(400, "This is no request that a browser makes.").bytes())
            case .silent: break
            }
        }
        await connection.close()
    }

    func response(to request: RequestHead) -> PageResponse {
        guard Self.isOwn(request.host, port) else { return text(403, "This server answers only as localhost.") }
        guard request.method == "GET" || request.method == "HEAD" else {
            return text(405, "This server is read-only.")
        }
        switch answer(request) {
        case .page(let bytes): return .html(200, bytes)
        case .refused(let bytes): return .html(400, bytes)
        case .notFound(let bytes): return .html(404, bytes)
        case .fault(let bytes): return .html(500, bytes)
        case .elsewhere(let path): return PageResponse(status: 303, fields: [("Location", path)], body: [])
        }
    }

    private func text(_ status: Int, _ words: Phrase) -> PageResponse {
        PageResponse(
            status: status, fields: [("Content-Type", "text/plain; charset=utf-8")],
            body: Array(language.text(words).utf8))
    }

    /// `localhost:8035`, `127.0.0.1:8035`
    static func isOwn(_ host: String?, _ port: UInt16) -> Bool {
        ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host?.lowercased())
    }
}

extension SocketError {
    /// Whether the port is taken, or not for everyone.
    fileprivate var isOfPort: Bool {
        guard case .failed(_, let number, _) = self else { return false }
        return number == EADDRINUSE || number == EACCES
    }
}
