/// How sources of a kind are listed in a bibliography, in the words of the Citation Style Language.
public struct Bibliography: Sendable {
    /// One of CSL's types: `report`, `legislation`, `legal_case`, `webpage`.
    public let type: String
    /// The year that an id says it appeared in, or nil: 2019 of `ECLI:NL:HR:2019:2006`.
    public let year: @Sendable (String) -> Int?

    /// - Parameters:
    ///   - type: one of CSL's types.
    ///   - part: the part of an id, between `-` and `:`, that is the year it appeared in; from the end where it is negative. Nil for none.
    public init(_ type: String = "document", yearPart part: Int? = nil) {
        self.type = type
        year = { id in
            let parts = id.split { $0 == "-" || $0 == ":" }
            guard let part, let index = part < 0 ? parts.indices.last.map({ $0 + 1 + part }) : part,
                parts.indices.contains(index), parts[index].count == 4, let year = Int(parts[index]),
                (1800...2100).contains(year)
            else { return nil }
            return year
        }
    }
}
