import Support
import Testing

@testable import Explorer

/// What the server reads of a request, and what it takes for none.
@Suite struct RequestHeadTests {
    private func head(_ text: String) -> RequestHead? { RequestHead(Array(text.utf8)) }

    @Test func aBrowsersRequest() {
        let head = head(
            "GET /around?id=kst-35165-97&q=a+b%26c&id=no HTTP/1.1\r\nAccept: */*\r\nhOST:  localhost:8035 \r\n\r\n")
        #expect(head?.method == "GET" && head?.path == "/around" && head?.host == "localhost:8035")
        #expect(head?.words == ["id": "kst-35165-97", "q": "a b&c"])
    }

    @Test func requestsThatAskTheSameHaveOneAddress() {
        let asked = ["/?a=1&b=2", "/?b=2&a=1", "/?a=%31&b=2"].compactMap { head("GET \($0) HTTP/1.1\r\n\r\n")?.address }
        #expect(asked.count == 3 && Set(asked).count == 1)
        let others = ["/", "/?a=1", "/?a=1%26b=2", "/?a=1%0Ab%0A2", "/?a=2&b=1", "/a?a=1&b=2", "/%0Aa%0A1?b=2"]
        #expect(
            Set(others.compactMap { head("GET \($0) HTTP/1.1\r\n\r\n")?.address } + asked).count == others.count + 1)
    }

    /// Those asked for last are kept, as many as there is room for.
    @Test func pagesAreMadeOnce() {
        let pages = KeptPages()
        var made: [String] = []
        func ask(_ address: String, _ size: Int) {
            let page = pages.page(address) {
                made.append(address)
                return Array(repeating: UInt8(ascii: "x"), count: size)
            }
            #expect(page.count == size)
        }
        let third = KeptPages.most / 3
        for address in ["a", "b", "a", "c", "a"] { ask(address, third) }
        #expect(made == ["a", "b", "c"])
        // The one not asked for longest gives way.
        ask("d", third)
        ask("a", third)
        ask("b", third)
        #expect(made == ["a", "b", "c", "d", "b"])
        ask("large", KeptPages.most + 1)
        ask("large", KeptPages.most + 1)
        #expect(made.suffix(2) == ["large", "large"])
    }

    @Test(arguments: [
        ("/a%20b", "/a b"), ("/a+b", "/a+b"), ("/%E2%82%AC", "/€"), ("/%", "/%"), ("/%4", "/%4"), ("/%zz", "/%zz"),
        ("/../x", "/../x"), ("/", "/"), ("/?", "/"), ("/a?b?c=d", "/a"),
    ])
    func pathsAreDecoded(_ target: String, _ path: String) {
        #expect(head("GET \(target) HTTP/1.1\r\n\r\n")?.path == path)
    }

    @Test(arguments: [
        "", "\r\n\r\n", "GET / HTTP/1.1 x\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "get / HTTP/1.1\r\n\r\n",
        "GET / HTTP/2\r\n\r\n",
        "GET x HTTP/1.1\r\n\r\n", "GET http://evil/ HTTP/1.1\r\n\r\n", "GET * HTTP/1.1\r\n\r\n",
        "GET /%FF HTTP/1.1\r\n\r\n",
        "GET /?a=%C3 HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "\u{16}\u{3}\u{1}",
        " GET / HTTP/1.1\r\n\r\n",
    ])
    func whatIsNoRequest(_ text: String) { #expect(head(text) == nil) }

    @Test(arguments: [
        "", "Host:a\r\nHost:a\r\n", "Host : a\r\n", "X: y\r\n\r\nHost: a\r\n", "Xhost: a\r\n",
    ])
    func nobodyIsAskedForSure(_ fields: String) {
        #expect(head("GET / HTTP/1.1\r\n\(fields)\r\n")?.host == nil)
    }

    @Test func theEndIsFoundWhereverTheBytesAreCut() {
        let text = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest\r\n\r\n".utf8)
        let end = text.count - "rest\r\n\r\n".utf8.count
        for cut in 0...text.count {
            let first = Array(text[..<cut])
            let early = RequestHead.end(in: first, from: 0)
            #expect(early == (cut >= end ? end : nil))
            if early == nil { #expect(RequestHead.end(in: text, from: cut) == end) }
        }
        #expect(RequestHead.end(in: Array("A\n\nB".utf8), from: 0) == 3)
        #expect(RequestHead.end(in: Array("A\nB\n".utf8), from: 0) == nil)
    }

    /// Bytes of any kind are a request or none.
    @Test func anyBytesAreRead() {
        var random = SeededGenerator(17)
        let parts = ["GET ", "/", " HTTP/1.1", "\r\n", "\n", "Host:", "%", "?", "&", "=", "+", "\0", "é", ":", " "]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).flatMap { _ -> [UInt8] in
                Bool.random(using: &random)
                    ? Array((parts.randomElement(using: &random) ?? "").utf8)
                    : [UInt8.random(in: 0...255, using: &random)]
            }
            if let head = RequestHead(bytes) { #expect(head.path.hasPrefix("/")) }
        }
    }

    @Test func onlyItsOwnNamesAreAnswered() {
        for host in ["localhost:8035", "LOCALHOST:8035", "127.0.0.1:8035"] { #expect(PageServer.isOwn(host, 8035)) }
        for host in [
            "localhost", "evil:8035", "localhost:80350", "127.0.0.1:8036", "[::1]:8035", "", "localhost:8035 x",
        ] {
            #expect(!PageServer.isOwn(host, 8035))
        }
        #expect(!PageServer.isOwn(nil, 8035))
    }
}
