/// What is asked of the open data, in its own language. `$` and what stands between options go out as they are.
struct ODataQuery: Sendable, Hashable {
    let path: String
    let options: [(name: String, value: String)]

    static func == (left: Self, right: Self) -> Bool { left.text == right.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// `Document?$filter=Verwijderd%20eq%20false…`
    var text: String {
        let options = options.map { "$\($0.name)=\(FetchAddress.encoded($0.value, keeping: "$'(),;=/:"))" }
        return options.isEmpty ? path : "\(path)?\(options.joined(separator: "&"))"
    }

    /// - Parameter skip: how many rows are left out, where the service gives no link to the next page.
    func address(_ base: FetchAddress, skip: Int = 0) -> FetchAddress? {
        let end = skip > 0 ? (options.isEmpty ? "?" : "&") + "$skip=\(skip)" : ""
        return FetchAddress("\(base)/\(text)\(end)")
    }

    /// The letters of some days, and a few of the days beside them: a day begins there at midnight in Amsterdam.
    static func letters(of days: DayRange, _ names: ODataNames) -> ODataQuery {
        let kinds = names.letterKinds.map { "\(names.kind) eq \(quoted($0))" }.joined(separator: " or ")
        return documents(
            [
                "\(names.isDeleted) eq false", "(\(kinds))", "\(names.date) ge \(days.withNeighbours.first)T22:00:00Z",
                "\(names.date) le \(days.last)T23:59:59Z",
            ], names)
    }

    /// The letter of an id. That of an id of the official publications is asked for by its number: `242501244`.
    static func letter(_ id: LetterID, _ names: ODataNames) -> ODataQuery {
        switch id {
        case .document(let number): documents(["\(names.number) eq \(quoted(number))"], names)
        case .zaak(let number):
            documents(["\(names.zaak)/any(z: z/\(names.zaakNumber) eq \(quoted(number)))"], names)
        case .aanhangsel(let text):
            documents(["\(names.aanhangsel) eq \(quoted(aanhangselNumber(text) ?? text))"], names)
        }
    }

    /// The documents of numbers, or of ids in the official publications.
    static func papers(_ ids: [String], _ names: ODataNames) -> ODataQuery {
        let clauses = ids.map { id in
            let field = LetterID.isDocument(id) ? names.number : "\(names.currentVersion)/\(names.official)"
            return "\(field) eq \(quoted(id))"
        }
        return ODataQuery(
            path: names.document,
            options: [
                ("filter", clauses.joined(separator: " or ")), ("expand", names.currentVersion + senders(names)),
            ])
    }

    private static func documents(_ clauses: [String], _ names: ODataNames) -> ODataQuery {
        let zaak = "\(names.zaak)($select=\(names.id),\(names.zaakNumber),\(names.zaakKind))"
        let version = "\(names.currentVersion)($expand=\(names.publication))"
        return ODataQuery(
            path: names.document,
            options: [
                ("filter", clauses.joined(separator: " and ")), ("expand", "\(zaak),\(version)\(senders(names))"),
            ])
    }

    private static func senders(_ names: ODataNames) -> String { names.asksSenders ? ",\(names.actor)" : "" }

    /// All dossiers.
    static func dossiers(_ names: ODataNames) -> ODataQuery {
        let fields = [names.dossierNumber, names.dossierAddition, names.dossierHighest, names.dossierTitle]
        return ODataQuery(
            path: names.dossier,
            options: [("filter", "\(names.isDeleted) eq false"), ("select", fields.joined(separator: ","))])
    }

    static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

    /// `ah-tk-20242025-1244` → `242501244`
    static func aanhangselNumber(_ id: String) -> String? {
        let parts = id.split(separator: "-")
        guard parts.count == 4, parts[2].count == 8, parts[3].count <= 5 else { return nil }
        let number = String(repeating: "0", count: 5 - parts[3].count) + parts[3]
        return String(parts[2].prefix(4).suffix(2) + parts[2].suffix(2)) + number
    }

    /// The way back; nil for what is no such number.
    static func aanhangselID(_ number: String) -> String? {
        guard number.utf8.count == 9, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let first = Int(number.prefix(2)), let second = Int(number.dropFirst(2).prefix(2)),
            second == (first + 1) % 100, let last = Int(number.suffix(5)), last > 0
        else { return nil }
        let year = (first > 80 ? 1900 : 2000) + first
        return "ah-tk-\(year)\(year + 1)-\(last)"
    }
}
