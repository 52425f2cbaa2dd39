import DutchText

/// The ministries that answer questions, with the short names their letters are known by. A portfolio that is not here
/// keeps its printed name.
enum Ministry {
    private static let table = names.map { (opening: $0.opening.lowercased(), short: $0.short) }

    /// The first byte of each opening: a look at these copies no text.
    private static let initials = table.map(\.opening.utf8.first)

    private static let names: [(opening: String, short: String)] = [
        ("Algemene Zaken", "AZ"), ("Binnenlandse Zaken", "BZK"), ("Buitenlandse Zaken", "BZ"),
        ("Buitenlandse Handel", "BHO"), ("Ontwikkelingssamenwerking", "BHO"), ("Defensie", "Defensie"),
        ("Economische Zaken en Klimaat", "EZK"), ("Economische Zaken, Landbouw", "EL&I"), ("Economische Zaken", "EZ"),
        ("Klimaat en Groene Groei", "KGG"), ("Klimaat en Energie", "EZK"), ("Mijnbouw", "EZK"),
        ("Financiën", "Financiën"),
        ("Fiscaliteit", "Financiën"), ("Toeslagen", "Financiën"), ("Infrastructuur en Waterstaat", "IenW"),
        ("Infrastructuur en Milieu", "IenM"), ("Verkeer en Waterstaat", "VenW"), ("Justitie en Veiligheid", "JenV"),
        ("Veiligheid en Justitie", "VenJ"), ("Rechtsbescherming", "JenV"), ("Justitie", "Justitie"),
        ("Asiel en Migratie", "AenM"), ("Landbouw, Visserij, Voedselzekerheid", "LVVN"), ("Natuur en Stikstof", "LNV"),
        ("Landbouw, Natuur en Voedselkwaliteit", "LNV"), ("Landbouw", "LNV"), ("Onderwijs", "OCW"),
        ("Primair en Voortgezet Onderwijs", "OCW"), ("Cultuur en Media", "OCW"), ("Sociale Zaken", "SZW"),
        ("Armoedebeleid", "SZW"), ("Participatie", "SZW"), ("Volksgezondheid", "VWS"), ("Langdurige Zorg", "VWS"),
        ("Medische Zorg", "VWS"), ("Jeugd", "VWS"), ("Volkshuisvesting en Ruimtelijke Ordening", "VRO"),
        ("Volkshuisvesting", "VROM"), ("Wonen en Rijksdienst", "BZK"), ("Digitalisering", "BZK"),
        ("Koninkrijksrelaties", "BZK"), ("Immigratie", "BZK"),
    ]

    /// The short name of the ministry that a portfolio belongs to: `Natuur en Stikstof` → `LNV`.
    static func short(_ portfolio: String) -> String {
        let name = portfolio.without("de ").without("van ").without("voor ")
        return short(lowered: name.lowercased()) ?? String(name)
    }

    private static func short(lowered name: String) -> String? {
        let first = name.utf8.first
        let place = initials.indices.first { initials[$0] == first && name.hasPrefix(table[$0].opening) }
        return place.map { table[$0].short }
    }

    /// The ministry that stands first in a text, after `Ministerie van`.
    static func named(in bytes: Bytes, _ range: Range<Int>) -> String? {
        guard let found = bytes.firstIndex(of: "inisterie van ", in: range) else { return nil }
        let start = found + 14
        var name = String(decoding: bytes[start..<min(range.upperBound, start + 60)], as: UTF8.self)
        name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return short(lowered: name.lowercased())
    }
}
