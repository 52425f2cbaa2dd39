import DutchText
import LetterReading

/// The numbers parliament gives what comes in: a zaak `2025Z11547`, a document `2024D40329`, whatever word stands
/// before it (`Kamerstuk 2022D55262`).
enum ZaakAndDocument {
    static let grammar = Grammar(
        "zaak or document", anchors: ["z", "d", " z", " d"].map { "20" + Grammar.digit + Grammar.digit + $0 },
        read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        guard let id = number(&reading.cursor) else { return [] }
        reading.step("year, letter, five digits", from: reading.start)
        return [Mention(id: id, range: reading.start..<reading.cursor.position)]
    }

    /// Behind the word Kamerstuk; nil when something else stands there.
    static func afterWord(_ reading: inout Reading) -> [Mention]? {
        var cursor = reading.cursor
        cursor.skipBlanks()
        guard let id = number(&cursor) else { return nil }
        reading.cursor = cursor
        reading.step("the number of a zaak or document", from: reading.start)
        return [Mention(id: id, range: reading.start..<cursor.position)]
    }

    private static func number(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            let start = cursor.position
            guard let year = cursor.number(most: 4), (2000...2099).contains(year) else { return nil }
            // `2025 Z11547`, `2025Z 11547`, `2025Z-11547`; a small letter is glued to both sides.
            let hadBlank = cursor.skipBlanks()
            guard let letter = cursor.current,
                letter.lowered == UInt8(ascii: "z") || letter.lowered == UInt8(ascii: "d")
            else { return nil }
            cursor.position += 1
            let isApart = cursor.skip(Byte.hyphen) || cursor.skipBlanks()
            let digits = cursor.position
            guard letter.isUpper || !hadBlank && !isApart, cursor.number(most: 5) != nil, cursor.position - digits == 5,
                !cursor.bytes.isLetter(at: cursor.position) || cursor.isAtEnd
            else {
                return nil
            }
            return String(
                decoding: cursor.bytes[start..<start + 4] + [letter & ~0x20] + cursor.bytes[digits..<digits + 5],
                as: UTF8.self)
        }
    }

    static func isNumber(_ id: String, _ letter: Character) -> Bool {
        // Most ids open with a letter: `kst-30821-230`, `https://…`.
        if id.utf8.first?.isASCIILetter == true { return false }
        let bytes = Array(id)
        return bytes.count == 10 && bytes[4] == letter
            && bytes.enumerated().allSatisfy { $0.offset == 4 || $0.element.isNumber }
    }
}

extension SourceKind {
    static let zaak = SourceKind(
        name: "zaak", summary: "the kenmerk under which questions were submitted", example: "2025Z11547",
        look: Look(shape: "hexagon", fill: "#EEEEEE", line: "#666666", name: "zaak"),
        isQuiet: true,
        grammars: { _ in [ZaakAndDocument.grammar] },
        owns: { ZaakAndDocument.isNumber($0, "Z") }, page: { official("kv-tk-" + $0, $1) },
        label: { id, _ in id })

    static let document = SourceKind(
        name: "document", summary: "a document by the Tweede Kamer's own number", example: "2024D40329",
        look: Look(shape: "box3d", fill: "#E6E6F5", line: "#5555AA", name: "document"),
        mayBePublished: true,
        owns: { ZaakAndDocument.isNumber($0, "D") },
        page: { id, _ in "https://www.tweedekamer.nl/kamerstukken/detail?id=\(id)&did=\(id)" }, label: { id, _ in id })
}
