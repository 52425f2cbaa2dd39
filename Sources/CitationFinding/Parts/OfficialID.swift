import DutchText
import LetterReading

/// An identifier of the official publications as it stands: `kst-36600-VII-1`, `ah-tk-20242025-100`, `h-tk-20182019-62-5`,
/// `kv-tk-2025Z11547`, `blg-1184123`.
enum OfficialID {
    static let grammar = Grammar(
        "official id", .identifier,
        anchors: anchors("-") + anchors("–"), read: read)

    /// A typesetter's dash is a hyphen: `kst–36600–VII-1`.
    private static func anchors(_ dash: String) -> [String] {
        let openings = ["kst", "blg", "ah\(dash)tk", "ah\(dash)ek", "h\(dash)tk", "h\(dash)ek", "kv\(dash)tk"]
        return openings.map { $0 + dash } + ["ah" + dash + Grammar.digit]
    }

    private static let longest = 60

    private static func read(_ reading: inout Reading) -> [Mention] {
        let start = reading.cursor.position
        if let id = yearAndNumber(&reading.cursor) {
            reading.step("an identifier, its year and number", from: start)
            return [Mention(id: id, range: start..<reading.cursor.position)]
        }
        // A typesetter's dash is a hyphen: `kst-36600–VII-1`.
        var written: [UInt8] = []
        while let byte = reading.cursor.current {
            guard reading.cursor.position - start < longest else { return [] }
            if byte.isASCIILetter || byte.isDigit {
                written.append(byte)
                reading.cursor.position += 1
            } else if goesOn(reading.cursor), reading.cursor.skipDash() {
                written.append(Byte.hyphen)
            } else {
                break
            }
        }
        guard let id = canonical(String(decoding: written, as: UTF8.self)) else { return [] }
        guard !isHalf(id) else { return reading.stopped("the rest of an identifier (kst-36600-VII-1)") }
        reading.step("an identifier", from: start)
        return [Mention(id: id, range: start..<reading.cursor.position)]
    }

    private static func goesOn(_ cursor: Cursor) -> Bool {
        guard let length = cursor.dashLength(at: cursor.position), let next = cursor.peek(length) else { return false }
        return next.isASCIILetter || next.isDigit
    }

    /// `ah-tk-20182019-⏎431`: a line's end behind a hyphen, and the number below it.
    private static func breaks(_ cursor: Cursor) -> Bool {
        var next = cursor
        return next.skipDash() && next.skipBlanks() && next.current?.isDigit == true
    }

    /// `ah-tk-20192020–1718`, `ah-tk-2015–2016, nr. 812`: the year in any form, then the number.
    private static func yearAndNumber(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            guard cursor.skip("ah"), cursor.skipDash() else { return nil }
            let chamber = cursor.position
            guard cursor.skip("tk") || cursor.skip("ek"), cursor.skipDash() else { return nil }
            let prefix =
                "ah-" + String(decoding: cursor.bytes[chamber..<chamber + 2].map(\.lowered), as: UTF8.self) + "-"
            let place = cursor.position
            let year: String
            if let digits = cursor.number(most: 8), cursor.position - place == 8 {
                year = String(digits)
            } else {
                cursor.position = place
                guard let read = Vergaderjaar.read(&cursor) else { return nil }
                year = read.id
            }
            if goesOn(cursor) || breaks(cursor) {
                guard cursor.skipDash() else { return nil }
                cursor.skipBlanks()
            } else {
                _ = cursor.skip(Byte.comma)
                cursor.skipBlanks()
                guard KamerstukNumbers.label(&cursor) != nil else { return nil }
            }
            guard let number = cursor.number(most: 5), cursor.isAtEnd || !cursor.bytes.isLetter(at: cursor.position)
            else { return nil }
            return "\(prefix)\(year)-\(number)"
        }
    }

    /// `ah-tk-20192020`, `kst-36600`: a year or a dossier without its number is no document. A running number
    /// (`kst-1268678`) is one.
    private static func isHalf(_ id: String) -> Bool {
        let parts = id.split(separator: "-")
        if parts[0] == "kst" {
            // `kst-36200-VI` is a chapter; a letter alone may be the Eerste Kamer's number.
            let isChapter = parts.count == 3 && parts[2].count > 1 && Chapter.all.contains(parts[2].uppercased())
            return parts.count == 2 && parts[1].count < 6 || isChapter
        }
        guard parts[0] == "ah" && parts.count > 2 || parts[0] == "h" else { return false }
        // `ah-tk-2018–2019`: the second year is no number.
        let years = parts.dropFirst(2).map { Int($0) ?? 0 }
        return parts.count == 3 || years.count == 2 && years[0] < 2100 && years[1] == years[0] + 1
    }

    /// The id that an identifier names, or nil when it is none of ours: `kv-tk-2025Z11547` is the zaak.
    static func canonical(_ text: String) -> String? {
        let lowered = text.lowercased()
        // Since 2025 some answers have a running number: `ah-1271549`.
        if lowered.hasPrefix("ah-"), (6...8).contains(lowered.utf8.count - 3),
            lowered.dropFirst(3).allSatisfy(\.isNumber)
        {
            return lowered
        }
        if lowered.hasPrefix("kv-tk-") {
            let number = text.dropFirst("kv-tk-".count).uppercased()
            return SourceKind.of(number) == .zaak ? number : nil
        }
        let published = lowered[...]
        if SourceKind.all.contains(where: { $0.isOfficialID?(published) == true }) { return String(published) }
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
