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
            var seen = Listing()
            _ = try kept(first.records, days, session, &seen)
            try list(halves.0, session: session, into: &listing)
            return try list(halves.1, session: session, into: &listing)
        }
        try all(query, first, range: "\(days)", into: &listing) { try kept($0, days, session, &$1) }
    }

    /// The letter of an id; of a kenmerk all there are.
    func list(_ id: LetterID, into listing: inout Listing) throws {
        (listing.source, listing.base) = (.koop, base)
        let query = SRUQuery.letter(id)
        var found = Listing()
        try all(query, page(query, from: 1), range: "\(id)", into: &found) { records, _ in records }
        for letter in found.letters where !letter.names.contains("\(id)") && !letter.zaken.contains("\(id)") {
            throw FetchFault.otherDocument(base.place, id: "\(id)", says: letter.id)
        }
        listing.letters += found.letters
        listing.faults += found.faults
    }

    /// The records of Kamerstukken, by their ids; those that the service does not know are missing.
    func papers(_ ids: [String]) throws -> [String: SRURecord] {
        let query = SRUQuery.papers(ids)
        var (found, rows): ([String: SRURecord], Int) = ([:], 0)
        var other: String?
        while found.count < ids.count {
            let page = try page(query, from: rows + 1)
            let known = found.count
            for record in page.records {
                let id = record.identifier ?? "?"
                if ids.contains(id) { found[id] = record } else { other = other ?? id }
            }
            rows += page.records.count
            if found.count == known || page.count.map({ rows >= $0 }) == true { break }
        }
        if let other, found.isEmpty || ids.count > 1 {
            throw FetchFault.otherDocument(base.place, id: ids[0], says: other)
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
        kept: ([SRURecord], inout Listing) throws -> [SRURecord]
    ) throws {
        var (seen, rows, start): (Set<String>, Int, Int) = ([], 0, 1)
        var page = first
        while !page.records.isEmpty {
            let new = page.records.filter { seen.insert($0.identifier ?? "").inserted }
            if new.isEmpty { throw FetchFault.repeatedPage(base.place) }
            for record in try kept(new, &listing) {
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
    private func kept(
        _ records: [SRURecord], _ days: DayRange, _ session: String?, _ listing: inout Listing
    ) throws(FetchFault) -> [SRURecord] {
        try listing.kept(records) { record in
            let id = record.identifier ?? "?"
            if let date = record.date, !days.contains(date) {
                return Stray(place: base.place, id: id, date: date, range: "\(days)")
            }
            if let session, let own = record.first([KoopNames.Field.session]), own != session {
                return Stray(place: base.place, id: id, date: own, range: session)
            }
            return nil
        }
    }
}
