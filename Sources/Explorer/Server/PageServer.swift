import FlyingFox
import FlyingSocks
import Foundation
import Wording

/// A server of pages for the browser of this computer alone: it listens on 127.0.0.1, answers GET and HEAD, and refuses
/// every name of a host but its own, so that no page of a foreign site can ask it anything (DNS rebinding).
struct PageServer: Sendable {
    /// What is asked: the path and the words behind `?`, both decoded.
    struct Request: Sendable {
        let path: String
        let words: [String: String]

        init(path: String, words: [String: String]) { (self.path, self.words) = (path, words) }
    }

    enum Answer: Sendable {
        case page([UInt8])
        /// A path of this server to go on at.
        case elsewhere(String)
        case notFound([UInt8])
        /// What is asked cannot be asked so.
        case refused([UInt8])
        case fault([UInt8])
    }

    private let port: UInt16
    private let language: Language
    private let answer: @Sendable (Request) -> Answer

    init(port: UInt16, language: Language, answer: @escaping @Sendable (Request) -> Answer) {
        (self.port, self.language, self.answer) = (port, language, answer)
    }

    /// Serves until the task is cancelled.
    /// - Parameter ready: is called once, when pages are to be had.
    /// - Throws: `ExplorerServer.PortFailure`, when the port is taken.
    func run(_ ready: @escaping @Sendable () -> Void) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
        let (port, language, answer) = (port, language, answer)
        await server.appendRoute("*") { request in Self.response(to: request, port, language, answer) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.waitUntilListening(timeout: 60)
                ready()
            }
            do {
                try await server.run()
            } catch let error as SocketError {
                throw error.isOfPort ? ExplorerServer.PortFailure(port: port) : error
            }
        }
    }

    static func response(
        to request: HTTPRequest, _ port: UInt16, _ language: Language = .english,
        _ answer: @Sendable (Request) -> Answer
    ) -> HTTPResponse {
        guard isOwn(request.headers[.host], port) else {
            return text(.forbidden, language, "This server answers only as localhost.")
        }
        guard request.method == .GET || request.method == .HEAD else {
            return text(.methodNotAllowed, language, "This server is read-only.")
        }
        let words = Dictionary(request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        switch answer(Request(path: request.path, words: words)) {
        case .page(let bytes): return html(.ok, bytes)
        case .notFound(let bytes): return html(.notFound, bytes)
        case .refused(let bytes): return html(.badRequest, bytes)
        case .fault(let bytes): return html(.internalServerError, bytes)
        case .elsewhere(let path):
            var headers = HTTPHeaders()
            headers[.location] = path
            return HTTPResponse(statusCode: .seeOther, headers: headers)
        }
    }

    /// `localhost:8035`, `127.0.0.1:8035`
    static func isOwn(_ host: String?, _ port: UInt16) -> Bool {
        ["127.0.0.1:\(port)", "localhost:\(port)"].contains(host?.lowercased())
    }

    private static func html(_ status: HTTPStatusCode, _ bytes: [UInt8]) -> HTTPResponse {
        response(status, "text/html; charset=utf-8", bytes)
    }

    private static func text(_ status: HTTPStatusCode, _ language: Language, _ words: Phrase) -> HTTPResponse {
        response(status, "text/plain; charset=utf-8", Array(language.text(words).utf8))
    }

    private static func response(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8]) -> HTTPResponse {
        var headers = HTTPHeaders()
        headers[.contentType] = type
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        headers[HTTPHeader("X-Frame-Options")] = "DENY"
        headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
        headers[HTTPHeader("Cache-Control")] = "no-store"
        return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
    }
}

extension SocketError {
    /// Whether the port is taken, or not for everyone.
    fileprivate var isOfPort: Bool {
        guard case .failed(_, let number, _) = self else { return false }
        return number == EADDRINUSE || number == EACCES
    }
}
