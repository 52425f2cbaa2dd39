import DutchText

/// The search for the next note of one notation on one page, and for the line where it ends.
struct NoteSearch {
    let bytes: Bytes
    let lines: [Line]
    let notation: NoteNotation
    /// How its notes may be called.
    let styles: [NoteNotation]
    let openings: NoteStarts
    let callers: MarkerIndex
    let page: NotePage
    let lastPage: NotePage
    /// Its markers stand from this line on.
    let scope: Int
    /// The number next in line.
    let expected: Int
    let isGlued: Bool?

    typealias Opening = (line: Int, number: Int)

    /// The line that opens the next note: its number is next in line, and its marker stands before it. One or two
    /// numbers may have been lost, and the count may start anew.
    func next(from: Int) -> Opening? {
        let numbers = (expected > 1 ? [1] : []) + [expected, expected + 1, expected + 2, expected + 3]
        let openings: [Opening] = numbers.compactMap { number in called(number, from: from).map { ($0, number) } }
        guard let first = openings.min(by: { $0.line < $1.line }) else {
            return uncalled(from: from).map { ($0, expected) }
        }
        return first.number > expected ? skipped(before: first, from: from) : first
    }

    /// The first line from `from` on that opens a number whose marker stands before it.
    private func called(_ number: Int, from: Int) -> Int? {
        guard let caller = callers.first(of: number, styles, in: scope..<page.lines.upperBound) else { return nil }
        let range = max(from, caller + 1)..<max(from, caller + 1, page.lines.upperBound)
        if range.lowerBound == from, opens(number, at: from), isBehindNote(from), fits(from) { return from }
        if let line = openings.lines(of: number, in: range).first(where: { isFree($0) && !isOutdone(number, at: $0) }) {
            return line
        }
        guard let last = openings.last(of: number, in: range), isFree(last) else { return nil }
        // `item⏎4 is dat toegelicht`
        let isWanted =
            notation == .plain && last > 0 && !opensText(last)
            && NoteBoundary(bytes).wantsNumber(lines[last - 1].range)
        return page.hasFoot && !isWanted || cutsSentence(number, at: last) && !isOutdone(number, at: last)
            ? last : nil
    }

    /// Whether a line in the middle of a sentence opens a note all the same: it opens as a text does, and its sign is none
    /// of a sentence's own, or it holds what notes hold, or the next note follows.
    private func cutsSentence(_ number: Int, at line: Int) -> Bool {
        let above = lines[line - 1].range
        let sign = bytes[above.upperBound - 1]
        guard opensText(line) else { return false }
        // `De uitkomst is bekend;⏎[1] Havenbode, https://…`: among items of a list, only what holds a source.
        if sign == Byte.colon || sign == Byte.semicolon {
            let isItem = sign == Byte.colon && notation != .bracket && notation != .superscript && !opensGlued(line)
            let isNextCited = nextOpening(number, below: line).map(holdsSource) == true
            return isItem ? holdsSource(line) && isNextCited : holdsSource(line) || isNextCited
        }
        // No sentence writes a number that way.
        if notation == .bracket || notation == .superscript { return true }
        let isWanted = NoteBoundary(bytes).wantsNumber(above)
        if !isWanted, notation == .numbered { return true }
        let isCited = holdsSource(line)
        if isCited, !isWanted { return true }
        guard let next = nextOpening(number, below: line) else { return false }
        let isCalled = { callers.first(of: $0, styles, in: scope..<line, likely: $1) != nil }
        let isSure = isCalled(number, true) || holdsSource(next) || notation == .plain && opensGlued(line)
        return isCalled(number + 1, !isSure)
    }

    /// Where the next note opens; one that cites papers may have many lines.
    private func nextOpening(_ number: Int, below line: Int) -> Int? {
        openings.first(of: number + 1, in: line + 1..<max(line + 1, min(line + 10, page.lines.upperBound)))
    }

    /// `2 Havenbode, 12 mei 2023,⏎https://…`, `2 Zie Kamerstuk 35 165, nr. 97`
    private func holdsSource(_ line: Int) -> Bool {
        let text = lines[line].range.lowerBound..<lines[min(line + 1, page.lines.upperBound - 1)].range.upperBound
        let names: [StaticString] = ["http", "www.", "Kamerstuk", "Aanhangsel", "Handelingen", "kst-", "ah-tk-"]
        return names.contains { bytes.firstIndex(of: $0, in: text) != nil }
    }

    /// A marker may be lost; the note is still one when it is next in line and opens as a text does, or when the note
    /// behind it is called.
    private func uncalled(from: Int) -> Int? {
        guard notation != .parenthesis, notation != .numbered else { return nil }
        let range = from..<page.lines.upperBound
        if opens(expected, at: from), isBehindNote(from), isLikely(from) || isCalledBelow(expected + 1, from) {
            return from
        }
        let found = openings.lines(of: expected, in: range)
        let line = notation == .plain ? found.last(where: isLikely) : found.first(where: isLikely)
        guard let line, !isOutdone(expected, at: line) else { return nil }
        // Below an item with the number before, which is no note, stands the next item of its list.
        let item = openings.last(of: expected - 1, in: from..<line)
        return item.map { lines[$0].role == .body } == true ? nil : line
    }

    private func isCalledBelow(_ number: Int, _ line: Int) -> Bool {
        callers.first(of: number, styles, in: scope..<line, likely: true) != nil
            && openings.last(of: number, in: line + 1..<page.lines.upperBound) != nil
    }

    private func isLikely(_ line: Int) -> Bool {
        isFree(line) && (notation != .plain || expected > 1 && opensText(line))
    }

    /// Notes whose markers were lost stand above the one that was found, and nothing stands between.
    private func skipped(before found: Opening, from: Int) -> Opening {
        var first = found
        while first.number > expected {
            let number = first.number - 1
            let range = from..<first.line
            let above = openings.lines(of: number, in: range).last ?? (opens(number, at: from) ? from : nil)
            guard let above, above < first.line, isFree(above), end(of: above, number) == first.line else { break }
            first = (above, number)
        }
        return first
    }

    private func isFree(_ line: Int) -> Bool { lines[line].role == .body && fits(line) }

    private func isBehindNote(_ line: Int) -> Bool {
        if line > 0, case .note = lines[line - 1].role { return true }
        return false
    }

    private func opens(_ number: Int, at line: Int) -> Bool {
        guard lines[line].role == .body else { return false }
        var cursor = Cursor(bytes, in: lines[line].range)
        return notation.opening(&cursor) == number
    }

    private func fits(_ line: Int) -> Bool { notation != .plain || isGlued == nil || isGlued == opensGlued(line) }

    func opensGlued(_ line: Int) -> Bool {
        var cursor = Cursor(bytes, in: lines[line].range)
        return notation.opening(&cursor) != nil && bytes[cursor.position - 1].isDigit
    }

    private func opensText(_ line: Int) -> Bool {
        var cursor = Cursor(bytes, in: lines[line].range)
        _ = notation.opening(&cursor)
        // `[1]: Waterbode`, and `1 2023 Annual report`.
        if notation == .bracket { _ = cursor.skip(Byte.colon) }
        cursor.skipBlanks()
        let start = cursor.position
        if cursor.number(most: 4) != nil, cursor.position - start == 4 {
            cursor.skipBlanks()
        } else {
            cursor.position = start
        }
        return bytes.isCapital(at: cursor.position) || cursor.current == 0xC2 || cursor.skip("http")
    }
}

// A list in an answer, and the notes themselves.
extension NoteSearch {
    /// Whether a later block that opens with the same number is likelier the notes: a list in an answer comes first,
    /// the notes at the foot of the page or the end of the letter.
    private func isOutdone(_ number: Int, at line: Int) -> Bool {
        let later = [page, lastPage].compactMap { page -> (line: Int, page: NotePage)? in
            openings.lines(of: number, in: line + 1..<max(line + 1, page.lines.upperBound)).last { isFree($0) }.flatMap
            {
                page.lines.contains($0) ? ($0, page) : nil
            }
        }
        return later.contains { other in
            callers.first(of: number, styles, in: line + 1..<other.line, likely: true) == nil
                && standing(number, at: other.line, on: other.page) >= standing(number, at: line, on: page)
        }
    }

    /// How much a block looks like one of notes: each of its numbers has a marker, and nothing stands below it.
    private func standing(_ number: Int, at line: Int, on page: NotePage) -> Int {
        var standing = page.hasFoot ? 2 : 0
        var next = line
        var number = number
        while number < 1000 {
            let isCalled = callers.first(of: number, styles, in: scope..<next, likely: true) != nil
            standing += isCalled ? 1 : -1
            let following = next + 1..<max(next + 1, page.lines.upperBound)
            guard let line = openings.lines(of: number + 1, in: following).first else { break }
            (next, number) = (line, number + 1)
        }
        return standing
    }

    /// The line behind the last one of a note.
    func end(of first: Int, _ number: Int) -> Int {
        var next = first + 1
        while next < page.lines.upperBound, lines[next].role == .body, !ends(number, before: next, first) { next += 1 }
        return next
    }

    private func ends(_ number: Int, before index: Int, _ first: Int) -> Bool {
        let last = lines[index - 1].range
        let isNumber = notation != .bracket && notation != .superscript && NoteBoundary(bytes).wantsNumber(last)
        if !isNumber, opensNext(number, at: index, first) { return true }
        guard lines[index].blankBefore else {
            let sentence = CutSentence(bytes, lines, by: first)
            return sentence?.goesOn(at: index) ?? false
                || sentence?.mayGoOn(at: index) ?? false
                    && !resumesBelow(index, number, wantsNumber: sentence?.wantsNumber == true)
        }
        // A blank line ends a note, but not within a sentence or an address, and not above the foot of the page.
        let sign = bytes[last.upperBound - 1]
        if sign == Byte.comma || sign == Byte.hyphen || sign == Byte.slash { return false }
        return notation != .plain || !page.hasFoot
    }

    /// Whether the next note, or the rest of the sentence behind an empty line, stands further down: the note goes on.
    private func resumesBelow(_ index: Int, _ number: Int, wantsNumber: Bool) -> Bool {
        var next = index
        while next < page.lines.upperBound, lines[next].role == .body, next == index || !lines[next].blankBefore {
            if opens(number + 1, at: next) { return true }
            next += 1
        }
        // What is printed at the foot of the page stands between.
        while next < lines.count, lines[next].role == .furniture { next += 1 }
        guard next < lines.count, lines[next].role == .body else { return false }
        let first = bytes[lines[next].range.lowerBound]
        return wantsNumber ? first.isDigit : first.isLower
    }

    /// Whether the note after this one opens here: it opens as a text does, or a marker calls it and no later line, or
    /// the one behind it is called. One or two lost numbers are passed over to a note that is called.
    private func opensNext(_ number: Int, at index: Int, _ first: Int) -> Bool {
        guard fits(index) else { return false }
        let below = index + 1..<page.lines.upperBound
        let isCalled = { callers.first(of: $0, styles, in: scope..<first, likely: $1) != nil }
        if opens(number + 1, at: index) {
            if notation != .plain || opensText(index) { return true }
            if isCalled(number + 1, false) { return openings.last(of: number + 1, in: below) == nil }
            return isCalledBelow(number + 2, index)
        }
        return opensText(index) && [number + 2, number + 3].contains { opens($0, at: index) && isCalled($0, true) }
    }
}
