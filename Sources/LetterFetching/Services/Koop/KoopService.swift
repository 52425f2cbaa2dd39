import Wording

/// KOOP’s search and repository: letters as they were published, as XML where there is one.
struct KoopService {
    let base: FetchAddress
    let transfer: Transfer

    /// A page of records takes some 5 kB each.
    private static let mostBytes = 32 << 20

    /// The letters of some days. Lists that would be too long are asked for in halves.
    /// - Parameter listing: gets them, also where the list breaks off with an error.
    func list(
        _ days: DayRange, session: String?, into listing: inout Listing
    ) throws {
        (listing.source, listing.base) = (.koop, base)
        let query = SRUQuery.letters(of: days, session: session)
        let first = try page(query, from: 1)
        if (first.count ?? 0) >= KoopNames.lastStart {
            guard let halves = days.halves else { throw FetchFault.tooMany(base.place, range: "\(days)") }
            // Whoever says so may be wrong about what was asked: that is seen by the first page.
            try check(first.records, days, session)
            try list(halves.0, session: session, into: &listing)
            return try list(halves.1, session: session, into: &listing)
        }
        try all(query, first, range: "\(days)", into: &listing) { try check($0, days, session) }
    }

    /// The letter of an id; of a kenmerk all there are.
    func list(_ id: LetterID, into listing: inout Listing) throws {
        (listing.source, listing.base) = (.koop, base)
        let query = SRUQuery.letter(id)
        var found = Listing()
        try all(query, page(query, from: 1), range: "\(id)", into: &found, check: { _ in })
        for letter in found.letters where !letter.names.contains("\(id)") && !letter.zaken.contains("\(id)") {
            throw FetchFault.otherDocument(base.place, id: "\(id)", says: letter.id)
        }
        listing.letters += found.letters
        listing.faults += found.faults
    }

    /// The record of a Kamerstuk.
    func paper(_ id: String) throws -> SRURecord? {
        let records = try page(SRUQuery.paper(id), from: 1).records
        guard let record = records.first else { return nil }
        guard let found = records.first(where: { $0.identifier == id }) else {
            throw FetchFault.otherDocument(base.place, id: id, says: record.identifier ?? "?")
        }
        return found
    }

    private func page(_ query: SRUQuery, from start: Int) throws -> SRUAnswer {
        guard let address = query.address(base, from: start) else { throw FetchFault.noAddress(base.place) }
        let answer = try transfer.get(address, most: Self.mostBytes)
        guard answer.status == 200 else { throw FetchFault.status(address.place, answer.status) }
        return try SRUAnswer(answer.body, from: address)
    }

    /// All pages of a list, each letter once. How many there are is only believed where the pages say so too.
    private func all(
        _ query: SRUQuery, _ first: SRUAnswer, range: String, into listing: inout Listing,
        check: ([SRURecord]) throws -> Void
    ) throws {
        var (seen, rows, start): (Set<String>, Int, Int) = ([], 0, 1)
        var page = first
        while !page.records.isEmpty {
            try check(page.records)
            let names = page.records.map { $0.identifier ?? "" }
            let new = names.filter { !seen.contains($0) }
            if new.isEmpty { throw FetchFault.repeatedPage(base.place) }
            for (name, record) in zip(names, page.records) where seen.insert(name).inserted {
                guard record.identifier.flatMap(LetterID.init) != nil else {
                    listing.faults.append(.unknownID(record.identifier ?? ""))
                    continue
                }
                if let letter = record.letter(at: base) { listing.letters.append(letter) }
            }
            rows += page.records.count
            let isLast = page.next == nil && page.count == rows && page.records.count < KoopNames.page
            if isLast { return }
            start += page.records.count
            guard start < KoopNames.lastStart else { throw FetchFault.tooMany(base.place, range: range) }
            do {
                page = try self.page(query, from: start)
            } catch FetchFault.refusedQuery where rows >= first.count ?? .max {
                // Behind the end of a list some services complain.
                return
            }
        }
        if let said = first.count, said > rows { listing.notes.append(.fewer(base.place, said: said, got: rows)) }
    }

    /// A clause that the service cannot use is left out without a word: the rows show it.
    private func check(_ records: [SRURecord], _ days: DayRange, _ session: String?) throws(FetchFault) {
        for record in records {
            let id = record.identifier ?? "?"
            if let date = record.date, !days.contains(date) {
                throw .outsideRange(base.place, id: id, date: date, range: "\(days)")
            }
            if let session, let own = record.first([KoopNames.Field.session]), own != session {
                throw .outsideRange(base.place, id: id, date: own, range: session)
            }
        }
    }
}
