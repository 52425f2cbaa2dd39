import DutchText

/// Who asked and who answers.
extension HeaderReader {
    func askers() -> [LetterHeader.Asker] {
        for opening: StaticString in [
            "ragen van ", "ragen gesteld door ", "ragen door ", "van het lid ", "van de leden ",
        ] {
            guard var cursor = cursor(after: opening) else { continue }
            _ = cursor.skip("het lid ") || cursor.skip("de leden ") || cursor.skip("het Kamerlid ")
            let isMembers = cursor.position > preamble.lowerBound && bytes[cursor.position - 2].isLower
            let askers = PeopleReader.askers(&cursor)
            if isMembers, !askers.isEmpty, askers.contains(where: { $0.party != nil }) || opening.isMembers {
                return askers
            }
        }
        return []
    }

    func ministers() -> [LetterHeader.Minister] {
        for opening: StaticString in ["ntwoord van ", "ntwoorden van ", "ededeling van "] {
            guard var cursor = cursor(after: opening) else { continue }
            _ = cursor.skip("de ")
            let ministers = PeopleReader.ministers(&cursor)
            if !ministers.isEmpty { return ministers }
        }
        return signatures(preamble) + signatures(closing)
    }

    /// `De minister van Buitenlandse Zaken,⏎⏎T.B.W. Berendsen`
    private func signatures(_ range: Range<Int>) -> [LetterHeader.Minister] {
        let lines = lines(in: range)
        return lines.indices.compactMap { index in
            let line = lines[index]
            var cursor = Cursor(bytes, in: line)
            _ = cursor.skip("De ")
            guard PeopleReader.office(&cursor), line.count < 110, cursor.skip("van ") || cursor.skip("voor ")
            else { return nil }
            let portfolio = String(decoding: bytes[cursor.position..<line.upperBound], as: UTF8.self)
                .trimmingSuffix(" ").trimmingSuffix(",")
            let below = lines.dropFirst(index + 1).prefix(2).lazy.map { String(decoding: bytes[$0], as: UTF8.self) }
            guard let name = below.compactMap(PeopleReader.surname).first else { return nil }
            return LetterHeader.Minister(name: name, portfolio: portfolio)
        }
    }

    /// The lines of a stretch that are not empty.
    private func lines(in range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = bytes.first(Byte.newline, in: start..<range.upperBound) ?? range.upperBound
            if end > start { lines.append(start..<end) }
            start = end + 1
        }
        return lines
    }

    func ministry(_ header: LetterHeader) -> String? {
        if let portfolio = header.ministers.first?.portfolio { return Ministry.short(portfolio) }
        if bytes.firstIndex(of: "Algemene Rekenkamer", in: preamble) != nil { return "Algemene Rekenkamer" }
        return Ministry.named(in: bytes, preamble)
    }
}

extension StaticString {
    /// Whether the opening itself says that members follow.
    fileprivate var isMembers: Bool { withUTF8Buffer { $0.last == Byte.space && $0.starts(with: Array("van ".utf8)) } }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        var text = self
        while text.last == suffix { text.removeLast() }
        return text
    }
}

/// The ministries that answer questions, with the short names their letters are known by. A portfolio that is not here
/// keeps its printed name.
package enum Ministry {
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
    package static func short(_ portfolio: String) -> String {
        let name = portfolio[...].without("de ").without("van ").without("voor ")
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
