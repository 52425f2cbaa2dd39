import DutchText
import LetterReading

/// An identifier of the official publications as it stands: `kst-36600-VII-1`, `ah-tk-20242025-100`, `h-tk-20182019-62-5`,
/// `kv-tk-2025Z11547`, `blg-1184123`.
enum OfficialID {
    static let grammar = Grammar(
        "official id", anchors: ["kst-", "ah-tk-", "ah-ek-", "h-tk-", "h-ek-", "kv-tk-", "blg-"], read: read)

    private static let longest = 60

    private static func read(_ reading: inout Reading) -> [Mention] {
        let start = reading.cursor.position
        while let byte = reading.cursor.current, byte.isASCIILetter || byte.isDigit || byte == Byte.hyphen {
            guard reading.cursor.position - start < longest else { return [] }
            reading.cursor.position += 1
        }
        while reading.cursor.position > start, reading.cursor.bytes[reading.cursor.position - 1] == Byte.hyphen {
            reading.cursor.position -= 1
        }
        guard let id = canonical(String(decoding: reading.cursor.bytes[start..<reading.cursor.position], as: UTF8.self))
        else { return [] }
        reading.step("an identifier as such", from: start)
        return [Mention(id: id, range: start..<reading.cursor.position)]
    }

    /// In running text their own grammars read them; in an address they are identifiers like the others.
    private static let bulletins = [Staatsblad.bulletin, Staatscourant.bulletin, Tractatenblad.bulletin]

    /// The id that an identifier names, or nil when it is none of ours: `kv-tk-2025Z11547` is the zaak.
    static func canonical(_ text: String) -> String? {
        let lowered = text.lowercased()
        if lowered.hasPrefix("kv-tk-") {
            let number = text.dropFirst("kv-tk-".count).uppercased()
            return ParliamentNumber.isNumber(number, "Z") ? number : nil
        }
        let published = lowered[...]
        if Annex.isID(published) || bulletins.contains(where: { $0.isID(published) }) { return String(published) }
        for prefix in ["kst-", "ah-tk-", "ah-ek-", "h-tk-", "h-ek-"] where lowered.hasPrefix(prefix) {
            let rest = text.dropFirst(prefix.count)
            guard rest.first?.isNumber == true, rest.allSatisfy({ $0.isNumber || $0.isLetter || $0 == "-" }) else {
                return nil
            }
            return prefix + rest
        }
        return nil
    }
}
