/// An answer of the server, as HTTP/1.1 writes it. It is never kept, shown in a frame, or taken for anything but what it says.
struct PageResponse: Sendable {
    let status: Int
    /// Fields of its own, beside those that all have.
    let fields: [(name: String, value: String)]
    let body: [UInt8]

    static func html(_ status: Int, _ bytes: [UInt8]) -> PageResponse {
        PageResponse(status: status, fields: [("Content-Type", "text/html; charset=utf-8")], body: bytes)
    }

    /// - Parameter hasBody: whether the body goes with it; how long it is stands there anyway.
    func bytes(hasBody: Bool = true) -> [UInt8] {
        let common = [
            ("Content-Length", "\(body.count)"), ("Connection", "close"), ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
        ]
        let head = (fields + common).map { "\($0.0): \($0.1)\r\n" }.joined()
        return Array("HTTP/1.1 \(status) \(Self.reasons[status] ?? "")\r\n\(head)\r\n".utf8) + (hasBody ? body : [])
    }

    private static let reasons = [
        200: "OK", 303: "See Other", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 414: "URI Too Long", 500: "Internal Server Error",
    ]
}
