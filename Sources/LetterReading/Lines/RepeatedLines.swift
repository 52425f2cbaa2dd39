import DutchText

/// The title that stands at the top of each page of a flattened letter, in the middle of its sentences: `Antwoorden
/// Algemene Rekenkamer op vragen over EU-trendrapport 2014, Kamerstuk 33 869`. The first page after the salutation
/// shows it; what repeats it later is furniture, misread letters and all.
enum RunningHead {
    private static let openings: [StaticString] = [
        "Antwoorden Algemene Rekenkamer op vragen", "Antwoorden Algemene Rekenkamer bij vragen",
        "eantwoording vragen Tweede Kamer", "eantwoording vraag Tweede Kamer", "eantwoording Kamervragen",
    ]
    /// A head is a title: longer than this, it is text.
    private static let longest = 400
    /// A head is compared with this many others at most; more pages say nothing new.
    private static let mostCompared = 12

    static func all(in bytes: Bytes, _ range: Range<Int>) -> [Range<Int>] {
        guard let start = salutation(in: bytes, range) else { return [] }
        return openings.flatMap { opening -> [Range<Int>] in
            var places: [Int] = []
            var place = start
            while let found = bytes.firstIndex(of: opening, in: place..<range.upperBound) {
                places.append(bytes[found].isUpper || found == 0 ? found : found - 1)
                place = found + 1
            }
            return places.count < 2 ? [] : heads(at: places, in: bytes, before: range.upperBound)
        }
    }

    private static func salutation(in bytes: Bytes, _ range: Range<Int>) -> Int? {
        bytes.firstIndex(of: "Geachte", in: range)
    }

    private static func heads(at places: [Int], in bytes: Bytes, before end: Int) -> [Range<Int>] {
        let titles = places.map { title(from: $0, in: bytes, before: min(end, $0 + longest)) }
        return titles.indices.compactMap { index in
            let others = titles.indices.filter { $0 != index }.prefix(mostCompared)
            let length = others.map { common(titles[index], titles[$0], in: bytes) }.max() ?? 0
            return length == 0 ? nil : places[index]..<closing(titles[index], after: length, in: bytes)
        }
    }

    /// A title that names its report's number in brackets ends with them, however badly the middle was read.
    private static func closing(_ title: [Int], after length: Int, in bytes: Bytes) -> Int {
        let end = title[length - 1] + 1
        let isOpen = title[..<length].last { bytes[$0] == Byte.openParen || bytes[$0] == Byte.closeParen }
        let next = title[length...].prefix(140).first { bytes[$0] == Byte.openParen || bytes[$0] == Byte.closeParen }
        guard let next else { return end }
        if bytes[next] == Byte.closeParen { return isOpen.map { bytes[$0] == Byte.openParen } == true ? next + 1 : end }
        // The bracket opens behind the damage: only a number of parliament closes a title.
        var cursor = Cursor(bytes, in: next + 1..<bytes.count)
        guard isOpen == nil, cursor.skip("Tweede Kamer") || cursor.skip("Kamerstuk") || cursor.skip("vergaderjaar")
        else { return end }
        return title.first { $0 > next && bytes[$0] == Byte.closeParen }.map { $0 + 1 } ?? end
    }

    /// The places of the signs that are not blank, up to where a question or the page's number (`7/8`) stands.
    private static func title(from start: Int, in bytes: Bytes, before end: Int) -> [Int] {
        var places: [Int] = []
        var place = start
        while place < end {
            let opensWord = place == start || bytes[place - 1].isBlank
            if opensWord, place > start {
                var cursor = Cursor(bytes, in: place..<bytes.count)
                if cursor.skip("Vraag ") || (cursor.number(most: 2) != nil && cursor.skip(Byte.slash)) { break }
            }
            if !bytes[place].isBlank { places.append(place) }
            place += 1
        }
        return places
    }

    /// How many signs two heads share from the start; blanks count for nothing, and a misread letter is passed over
    /// when those behind it agree again.
    private static func common(_ left: [Int], _ right: [Int], in bytes: Bytes) -> Int {
        let most = min(left.count, right.count)
        // Most pages agree from the start, and then not at all.
        var shared = 0
        while shared < most, bytes[left[shared]] == bytes[right[shared]] { shared += 1 }
        var agreeing = shared
        var misread = 0
        for index in shared..<most {
            if bytes[left[index]] == bytes[right[index]] {
                agreeing += 1
                if agreeing > 3 || misread == 0 { (shared, misread) = (index + 1, 0) }
            } else {
                agreeing = 0
                misread += 1
                if misread > 4 { break }
            }
        }
        return shared
    }
}

/// The foot of a printed page: `Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 4`. Converters glue it to what stands
/// before and after (`…nr. 3.Tweede Kamer, …, Aanhangsel 2het uitgesloten is`), so it is searched in the whole text.
/// Where the next page starts with a digit (`Aanhangsel 12017 stelt`), the count of pages tells where the number ends.
enum PageFoot {
    /// The feet in order, each from its first word to its page number.
    static func all(in bytes: Bytes) -> [Range<Int>] {
        var feet: [Range<Int>] = []
        var lastPage = 0
        var place = 0
        while let found = bytes.firstIndex(of: "Kamer, vergaderjaar", in: place..<bytes.count) {
            place = found + 5
            let start = found - 7
            guard start >= 0 else { continue }
            var cursor = Cursor(bytes, in: start..<min(bytes.count, start + 90))
            guard cursor.skip("Tweede Kamer, vergaderjaar"), let page = page(&cursor, after: lastPage) else { continue }
            lastPage = page
            feet.append(start..<cursor.position)
            place = cursor.position
        }
        return feet
    }

    /// Reads ` 2023–2024, Aanhangsel 4` and leaves the cursor behind the page number.
    private static func page(_ cursor: inout Cursor, after last: Int) -> Int? {
        cursor.skipBlanks()
        guard cursor.number(most: 4) != nil, cursor.skipDash(), cursor.number(most: 4) != nil else { return nil }
        _ = cursor.skip(Byte.comma)
        cursor.skipBlanks()
        guard cursor.skip("Aanhangsel") else { return nil }
        cursor.skipBlanks()
        let digits = digitCount(cursor)
        guard digits > 0 else { return nil }
        let expected = String(last + 1)
        let isExpected = expected.utf8.enumerated().allSatisfy { cursor.peek($0.offset) == $0.element }
        let length = isExpected ? expected.utf8.count : min(digits, 2)
        cursor.position += length
        return isExpected ? last + 1 : last
    }

    private static func digitCount(_ cursor: Cursor) -> Int {
        var count = 0
        while cursor.peek(count)?.isDigit == true { count += 1 }
        return count
    }
}

/// The foot of a page of a Kamerstuk, which prints its own number: `Tweede Kamer, vergaderjaar 2023–2024, 36 410 VII, nr.
/// 9 4`, the page's number behind it or alone on the next line. Once, it may be a citation; the same words again with a
/// higher number behind them are feet.
enum KamerstukFoot {
    private struct Foot {
        let range: Range<Int>
        let page: Range<Int>
        let number: Int
    }

    /// The pieces of feet, in order: the words, with the page's number when it stands on their line.
    static func all(in bytes: Bytes) -> [Range<Int>] {
        var feet: [[UInt8]: [Foot]] = [:]
        var place = 0
        while let found = bytes.firstIndex(of: "Kamer, vergaderjaar", in: place..<bytes.count) {
            place = found + 5
            guard let foot = read(bytes, at: found - 7) else { continue }
            feet[bytes[foot.range].filter { !$0.isBlank }, default: []].append(foot)
            place = foot.page.upperBound
        }
        return feet.values.filter(countsUp).joined().flatMap { foot in
            bytes[foot.range.upperBound..<foot.page.lowerBound].contains(Byte.newline)
                ? [foot.range, foot.page] : [foot.range.lowerBound..<foot.page.upperBound]
        }.sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func countsUp(_ feet: [Foot]) -> Bool {
        feet.count > 1 && zip(feet, feet.dropFirst()).allSatisfy { $0.number < $1.number }
    }

    private static func read(_ bytes: Bytes, at start: Int) -> Foot? {
        guard start >= 0 else { return nil }
        var cursor = Cursor(bytes, in: start..<min(bytes.count, start + 100))
        guard cursor.skip("Tweede Kamer, vergaderjaar ") || cursor.skip("Eerste Kamer, vergaderjaar "),
            cursor.number(most: 4) != nil, cursor.skipDash(), cursor.number(most: 4) != nil, cursor.skip(", "),
            ownNumber(&cursor)
        else { return nil }
        let end = cursor.position
        guard cursor.skipBlanks() else { return nil }
        let page = cursor.position
        guard let number = cursor.number(most: 3) else { return nil }
        let isOnNextLine = bytes[end..<page].contains(Byte.newline)
        let next = bytes[cursor.position...].first { $0 == Byte.newline || !$0.isBlank }
        guard !isOnNextLine || next == nil || next == Byte.newline else { return nil }
        return Foot(range: start..<end, page: page..<cursor.position, number: number)
    }

    /// `36 410 VII, nr. 9`, `36 410, B`: a dossier with its chapter, and a number or the Eerste Kamer's letter.
    static func ownNumber(_ cursor: inout Cursor) -> Bool {
        guard cursor.current?.isDigit == true else { return false }
        while let byte = cursor.current, byte.isDigit || byte.isUpper || byte == Byte.space || byte == Byte.hyphen {
            cursor.position += 1
        }
        guard cursor.skip(", ") else { return false }
        if cursor.skip("nr. ") { return cursor.number(most: 4) != nil }
        let start = cursor.position
        while cursor.current?.isUpper == true { cursor.position += 1 }
        return (1...2).contains(cursor.position - start)
    }
}
