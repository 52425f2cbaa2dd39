import CCurl

/// The one owner of libcurl's handle: one connection, which stays open from question to question.
final class CurlSession {
    /// What came, or how it ended.
    struct Reply {
        let outcome: ccurl_outcome
        let status: Int
        let wasConnected: Bool
        let words: String
        /// By their names in small letters; the last one of several.
        let head: [String: String]
        let body: [UInt8]
        /// Whether there was more of the body than was wanted.
        let isTooLarge: Bool
    }

    struct Question {
        let address: FetchAddress
        let agent: String
        var lines: [String] = []
        let mostBytes: Int
        let connectMilliseconds: Int
        let idleSeconds: Int
    }

    private let handle: OpaquePointer

    /// Nil where libcurl is not installed.
    init?() {
        guard let handle = ccurl_open() else { return nil }
        self.handle = handle
    }

    deinit { ccurl_close(handle) }

    /// - Parameter mayGoOn: asked a few times a second.
    func get(_ question: Question, mayGoOn: @escaping () -> Bool) -> Reply {
        let taken = Taken(most: question.mostBytes, mayGoOn: mayGoOn)
        var answer = ccurl_answer()
        withExtendedLifetime(taken) {
            Self.withStrings(question.lines) { lines in
                question.address.description.withCString { url in
                    question.agent.withCString { agent in
                        var request = ccurl_request()
                        (request.url, request.agent) = (url, agent)
                        (request.headers, request.header_count) = (lines.baseAddress, lines.count)
                        request.is_direct = question.address.isLoopback ? 1 : 0
                        request.connect_milliseconds = question.connectMilliseconds
                        request.idle_seconds = question.idleSeconds
                        request.most_bytes = Int64(question.mostBytes)
                        request.context = Unmanaged.passUnretained(taken).toOpaque()
                        request.head = { Taken.of($0)?.takeHead($1, $2) }
                        request.body = { Taken.of($0)?.takeBody($1, $2) == true ? 1 : 0 }
                        request.may_go_on = { Taken.of($0)?.mayGoOn() == true ? 1 : 0 }
                        ccurl_get(handle, &request, &answer)
                    }
                }
            }
        }
        let words = withUnsafeBytes(of: answer.words) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return Reply(
            outcome: answer.outcome, status: answer.status, wasConnected: answer.was_connected != 0, words: words,
            head: taken.head, body: taken.body, isTooLarge: taken.isTooLarge)
    }

    /// Texts as C has them, for as long as `body` runs.
    private static func withStrings(
        _ texts: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Void
    ) {
        func next(_ rest: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?]) {
            guard let text = rest.first else { return pointers.withUnsafeBufferPointer(body) }
            text.withCString { next(rest.dropFirst(), pointers + [$0]) }
        }
        next(texts[...], [])
    }
}

/// What comes, as it comes.
private final class Taken {
    private(set) var head: [String: String] = [:]
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    let mayGoOn: () -> Bool
    private let most: Int

    /// A head that is longer says nothing that is needed.
    private static let mostLines = 200

    init(most: Int, mayGoOn: @escaping () -> Bool) { (self.most, self.mayGoOn) = (most, mayGoOn) }

    static func of(_ context: UnsafeMutableRawPointer?) -> Taken? {
        context.map { Unmanaged<Taken>.fromOpaque($0).takeUnretainedValue() }
    }

    func takeHead(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        // `HTTP/1.1 200 OK` opens another head: that of a proxy stood before it.
        if line.hasPrefix("HTTP/") { return head.removeAll() }
        guard head.count < Self.mostLines, let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        head[line[..<colon].lowercased()] = String(value)
    }

    func takeBody(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Bool {
        isTooLarge = body.count + count > most
        if !isTooLarge { body += UnsafeRawBufferPointer(start: bytes, count: count) }
        return !isTooLarge
    }
}
