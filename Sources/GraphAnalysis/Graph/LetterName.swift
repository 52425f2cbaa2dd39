import Foundation

/// What letters can be chosen by, and how a name is matched: as `folded` writes it, and through its usual other names.
public enum LetterName: String, Sendable, CaseIterable {
    /// A short name, old or new (`JenV` takes letters of `VenJ` too); or, from five letters on, words of a name or portfolio:
    /// `Binnenlandse`, `Rekenkamer`. BZ is not BZK.
    case ministry
    /// `PvdA` and `GL` take letters of GroenLinks-PvdA too.
    case party
    /// Words of a member's name, or how one begins: `Dassen`, `den Brink`. `Inge` is not in `Van Houwelingen`.
    case asker
    /// The same of who answers: `Yeşilgöz`, or `yesilgoz`.
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

    /// A name as names are compared, here and in SQL: in small letters, without accents and apostrophes, `&` as `en` and `/` as
    /// `-`. `Yeşilgöz` → `yesilgoz`, `I&M` → `ienm`, `D’66` → `d66`.
    package static func folded(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        let small =
            isPlain
            ? name.lowercased() : name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        guard !isPlain || small.utf8.contains(where: { signs.contains($0) }) else { return small }
        var folded = ""
        for sign in small {
            switch sign {
            case "&": folded += "en"
            case "/": folded += "-"
            case "'", "’", "‘": break
            default: folded.append(sign)
            }
        }
        return folded
    }

    private static let signs = Array("&/'".utf8)

    /// As they are compared, a name and the other names it goes by: `GL` → `gl`, `groenlinks`.
    package func spellings(_ name: String) -> [String] {
        let name = Self.folded(name)
        let others =
            switch self {
            case .ministry: Self.ministries[name]
            case .party: Self.parties[name]
            case .asker, .minister: [String]?.none
            }
        return [name] + (others ?? []).filter { $0 != name }
    }

    /// Whether a letter has a name.
    func matches(_ name: String, _ letter: LetterFacts) -> Bool {
        let (folded, spellings) = (Self.folded(name), spellings(name))
        switch self {
        case .ministry:
            return letter.ministry.map { spellings.contains(Self.folded($0)) } == true
                || folded.unicodeScalars.count >= Self.leastOfPortfolio
                    && (letter.portfolios + [letter.ministry ?? ""]).contains { Self.begins(folded, in: $0) }
        case .party:
            return letter.parties.contains { party in spellings.contains { Self.holds("-\(party)-", "-\($0)-") } }
        case .asker: return letter.askers.contains { Self.begins(folded, in: $0) }
        case .minister: return letter.ministers.contains { Self.begins(folded, in: $0) }
        }
    }

    /// Whether a word of the text begins so.
    private static func begins(_ part: String, in text: String) -> Bool {
        holds(words(text), words(part))
    }

    /// A folded text with a blank before each word.
    package static func words(_ text: String) -> String { " " + text.replacing("-", with: " ") }

    /// Byte by byte, as SQL compares.
    private static func holds(_ text: String, _ part: String) -> Bool {
        Array(folded(text).utf8).firstRange(of: Array(part.utf8)) != nil
    }

    /// Ministries that were only called otherwise since. One that was put together of others, or split off with a part of
    /// what they did, is another: IenM was not VenW, KGG is not EZK, VRO is not VROM.
    private static let ministries = others([
        ["Justitie", "VenJ", "JenV"], ["IenM", "IenW"], ["LNV", "LVVN"], ["EL&I", "ELI", "EZ", "EZK"], ["BHO", "BHOS"],
        ["BZ", "BuZa"], ["BZK", "BiZa"], ["OCW", "OC&W"], ["Financiën", "Fin"], ["Defensie", "Def"],
    ])

    private static let parties = others([
        ["GL", "GroenLinks"], ["GL-PvdA", "GroenLinks-PvdA", "PvdA-GL", "PvdA-GroenLinks"],
        ["PvdA", "Partij van de Arbeid"], ["NSC", "Nieuw Sociaal Contract"], ["FVD", "Forum voor Democratie"],
        ["CU", "ChristenUnie"], ["PvdD", "Partij voor de Dieren"], ["BBB", "BoerBurgerBeweging"],
        ["D66", "Democraten 66"], ["50PLUS", "50-plus"], ["PVV", "Partij voor de Vrijheid"],
        ["VVD", "Volkspartij voor Vrijheid en Democratie"], ["SP", "Socialistische Partij"],
        ["SGP", "Staatkundig Gereformeerde Partij"], ["CDA", "Christen-Democratisch Appèl"],
    ])

    /// Each name with all it goes by, as they are compared.
    private static func others(_ groups: [[String]]) -> [String: [String]] {
        let groups = groups.map { $0.map(Self.folded) }
        return Dictionary(
            groups.flatMap { group in group.map { ($0, group) } }, uniquingKeysWith: { first, _ in first })
    }
}
