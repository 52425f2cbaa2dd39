import DutchText

/// Text whose line ends became spaces (letters of the Algemene Rekenkamer, one-line dumps): where its lines were.
enum FlattenedText {
    /// Offsets where a line ended or began, unsorted.
    static func cuts(in bytes: Bytes, _ range: Range<Int>) -> [Int] {
        gaps(in: bytes, range) + gluedNotes(in: bytes, range)
    }

    /// `… zal helpen? 1Rtl-4 uitzending`: a note's number glued to its text, next in line. A heading (`Antwoord 1In`)
    /// looks the same but for the word before it.
    private static func gluedNotes(in bytes: Bytes, _ range: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        var from = range.lowerBound + 1
        while from < range.upperBound, let index = bytes.first(in: from..<range.upperBound, EightBytes.digits) {
            from = index + 1
            guard bytes[index - 1].isBlank else { continue }
            var cursor = Cursor(bytes, in: index..<range.upperBound)
            guard cursor.number(most: 2) == cuts.count + 1,
                bytes.isCapital(at: cursor.position) || cursor.current == 0xC2
            else { continue }
            let word = bytes[range.lowerBound..<index - 1].suffix(12).split(separator: Byte.space).last
            if let word, ["Antwoord", "Vraag", "en"].contains(where: { word.elementsEqual($0.utf8) }) { continue }
            cuts.append(index)
        }
        return cuts
    }

    /// Titles and numbers of pages that stand within the text, unsorted.
    static func furniture(in bytes: Bytes, _ range: Range<Int>) -> [Range<Int>] {
        let issue = IssueNumber.length(in: bytes, at: range.lowerBound).map { range.lowerBound..<range.lowerBound + $0 }
        let single = [issue, masthead(in: bytes, range)].compactMap(\.self)
        return RunningHead.all(in: bytes, range) + pageNumbers(in: bytes, range) + single
    }

    /// `Tweede Kamer der Staten-Generaal 2Vergaderjaar 2011–2012 Aanhangsel van de Handelingen Vragen gesteld door … 1035`
    private static func masthead(in bytes: Bytes, _ range: Range<Int>) -> Range<Int>? {
        let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 500)
        guard let start = bytes.firstIndex(of: "Tweede Kamer der Staten-Generaal", in: head),
            let years = bytes.firstIndex(of: "Vergaderjaar", in: start..<head.upperBound), years - start < 45,
            let end = bytes.firstIndex(of: "regering gegeven antwoorden", in: years..<head.upperBound)
        else { return nil }
        var cursor = Cursor(bytes, in: end + 27..<head.upperBound)
        cursor.skipBlanks()
        _ = cursor.number()
        return start..<cursor.position
    }

    /// Whether an empty line stood here: four blanks or more.
    static func hasGap(in bytes: Bytes, before offset: Int) -> Bool {
        offset >= 4 && bytes[offset - 4..<offset].allSatisfy { $0 == Byte.space }
    }

    /// Two blanks or more stand for a line end, in texts that have them at every line.
    private static func gaps(in bytes: Bytes, _ range: Range<Int>) -> [Int] {
        var cuts: [Int] = []
        var index = range.lowerBound
        while index + 1 < range.upperBound, let found = bytes.first(in: index..<range.upperBound - 1, Self.twoSpaces) {
            index = found
            guard bytes[index] == Byte.space, bytes[index + 1] == Byte.space else {
                index += 1
                continue
            }
            while index < range.upperBound, bytes[index] == Byte.space { index += 1 }
            cuts.append(index)
        }
        return cuts.count * 300 > range.count ? cuts : []
    }

    private static func twoSpaces(_ word: UInt64) -> UInt64 {
        let spaces = EightBytes.equal(word, Byte.space)
        return spaces & (spaces >> 8 | 1 << 63)
    }

    /// Whether lines left a sign by which the notes at the foot of a page can be told.
    static func hasLines(_ bytes: Bytes) -> Bool {
        !gaps(in: bytes, bytes.indices).isEmpty || !PageFoot.all(in: bytes).isEmpty
    }

    /// `3/22`: page numbers count up to the same last page.
    private static func pageNumbers(in bytes: Bytes, _ range: Range<Int>) -> [Range<Int>] {
        var found: [(range: Range<Int>, page: Int, of: Int)] = []
        var index = range.lowerBound + 1
        while index + 1 < range.upperBound, let slash = bytes.first(Byte.slash, in: index..<range.upperBound - 1) {
            index = slash
            defer { index += 1 }
            guard bytes[index - 1].isDigit, bytes[index + 1].isDigit else { continue }
            var start = index
            while start > range.lowerBound, bytes[start - 1].isDigit { start -= 1 }
            var cursor = Cursor(bytes, in: start..<range.upperBound)
            guard start == range.lowerBound || bytes[start - 1].isBlank, let page = cursor.number(most: 2),
                cursor.skip(Byte.slash), let last = cursor.number(most: 2), page <= last, last > 1,
                cursor.isAtEnd || cursor.current?.isBlank == true
            else { continue }
            found.append((start..<cursor.position, page, last))
        }
        // Only one last page can be the right one: the one most numbers agree on, counting up.
        let last = Dictionary(grouping: found, by: \.of).max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
        guard let last, last.value.count > 1 || last.value.contains(where: { $0.page == last.key }) else { return [] }
        var previous = 0
        return last.value.compactMap { number in
            guard number.page > previous else { return nil }
            previous = number.page
            return number.range
        }
    }
}

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
