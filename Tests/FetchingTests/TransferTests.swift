import Foundation
import Synchronization
import Testing

@testable import LetterFetching

/// One connection, decent pauses, and nothing believed: against a server of our own.
@Suite struct TransferTests {
    /// A clock that stands still but for what is waited.
    private final class StillClock: Sendable {
        let waited = Mutex(0.0)
        var clock: FetchClock {
            FetchClock(
                now: { Date(timeIntervalSince1970: 1_800_000_000 + self.waited.withLock { $0 }) },
                sleep: { seconds in self.waited.withLock { $0 += seconds } })
        }
    }

    private func transfer(_ clock: StillClock, _ change: (inout Patience) -> Void = { _ in }) throws -> Transfer {
        var patience = Patience()
        change(&patience)
        return try Transfer(agent: "kvgraph/test (+https://example.org)", patience: patience, clock: clock.clock)
    }

    private func address(_ text: String) throws -> FetchAddress { try #require(FetchAddress(text)) }

    private func fault(_ body: () throws -> Void) -> FetchFault? {
        do { try body() } catch { return error as? FetchFault }
        return nil
    }

    @Test func oneConnectionAndPausesBetween() throws {
        let server = try LoopbackServer { _ in .init("here") }
        let clock = StillClock()
        let transfer = try transfer(clock)
        for index in 0..<4 {
            let answer = try transfer.get(try address("\(server.address)/\(index)?a=b%20c"), most: 100)
            #expect(answer.status == 200 && answer.body == Array("here".utf8))
        }
        #expect(server.requests.map(\.connection) == [1, 1, 1, 1])
        #expect(server.requests.map(\.target) == (0..<4).map { "/\($0)?a=b%20c" })
        #expect(server.requests.allSatisfy { $0.headers["user-agent"] == "kvgraph/test (+https://example.org)" })
        #expect(abs(clock.waited.withLock { $0 } - 0.75) < 0.001)
    }

    /// 1, 2, 4 … 60 s, or what the service asks for; then it gives up.
    @Test func aBusyServiceIsWaitedFor() throws {
        let asked = Atomic(0)
        let server = try LoopbackServer { request in
            let count = asked.add(1, ordering: .relaxed).newValue
            if request.path == "/soon", count < 3 { return .init(status: count == 1 ? 429 : 503) }
            if request.path == "/says", count < 2 {
                var reply = LoopbackServer.Reply(status: 503)
                reply.headers.append(("Retry-After", "7"))
                return reply
            }
            if request.path == "/long" {
                var reply = LoopbackServer.Reply(status: 429)
                reply.headers.append(("Retry-After", "86400"))
                return reply
            }
            return request.path == "/never" ? .init(status: 500) : .init("here")
        }
        func waited(_ path: String) throws -> (seconds: Double, fault: FetchFault?) {
            asked.store(0, ordering: .relaxed)
            let clock = StillClock()
            let transfer = try transfer(clock) { $0.pause = 0 }
            let target = try address(server.address + path)
            let fault = fault { _ = try transfer.get(target, most: 100) }
            return (clock.waited.withLock { $0 }.rounded(), fault)
        }
        #expect(try waited("/soon") == (3, nil))
        #expect(try waited("/says") == (7, nil))
        #expect(try waited("/never") == (123, .busy("\(server.address)/never", status: 500)))
        #expect(try waited("/long") == (0, .waitTooLong("\(server.address)/long", seconds: 86400)))
    }

    @Test func anotherHostIsNotAsked() throws {
        let server = try LoopbackServer { request in
            var reply = LoopbackServer.Reply(status: 302)
            let place =
                switch request.path {
                case "/same": "/there"
                case "/round": "/round"
                case "/port": "http://127.0.0.1:1/there"
                case "/name": "http://localhost/there"
                case "/user": "http://127.0.0.1@example.org/"
                default: ""
                }
            if request.path == "/there" { return .init("here") }
            reply.headers.append(("Location", place))
            return reply
        }
        let transfer = try transfer(StillClock())
        let base = server.address
        #expect(try transfer.get(try address(base + "/same"), most: 100).address.description == base + "/there")
        #expect(
            fault { _ = try transfer.get(try address(base + "/round"), most: 9) } == .tooManyRedirects(base + "/round"))
        for (path, host) in [
            ("/port", "http://127.0.0.1:1/there"), ("/name", "http://localhost/there"),
            ("/user", "http://127.0.0.1@example.org/"),
        ] {
            #expect(
                fault { _ = try transfer.get(try address(base + path), most: 9) } == .otherHost(host, from: base + path)
            )
        }
    }

    @Test func whatIsCutShortOrTooLargeIsNotTaken() throws {
        let server = try LoopbackServer { request in
            var reply = LoopbackServer.Reply("0123456789")
            if request.path == "/cut" { (reply.length, reply.closes) = (100, true) }
            if request.path == "/huge" { (reply.length, reply.closes) = (2 << 30, true) }
            if request.path == "/long" { reply.body = [UInt8](repeating: 65, count: 2 << 20) }
            return reply
        }
        let transfer = try transfer(StillClock())
        func fault(_ path: String) throws -> FetchFault? {
            let target = try address(server.address + path)
            return self.fault { _ = try transfer.get(target, most: 1 << 20) }
        }
        #expect(try fault("/cut") == .cutShort(server.address + "/cut"))
        #expect(server.requests.count == 3)
        #expect(try fault("/huge") == .tooLarge(server.address + "/huge", megabytes: 1))
        #expect(try fault("/long") == .tooLarge(server.address + "/long", megabytes: 1))
        #expect(try transfer.get(try address(server.address + "/whole"), most: 1 << 20).body.count == 10)
    }

    /// Nobody there: two tries, and the address by name.
    @Test func whoDoesNotAnswerIsNamed() throws {
        let server = try LoopbackServer { _ in .init() }
        let gone = server.address
        server.stop()
        let clock = StillClock()
        let transfer = try transfer(clock)
        #expect(fault { _ = try transfer.get(try address(gone), most: 9) } == .unreachable(gone, why: .refused))
        #expect(transfer.count == 2)
        #expect(clock.waited.withLock { $0 } < 5)
        // A name that no one can have (RFC 6761).
        let nameless = "http://kvgraph.invalid/"
        let fault = fault { _ = try transfer.get(try address(nameless), most: 9) }
        let sorts: [FetchFault.Why] = [.noName, .noProxy, .silent]
        #expect(sorts.contains { fault == .unreachable(nameless, why: $0) })
    }

    @Test func silenceIsNotWaitedFor() throws {
        let server = try LoopbackServer { _ in
            Thread.sleep(forTimeInterval: 3)
            return .init("late")
        }
        let transfer = try transfer(StillClock()) { ($0.silence, $0.tries) = (1, 1) }
        #expect(fault { _ = try transfer.get(try address(server.address), most: 9) } == .tooSlow(server.address))
    }

    @Test func onlyWhatHasChangedComesAgain() throws {
        let server = try LoopbackServer { $0.headers["if-none-match"] == "\"a\"" ? .init(status: 304) : .init("here") }
        let transfer = try transfer(StillClock())
        func status(_ tag: String?) throws -> Int {
            try transfer.get(
                try address(server.address), most: 9, known: Transfer.Known(tag: tag, lastModified: nil)
            ).status
        }
        #expect(try [status("\"a\""), status("\"b\""), status(nil), status("\"a\"\r\nX: y")] == [304, 200, 200, 200])
    }
}

@Suite struct FetchAddressTests {
    @Test(arguments: [
        "ftp://example.org/", "file:///etc/passwd", "https://a@example.org/", "https://", "https:///x", "example.org",
        "http://exa mple.org/", "http://example.org:0/", "http://example.org:99999/", "http://exämple.org/",
        "http://example.org\\@evil.org/", "http://[::1/", "javascript:alert(1)",
    ])
    func isNone(_ text: String) { #expect(FetchAddress(text) == nil) }

    @Test func partsAreKnown() throws {
        let address = try #require(FetchAddress("HTTPS://Example.org:8443/a/b?x=1&y=2#z"))
        #expect(address.host == "example.org" && address.port == 8443 && address.isProtected)
        #expect(address.description == "HTTPS://Example.org:8443/a/b?x=1&y=2")
        #expect(address.link("/c")?.description == "HTTPS://Example.org:8443/c")
        #expect(address.link("c?d")?.description == "HTTPS://Example.org:8443/a/c?d")
        #expect(address.link("//other.org/c")?.host == "other.org")
        #expect(FetchAddress("http://[::1]:80/")?.isLoopback == true)
        #expect(FetchAddress("http://127.0.0.1.example.org/")?.isLoopback == false)
        #expect(
            FetchAddress("http://localhost")?.link("Document?$skip=1")?.description
                == "http://localhost/Document?$skip=1")
    }

    @Test(arguments: [
        ("http://a.org/", "https://a.org/x", true), ("https://a.org/", "http://a.org/", false),
        ("https://a.org/", "https://a.org:444/", false), ("https://a.org/", "https://b.a.org/", false),
    ])
    func allows(_ from: String, _ to: String, _ isAllowed: Bool) throws {
        #expect(try #require(FetchAddress(from)).allows(try #require(FetchAddress(to))) == isAllowed)
    }

    @Test func aDayToRetryAfterIsRead() {
        let now = Date(timeIntervalSince1970: 784_111_777 - 90)
        #expect(Patience.seconds("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == 90)
        #expect(Patience.seconds("12", now: now) == 12)
        #expect(Patience.seconds("soon", now: now) == nil)
        #expect(Patience.seconds("-1", now: now) == nil)
    }

    @Test func queriesAreEncoded() {
        #expect(FetchAddress.encoded("a b&c='é'", keeping: "'") == "a%20b%26c%3D'%C3%A9'")
    }
}
