import Foundation
import Synchronization

/// Both services on loopback, with letters of our own; well, and with a switch for everything that may go wrong.
final class ToyServices: Sendable {
    enum Fault: Sendable, Hashable, CaseIterable {
        case diagnostics, droppedDate, lyingCount, tooHighCount, repeatedPage, otherHostLink, otherHostRedirect
        case cutShort, cutWithoutLength, pageInsteadOfXML, pageInsteadOfAll, hugeFile, oddID, otherLetter, lyingType
        case emptyAnswer, complaintBehindEnd, goneOnce, tooManyByTheMonth, tooManyByTheDay, forbidden
        case prePublished, otherQuestions, cutXML, otherHostXML, oneStray, refusesSeveral, takesOne
        // Of the Tweede Kamer.
        case goneV4, movedV4, withoutLinks, ignoresSkip, tombstones, nextElsewhere, badRequest, noActors

        var isOfTweedeKamer: Bool { Self.allCases.drop { $0 != .goneV4 }.contains(self) }
    }

    let letters: [ToyLetter]
    private let faults = Mutex<Set<Fault>>([])
    private let server = Mutex<LoopbackServer?>(nil)
    private let changed = Mutex<Set<Int>>([])
    private let served = Atomic(0)

    init(_ count: Int = 40, _ fault: Fault? = nil) throws {
        letters = (1...count).map(ToyLetter.init)
        if let fault { faults.withLock { _ = $0.insert(fault) } }
        let weak = WeakServices(self)
        let server = try LoopbackServer { weak.services?.answer($0) ?? .init(status: 500) }
        self.server.withLock { $0 = server }
    }

    private var loopback: LoopbackServer? { server.withLock { $0 } }
    var base: String { loopback?.address ?? "" }
    var koop: String { base + "/sru" }
    var tweedeKamer: String { base + "/OData/v4/2.0" }
    var requests: [LoopbackServer.Request] { loopback?.requests ?? [] }
    /// What was asked for besides lists.
    var files: [String] {
        requests.map(\.path).filter { $0.hasPrefix("/frbr/") || $0.lowercased().hasSuffix("/resource") }
    }
    func forget() { loopback?.forget() }
    func set(_ fault: Fault?) { faults.withLock { $0 = fault.map { [$0] } ?? [] } }
    /// A letter is published anew.
    func change(_ number: Int) { changed.withLock { _ = $0.insert(number) } }
    private func has(_ fault: Fault) -> Bool { faults.withLock { $0.contains(fault) } }

    private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        if request.path == "/sru" { return search(request) }
        if request.path.hasPrefix("/frbr/") { return publication(request) }
        if request.path.hasPrefix("/OData/") { return openData(request) }
        return .init(status: 404)
    }

    // MARK: KOOP

    private func search(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let query = request.query["query"] ?? ""
        let start = Int(request.query["startRecord"] ?? "") ?? 1
        if has(.diagnostics) {
            return .init(
                """
                <?xml version="1.0"?><searchRetrieveResponse xmlns="s" xmlns:d="d"><version>2.0</version><diagnostics>\
                <d:diagnostic><d:message>unknown prefix dcterms</d:message></d:diagnostic></diagnostics>\
                </searchRetrieveResponse>
                """, type: "application/xml")
        }
        let isForSeveral = query.contains(" OR ")
        if has(.refusesSeveral), isForSeveral {
            set(.diagnostics)
            defer { set(.refusesSeveral) }
            return search(request)
        }
        if has(.emptyAnswer) { return .init("<html><body>Onderhoud</body></html>", type: "text/html") }
        var found = letters.filter { matches($0, query) }
        // Pages of seven: fewer than were asked for.
        let page = has(.repeatedPage) ? Array(found.prefix(7)) : Array(found.dropFirst(start - 1).prefix(7))
        if has(.complaintBehindEnd), page.isEmpty, start > 1 {
            set(.diagnostics)
            defer { set(.complaintBehindEnd) }
            return search(request)
        }
        let days = query.components(separatedBy: "dt.date").dropFirst().map { $0.dropFirst(2).prefix(10) }
        if has(.tooManyByTheDay)
            || (has(.tooManyByTheMonth) && days.count == 2 && days[0].prefix(9) != days[1].prefix(9))
        {
            return Self.page(page.map { $0.record(base) }, count: 12_345)
        }
        let count = has(.lyingCount) ? 3 : has(.tooHighCount) ? found.count + 5 : found.count
        if has(.otherLetter) { found = [] }
        if has(.takesOne), isForSeveral { return Self.page(page.prefix(1).map { $0.record(base) }, count: 1) }
        let records = page.enumerated().map { place, letter in
            var record = letter.record(has(.otherHostLink) ? "http://localhost:1" : base)
            if has(.oneStray), place == 0, start == 1 {
                record = record.replacing(letter.date, with: "2019-05-05")
            }
            if has(.oddID) { record = record.replacing("<dcterms:identifier>ah", with: "<dcterms:identifier>../ah") }
            if has(.prePublished) {
                record = record.replacing("identifier>\(letter.id)<", with: "identifier>ah-127\(letter.number)<")
            }
            if has(.otherQuestions) {
                record = record.replacing("identifier>\(letter.id)<", with: "identifier>ah-127\(letter.number)<")
                    .replacing("2026Z1", with: "2026Z2")
            }
            if changed.withLock({ $0.contains(letter.number) }) {
                record = record.replacing("T10:00:00.000", with: "T11:11:11.111")
            }
            return record
        }
        return Self.page(records, count: count)
    }

    private static func page(_ records: [String], count: Int) -> LoopbackServer.Reply {
        .init(
            """
            <?xml version="1.0" encoding="UTF-8"?><sru:searchRetrieveResponse xmlns:sru="s" xmlns:gzd="g" xmlns:o="o" \
            xmlns:dcterms="t" xmlns:cd="c"><sru:version>2.0</sru:version><sru:numberOfRecords>\(count)</sru:numberOfRecords>\
            <sru:records>\(records.joined())</sru:records></sru:searchRetrieveResponse>
            """, type: "application/xml")
    }

    private func matches(_ letter: ToyLetter, _ query: String) -> Bool {
        func value(_ mark: String) -> String? {
            guard let range = query.range(of: mark) else { return nil }
            return String(query[range.upperBound...].prefix { $0 != " " })
        }
        if query.contains(" OR ") {
            return query.contains("dt.identifier==\(letter.id) ") || query.contains("==\(letter.id))")
        }
        if let id = value("dt.identifier==") { return has(.otherLetter) ? letter.number == 2 : letter.id == id }
        if let zaak = value("w.vraagnummer==") { return letter.zaak == zaak }
        if has(.droppedDate) { return true }
        return letter.date >= value("dt.date>=") ?? "" && letter.date <= value("dt.date<=") ?? "9"
    }

    private func publication(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let parts = request.path.split(separator: "/")
        guard let letter = letters.first(where: { parts.contains(Substring($0.id)) }),
            let suffix = parts.last?.suffix(3)
        else { return .init(status: 404) }
        let page = LoopbackServer.Reply("<!DOCTYPE html><html><body>Niet gevonden</body></html>", type: "text/html")
        if has(.forbidden) { return .init(status: 403) }
        if has(.pageInsteadOfAll) || (has(.pageInsteadOfXML) && suffix == "xml") { return page }
        if has(.otherHostRedirect) || (has(.otherHostXML) && suffix == "xml") {
            var reply = LoopbackServer.Reply(status: 302)
            reply.headers.append(("Location", "http://localhost:1/elsewhere"))
            return reply
        }
        if has(.goneOnce), letter.number == 3, served.add(1, ordering: .relaxed).newValue == 1 {
            return .init(status: 503)
        }
        let isNew = changed.withLock { $0.contains(letter.number) }
        let tag = "\"\(letter.id)-\(suffix)-\(isNew ? 2 : 1)\""
        if request.headers["if-none-match"] == tag { return .init(status: 304) }
        var bytes = letter.file(String(suffix))
        if isNew { bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("najaar", with: "voorjaar").utf8) }
        var reply = LoopbackServer.Reply(bytes, type: has(.lyingType) ? "image/png" : "application/\(suffix)", tag: tag)
        if has(.lyingType) { reply.body = letter.file("docx") }
        if has(.cutShort) { (reply.length, reply.body, reply.closes) = (bytes.count, Array(bytes.dropLast(200)), true) }
        if has(.cutXML), suffix == "xml" { reply.body = Array(bytes.dropLast(200)) }
        if has(.cutWithoutLength) { reply.body = Array(bytes.dropLast(200)) }
        if has(.hugeFile) { (reply.length, reply.closes) = (2 << 30, true) }
        return reply
    }

    // MARK: Tweede Kamer

    private func openData(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
        let isV4 = request.path.hasPrefix("/OData/v4/2.0/")
        if isV4, has(.goneV4) { return .init(status: 410) }
        if isV4, has(.movedV4) {
            var reply = LoopbackServer.Reply(status: 301)
            reply.headers.append(("Location", request.target.replacing("/OData/v4/2.0/", with: "/OData/v5/")))
            return reply
        }
        guard isV4 || request.path.hasPrefix("/OData/v5/") else { return .init(status: 404) }
        let isForSeveral = request.target.contains("%20or%20DocumentNummer")
        if has(.badRequest) || (has(.refusesSeveral) && isForSeveral)
            || (has(.noActors) && request.target.contains("DocumentActor"))
        {
            return .init(status: 400, "{\"error\": {\"code\": \"\", \"message\": \"Could not find a property\"}}")
        }
        if let letter = letters.first(where: { request.path.contains("(\($0.guid))") }) {
            return .init(letter.file(letter.number % 3 == 0 ? "docx" : "pdf"), type: "application/octet-stream")
        }
        let filter = request.query["$filter"] ?? ""
        let skip = has(.ignoresSkip) ? 0 : Int(request.query["$skip"] ?? "") ?? 0
        if request.path.hasSuffix("/Kamerstukdossier") { return Self.page(skip > 0 ? [] : Self.dossiers, next: nil) }
        let found = letters.filter { matches($0, filter: filter) }
        var rows = found.dropFirst(skip).prefix(7).map(\.row)
        if has(.oneStray), skip == 0, !rows.isEmpty { rows[0] = rows[0].replacing(found[0].date, with: "2019-05-05") }
        if has(.tombstones) {
            let gone = "99999999-0000-4000-8000-000000000000"
            rows.insert("{\"Id\": \"\(gone)\", \"Soort\": null, \"Datum\": null, \"Verwijderd\": true}", at: 0)
        }
        var next: String?
        if !has(.withoutLinks), !has(.ignoresSkip), skip + 7 < found.count {
            let bare = request.target.components(separatedBy: "&$skip=")[0]
            next = "\(has(.nextElsewhere) ? "http://localhost:1" : base)\(bare)&$skip=\(skip + 7)"
        }
        return Self.page(skip > 0 && skip >= found.count ? [] : rows, next: next)
    }

    private static let dossiers = [
        "{\"Nummer\": 36410, \"Toevoeging\": \"A\", \"HoogsteVolgnummer\": 88, \"Titel\": \"Vaststelling van het Infrafonds\"}",
        "{\"Nummer\": 30821, \"Toevoeging\": null, \"HoogsteVolgnummer\": 260, \"Titel\": \"Nationale\\tVeiligheid\"}",
        "{\"Nummer\": 33183, \"Toevoeging\": \"(R1975)\", \"HoogsteVolgnummer\": 11, \"Titel\": \"Rijkswet\"}",
    ]

    private func matches(_ letter: ToyLetter, filter: String) -> Bool {
        func value(_ mark: String) -> String? {
            guard let range = filter.range(of: mark) else { return nil }
            return String(filter[range.upperBound...].prefix { !" '".contains($0) })
        }
        if filter.contains("DocumentNummer eq '") { return filter.contains("DocumentNummer eq '\(letter.document)'") }
        if let number = value("Aanhangselnummer eq '") { return letter.row.contains("\"\(number)\"") }
        if let number = value("Nummer eq '") { return letter.zaak == number }
        let midnight = "\(letter.date)T00:00:00Z"
        return midnight >= value("Datum ge ") ?? "" && midnight <= value("Datum le ") ?? "9"
    }

    private static func page(_ rows: [String], next: String?) -> LoopbackServer.Reply {
        let link = next.map { ", \"@odata.nextLink\": \"\($0)\"" } ?? ""
        return .init(
            "{\"@odata.context\": \"x\", \"value\": [\(rows.joined(separator: ", "))]\(link)}", type: "application/json"
        )
    }
}

private final class WeakServices: @unchecked Sendable {
    weak let services: ToyServices?
    init(_ services: ToyServices) { self.services = services }
}
