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
