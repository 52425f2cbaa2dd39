import DutchText
import LetterReading

/// A letter cited by its date alone: `de brief van 9 november 2023`, `Kamerbrief d.d. 18 juli 2023`, `de brief van de minister
/// van Defensie van 21 december 2023`. Which Kamerstuk it is, only a number beside it says.
enum DatedLetter {
    static let prefix = "dated:"
    /// The word with the first letter of `van`, `aan` or `d.d.` behind it.
    private static let anchors = [" ", "\n"].flatMap { blank in ["v", "a", "d"].map { "brief" + blank + $0 } }

    static let grammar = Grammar(
        "letter by its date", .unlabelled, anchors: anchors, opensWord: false, closesText: false
    ) { reading in
        reading.cursor.position += "brief".utf8.count
        guard let date = date(&reading.cursor), let year = date.year else { return [] }
        let start = wordStart(reading)
        // In an answer that is the letter with the questions.
        guard reading.context.unit.part == .question || !isYours(reading, before: start) else { return [] }
        guard DutchDate.exists(year, date.month, date.day) else {
            let message = "“\(reading.text(start..<reading.cursor.position))” is not a valid date"
            reading.doubts.append(Doubt(code: .oddDate, message: message))
            return []
        }
        reading.step("a letter and its date", from: start)
        let day = DutchDate.iso(year, date.month, date.day)
        // A letter's own head.
        if reading.context.scanned?.letter.header.answered == day, reading.context.unit.part == .preamble { return [] }
        return [Mention(id: prefix + day, range: start..<reading.cursor.position)]
    }

    private static let longest = 100

    /// ` van 9 november 2023`, ` aan de Tweede Kamer d.d. 9 november 2023`: nothing between but sender and addressee.
    private static func date(_ cursor: inout Cursor) -> (day: Int, month: Int, year: Int?)? {
        let end = cursor.position + longest
        guard cursor.skipBlanks() else { return nil }
        var isFirst = true
        while cursor.position < end, !cursor.isAtEnd {
            let isJoint = cursor.skipWord("van")
            if isJoint || cursor.skip("d.d.") || cursor.skip("dd.") || cursor.skipWord("dd") {
                cursor.skipBlanks()
                if let date = DutchDate.written(&cursor) { return date }
                guard isJoint, cursor.current?.isDigit != true else { return nil }
            } else {
                guard !isFirst || cursor.skipWord("aan"), !cursor.skipWord(of: others), word(&cursor) || isFirst else {
                    return nil
                }
                skipComma(&cursor)
                cursor.skipBlanks()
            }
            isFirst = false
        }
        return nil
    }

    /// The comma within a ministry's name (`Volksgezondheid, Welzijn en Sport`), between two (`Buitenlandse Zaken, van
    /// Defensie en van Justitie`), or before the day (`, d.d. 4 maart`).
    private static func skipComma(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            guard cursor.skip(Byte.comma), cursor.skipBlanks() else { return nil }
            var next = cursor
            return cursor.current?.isUpper == true || next.skip("d.d") || next.skipWord("van") ? true : nil
        }
    }

    private static func word(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        while let byte = cursor.current, byte.isASCIILetter || byte >= 0x80 || byte == Byte.hyphen {
            cursor.position += 1
        }
        return cursor.position > start
    }

    /// What has a date of its own, or opens another part of the sentence.
    private static let others: [StaticString] = [
        "over", "inzake", "betreffende", "met", "waarin", "die", "dat", "is", "was", "heeft", "naar", "bij",
        "het rapport", "rapport",
        "verslag", "debat", "motie", "overleg", "advies", "verzoek", "besluit", "vragen", "antwoord", "plan", "op",
        "zullen",
        "Kamerdebat", "commissiedebat", "wet", "verdrag", "onderzoek", "uitspraak", "arrest", "vonnis", "bericht",
        "artikel",
    ]

    /// `Kamerbrief`, `Voortgangsbrief`: where the word begins.
    private static func wordStart(_ reading: Reading) -> Int {
        var start = reading.start
        while start > reading.context.floor, reading.start - start < 40,
            reading.cursor.bytes[start - 1].isASCIILetter || reading.cursor.bytes[start - 1] == Byte.hyphen
        {
            start -= 1
        }
        return start
    }

    private static func isYours(_ reading: Reading, before start: Int) -> Bool {
        let bytes = reading.cursor.bytes
        var end = start
        while end > reading.context.floor, bytes[end - 1].isBlank { end -= 1 }
        return end >= 2 && bytes[end - 2].lowered == UInt8(ascii: "u") && bytes[end - 1] == UInt8(ascii: "w")
    }

    /// `dated:2023-11-09`
    static func isID(_ id: String) -> Bool {
        let parts = id.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
            return false
        }
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == 3 && DutchDate.exists(numbers[0], numbers[1], numbers[2])
    }

    /// `2023-11-09`
    static func day(_ source: SourceID) -> String { String(source.id.dropFirst(prefix.count)) }

    /// Whether a source is one that a letter may be: `dated:2023-11-09` is kst-30821-208 where that stands beside it.
    static func mayBe(_ source: SourceID) -> Bool {
        SourceKind.dated.mayResolveTo.contains(source.kind.name)
    }

    /// No part of what a letter is about: the sentence goes on.
    static let verbs: [StaticString] = [
        "is", "zijn", "was", "waren", "heeft", "hebben", "heb", "had", "wordt", "worden", "werd", "kan", "kunnen",
        "zal", "moet", "dat", "die", "waarin", "bent", "gaf", "geeft", "staat", "geven", "gaan", "zoals", "om",
    ]

    /// ` over het zorgprestatiemodel en de zorgvraagtypering`: what the letter is about, and nothing else.
    static func isTopic(_ text: Slice<Bytes>) -> Bool {
        var cursor = Cursor(text.base, in: text.startIndex..<text.endIndex)
        guard text.count < longest, cursor.skipBlanks(), cursor.skipWord(of: FunctionWords.topics),
            !text.contains(Byte.comma)
        else {
            return false
        }
        while cursor.skipBlanks() {
            if cursor.skipWord(of: verbs) { return false }
            while cursor.current?.isBlank == false { cursor.position += 1 }
        }
        return true
    }

    /// Whether nothing but signs stands between the date and a number: `(`, `, `, ` [`.
    static func isBeside(_ between: Slice<Bytes>) -> Bool {
        between.count < 8
            && between.allSatisfy { $0.isBlank || [Byte.openParen, Byte.comma, Byte.openBracket].contains($0) }
    }
}

extension SourceKind {
    static let dated = SourceKind(
        name: "dated", summary: "a letter cited by its date alone",
        example: "de brief van 9 november 2023",
        look: Look(shape: "cylinder", fill: "#F2F2F2", line: "#777777", name: "letter by its date"),
        isQuiet: true, isWithinLetterBecause: "letters that cite the same date may mean different letters",
        mayResolveTo: ["kamerstuk", "document"],
        grammars: { _ in [DatedLetter.grammar] },
        owns: { $0.hasPrefix(DatedLetter.prefix) },
        label: { id, _ in "brief van " + DutchDate.short(String(id.dropFirst(DatedLetter.prefix.count))) },
        isWellFormed: { id, _ in DatedLetter.isID(id) })
}
