import DutchText
import LetterReading

/// Another answer to written questions: `Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 964`, `Aanhangsel van de
/// Handelingen II 2014/15, nr. 1241`, and behind a year `Kamerstukken II, 2023–2024, AvdH 721`.
enum Aanhangsel {
    static let grammar = Grammar(
        "aanhangsel", anchors: ["aanhangsel", "aanh.", "ah 2"], mayBeHyphenated: true, read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        guard word(&reading.cursor) else { return [] }
        let isFirstChamber = title(&reading.cursor)
        reading.step("the word", from: reading.start)
        reading.cursor.skipSeparators(or: "()-")
        let yearStart = reading.cursor.position
        if let year = Vergaderjaar.read(&reading.cursor) {
            reading.step("parliamentary year", from: yearStart)
            return numbers(&reading, year, isFirstChamber)
        }
        // `Aanhangsel van de Handelingen nr. 233, vergaderjaar 2009-2010`
        let items = KamerstukNumbers.read(&reading.cursor, from: reading.start, evidence: .none)
        guard !items.isEmpty else {
            return unlabelled(&reading, isFirstChamber) ?? unread(&reading)
        }
        // `vergaderjaar 2012–2013, Aanhangsel van de Handelingen, nr. 233`
        if let year = Vergaderjaar.before(reading.start, reading.cursor.bytes, floor: reading.context.floor) {
            let found = mentions(items, year, isFirstChamber, reading.cursor.bytes)
            return found + furtherYears(&reading, year, isFirstChamber)
        }
        reading.cursor.skipSeparators(or: "(-")
        guard let year = Vergaderjaar.read(&reading.cursor) else {
            return reading.stopped("a parliamentary year (2023–2024)")
        }
        return mentions(items, year, isFirstChamber, reading.cursor.bytes)
    }

    /// A number is missed where there is one, or a year before the words: `(vergaderjaar 2012–2013, Aanhangsel van de
    /// Handelingen II, `. The words alone are a name: `het Aanhangsel van de Handelingen`.
    private static func unread(_ reading: inout Reading) -> [Mention] {
        if Vergaderjaar.before(reading.start, reading.cursor.bytes, floor: reading.context.floor) != nil {
            return reading.stopped("a number after the year (nr. 964)")
        }
        var next = reading.cursor
        next.skipSeparators(or: "(-")
        guard next.current?.isDigit == true || next.skip("nr") else { return [] }
        return reading.stopped("a parliamentary year (2023–2024)")
    }

    /// `(2021-2022, Aanhangsel 1234)`, `Aanhangsel Handelingen 1234 (2021-2022)`: a number without `nr.` beside its year.
    /// One of less than three digits is that of a page; behind the year and the title in full stands a printed
    /// letter's own number.
    private static func unlabelled(_ reading: inout Reading, _ isFirstChamber: Bool) -> [Mention]? {
        reading.cursor.attempt { cursor in
            cursor.skipSeparators()
            let isBehindWord = cursor.position - reading.start < "aanhangsel".utf8.count + 3
            guard let number = KamerstukNumbers.plainNumber(&cursor), number.count > 2 else { return nil }
            let item = KamerstukNumbers.Item(number: number, range: reading.start..<cursor.position)
            if isBehindWord, let year = Vergaderjaar.before(reading.start, cursor.bytes, floor: reading.context.floor) {
                return mentions([item], year, isFirstChamber, cursor.bytes)
            }
            cursor.skipSeparators(or: "(")
            return Vergaderjaar.read(&cursor).map { mentions([item], $0, isFirstChamber, cursor.bytes) }
        }
    }

    /// `Aanhangsel`, `Aanh.`, and `AH` before a year (`AH 2023-2024, nr. 964`).
    private static func word(_ cursor: inout Cursor) -> Bool {
        if cursor.skip("aanhangsels") || cursor.skip("aanhangsel") || cursor.skip("aanh.") { return true }
        guard cursor.current == UInt8(ascii: "A"), cursor.peek(1) == UInt8(ascii: "H") else { return false }
        var year = cursor
        year.position += 2
        year.skipBlanks()
        guard Vergaderjaar.read(&year) != nil else { return false }
        cursor.position += 2
        return true
    }

    /// Behind a year that was read already: `…, Aanhangsel nr. 1045`, `…, AvdH 721`. Nil when it is no Aanhangsel. Behind
    /// no more than `Tweede Kamer, vergaderjaar 2023–2024` a number alone is that of the page.
    static func afterYear(
        _ reading: inout Reading, _ year: Vergaderjaar, isFirstChamber: Bool = false,
        evidence: KamerstukNumbers.Evidence = .expected
    ) -> [Mention]? {
        let start = reading.cursor.position
        let isPlural = reading.cursor.skip("aanhangsels")
        guard
            isPlural || reading.cursor.skip("aanhangsel") || reading.cursor.skipWord("AvdH")
                || reading.cursor.skip("Aanh.")
        else { return nil }
        let behindWord = reading.cursor.position
        _ = title(&reading.cursor)
        reading.step("Aanhangsel", from: start)
        // A page's foot says `Aanhangsel 4`; several, or the title in full, are no foot's.
        let isNoFoot = isPlural || reading.cursor.position > behindWord
        return numbers(&reading, year, isFirstChamber, isNoFoot ? .expected : evidence)
    }

    private static func numbers(
        _ reading: inout Reading, _ year: Vergaderjaar, _ isFirstChamber: Bool,
        _ evidence: KamerstukNumbers.Evidence = .expected
    ) -> [Mention] {
        let numberStart = reading.cursor.position
        let items = KamerstukNumbers.read(&reading.cursor, from: reading.start, evidence: evidence)
        guard !items.isEmpty else { return reading.stopped("a number after the year (nr. 964)") }
        reading.step("number", from: numberStart)
        let found = mentions(items, year, isFirstChamber, reading.cursor.bytes)
        return found + furtherYears(&reading, year, isFirstChamber)
    }

    /// ` en 2024/25, nr. 12`: numbers of another year.
    private static func furtherYears(
        _ reading: inout Reading, _ year: Vergaderjaar, _ isFirstChamber: Bool
    ) -> [Mention] {
        var found: [Mention] = []
        while let next = reading.cursor.attempt({ cursor -> [Mention]? in
            PaperTail.skip(&cursor)
            guard let (start, year) = Vergaderjaar.next(&cursor) ?? sameYear(&cursor, year) else { return nil }
            let items = KamerstukNumbers.read(&cursor, from: start, evidence: .expected)
            return items.isEmpty ? nil : mentions(items, year, isFirstChamber, cursor.bytes)
        }) {
            if let start = next.first?.range.lowerBound { reading.step("numbers of another year", from: start) }
            found += next
        }
        return found
    }

    /// ` en idem, nr. 431`, and behind a date ` en nr. 431`: the year before it.
    private static func sameYear(_ cursor: inout Cursor, _ year: Vergaderjaar) -> (Int, Vergaderjaar)? {
        cursor.attempt { cursor in
            guard ListJoiner.read(&cursor) != nil || cursor.skipBlanks() else { return nil }
            let start = cursor.position
            guard cursor.skipWord(of: ["idem", "ibidem"]) || KamerstukNumbers.isLabelled(cursor) else { return nil }
            return (start, year)
        }
    }

    /// ` van de Handelingen der Tweede Kamer II`: what may stand between the word and the year. True for the Eerste Kamer.
    private static func title(_ cursor: inout Cursor) -> Bool {
        var isFirst = false
        while true {
            let start = cursor.position
            cursor.skipSeparators(or: "(-")
            if cursor.skipWord(of: ["I", "EK", "Eerste Kamer"]) {
                isFirst = true
                continue
            }
            if cursor.skipWord(of: [
                "van de", "van", "bij de", "der", "tot de", "Handelingen", "Hand", "II", "TK", "Tweede Kamer",
                "Staten-Generaal",
            ]) {
                continue
            }
            cursor.position = start
            return isFirst
        }
    }

    private static func mentions(
        _ items: [KamerstukNumbers.Item], _ year: Vergaderjaar, _ isFirstChamber: Bool, _ bytes: Bytes
    ) -> [Mention] {
        items.compactMap { item in
            guard item.number.allSatisfy(\.isNumber) else { return nil }
            return Mention(
                id: "ah-\(isFirstChamber ? "ek" : "tk")-\(year.id)-\(item.number)", range: item.range,
                locator: item.locator,
                doubts: year.doubts(in: bytes))
        }
    }
}

extension SourceKind {
    static let aanhangsel = SourceKind(
        name: "aanhangsel", summary: "another answer to written questions",
        example: "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 964",
        look: Look(shape: "tab", fill: "#E3F2EC", line: "#009E73", name: "Aanhangsel"),
        isRegistered: true, bibliography: Bibliography("report"),
        grammars: { _ in [Aanhangsel.grammar] },
        owns: { $0.hasPrefix("ah-") }, page: official,
        label: { id, _ in
            let parts = id.split(separator: "-")
            guard parts.count == 4, parts[2].count == 8 else { return id }
            return "Aanhangsel \(parts[2].prefix(4))-\(parts[2].suffix(4)), nr. \(parts[3])"
        })
}
