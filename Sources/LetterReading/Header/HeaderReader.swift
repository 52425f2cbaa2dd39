import DutchText
import Foundation

/// Reads the facts at the head of a letter from the text of its preamble, and the signature that may stand at its end.
struct HeaderReader {
    let bytes: Bytes
    let preamble: Range<Int>
    let closing: Range<Int>

    init(_ passage: Passage, _ text: Bytes, names: [UnitName]) {
        bytes = text
        preamble = passage.runs.first?.range ?? 0..<0
        let last = passage.runs.first { run in
            run.footnote == nil && run.units.contains { names[$0] == .closing || names[$0] == .body }
        }
        closing = last?.range ?? 0..<0
    }

    /// Reads what stands above the text, on the paper itself.
    private init(letterhead: Bytes) {
        (bytes, preamble, closing) = (letterhead, letterhead.indices, 0..<0)
    }

    /// - Parameters:
    ///   - issue: the letter's number in the Aanhangsel, when its masthead or page foot prints one.
    ///   - letterhead: what the paper prints above the text.
    ///   - facts: what the file's own description says, or a record beside it, where the text says nothing.
    func header(issue: String?, letterhead: [UInt8], facts: Document.Facts) -> LetterHeader {
        var header = LetterHeader()
        header.aanhangsel = issue ?? facts.aanhangsel
        header.askers = askers()
        if header.askers.isEmpty { header.askers = facts.askers.map { LetterHeader.Asker(name: $0, party: nil) } }
        header.ministers = ministers()
        header.ministry = ministry(header) ?? facts.ministry
        if header.ministers.isEmpty { header.ministers = facts.ministers }
        header.zaken = zaken()
        if header.zaken.isEmpty { header.zaken = facts.zaken }
        let dateWords: [StaticString] = ["Datum", "DATUM", "datum", "D A T U M"]
        let printed = letterhead.reading { bytes in
            let reader = HeaderReader(letterhead: bytes)
            return (date: reader.date(after: dateWords), subject: reader.subject())
        }
        header.answered =
            date(after: ["ontvangen"]) ?? date(after: dateWords) ?? openingDate() ?? printed.date
            ?? facts.answered
        header.submitted =
            submitted(year: header.zaken.first.flatMap { Int($0.prefix(4)) }, answered: header.answered)
            ?? facts.submitted
        if header.aanhangsel == nil, let answered = header.answered { header.aanhangsel = shortNumber(answered) }
        header.subject = subject() ?? printed.subject ?? facts.subject
        return header
    }

    func cursor(after words: StaticString) -> Cursor? {
        bytes.firstIndex(of: words, in: preamble).map { found in
            Cursor(bytes, in: found + words.utf8CodeUnitCount..<preamble.upperBound)
        }
    }

    private func zaken() -> [String] {
        var found: [String] = []
        var known: Set<String> = []
        var place = preamble.lowerBound + 4
        while place < preamble.upperBound, let index = bytes.first(UInt8(ascii: "Z"), in: place..<preamble.upperBound) {
            place = index + 1
            var cursor = Cursor(bytes, in: index - 4..<min(index + 9, preamble.upperBound))
            let year = cursor.number(most: 4) ?? 0
            guard (2000...2099).contains(year), cursor.skip(UInt8(ascii: "Z")) else { continue }
            // `2021Z 08812`
            cursor.skipBlanks()
            let digits = bytes[cursor.position..<cursor.end].prefix { $0.isDigit }
            guard digits.count == 5 else { continue }
            let id = "\(year)Z" + String(decoding: digits, as: UTF8.self)
            if known.insert(id).inserted { found.append(id) }
        }
        return found
    }

    /// `AH 599` on the first line, of the parliamentary year in which the letter was answered; nil in the days when one
    /// year ends and the next begins.
    private func shortNumber(_ answered: String) -> String? {
        var cursor = Cursor(bytes, in: preamble)
        cursor.skipBlanks()
        let day = answered.split(separator: "-").compactMap { Int($0) }
        guard day.count == 3, cursor.skip("AH "), let number = cursor.number(most: 5), number > 0,
            cursor.isAtEnd || cursor.current?.isBlank == true, day[1] != 9 || !(15...21).contains(day[2])
        else { return nil }
        let first = (day[1], day[2]) < (9, 15) ? day[0] - 1 : day[0]
        return "ah-tk-\(first)\(first + 1)-\(number)"
    }

    private func subject() -> String? {
        let end = ["Geachte", "Hierbij"].compactMap { (word: StaticString) in bytes.firstIndex(of: word, in: preamble) }
            .min()
        for word: StaticString in ["Betreft", "betreft", "Onderwerp"] {
            guard let behind = label(word, before: end ?? preamble.upperBound) else { continue }
            let ends: [StaticString] = [
                "Geachte", "UW KENMERK", "U W", "ons kenmerk", "\n\n", "Hierbij", "\nDatum", " Datum ",
            ]
            if let text = text(from: behind, to: ends) { return text }
        }
        guard let sent = bytes.firstIndex(of: "(ingezonden", in: preamble) else { return nil }
        // The first one says what about, wherever its line ends: `een bericht en een uitzending over dit onderwerp`.
        var place = preamble.lowerBound
        while let about = bytes.firstIndex(of: "over", in: place..<sent) {
            place = about + 4
            guard about > preamble.lowerBound, bytes[about - 1].isBlank, bytes[place].isBlank else { continue }
            return bytes.words(place..<sent)
        }
        return nil
    }

    /// Behind a label, in capitals too; where a line opens also with blanks between its letters: `B ETR EF T`. In small
    /// letters the word is a label only there: `wat dit betreft` is none.
    private func label(_ word: StaticString, before end: Int) -> Int? {
        let first = word.utf8Start[0]
        var place = preamble.lowerBound
        while place < end, let found = bytes.first(in: place..<end, { Self.opens($0, first) }) {
            place = found + 1
            let opensLine = found == preamble.lowerBound || bytes[found - 1] == Byte.newline
            guard bytes[found].lowered == first.lowered, opensLine || bytes[found] == first && first.isUpper,
                opensLine || !bytes.hasLetter(before: found)
            else { continue }
            var cursor = Cursor(bytes, in: found + 1..<end)
            let isRead = (1..<word.utf8CodeUnitCount).allSatisfy { index in
                if opensLine { _ = cursor.skip(Byte.space) }
                guard cursor.current?.lowered == word.utf8Start[index].lowered else { return false }
                cursor.position += 1
                return true
            }
            if isRead, !bytes.isLetter(at: cursor.position) { return cursor.position }
        }
        return nil
    }

    private static func opens(_ word: UInt64, _ letter: UInt8) -> UInt64 {
        EightBytes.equal(word, letter.lowered) | EightBytes.equal(word, letter.lowered & 0xDF)
    }

    private func text(from start: Int, to ends: [StaticString]) -> String? {
        let from = bytes[start..<preamble.upperBound].firstIndex { !$0.isBlank && $0 != Byte.colon } ?? start
        let end =
            ends.compactMap { bytes.firstIndex(of: $0, in: from..<preamble.upperBound) }.min() ?? preamble.upperBound
        let text = bytes.words(from..<min(end, from + 600))
        // `Beantwoording vragen van het lid Dassen (Volt) over het artikel …` is about the article.
        return text.reading { words in
            let all = 0..<words.count
            guard words.holdsAnswering,
                let start = words.firstIndex(of: " over ", in: all).map({ $0 + 6 })
                    ?? words.firstIndex(of: " bij ", in: all).map({ $0 + 5 })
            else {
                return text.isEmpty ? nil : text
            }
            let end = start < words.count && words[words.count - 1] == Byte.dot ? words.count - 1 : words.count
            return String(decoding: words[start..<end], as: UTF8.self)
        }
    }

}

/// When the letter was answered and its questions sent in.
extension HeaderReader {
    func date(after words: [StaticString]) -> String? {
        for word in words {
            guard var cursor = cursor(after: word) else { continue }
            let start = cursor.position
            while cursor.position - start < 24, let byte = cursor.current {
                // `2 mei` within `32 mei` is no date.
                if byte.isDigit, cursor.peek(-1)?.isDigit != true, let date = DutchDate.read(&cursor),
                    let year = date.year
                {
                    return DutchDate.iso(year, date.month, date.day)
                }
                cursor.position += 1
            }
        }
        return nil
    }

    /// A date above the subject line, where no word says what it is.
    func openingDate() -> String? {
        let end =
            ["Betreft", "BETREFT", "betreft", "Geachte", "Hierbij", "Vragen van"].compactMap { (word: StaticString) in
                bytes.firstIndex(of: word, in: preamble)
            }.min() ?? preamble.lowerBound
        var cursor = Cursor(bytes, in: preamble.lowerBound..<end)
        while !cursor.isAtEnd, let digit = bytes.first(in: cursor.position..<cursor.end, EightBytes.digits) {
            cursor.position = digit
            if cursor.peek(-1)?.isDigit != true, let date = DutchDate.read(&cursor), let year = date.year {
                return DutchDate.iso(year, date.month, date.day)
            }
            cursor.position += 1
        }
        return nil
    }

    /// `ingezonden op 6 juni met kenmerk 2025Z11547`: the year may have to come from the kenmerk or from the answer. Else
    /// `In antwoord op uw brief van 8 juli 2024`.
    func submitted(year known: Int?, answered: String?) -> String? {
        guard var cursor = cursor(after: "ingezonden") else { return date(after: ["uw brief van"]) }
        let start = cursor.position
        while cursor.position - start < 16, cursor.current?.isDigit == false { cursor.position += 1 }
        guard let date = DutchDate.read(&cursor) else { return nil }
        var year = date.year ?? known
        if year == nil, let answered, let last = Int(answered.prefix(4)) {
            year = DutchDate.iso(last, date.month, date.day) <= answered ? last : last - 1
        }
        // `29 februari` may be no day of the year that it must be of.
        guard let year, DutchDate.exists(year, date.month, date.day) else { return nil }
        return DutchDate.iso(year, date.month, date.day)
    }

    /// Where the header has the form of a date, and the calendar no such day: `ontvangen 35 mei 2024`.
    func impossibleDays() -> [Range<Int>] {
        let words: [StaticString] = ["ontvangen", "Datum", "DATUM", "ingezonden", "uw brief van"]
        return Set(words.compactMap { cursor(after: $0).flatMap(impossibleDay) }).sorted {
            $0.lowerBound < $1.lowerBound
        }
    }

    private func impossibleDay(_ opening: Cursor) -> Range<Int>? {
        var cursor = opening
        while cursor.position - opening.position < 24, let byte = cursor.current, !byte.isDigit { cursor.position += 1 }
        let start = cursor.position
        guard start - opening.position < 24, let date = DutchDate.written(&cursor),
            !DutchDate.exists(date.year, date.month, date.day)
        else { return nil }
        return start..<cursor.position
    }
}
