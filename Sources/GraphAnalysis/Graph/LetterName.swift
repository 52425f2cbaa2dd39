/// What letters can be chosen by, and how a name is matched: without case, and through its usual other names.
public enum LetterName: String, Sendable, CaseIterable {
    /// A short name, old or new (`JenV` takes letters of `VenJ` too); or, from five letters on, part of a portfolio:
    /// `Binnenlandse`. BZ is not BZK.
    case ministry
    /// `PvdA` and `GL` take letters of GroenLinks-PvdA too.
    case party
    /// Part of a member's name: `Dassen`.
    case asker
    /// Part of the name of who answers: `Yeşilgöz`.
    case minister

    /// The names of a selection.
    public var values: WritableKeyPath<GraphSelection, [String]> & Sendable {
        switch self {
        case .ministry: \.ministries
        case .party: \.parties
        case .asker: \.askers
        case .minister: \.ministers
        }
    }

    /// Shorter names are no part of a portfolio.
    package static let leastOfPortfolio = 5

    /// In small letters, a name and the other names it goes by: `GL` → `gl`, `groenlinks`.
    package func spellings(_ name: String) -> [String] {
        let small = name.lowercased()
        let groups: [[String]] =
            switch self {
            case .ministry: Self.ministries
            case .party: Self.parties
            case .asker, .minister: []
            }
        return [small] + (groups.first { $0.contains(small) } ?? []).filter { $0 != small }
    }

    /// Whether a letter has a name.
    func matches(_ name: String, _ letter: LetterFacts) -> Bool {
        let (small, spellings) = (name.lowercased(), spellings(name))
        switch self {
        case .ministry:
            return letter.ministry.map { spellings.contains($0.lowercased()) } == true
                || small.unicodeScalars.count >= Self.leastOfPortfolio
                    && letter.portfolios.contains { Self.holds($0.lowercased(), small) }
        case .party:
            return letter.parties.contains { party in
                spellings.contains { Self.holds("-\(party.lowercased())-", "-\($0)-") }
            }
        case .asker: return letter.askers.contains { Self.holds($0.lowercased(), small) }
        case .minister: return letter.ministers.contains { Self.holds($0.lowercased(), small) }
        }
    }

    /// Byte by byte, as SQL compares.
    private static func holds(_ text: String, _ part: String) -> Bool {
        Array(text.utf8).firstRange(of: Array(part.utf8)) != nil
    }

    /// Ministries that took over from each other.
    private static let ministries = [
        ["justitie", "venj", "jenv", "v&j", "j&v"], ["venw", "ienm", "ienw", "v&w", "i&m", "i&w"], ["lnv", "lvvn"],
        ["ez", "ezk"], ["bho", "bhos"], ["financiën", "financien", "fin"], ["defensie", "def"], ["vrom", "vro"],
    ]

    private static let parties = [
        ["gl", "groenlinks"], ["gl-pvda", "groenlinks-pvda"], ["nsc", "nieuw sociaal contract"],
        ["fvd", "forum voor democratie"], ["cu", "christenunie"], ["pvdd", "partij voor de dieren"],
        ["bbb", "boerburgerbeweging"], ["d66", "d'66"], ["50plus", "50-plus"],
    ]
}
