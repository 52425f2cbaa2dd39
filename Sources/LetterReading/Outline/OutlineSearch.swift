import DutchText

/// Finds the headings among the lines of a letter. A line that opens with `Vraag 3` may also be the middle of a
/// sentence; what is a heading is told by what follows it and by the count of questions so far.
struct HeadingReader {
    private let bytes: Bytes
    /// Numbers of the questions seen, and of those not answered yet in the order they were asked.
    private var asked: Set<Int> = []
    private var lastAsked = 0
    private var open: [Int] = []
    private var answered: Set<Int> = []
    private var isInAnswer = false
    /// Where each number stands last as a question's, among all lines that may be a heading.
    private var lastPlace: [Int: Int] = [:]
    private var notes: [Range<Int>] = []
    /// Where the numbers start again, in order: the offsets of those headings.
    private var restarts: [Int] = []
    private var section = 0
    /// Numbers of questions of another letter that an answer quotes.
    private var quoted: Set<Int> = []

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Gives heading lines their role; a line that goes on after its heading is cut in two.
    /// - Parameter notes: stretches, sorted, in which no line is a heading.
    mutating func mark(_ lines: inout [Line], except notes: [Range<Int>] = []) {
        self.notes = notes
        var candidates = candidates(lines)[...]
        var isChanged = false
        var result: [Line] = []
        result.reserveCapacity(lines.count + 64)
        for index in lines.indices {
            let known = candidates.first?.line == index ? candidates.removeFirst().candidate : nil
            let found = isChanged ? candidate(lines, index) : known
            isChanged = false
            guard lines[index].role == .body, var candidate = found else {
                if !answered.isEmpty, Signature.opens(bytes, lines, at: index) { lines[index].opens = .closing }
                result.append(lines[index])
                continue
            }
            var line = lines[index]
            if index + 1 < lines.count, let longer = joined(candidate, with: lines[index + 1]) {
                candidate = longer.candidate
                lines[index + 1].range = longer.rest
                isChanged = true
            }
            beginSection(at: line.range.lowerBound)
            guard let name = name(of: candidate, at: line.range.lowerBound) else {
                result.append(line)
                continue
            }
            line.role = .heading
            line.opens = name
            let whole = line.range
            line.range = candidate.range
            result.append(line)
            let rest = bytes.trimmed(candidate.range.upperBound..<max(whole.upperBound, candidate.range.upperBound))
            if !rest.isEmpty { result.append(Line(range: rest)) }
        }
        result.removeAll { $0.range.isEmpty }
        lines = result
        closeOnce(&lines)
    }

    private func candidate(_ lines: [Line], _ index: Int) -> HeadingCandidate? {
        let range = lines[index].range
        let note = notes.partitioningIndex { $0.upperBound > range.lowerBound }
        if note < notes.count, notes[note].lowerBound <= range.lowerBound { return nil }
        guard var candidate = HeadingCandidate.read(bytes, range) else { return nil }
        // `Vraag 3`, as the file counts it, is no word of the sentence behind it.
        if let item = lines[index].item, candidate.range.upperBound <= item.number.upperBound {
            candidate.isClosed = true
        }
        if candidate.isSmall, index > 0, !lines[index].blankBefore, lines[index - 1].role == .body,
            !endsText(lines[index - 1].range)
        {
            return nil
        }
        return candidate
    }

    /// Whether a sentence ends with the line: `… op⏎vraag 3⏎` goes on.
    private func endsText(_ line: Range<Int>) -> Bool {
        [Byte.dot, Byte.question, Byte.exclamation].contains(bytes[line.upperBound - 1])
    }

    /// The lines that may be headings, in order; notes where each number stands last.
    private mutating func candidates(_ lines: [Line]) -> [(line: Int, candidate: HeadingCandidate)] {
        var found: [(line: Int, candidate: HeadingCandidate)] = []
        for index in lines.indices where lines[index].role == .body {
            let range = lines[index].range
            guard let candidate = candidate(lines, index) else { continue }
            found.append((index, candidate))
            guard candidate.word == .question, candidate.isWhole || candidate.isClosed || candidate.opensSentence
            else { continue }
            for number in candidate.numbers { lastPlace[number] = range.lowerBound }
        }
        restarts = NumberedParts.starts(found.map { ($0.candidate, lines[$0.line].range.lowerBound) })
        return found
    }

    private mutating func beginSection(at place: Int) {
        guard restarts.first == place else { return }
        restarts.removeFirst()
        section += 1
        (asked, answered, quoted, open, lastAsked, isInAnswer) = ([], [], [], [], 0, false)
    }

    /// What stands before another question or answer closes no letter: `Toelichting:` below an answer belongs to it.
    private func closeOnce(_ lines: inout [Line]) {
        let last = lines.indices.last { lines[$0].opens.map { $0.part != .closing } == true } ?? 0
        for index in lines.indices.prefix(last) where lines[index].opens?.part == .closing {
            lines[index].opens = nil
            lines[index].role = .body
        }
    }

    /// `Vraag 3⏎4   In hoeverre …`: KOOP's text lets the list of numbers run on to the next line.
    private func joined(_ candidate: HeadingCandidate, with next: Line) -> (
        candidate: HeadingCandidate, rest: Range<Int>
    )? {
        guard candidate.isWhole, !candidate.isClosed, !next.blankBefore, next.role == .body,
            let last = candidate.numbers.last
        else { return nil }
        var cursor = Cursor(bytes, in: next.range)
        guard cursor.number(most: 3) == last + 1 else { return nil }
        let end = cursor.position
        guard cursor.skip(Byte.space), cursor.skip(Byte.space) else { return nil }
        // Two blanks alone may be those of a wide line: `4  miljoen`, or `4  Kamerleden` where question 4 is still to come.
        let isLast = lastPlace[last + 1] == nil
        guard cursor.skipBlanks() || isLast && cursor.current?.isUpper == true else { return nil }
        let longer = HeadingCandidate(
            word: candidate.word, numbers: candidate.numbers + [last + 1], range: candidate.range.lowerBound..<end,
            isWhole: false, isClosed: true, opensSentence: true)
        return (longer, cursor.position..<next.range.upperBound)
    }

    /// The unit this heading opens, or nil when it is the middle of a sentence.
    private mutating func name(of candidate: HeadingCandidate, at place: Int) -> UnitName? {
        switch candidate.word {
        case .closing: return asked.isEmpty || !(candidate.isWhole || candidate.isClosed) ? nil : .closing
        case .question:
            let isNext = candidate.numbers[0] == lastAsked + 1
            let isNew = !asked.contains(candidate.numbers[0])
            if candidate.isDoubtful, !isNext { return nil }
            if isQuotation(candidate.numbers, at: place) { return nil }
            guard
                candidate.isWhole || (candidate.isClosed && (isNew || candidate.opensSentence))
                    || (candidate.opensSentence && isNext)
            else { return nil }
            asked.formUnion(candidate.numbers)
            quoted.subtract(candidate.numbers)
            isInAnswer = false
            lastAsked = max(lastAsked, candidate.numbers.max() ?? 0)
            // A question whose answer got no heading is not waited for once a later one was answered.
            if !answered.isEmpty, let first = open.first, first < candidate.numbers[0] - 3 { open.removeAll() }
            open += candidate.numbers.filter { !open.contains($0) }
            return UnitName(.question, candidate.numbers, section: section)
        case .answer: return answer(candidate, at: place)
        }
    }

    /// An answer without a number answers every question since the last answer.
    private mutating func answer(_ candidate: HeadingCandidate, at place: Int) -> UnitName? {
        let numbers = candidate.numbers.isEmpty ? open : candidate.numbers
        guard !numbers.isEmpty, !numbers.contains(where: quoted.contains) else { return nil }
        if candidate.isDoubtful, !numbers.allSatisfy(open.contains) { return nil }
        if isInAnswer, !candidate.isWhole, isSurvey(numbers, at: place) { return nil }
        let isStated = candidate.isWhole || candidate.isClosed
        let isExpected = candidate.opensSentence && !candidate.numbers.isEmpty && candidate.numbers == open
        guard isStated || isExpected else { return nil }
        answered.formUnion(numbers)
        isInAnswer = true
        open.removeAll { numbers.contains($0) || $0 < numbers[0] }
        return UnitName(.answer, numbers, section: section)
    }

    /// `Vraag 7 …` within the answer to question 1, with question 2 still to come: another letter's, quoted.
    private mutating func isQuotation(_ numbers: [Int], at place: Int) -> Bool {
        guard isInAnswer, numbers[0] > lastAsked + 3, let next = lastPlace[lastAsked + 1], next > place else {
            return false
        }
        quoted.formUnion(numbers)
        return true
    }

    /// `Antwoord 1: 30% was het eens` within an answer: of questions that were answered, or are still to be asked.
    private func isSurvey(_ numbers: [Int], at place: Int) -> Bool {
        numbers.allSatisfy { number in
            answered.contains(number) || !asked.contains(number) && lastPlace[number] ?? 0 > place
        }
    }
}

/// The outline of a letter whose file says where each unit begins: nothing is searched for.
enum KnownOutline {
    /// Opens the units at their lines; a heading that is printed there is cut from what follows it.
    static func mark(_ lines: inout [Line], _ headings: [Document.Heading], _ bytes: Bytes) {
        var next = headings[...]
        var result: [Line] = []
        result.reserveCapacity(lines.count)
        for var line in lines {
            var unit: UnitName?
            while let heading = next.first, heading.offset < line.range.upperBound {
                unit = heading.unit
                next.removeFirst()
            }
            guard let unit else {
                result.append(line)
                continue
            }
            (line.opens, line.role) = (unit, .body)
            guard unit != .closing, let printed = HeadingCandidate.read(bytes, line.range) else {
                result.append(line)
                continue
            }
            let rest = bytes.trimmed(min(printed.range.upperBound, line.range.upperBound)..<line.range.upperBound)
            (line.range, line.role) = (printed.range, .heading)
            result.append(line)
            if !rest.isEmpty { result.append(Line(range: rest)) }
        }
        lines = result
    }
}
