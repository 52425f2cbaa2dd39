import DutchText
import LetterReading

extension SourceKind {
    static let eu = SourceKind(
        name: "eu", summary: "an act or document of the European Union", example: "COM(2020) 790",
        look: Look(shape: "pentagon", fill: "#DDE6FA", line: "#2F55B0", name: "European Union"),
        grammars: { _ in
            [EuropeanDocument.grammar, CouncilDocument.grammar, EuropeanAct.grammar, EuropeanAct.compoundGrammar]
        },
        owns: { id in prefixes.contains { id.hasPrefix($0) } },
        page: { id, _ in europeanPage(id) }, label: { id, _ in europeanLabel(id) })

    private static let prefixes = ["celex:", "st:"] + EuropeanDocument.series.map { $0.slug + ":" }

    private static func europeanPage(_ id: String) -> String {
        let parts = id.split(separator: ":")
        let name =
            switch parts.count {
            case 2: "CELEX:\(parts[1])"
            case 3 where parts[0] == "st": "CONSIL:ST_\(parts[2])_\(parts[1])_INIT"
            default: id.uppercased() + ":FIN"
            }
        return "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=\(name)"
    }

    /// `COM(2020) 790`, `ST 8101/21`, `Verordening (EU) 2022/2065`, `Richtlijn 95/46`.
    private static func europeanLabel(_ id: String) -> String {
        let parts = id.split(separator: ":").map(String.init)
        if parts.count == 3 {
            return parts[0] == "st"
                ? "ST \(parts[2])/\(parts[1].suffix(2))" : "\(parts[0].uppercased())(\(parts[1])) \(parts[2])"
        }
        guard parts.count == 2 else { return id }
        return actLabel(parts[1]) ?? "CELEX \(parts[1])"
    }

    private static func actLabel(_ celex: String) -> String? {
        let signs = Array(celex)
        guard signs.count == 10, signs[0] == "3", let year = Int(String(signs[1...4])),
            let word = EuropeanAct.sorts.first(where: { $0.letter == signs[5] })?.name,
            let number = Int(String(signs[6...9]))
        else { return nil }
        if year >= 2015 { return "\(word) (EU) \(year)/\(number)" }
        if signs[5] == "R" { return "\(word) \(number)/\(year)" }
        return "\(word) \(year < 2000 ? year % 100 : year)/\(number)"
    }
}

/// Addresses of the European Union that are identifiers: `eur-lex.europa.eu/…?uri=CELEX:32022R2065`, `…/eli/reg/2022/2065/oj`,
/// `data.consilium.europa.eu/doc/document/ST-8101-2021-INIT/nl/pdf`.
enum EuropeanAddress {
    /// - Parameter path: what stands behind the host, without the slash.
    static func identifier(host: Substring, _ path: Substring) -> String? {
        switch host {
        case "eur-lex.europa.eu": return query(path) ?? legislation(path)
        case "data.europa.eu": return legislation(path)
        case "data.consilium.europa.eu":
            let pieces = path.split(separator: "/")
            return pieces.count > 2 && pieces[1] == "document" ? name(String(pieces[2])) : nil
        default: return nil
        }
    }

    /// `uri=CELEX%3A32022R2065`, `uri=COM:2020:790:FIN`, `uri=ecli:ECLI:EU:C:2020:559`
    private static func query(_ path: Substring) -> String? {
        guard let mark = path.firstIndex(of: "?") else { return nil }
        for parameter in path[path.index(after: mark)...].split(separator: "&")
        where parameter.lowercased().hasPrefix("uri=") {
            let value = String(parameter.dropFirst(4)).split(separator: "%3A").joined(separator: ":")
                .split(separator: "%3a").joined(separator: ":")
            let parts = value.split(separator: ":").map(String.init)
            guard let scheme = parts.first?.lowercased() else { return nil }
            switch scheme {
            case "celex": return parts.count > 1 ? name("CELEX:" + parts[1]) : nil
            case "com", "join", "swd", "sec":
                return parts.count > 2 ? name(parts[0...2].joined(separator: ":").lowercased()) : nil
            case "consil": return parts.count > 1 ? name(parts[1]) : nil
            case "ecli": return name(parts.dropFirst(parts.count > 5 ? 1 : 0).joined(separator: ":"))
            default: return nil
            }
        }
        return nil
    }

    /// `eli/reg/2022/2065/oj`
    private static func legislation(_ path: Substring) -> String? {
        let pieces = path.prefix { $0 != "?" }.split(separator: "/")
        guard pieces.count > 3, pieces[0] == "eli", pieces[2].count == 4,
            let letter = EuropeanAct.sorts.first(where: { $0.codes.contains(pieces[1]) })?.letter,
            let year = Int(pieces[2]), let number = Int(pieces[3]), (1...9999).contains(number)
        else { return nil }
        let digits = "\(number)"
        return name("CELEX:3\(year)\(letter)" + String(repeating: "0", count: 4 - digits.count) + digits)
    }

    /// The one id that a name is, as the grammars read it.
    private static func name(_ text: String) -> String? { text.reading { name($0) } }

    private static func name(_ bytes: Bytes) -> String? {
        let context = ReadingContext(letter: nil, unit: .preamble, isNote: false, catalogue: .builtIn)
        for grammar in [EuropeanDocument.grammar, CouncilDocument.grammar, ECLI.grammar] {
            guard grammar.anchors.contains(where: { anchor in bytes.first?.lowered == anchor.first }) else { continue }
            var reading = Reading(Cursor(bytes, in: 0..<bytes.count), context: context)
            let mentions = grammar.read(&reading)
            if mentions.count == 1, reading.cursor.isAtEnd { return mentions[0].id }
        }
        return nil
    }
}
