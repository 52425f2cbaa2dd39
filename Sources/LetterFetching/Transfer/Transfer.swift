import CCurl
import Foundation
import Wording

/// Asks one service after the other over one connection: politely (a pause before each question, longer ones where a
/// service is busy), and believing nothing (no other host, no body that is cut short or too large).
public final class Transfer {
    /// What came.
    public struct Answer: Sendable {
        /// 200, 304, 404 …: none that asks to wait or leads elsewhere.
        public let status: Int
        /// Where it came from in the end.
        public let address: FetchAddress
        public let body: [UInt8]
        /// Of the head, by names in small letters.
        let head: [String: String]

        public var tag: String? { head["etag"] }
        var location: String? { head["location"] }
        public var lastModified: String? { head["last-modified"] }
    }

    /// What was known of a file when it was last fetched: it comes again only if it has changed.
    public struct Known: Sendable {
        public let tag: String?
        public let lastModified: String?
        public init(tag: String?, lastModified: String?) { (self.tag, self.lastModified) = (tag, lastModified) }

        /// Only what stands on one line and is no other header.
        var lines: [String] {
            func isPlain(_ text: String) -> Bool {
                text.utf8.count < 300 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
            }
            return [("If-None-Match", tag), ("If-Modified-Since", lastModified)].compactMap { name, value in
                value.flatMap { isPlain($0) && !$0.isEmpty ? "\(name): \($0)" : nil }
            }
        }
    }

    private let session: CurlSession
    private let agent: String
    private let patience: Patience
    private let clock: FetchClock
    /// Called before a longer wait.
    private let report: (Phrase) -> Void
    /// Throws when the work is to stop.
    private let check: () throws -> Void
    private var lastEnd: Date?
    private var reached: Set<String> = []
    /// How many questions were asked.
    public private(set) var count = 0

    /// - Parameters:
    ///   - agent: the name and the version of who asks, and where more stands about it.
    ///   - check: asked a few times a second; an error it throws stops the work.
    ///   - report: told why nothing happens for a while.
    /// - Throws: `FetchFault.noLibrary`.
    public init(
        agent: String, patience: Patience = Patience(), clock: FetchClock = .system,
        check: @escaping () throws -> Void = {}, report: @escaping (Phrase) -> Void = { _ in }
    ) throws(FetchFault) {
        guard let session = CurlSession() else { throw .noLibrary }
        (self.session, self.agent, self.patience, self.clock) = (session, agent, patience, clock)
        (self.check, self.report) = (check, report)
    }

    private static let mostRedirects = 5

    /// Gets an address, after waiting as long as is decent.
    /// - Parameters:
    ///   - most: the largest body that is taken, in bytes.
    ///   - known: of the file there.
    ///   - leavesRedirects: whether an answer that leads elsewhere, to another host too, is given as it is.
    /// - Throws: `FetchFault`; and what `check` throws.
    public func get(
        _ address: FetchAddress, most: Int, known: Known? = nil, leavesRedirects: Bool = false
    ) throws -> Answer {
        var current = address
        for _ in 0...Self.mostRedirects {
            let reply = try patiently(current, most, known)
            let isRedirect = [301, 302, 303, 307, 308].contains(reply.status)
            guard isRedirect, !leavesRedirects, let link = reply.head["location"] else {
                return Answer(status: reply.status, address: current, body: reply.body, head: reply.head)
            }
            guard let next = current.link(link) else { throw FetchFault.otherHost(link, from: current.place) }
            guard current.allows(next) else { throw FetchFault.otherHost(next.place, from: current.place) }
            current = next
        }
        throw FetchFault.tooManyRedirects(address.place)
    }

    /// One address, as often as it takes.
    private func patiently(_ address: FetchAddress, _ most: Int, _ known: Known?) throws -> CurlSession.Reply {
        var waits = patience.waits[...]
        var tries = 1
        while true {
            let reply = try ask(address, most, known)
            switch reply.outcome {
            case ccurl_answered where reply.status == 429 || (500...599).contains(reply.status):
                guard let usual = waits.popFirst() else { throw FetchFault.busy(address.place, status: reply.status) }
                try wait(wanted(reply) ?? usual, address, "status \(reply.status)")
            case ccurl_answered:
                return reply
            case _ where reply.isTooLarge, ccurl_too_large:
                throw FetchFault.tooLarge(address.place, megabytes: most >> 20)
            case ccurl_stopped:
                try check()
                throw FetchFault.failed(address.place, reply.words)
            case ccurl_untrusted: throw FetchFault.untrusted(address.place, reply.words)
            case ccurl_failed: throw FetchFault.failed(address.place, reply.words)
            default:
                try again(reply, address, &tries)
            }
        }
    }

    /// After no answer, or a part of one.
    /// - Throws: when it has been asked for often enough.
    private func again(_ reply: CurlSession.Reply, _ address: FetchAddress, _ tries: inout Int) throws {
        let why: FetchFault.Why? =
            switch reply.outcome {
            case ccurl_no_name: .noName
            case ccurl_refused: .refused
            case ccurl_no_proxy: .noProxy
            default: reply.wasConnected ? nil : .silent
            }
        // Nobody was ever there: twice is enough.
        if let why, !reached.contains(address.host), tries >= 2 {
            throw FetchFault.unreachable(address.place, why: why)
        }
        if tries >= patience.tries {
            if let why { throw FetchFault.unreachable(address.place, why: why) }
            throw reply.outcome == ccurl_too_slow ? FetchFault.tooSlow(address.place) : .cutShort(address.place)
        }
        try sleep(patience.waits.dropFirst(tries - 1).first.map { min($0, 2) * 0.5 } ?? 0)
        tries += 1
    }

    private func ask(_ address: FetchAddress, _ most: Int, _ known: Known?) throws -> CurlSession.Reply {
        if let lastEnd { try sleep(patience.pause - clock.now().timeIntervalSince(lastEnd)) }
        try check()
        let isKnown = reached.contains(address.host)
        let question = CurlSession.Question(
            address: address, agent: agent, lines: known?.lines ?? [], mostBytes: most,
            connectMilliseconds: Int((isKnown ? patience.laterConnection : patience.firstConnection) * 1000),
            idleSeconds: max(1, Int(patience.silence)))
        count += 1
        let reply = session.get(question) { (try? self.check()) != nil }
        lastEnd = clock.now()
        if reply.wasConnected { reached.insert(address.host) }
        return reply
    }

    private func wanted(_ reply: CurlSession.Reply) -> Double? {
        reply.head["retry-after"].flatMap { Patience.seconds($0, now: clock.now()) }
    }

    private func wait(_ seconds: Double, _ address: FetchAddress, _ reason: String) throws {
        guard seconds <= patience.longestWait else {
            throw FetchFault.waitTooLong(address.place, seconds: Int(seconds.rounded(.up)))
        }
        report("\(address.host) is busy (\(reason)): waiting \(Int(seconds.rounded(.up))) s")
        try sleep(seconds)
    }

    /// In parts, so that Ctrl-C does not wait.
    private func sleep(_ seconds: Double) throws {
        var left = seconds
        while left > 0 {
            try check()
            clock.sleep(min(left, 0.1))
            left -= 0.1
        }
    }
}
