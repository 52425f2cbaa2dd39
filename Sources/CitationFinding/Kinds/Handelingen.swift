import LetterReading

/// The printed debates: `Handelingen II 2018/19, nr. 62, item 5`; before 2010/11 by their pages: `Handelingen II 2007/08,
/// nr. 108, p. 7909-7943`.
enum Handelingen {
    static let grammar = Grammar("handelingen", anchors: ["handelingen"], read: read)
    /// The first year whose reports have items.
    private static let firstYearOfItems = 2010
    /// No year has had more meetings; a larger number is that of something else.
    private static let mostMeetings = 130

    private static func read(_ reading: inout Reading) -> [Mention] {
        // In small letters the word means acts.
        guard reading.cursor.current?.isUpper == true, reading.cursor.skip("handelingen") else { return [] }
        skipSeparators(&reading.cursor)
        let isFirst = reading.cursor.skipWord(of: ["I", "EK", "Eerste Kamer"])
        if !isFirst { _ = reading.cursor.skipWord(of: ["II", "TK", "Tweede Kamer"]) }
        reading.step("the word", from: reading.start)
        skipSeparators(&reading.cursor)
        guard let year = Vergaderjaar.read(&reading.cursor) else {
            return reading.stopped("a parliamentary year (2018/19)")
        }
        reading.step("parliamentary year", from: reading.start)
        skipSeparators(&reading.cursor)
        if let mentions = Aanhangsel.afterYear(&reading, year, isFirstChamber: isFirst) { return mentions }
        let chamber = isFirst ? "ek" : "tk"
        let number = meeting(&reading.cursor)
        let item = number == nil ? nil : part("item", &reading.cursor)
        let end = reading.cursor.position
        let pages = pages(&reading.cursor)
        let locator = pages.map { "p. \($0.0)" + ($0.1.map { "-\($0)" } ?? "") }
        if year.first >= firstYearOfItems, let number, number <= mostMeetings {
            reading.step("meeting and item", from: reading.start)
            let id = "h-\(chamber)-\(year.id)-\(number)" + (item.map { "-\($0)" } ?? "")
            let range = reading.start..<(pages == nil ? end : reading.cursor.position)
            return [Mention(id: id, range: range, locator: locator)]
        }
        guard let pages, let last = pages.1 else {
            return reading.stopped("a meeting's number (at most 130) and item, or pages")
        }
        return [
            Mention(id: "h-\(chamber)-\(year.id)-\(pages.0)-\(last)", range: reading.start..<reading.cursor.position)
        ]
    }

    private static func skipSeparators(_ cursor: inout Cursor) {
        while let byte = cursor.current, byte.isBlank || byte == Byte.comma || byte == Byte.dot { cursor.position += 1 }
    }

    private static func meeting(_ cursor: inout Cursor) -> Int? { part("nr", &cursor) ?? part("nummer", &cursor) }

    private static func part(_ word: StaticString, _ cursor: inout Cursor) -> Int? {
        cursor.attempt { cursor in
            skipSeparators(&cursor)
            guard cursor.skipWord(word) else { return nil }
            skipSeparators(&cursor)
            return cursor.number(most: 4)
        }
    }

    private static func pages(_ cursor: inout Cursor) -> (Int, Int?)? {
        cursor.attempt { cursor in
            skipSeparators(&cursor)
            guard cursor.skip("p") else { return nil }
            _ = cursor.skip("p") || cursor.skip("ag")
            skipSeparators(&cursor)
            guard let first = cursor.number(most: 5) else { return nil }
            let last = cursor.attempt { cursor in cursor.skipDash() ? cursor.number(most: 5) : nil }
            return (first, last)
        }
    }
}

extension SourceKind {
    static let handelingen = SourceKind(
        name: "handelingen", summary: "a debate as printed", example: "Handelingen II 2018/19, nr. 62, item 5",
        owns: { $0.hasPrefix("h-tk-") || $0.hasPrefix("h-ek-") }, parent: none, page: official,
        label: { id, _ in
            let parts = id.split(separator: "-")
            guard parts.count > 3, parts[2].count == 8 else { return id }
            let rest = parts.count > 4 ? "\(parts[3]), item \(parts[4])" : "\(parts[3])"
            let isPages = (Int(parts[3]) ?? 0) > 200
            return "Handelingen \(parts[2].prefix(4))-\(parts[2].suffix(4)), "
                + (isPages ? "p. \(parts[3...].joined(separator: "-"))" : "nr. \(rest)")
        })
}
