import DutchText

/// What a line that opens with the word for a heading says (`Vraag 3`, `Antwoord op vraag 8 en 9:`,
/// `**Toelichting:**`), before it is known whether it is one.
struct HeadingCandidate {
    enum Kind { case question, answer, closing }
    let word: Kind
    let numbers: [Int]
    let range: Range<Int>
    /// Nothing follows on its line.
    let isWhole: Bool
    /// It ends in `:`, `.` or `)`.
    var isClosed: Bool
    /// What follows opens as a sentence does: with a capital, a quotation mark, a digit.
    let opensSentence: Bool
    /// Only a heading when it is the one that is waited for: `A7:`, `Antwoord op vraag 2 van het lid Kuik`.
    var isDoubtful = false

    /// Reads a heading at the start of `range`: marks of Markdown, the word, the numbers, the closing mark.
    static func read(_ bytes: Bytes, _ range: Range<Int>) -> HeadingCandidate? {
        var cursor = Cursor(bytes, in: range)
        skipMarks(&cursor)
        let start = cursor.position
        guard start < bytes.count, mayOpen(bytes[start]) else { return nil }
        guard let word = word(&cursor) else { return letter(cursor, from: range.lowerBound) }
        skipMarks(&cursor)
        if word == .closing { return finish(cursor, .closing, [], from: range.lowerBound) }
        if word == .answer { skipOf(&cursor) }
        skipDress(&cursor)
        let isBeantwoording = bytes[start] == UInt8(ascii: "B")
        let isSpelled = cursor.current?.isDigit != true
        let numbers = HeadingNumbers.read(&cursor) ?? []
        if numbers.isEmpty, word == .question || isBeantwoording { return nil }
        let isOfMember = word == .answer && skipMember(&cursor)
        skipMarks(&cursor)
        var candidate = finish(cursor, word, numbers, from: range.lowerBound)
        if !numbers.isEmpty, isSpelled || isBeantwoording, !candidate.isWhole, !candidate.isClosed { return nil }
        candidate.isDoubtful = isOfMember || isBeantwoording
        return candidate
    }

    /// The first letters of the words that open a heading.
    private static func mayOpen(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "V"), UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "T"), UInt8(ascii: "M"): true
        default: false
        }
    }

    /// `V7:`, `A7:`.
    private static func letter(_ cursor: Cursor, from start: Int) -> HeadingCandidate? {
        var cursor = cursor
        guard let letter = cursor.current, letter == UInt8(ascii: "V") || letter == UInt8(ascii: "A") else {
            return nil
        }
        cursor.position += 1
        guard let number = cursor.number(most: 2), number > 0, cursor.current == Byte.colon else { return nil }
        var candidate = finish(cursor, letter == UInt8(ascii: "V") ? .question : .answer, [number], from: start)
        candidate.isDoubtful = true
        return candidate
    }

    /// ` van het lid Kuik (CDA)` up to the end of the line.
    private static func skipMember(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        cursor.skipBlanks()
        let rest = cursor.end - cursor.position
        if rest < 80, cursor.skipWord(of: ["van het lid", "van de leden", "van lid"]),
            !cursor.bytes[cursor.position..<cursor.end].contains(where: {
                [Byte.dot, Byte.question, Byte.comma].contains($0)
            })
        {
            cursor.position = cursor.end
            return true
        }
        cursor.position = start
        return false
    }

    private static func word(_ cursor: inout Cursor) -> Kind? {
        guard let first = cursor.current else { return nil }
        switch first.lowered {
        case UInt8(ascii: "v"): return cursor.skip("vragen") || cursor.skip("vraag") ? .question : nil
        case UInt8(ascii: "a"): return cursor.skip("antwoorden") || cursor.skip("antwoord") ? .answer : nil
        case UInt8(ascii: "b"): return cursor.skipWord("beantwoording") ? .answer : nil
        case UInt8(ascii: "t"), UInt8(ascii: "m"):
            return cursor.skipWord(of: ["Toelichting", "Mededeling"]) ? .closing : nil
        default: return nil
        }
    }

    /// `Antwoord op vraag 8`, `Antwoord vraag 7`, `Antwoord op de vragen 1 tot en met 3`.
    private static func skipOf(_ cursor: inout Cursor) {
        let start = cursor.position
        _ = cursor.skipWord(of: ["op", "bij"])
        cursor.skipBlanks()
        _ = cursor.skipWord("de")
        cursor.skipBlanks()
        _ = cursor.skipWord(of: ["vragen", "vraag"])
        cursor.skipBlanks()
        var numbers = cursor
        if HeadingNumbers.read(&numbers) == nil { cursor.position = start }
    }

    /// What may stand between the word and its number: `Vraag .1` (as a scanner reads it), `Vraag (1):`, `Vraag: 1`,
    /// `Vraag nr. 1`. The closing bracket is taken as the closing mark.
    private static func skipDress(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            if cursor.skipWord(of: ["nr", "nummer", "no"]) {
                _ = cursor.skip(Byte.dot)
            } else {
                _ = cursor.skip(Byte.dot) || cursor.skip(Byte.colon) || cursor.skip(Byte.openParen)
            }
            cursor.skipBlanks()
            return cursor.current?.isDigit == true ? true : nil
        }
    }

    private static func skipMarks(_ cursor: inout Cursor) {
        while let byte = cursor.current {
            if byte == Byte.hash || byte == Byte.star || byte == Byte.underscore || byte == Byte.greater || byte.isBlank
            {
                cursor.position += 1
            } else if byte != 0xE2 || !cursor.skip("•") {
                return
            }
        }
    }

    /// Whether nothing follows but the markers of a file's own notes: `Vraag 1[^1]`.
    private static func isMarkersOnly(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        while cursor.skip("[^"), cursor.number(most: 4) != nil, cursor.skip(Byte.closeBracket) { cursor.skipBlanks() }
        return cursor.isAtEnd
    }

    private static func finish(_ cursor: Cursor, _ word: Kind, _ numbers: [Int], from start: Int) -> HeadingCandidate {
        var cursor = cursor
        var isClosed = cursor.skip(Byte.closeParen)
        isClosed = cursor.skip(Byte.colon) || cursor.skip(Byte.dot) || isClosed
        skipMarks(&cursor)
        let end = cursor.bytes.trimmed(start..<cursor.position).upperBound
        let next = cursor.current
        let opensSentence =
            cursor.bytes.isCapital(at: cursor.position) || next == 0xE2 || next == 0xC2
            || next == Byte.quote || next == Byte.apostrophe || next == Byte.openParen || next?.isDigit == true
        return HeadingCandidate(
            word: word, numbers: numbers, range: start..<end, isWhole: isMarkersOnly(cursor), isClosed: isClosed,
            opensSentence: opensSentence)
    }
}

/// The numbers of a heading: `8 en 9`, and written out `één en twee`.
enum HeadingNumbers {
    private static let words: [StaticString] = [
        "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    ]

    static func read(_ cursor: inout Cursor) -> [Int]? {
        cursor.attempt { NumberList.read(&$0, style: .heading) } ?? spelled(&cursor)
    }

    private static func spelled(_ cursor: inout Cursor) -> [Int]? {
        guard let first = word(&cursor) else { return nil }
        var numbers = [first]
        while let next = cursor.attempt({ cursor -> Int? in
            let hadComma = cursor.skip(Byte.comma)
            cursor.skipBlanks()
            guard cursor.skipWord("en") || hadComma else { return nil }
            cursor.skipBlanks()
            return word(&cursor)
        }) {
            numbers.append(next)
        }
        return numbers
    }

    /// `een` without its accents is an article, and no number here.
    private static func word(_ cursor: inout Cursor) -> Int? {
        if cursor.skipWord("één") || cursor.skipWord("Eén") { return 1 }
        return words.firstIndex { cursor.skipWord($0) }.map { $0 + 2 }
    }
}

/// Headings in the middle of a flattened line: `… (Kamerstuk 25 087, nr. 78) Vraag 13 10/22 Kan de stelling …`. Such a
/// word is a heading when the sentence before it ended and its number is new.
enum InlineHeadings {
    /// Offsets before and after each heading, in order.
    static func cuts(in bytes: Bytes, _ range: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        var asked: Set<Int> = []
        var open: [Int] = []
        for place in places(in: bytes, range) {
            let end = min(range.upperBound, place + 60)
            guard let candidate = HeadingCandidate.read(bytes, place..<end),
                candidate.word == .closing || candidate.opensSentence || candidate.isClosed
            else { continue }
            switch candidate.word {
            case .question:
                guard let first = candidate.numbers.first, !asked.contains(first), first <= (asked.max() ?? 0) + 8,
                    endsSentence(bytes, before: place) || first == (asked.max() ?? 0) + 1
                else { continue }
                asked.formUnion(candidate.numbers)
                open = candidate.numbers
            case .answer:
                guard !candidate.numbers.isEmpty, candidate.numbers == open else { continue }
            case .closing:
                guard !asked.isEmpty, endsSentence(bytes, before: place) else { continue }
            }
            cuts += [place, candidate.range.upperBound]
        }
        return cuts
    }

    private static func places(in bytes: Bytes, _ range: Range<Int>) -> [Int] {
        var places: [Int] = []
        var from = range.lowerBound
        while from < range.upperBound, let index = bytes.first(in: from..<range.upperBound, mayOpen) {
            from = index + 1
            if index == range.lowerBound || !bytes.hasLetter(before: index) { places.append(index) }
        }
        return places
    }

    private static func mayOpen(_ word: UInt64) -> UInt64 {
        EightBytes.equal(word, UInt8(ascii: "V")) | EightBytes.equal(word, UInt8(ascii: "A"))
            | EightBytes.equal(word, UInt8(ascii: "T"))
            | EightBytes.equal(word, UInt8(ascii: "M"))
    }

    /// Whether the last sign before `place` ends a sentence or stands in no sentence at all.
    private static func endsSentence(_ bytes: Bytes, before place: Int) -> Bool {
        var index = place - 1
        while index >= 0, bytes[index].isBlank { index -= 1 }
        guard index >= 0 else { return true }
        return !bytes.hasLetter(before: index + 1) && bytes[index] != Byte.comma && bytes[index] != Byte.hyphen
    }
}
