import DutchText
import LetterReading

/// The printed debates: `Handelingen II 2018/19, nr. 62, item 5`; before 2010/11 by their pages: `Handelingen II 2007/08,
/// nr. 108, p. 7909-7943`.
enum Handelingen {
    static let grammar = Grammar("handelingen", anchors: ["handelingen", "htk "], mayBeHyphenated: true, read: read)
    /// The first year whose reports have items.
    private static let firstYearOfItems = 2010
    /// No year has had more meetings; a larger number is that of something else.
    private static let mostMeetings = 130

    private static func read(_ reading: inout Reading) -> [Mention] {
        guard let isFirst = title(&reading) else { return [] }
        reading.step("the word", from: reading.start)
        reading.cursor.skipSeparators()
        let yearStart = reading.cursor.position
        guard let year = Vergaderjaar.read(&reading.cursor) else {
            return reading.isNumberMeant ? reading.stopped("a parliamentary year (2018/19)") : []
        }
        reading.step("parliamentary year", from: yearStart)
        reading.cursor.skipSeparators()
        if let mentions = Aanhangsel.afterYear(&reading, year, isFirstChamber: isFirst) { return mentions }
        let id = "h-\(isFirst ? "ek" : "tk")-\(year.id)"
        let meetings = year.first >= firstYearOfItems ? meetings(&reading, id) : []
        if !meetings.isEmpty { return meetings }
        _ = part(["nr", "nummer"], &reading.cursor)
        let pages =
            DebatePages.read(&reading.cursor)
            ?? (year.first < firstYearOfItems ? DebatePages.unlabelled(&reading.cursor) : nil)
        guard let pages, let last = pages.last else {
            return reading.stopped("a meeting number (at most 130) and item, or pages")
        }
        reading.step("pages (before 2010 items have no number)", pages.text)
        return [Mention(id: "\(id)-\(pages.first)-\(last)", range: reading.start..<reading.cursor.position)]
    }

    /// `Handelingen II`, `Handelingen van de Tweede Kamer`, `HTK`: true for the Eerste Kamer, nil for something else.
    private static func title(_ reading: inout Reading) -> Bool? {
        if reading.cursor.current == UInt8(ascii: "H"), reading.cursor.peek(1) == UInt8(ascii: "T") {
            return reading.cursor.skipWord("HTK") ? false : nil
        }
        // In small letters the word means acts.
        guard reading.cursor.current?.isUpper == true, reading.cursor.skip("handelingen"), !isAnnex(reading) else {
            return nil
        }
        reading.cursor.skipSeparators()
        if reading.cursor.skipWord(of: ["van de", "der"]) { reading.cursor.skipBlanks() }
        let isFirst = reading.cursor.skipWord(of: ["I", "EK", "Eerste Kamer"])
        if !isFirst { _ = reading.cursor.skipWord(of: ["II", "TK", "Tweede Kamer"]) }
        return isFirst
    }

    /// `Anhangsel Handelingen`, `bijlage bij de Handelingen`: the numbers are those of the annex.
    private static func isAnnex(_ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        let place = max(reading.context.floor, reading.start - 24)
        var cursor = Cursor(bytes, in: place..<reading.start)
        while !cursor.isAtEnd {
            if cursor.skip("hangsel") || cursor.skip("aanh.") || cursor.skip("bijlage") {
                // Only words like `van de` between.
                while let byte = cursor.current, byte.isLower || byte.isBlank || byte == Byte.hyphen {
                    cursor.position += 1
                }
                return cursor.isAtEnd
            }
            cursor.position += 1
        }
        return false
    }

    /// `nr. 62, item 5`, `62, item 5`, `62-5`, `nr. 62, item 5 en nr. 63, item 2`, `nr. 62, item 3 en 4`.
    private static func meetings(_ reading: inout Reading, _ id: String) -> [Mention] {
        var found: [Mention] = []
        var start = reading.start
        var stepStart = reading.cursor.position
        while let (number, items) = reading.cursor.attempt({ meeting(&$0, isFirst: found.isEmpty) }) {
            if items.isEmpty {
                reading.step("meeting without an item", from: stepStart)
            } else {
                reading.step("meeting and item", from: stepStart)
            }
            let end = reading.cursor.position
            let pages = DebatePages.read(&reading.cursor)
            reading.step("place within it", pages?.text)
            let range = start..<(pages == nil ? end : reading.cursor.position)
            let names = items.isEmpty ? [""] : items.map { "-\($0)" }
            found += names.map { Mention(id: "\(id)-\(number)\($0)", range: range, locator: pages?.text) }
            start = reading.cursor.position
            // `item 5, p. 3-4 en item 7`: of the same meeting, behind the pages of the one before.
            if pages != nil, let last = items.last, let item = reading.cursor.attempt({ another(&$0, after: last) }) {
                found.append(Mention(id: "\(id)-\(number)-\(item)", range: start..<reading.cursor.position))
                start = reading.cursor.position
            }
            let next = reading.cursor.attempt { cursor -> Int? in
                guard ListJoiner.read(&cursor) != nil || cursor.skipBlanks() else { return nil }
                let place = cursor.position
                var ahead = cursor
                return part(["nr", "nummer"], &ahead) == nil ? nil : place
            }
            guard let next else { break }
            start = next
            stepStart = next
        }
        return found
    }

    /// `items 3, 5 en 7`, `item 5 en item 7`: no count, and no page.
    private static func another(_ cursor: inout Cursor, after last: Int) -> Int? {
        guard let joiner = ListJoiner.read(&cursor), !joiner.opensLine else { return nil }
        let isLabelled = cursor.skipWord(of: ["items", "item"])
        cursor.skipBlanks()
        guard isLabelled || joiner.isWord, let item = cursor.number(most: 2), item > last, !cursor.countsTheNextWord
        else { return nil }
        return item
    }

    private static func meeting(_ cursor: inout Cursor, isFirst: Bool) -> (number: Int, items: [Int])? {
        let labelled = part(["nr", "nummer"], &cursor)
        let isAlone = labelled == nil
        cursor.skipSeparators()
        guard let number = labelled ?? (isFirst ? cursor.number(most: 3) : nil), (1...mostMeetings).contains(number)
        else {
            return nil
        }
        if let item = part(["items", "item"], &cursor) {
            var items = [item]
            while let last = items.last, let more = cursor.attempt({ another(&$0, after: last) }) { items.append(more) }
            return (number, items)
        }
        // `62-5` and, with the page, `62-5-12`; `nr. 62-63` are two meetings.
        if let item = cursor.attempt({ $0.skipDash() ? $0.number(most: 2) : nil }), isAlone || item < number {
            _ = cursor.attempt { $0.skipDash() ? $0.number(most: 4) : nil }
            return (number, [item])
        }
        return isAlone ? nil : (number, [])
    }

    private static func part(_ words: [StaticString], _ cursor: inout Cursor) -> Int? {
        cursor.attempt { cursor in
            cursor.skipSeparators()
            guard cursor.skipWord(of: words) else { return nil }
            cursor.skipSeparators()
            return cursor.number(most: 4)
        }
    }
}

extension SourceKind {
    static let handelingen = SourceKind(
        name: "handelingen", summary: "a debate as printed", example: "Handelingen II 2018/19, nr. 62, item 5",
        look: Look(shape: "component", fill: "#CDE8DD", line: "#00664A", name: "Handelingen"),
        bibliography: Bibliography("hearing"),
        grammars: { _ in [Handelingen.grammar] },
        owns: { $0.hasPrefix("h-tk-") || $0.hasPrefix("h-ek-") }, page: official,
        label: { id, _ in
            let parts = id.split(separator: "-")
            guard parts.count > 3, parts[2].count == 8 else { return id }
            let rest = parts.count > 4 ? "\(parts[3]), item \(parts[4])" : "\(parts[3])"
            let isPages = (Int(parts[3]) ?? 0) > 200
            return "Handelingen \(parts[2].prefix(4))-\(parts[2].suffix(4)), "
                + (isPages ? "p. \(parts[3...].joined(separator: "-"))" : "nr. \(rest)")
        })
}

/// The pages of a debate: `, p. 7909-7943`, `, blz. 53-69`, `pag. 4`, before 2010 also `, 6368–6375`.
struct DebatePages {
    let first: Int
    let last: Int?

    var text: String { "p. \(first)" + (last.map { "-\($0)" } ?? "") }

    /// `108-7909 t/m 108-7943`: the meeting stands before each page.
    private static func ofMeeting(_ cursor: inout Cursor, _ meeting: Int, _ page: Int) -> DebatePages {
        let last = cursor.attempt { cursor -> Int? in
            cursor.skipBlanks()
            guard cursor.skipWord(of: ["t/m", "tot en met"]) || cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            guard let number = cursor.number(most: 5) else { return nil }
            guard number == meeting, cursor.skipDash() else { return number > page ? number : nil }
            return cursor.number(most: 5)
        }
        return DebatePages(first: page, last: last)
    }

    /// `, 6368–6375`, `, 23-1600 t/m 23-1605` behind a year before 2010: no meeting had such a number.
    static func unlabelled(_ cursor: inout Cursor) -> DebatePages? {
        cursor.attempt { cursor in
            cursor.skipSeparators()
            guard let first = cursor.number(most: 5), cursor.skipDash(), let last = cursor.number(most: 5) else {
                return nil
            }
            if first <= mostMeetings { return last > mostMeetings ? ofMeeting(&cursor, first, last) : nil }
            guard last > first, last - first < longestDebate, !cursor.countsTheNextWord else { return nil }
            return DebatePages(first: first, last: last)
        }
    }

    /// No year has had more meetings.
    private static let mostMeetings = 130
    /// No debate has filled as many pages.
    private static let longestDebate = 200

    static func read(_ cursor: inout Cursor) -> DebatePages? {
        cursor.attempt { cursor in
            cursor.skipSeparators()
            guard cursor.skip("pag") || cursor.skip("pp") || cursor.skip("p") || cursor.skip("blz") else { return nil }
            cursor.skipSeparators()
            guard let first = cursor.number(most: 5) else { return nil }
            let last = cursor.attempt { cursor -> Int? in
                cursor.skipBlanks()
                guard cursor.skipDash() else { return nil }
                cursor.skipBlanks()
                return cursor.number(most: 5)
            }
            if let last, first < 131, last > first + 1000 { return ofMeeting(&cursor, first, last) }
            return DebatePages(first: first, last: last)
        }
    }
}
