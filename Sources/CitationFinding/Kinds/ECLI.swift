import DutchText
import LetterReading

/// A judgment by its European identifier: `ECLI:NL:HR:2019:2006`, `ECLI:EU:C:2020:559`. Country, court, year and number
/// must each be what such an identifier allows.
enum ECLI {
    static let grammar = Grammar(
        "judgment",
        anchors: ["ecli:", "ecli ", "ecli;"] + courts.flatMap { court in [":", ";"].map { "\(court)\($0)" } },
        read: read)

    /// What opens an identifier without the word: `NL:RvS:1984:AH0317`, `EU:C:1984:25`.
    private static let courts = [
        "nl:hr", "nl:phr", "nl:rvs", "nl:crvb", "nl:cbb", "nl:ghams", "nl:gharl", "nl:ghdha", "nl:ghshe", "nl:rb",
        "eu:c",
        "eu:t", "eu:f", "ce:echr",
    ]

    private static func read(_ reading: inout Reading) -> [Mention] {
        let start = reading.cursor.position
        let hasWord = reading.cursor.skip("ecli")
        var parts: [String] = []
        let checks: [(String) -> Bool] = [isCountry, isCourt, isYear, isNumber]
        for check in checks {
            if hasWord || !parts.isEmpty {
                reading.cursor.skipBlanks()
                guard reading.cursor.skip(Byte.colon) || reading.cursor.skip(Byte.semicolon) else {
                    return hasWord ? reading.stopped("a colon") : []
                }
                reading.cursor.skipBlanks()
            }
            let from = reading.cursor.position
            let allowsDots = parts.count == 3
            while let byte = reading.cursor.current,
                byte.isASCIILetter || byte.isDigit || (allowsDots && byte == Byte.dot && isInner(reading.cursor))
            {
                reading.cursor.position += 1
            }
            let part = String(decoding: reading.cursor.bytes[from..<reading.cursor.position], as: UTF8.self)
                .uppercased()
            guard check(part) else {
                return hasWord ? reading.stopped("an ECLI: country, court, year and number") : []
            }
            parts.append(part)
        }
        reading.step("a judgment's identifier", from: start)
        return [Mention(id: "ECLI:" + parts.joined(separator: ":"), range: start..<reading.cursor.position)]
    }

    /// The judgment an address of the courts shows: `uitspraak?id=ECLI:NL:RVS:2019:1603`.
    /// - Parameter path: what stands behind the host, without the slash.
    static func identifier(_ path: Substring) -> String? {
        guard let mark = path.firstIndex(of: "?") else { return nil }
        let key = "id="
        for parameter in path[path.index(after: mark)...].split(separator: "&")
        where parameter.lowercased().hasPrefix(key) {
            let value = parameter.dropFirst(key.count).lowercased().split(separator: "%3a").joined(separator: ":")
            guard value.hasPrefix("ecli:") else { return nil }
            return value.reading { bytes -> String? in
                let context = ReadingContext(letter: nil, unit: .preamble, isNote: false, catalogue: .builtIn)
                var reading = Reading(Cursor(bytes, in: 0..<bytes.count), context: context)
                let mentions = read(&reading)
                return reading.cursor.isAtEnd ? mentions.first?.id : nil
            }
        }
        return nil
    }

    /// `uitspraken.rechtspraak.nl/#!/details?id=ECLI:…`: what stands behind the hash is the page.
    static func identifier(behindHash raw: [UInt8], _ address: String) -> String? {
        guard address.hasSuffix("rechtspraak.nl/"), let hash = raw.firstIndex(of: Byte.hash) else { return nil }
        return identifier(String(decoding: raw[hash...], as: UTF8.self)[...])
    }

    /// A full stop within the number, not the sentence's.
    private static func isInner(_ cursor: Cursor) -> Bool {
        cursor.peek(1).map { $0.isASCIILetter || $0.isDigit } == true
    }

    private static func isCountry(_ part: String) -> Bool { part.count == 2 && part.allSatisfy(\.isLetter) }
    private static func isCourt(_ part: String) -> Bool {
        (1...7).contains(part.count) && part.first?.isLetter == true
    }
    private static func isYear(_ part: String) -> Bool {
        part.count == 4 && Int(part).map { (1800...2100).contains($0) } == true
    }
    private static func isNumber(_ part: String) -> Bool { (1...25).contains(part.count) }
}

extension SourceKind {
    static let ecli = SourceKind(
        name: "ecli", summary: "a judgment", example: "ECLI:NL:HR:2019:2006",
        look: Look(shape: "octagon", fill: "#F5F0C8", line: "#8A7A00", name: "judgment"),
        bibliography: Bibliography("legal_case", yearPart: 3),
        grammars: { _ in [ECLI.grammar] },
        owns: { $0.hasPrefix("ECLI:") },
        page: { id, _ in
            id.hasPrefix("ECLI:EU:") || id.hasPrefix("ECLI:CE:")
                ? "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:\(id)"
                : "https://deeplink.rechtspraak.nl/uitspraak?id=\(id)"
        },
        label: { id, _ in id })
}
