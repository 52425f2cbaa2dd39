/// The sentence around a place, as a reader would quote it.
package enum Sentence {
    /// A sentence longer than this on one side of the place is cut there.
    private static let reach = 700

    /// The sentence of `run` that holds `range`.
    package static func around(_ range: Range<Int>, in bytes: Bytes, run: Range<Int>) -> String {
        plain(bytes[self.range(around: range, in: bytes, run: run)])
    }

    /// Where that sentence stands.
    package static func range(around range: Range<Int>, in bytes: Bytes, run: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        let first = max(run.lowerBound, start - reach)
        while start > first, !ends(bytes, before: start, in: run) { start -= 1 }
        // A long one is cut between words.
        if start == first, !ends(bytes, before: start, in: run) {
            start = bytes.first(in: start..<range.lowerBound, isBlank) ?? range.lowerBound
        }
        var end = range.upperBound
        let last = min(run.upperBound, end + reach)
        if end > run.lowerBound {
            // Sentences end before a blank alone.
            while end < last {
                let blank = bytes.first(in: end..<last, isBlank)
                if blank == nil, last < run.upperBound, end > range.upperBound { break }
                end = blank ?? last
                if end == last || ends(bytes, before: end, in: run) { break }
                end += 1
            }
        }
        while start < end, bytes[start].isContinuation { start += 1 }
        while end < bytes.count, end > start, bytes[end].isContinuation { end -= 1 }
        return start..<end
    }

    /// Where the sentence that holds `place` starts, for grammars that look back.
    package static func start(before place: Int, in bytes: Bytes, floor: Int) -> Int {
        var start = place
        let first = max(floor, start - reach)
        while start > first, !ends(bytes, before: start, in: floor..<bytes.count) { start -= 1 }
        return start
    }

    /// Whether a sentence ended just before `place`.
    @inline(__always)
    private static func ends(_ bytes: Bytes, before place: Int, in run: Range<Int>) -> Bool {
        // Most places are within a word.
        if place > run.lowerBound, place < run.upperBound, !bytes[place].isBlank { return false }
        return endsAtBlank(bytes, before: place, in: run)
    }

    @inline(never)
    private static func endsAtBlank(_ bytes: Bytes, before place: Int, in run: Range<Int>) -> Bool {
        guard place > run.lowerBound, place < run.upperBound else { return place == run.lowerBound }
        guard bytes[place].isBlank else { return false }
        if bytes[place - 1] == Byte.newline, bytes[place] == Byte.newline { return true }
        var sign = place - 1
        while sign > run.lowerBound, isCloser(bytes, sign) { sign -= 1 }
        guard bytes[sign] == Byte.dot || bytes[sign] == Byte.question || bytes[sign] == Byte.exclamation else {
            return closesHead(bytes, before: place, in: run)
        }
        var next = place
        while next < run.upperBound, bytes[next].isBlank { next += 1 }
        guard next < run.upperBound else { return true }
        let opens = !bytes[next].isLower && !bytes[next].isDigit
        return opens && (bytes[sign] != Byte.dot || !isAbbreviation(bytes, endingAt: sign, in: run))
    }

    private static func isCloser(_ bytes: Bytes, _ place: Int) -> Bool {
        switch bytes[place] {
        case Byte.quote, Byte.apostrophe, Byte.closeParen, Byte.closeBracket: true
        default: false
        }
    }

    /// `nr.`, `o.a.`, `dhr.`, `J.`: the full stop belongs to the word.
    private static func isAbbreviation(_ bytes: Bytes, endingAt dot: Int, in run: Range<Int>) -> Bool {
        var start = dot
        while start > run.lowerBound, bytes[start - 1].isASCIILetter || bytes[start - 1] == Byte.dot { start -= 1 }
        let word = bytes[start..<dot]
        if word.contains(Byte.dot) { return true }
        // `36 021, B.` ends with a paper of the Eerste Kamer, `de heer J.` with no more than a name's first letter.
        if word.count == 1 {
            let isPaper = start - 3 >= run.lowerBound && bytes[start - 1].isBlank && bytes[start - 2] == Byte.comma
            return !isPaper || !bytes[start - 3].isDigit
        }
        return abbreviations.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static let abbreviations: Set<String> = [
        "nr", "nrs", "no", "art", "artt", "blz", "pag", "jl", "dhr", "mevr", "mw", "mr", "dr", "drs", "ir", "ing",
        "prof", "bijv",
        "bv", "ca", "vgl", "stb", "stcrt", "trb", "resp", "incl", "excl", "evt", "par", "hfst", "jo", "red", "jr", "sr",
        "st",
    ]

    /// Space, tab, line ends, and other signs below them, of which `ends` is asked too.
    private static func isBlank(_ word: UInt64) -> UInt64 { EightBytes.below(word, Byte.space + 1) }

    /// What is not copied as it is: blanks but for a single space, and hyphens.
    private static func isBreak(_ word: UInt64) -> UInt64 {
        let spaces = EightBytes.equal(word, Byte.space)
        // Of the last byte the next one is not known.
        return EightBytes.below(word, Byte.space) | EightBytes.equal(word, Byte.hyphen) | spaces
            & (spaces >> 8 | 1 << 63)
    }

    /// Whether a word is broken at a place: a hyphen at the end of a line, between small letters.
    @inline(__always)
    package static func isBroken(_ bytes: Bytes, at place: Int, in range: Range<Int>) -> Bool {
        bytes[place] == Byte.hyphen && place + 2 < range.upperBound && bytes[place + 1] == Byte.newline
            && bytes[place + 2].isLower && place > range.lowerBound && bytes[place - 1].isLower
    }

    /// Text on one line: breaks become blanks, words that were broken at a line's end are whole again.
    package static func plain(_ bytes: Slice<Bytes>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        let whole = bytes.base
        var index = bytes.startIndex
        while index < bytes.endIndex {
            // One blank is enough; words with one between them are copied in one piece.
            while index < bytes.endIndex, bytes[index] == Byte.space, text.isEmpty || text.last == Byte.space {
                index += 1
            }
            let end = whole.first(in: index..<bytes.endIndex, isBreak) ?? bytes.endIndex
            whole.copy(index..<end, to: &text)
            guard end < bytes.endIndex else { break }
            index = end
            let byte = bytes[index]
            if isBroken(whole, at: index, in: bytes.startIndex..<bytes.endIndex) {
                index += 2
                continue
            }
            if byte.isBlank {
                let joins = text.last == Byte.hyphen && byte == Byte.newline
                if !joins, text.last != Byte.space, !text.isEmpty { text.append(Byte.space) }
            } else {
                text.append(byte)
            }
            index += 1
        }
        if text.last == Byte.space { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Where the head of a letter that lost its lines ends: no full stop tells.
extension Sentence {
    private static let longestSalutation = 60

    /// Whether what comes behind the blank at `place` opens a sentence: the subject behind `BETREFT`, and what follows a
    /// salutation.
    static func closesHead(_ bytes: Bytes, before place: Int, in run: Range<Int>) -> Bool {
        guard place + 1 < run.upperBound, bytes[place + 1].isUpper else { return false }
        if bytes[place - 1] == Byte.comma { return closesSalutation(bytes, before: place, in: run) }
        return bytes[run.lowerBound..<place].suffix(8).elementsEqual(" BETREFT".utf8)
    }

    /// `Geachte mevrouw Verbeet,`
    private static func closesSalutation(_ bytes: Bytes, before place: Int, in run: Range<Int>) -> Bool {
        let start = max(run.lowerBound, place - longestSalutation)
        return bytes.firstIndex(of: "Geachte ", in: start..<place).map { !bytes[$0..<place - 1].contains(Byte.comma) }
            ?? false
    }
}
