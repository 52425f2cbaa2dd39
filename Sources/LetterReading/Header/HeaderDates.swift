import DutchText

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
        while !cursor.isAtEnd, let digit = bytes.first(in: cursor.position..<cursor.end, Word.digits) {
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
