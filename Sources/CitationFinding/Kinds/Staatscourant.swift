import LetterReading

/// A publication in the Staatscourant: `Stcrt. 2020, nr. 68088`, `Staatscourant 2015, 10247`.
enum Staatscourant {
    static let grammar = Grammar("Staatscourant", anchors: ["stcrt", "staatscourant"], read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        let start = reading.cursor.position
        let isShort = reading.cursor.skipWord("stcrt")
        guard isShort || reading.cursor.skipWord("staatscourant") else { return [] }
        skipSigns(&reading.cursor)
        // `stcrt-2015-10247` is the identifier itself.
        guard let year = reading.cursor.number(most: 4), (1814...2100).contains(year) else {
            return isShort ? reading.stopped("a year") : []
        }
        let sign = reading.cursor.current
        skipSigns(&reading.cursor)
        let isNumbered = reading.cursor.skipWord("nr") || reading.cursor.skipWord("nummer")
        if isNumbered { skipSigns(&reading.cursor) }
        guard isNumbered || sign == Byte.comma || sign == Byte.hyphen, let number = reading.cursor.number(most: 6),
            number > 0,
            !NumberWords.countsSomething(reading.cursor), !reading.cursor.bytes.isLetter(at: reading.cursor.position)
        else { return isShort ? reading.stopped("a number behind the year") : [] }
        reading.step("year and number", from: start)
        return [Mention(id: "stcrt-\(year)-\(number)", range: start..<reading.cursor.position)]
    }

    private static func skipSigns(_ cursor: inout Cursor) {
        while let byte = cursor.current, byte.isBlank || byte == Byte.dot || byte == Byte.comma || byte == Byte.hyphen {
            cursor.position += 1
        }
    }
}

extension SourceKind {
    static let stcrt = SourceKind(
        name: "stcrt", summary: "a publication in the Staatscourant", example: "Stcrt. 2020, nr. 68088",
        owns: { $0.hasPrefix("stcrt-") }, parent: none, page: official,
        label: { id, _ in
            let parts = id.split(separator: "-")
            return parts.count == 3 ? "Stcrt. \(parts[1]), nr. \(parts[2])" : id
        })
}
