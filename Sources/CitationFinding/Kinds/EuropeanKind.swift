extension SourceKind {
    static let eu = SourceKind(
        name: "eu", summary: "an act or document of the European Union", example: "COM(2020) 790",
        look: Look(shape: "pentagon", fill: "#DDE6FA", line: "#2F55B0", name: "European Union"),
        owns: { id in prefixes.contains { id.hasPrefix($0) } },
        page: { id, _ in europeanPage(id) }, label: { id, _ in europeanLabel(id) })

    private static let prefixes = ["celex:", "com:", "join:", "swd:", "sec:", "st:"]

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

    private static let acts: [Character: String] = [
        "R": "Verordening", "L": "Richtlijn", "D": "Besluit", "F": "Kaderbesluit", "H": "Aanbeveling",
    ]

    private static func actLabel(_ celex: String) -> String? {
        let signs = Array(celex)
        guard signs.count == 10, signs[0] == "3", let word = acts[signs[5]], let year = Int(String(signs[1...4])),
            let number = Int(String(signs[6...9]))
        else { return nil }
        if year >= 2015 { return "\(word) (EU) \(year)/\(number)" }
        if signs[5] == "R" { return "\(word) \(number)/\(year)" }
        return "\(word) \(year < 2000 ? year % 100 : year)/\(number)"
    }
}
