/// What is asked of KOOP’s search, in its own language (CQL).
struct SRUQuery: Sendable, Hashable {
    let clauses: [String]

    private init(_ clauses: [String]) { self.clauses = [KoopNames.productArea] + clauses }

    /// The letters of some days, or those of a year of sitting.
    static func letters(of days: DayRange, session: String?) -> SRUQuery {
        SRUQuery(
            [KoopNames.answers] + (session.map { ["\(KoopNames.session)==\($0)"] } ?? [])
                + ["\(KoopNames.date)>=\(days.first)", "\(KoopNames.date)<=\(days.last)"])
    }

    /// The letter of an id; all that carry a kenmerk.
    static func letter(_ id: LetterID) -> SRUQuery {
        switch id {
        case .zaak(let zaak): SRUQuery([KoopNames.answers, "\(KoopNames.zaak)==\(zaak)"])
        case .aanhangsel, .document: SRUQuery(["\(KoopNames.identifier)==\(id)"])
        }
    }

    /// Kamerstukken, by ids that were checked.
    static func papers(_ ids: [String]) -> SRUQuery {
        let clauses = ids.map { "\(KoopNames.identifier)==\($0)" }.joined(separator: " OR ")
        return SRUQuery([ids.count > 1 ? "(\(clauses))" : clauses])
    }

    /// - Parameter start: the first record that is wanted, 1 for the first there is.
    func address(_ base: FetchAddress, from start: Int) -> FetchAddress? {
        let query = FetchAddress.encoded(clauses.joined(separator: " AND "))
        let options = "operation=searchRetrieve&version=2.0&query=\(query)"
        let page = "maximumRecords=\(KoopNames.page)&startRecord=\(start)"
        return FetchAddress("\(base)\(base.description.contains("?") ? "&" : "?")\(options)&\(page)")
    }
}
