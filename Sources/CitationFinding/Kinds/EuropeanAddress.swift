import DutchText
import LetterReading

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

    private static let acts = [
        "reg": "R", "reg_impl": "R", "reg_del": "R", "dir": "L", "dir_impl": "L", "dir_del": "L", "dec": "D",
        "dec_impl": "D", "dec_del": "D", "dec_framw": "F", "reco": "H",
    ]

    /// `eli/reg/2022/2065/oj`
    private static func legislation(_ path: Substring) -> String? {
        let pieces = path.prefix { $0 != "?" }.split(separator: "/")
        guard pieces.count > 3, pieces[0] == "eli", let letter = acts[String(pieces[1])], pieces[2].count == 4,
            let year = Int(pieces[2]), let number = Int(pieces[3]), (1...9999).contains(number)
        else { return nil }
        let digits = "\(number)"
        return name("CELEX:3\(year)\(letter)" + String(repeating: "0", count: 4 - digits.count) + digits)
    }

    /// The one id that a name is, as the grammars read it.
    private static func name(_ text: String) -> String? { text.reading { name($0) } }

    private static func name(_ bytes: Bytes) -> String? {
        let context = ReadingContext(letter: nil, unit: .preamble, isNote: false, catalogue: .builtIn)
        for grammar in [EuropeanDocument.grammar, CouncilDocument.grammar, CaseLaw.grammar] {
            guard grammar.anchors.contains(where: { anchor in bytes.first?.lowered == anchor.first }) else { continue }
            var reading = Reading(Cursor(bytes, in: 0..<bytes.count), context: context)
            let mentions = grammar.read(&reading)
            if mentions.count == 1, reading.cursor.isAtEnd { return mentions[0].id }
        }
        return nil
    }
}
