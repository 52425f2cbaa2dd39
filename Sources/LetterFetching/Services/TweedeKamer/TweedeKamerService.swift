/// The Tweede Kamer’s open data: letters on the day they come in, as PDF or docx, under their D-numbers.
final class TweedeKamerService {
    private let transfer: Transfer
    private let note: (FetchNote) -> Void
    private(set) var base: FetchAddress
    private(set) var names: ODataNames
    /// Whether it has answered under this address.
    private var isSettled = false

    /// A page of rows takes some 2 kB each, with publications 10.
    private static let mostBytes = 32 << 20
    /// A list that is longer is cut off: 10,000 pages.
    private static let mostPages = 10_000

    init(base: FetchAddress, transfer: Transfer, note: @escaping (FetchNote) -> Void) {
        (self.base, self.transfer, self.note) = (base, transfer, note)
        names = base.description.hasSuffix(ODataNames.v5.path) ? .v5 : .v4
    }

    /// The letters of some days; those of a year of sitting, if one is asked for.
    func list(_ days: DayRange, session: String?, into listing: inout Listing) throws {
        defer { (listing.source, listing.base) = (.tk, base) }
        try eachPage {
            ODataQuery.letters(of: days, $0)
        } take: { rows in
            let letters = try listing.kept(rows.compactMap { taken(ODataDocument(row: $0, names: names)) }) { letter in
                letter.date.flatMap { date in
                    // Days are kept with the hour of Amsterdam: that of UTC may be the one before.
                    days.withNeighbours.contains(date)
                        ? nil : Stray(place: base.place, id: letter.id, date: date, range: "\(days)")
                }
            }
            listing.letters += letters.filter { letter in
                letter.date.map(days.contains) ?? true && (session == nil || letter.session ?? session == session)
            }
        }
    }

    /// The letter of an id; of a kenmerk all there are.
    func list(_ id: LetterID, into listing: inout Listing) throws {
        defer { (listing.source, listing.base) = (.tk, base) }
        try eachRow {
            ODataQuery.letter(id, $0)
        } take: { row in
            let document = ODataDocument(row: row, names: names)
            guard let letter = taken(document) else { return }
            // Of a case of questions the questions themselves are no letter of ours.
            if case .zaak = id, !names.letterKinds.contains(letter.kind) { return }
            guard letter.names.contains("\(id)") || letter.zaken.contains("\(id)") else {
                throw FetchFault.otherDocument(base.place, id: "\(id)", says: letter.id)
            }
            listing.letters.append(letter)
        }
    }

    /// The documents of numbers, or of ids in the official publications; those that are not known are missing.
    func papers(_ ids: [String]) throws -> [String: ODataDocument] {
        var found: [String: ODataDocument] = [:]
        try eachRow {
            ODataQuery.papers(ids, $0)
        } take: { row in
            let document = ODataDocument(row: row, names: names)
            if document.isDeleted { return }
            let known = [document.number, document.official].compactMap(\.self).filter(ids.contains)
            if known.isEmpty {
                throw FetchFault.otherDocument(base.place, id: ids[0], says: document.number ?? "?")
            }
            for id in known where found[id] == nil { found[id] = document }
        }
        return found
    }

    private func taken(_ document: ODataDocument) -> PublishedLetter? {
        if document.isDeleted { note(.deleted(document.ownID ?? "?")) }
        return document.letter(at: base)
    }

    /// The rows of all pages: by the links that the service gives, else by leaving out what is known.
    /// - Parameter query: made anew where the service turns out to be of another version.
    func eachRow(_ query: (ODataNames) -> ODataQuery, take: (ODataRow) throws -> Void) throws {
        try eachPage(query) { try $0.forEach(take) }
    }

    private func eachPage(_ query: (ODataNames) -> ODataQuery, take: ([ODataRow]) throws -> Void) throws {
        var (page, address) = try first(query)
        var (seen, count): (Set<String>, Int) = ([], 0)
        for _ in 0..<Self.mostPages {
            if page.rows.isEmpty { return }
            // Rows of a selection have no id: the whole row tells them apart.
            let keys = page.rows.map { $0.text(names.id) ?? "\($0.values.sorted { $0.key < $1.key })" }
            let new = zip(keys, page.rows).filter { seen.insert($0.0).inserted }.map(\.1)
            guard !new.isEmpty else { throw FetchFault.repeatedPage(address.place) }
            try take(new)
            count += page.rows.count
            let next = page.nextLink.map { address.link($0) } ?? query(names).address(base, skip: count)
            guard let next else { throw FetchFault.otherHost(page.nextLink ?? "", from: address.place) }
            guard address.allows(next) else { throw FetchFault.otherHost(next.place, from: address.place) }
            address = next
            page = try read(try transfer.get(next, most: Self.mostBytes), next)
        }
    }

    /// The first page. An address that has moved to the next version is answered by going there, once.
    private func first(_ query: (ODataNames) -> ODataQuery) throws -> (ODataPage, FetchAddress) {
        guard let address = query(names).address(base) else { throw FetchFault.noAddress(base.place) }
        let answer = try transfer.get(address, most: Self.mostBytes, leavesRedirects: !isSettled)
        let isGone = [301, 302, 303, 307, 308, 404, 410].contains(answer.status)
        if !isSettled, isGone {
            if let moved = try newerBase(answer) {
                note(.newerVersion(from: base.place, to: "\(moved)"))
                (base, names, isSettled) = (moved, .v5, true)
                return try first(query)
            }
            isSettled = true
            if answer.status < 400 { return try first(query) }
        }
        isSettled = true
        do {
            return (try read(answer, address), address)
        } catch FetchFault.refusedQuery where names.asksSenders && address.description.contains(names.actor) {
            // The one part of the query that nobody was seen to use with letters.
            names.asksSenders = false
            do {
                let known = try first(query)
                note(.withoutSenders(base.place))
                return known
            } catch {
                // It was something else.
                names.asksSenders = true
                throw error
            }
        }
    }

    /// Where v5 is, when v4 is gone; nil where nothing says so.
    private func newerBase(_ answer: Transfer.Answer) throws -> FetchAddress? {
        if let link = answer.location {
            guard let target = answer.address.link(link), base.allows(target) else {
                throw FetchFault.otherHost(link, from: answer.address.place)
            }
            guard target.description.contains(ODataNames.v5.path) else { return nil }
        }
        let text = "\(base)"
        guard names.version == ODataNames.v4.version, text.hasSuffix(ODataNames.v4.path) else { return nil }
        return FetchAddress(text.dropLast(ODataNames.v4.path.count) + ODataNames.v5.path)
    }

    private func read(_ answer: Transfer.Answer, _ address: FetchAddress) throws -> ODataPage {
        // A complaint says more than its number.
        if answer.status == 400 { _ = try ODataPage(answer.body, from: address) }
        guard answer.status == 200 else { throw FetchFault.status(address.place, answer.status) }
        return try ODataPage(answer.body, from: address)
    }
}
