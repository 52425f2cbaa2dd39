/// Finds the headings among the lines of a letter. A line that opens with `Vraag 3` may also be the middle of a
/// sentence; what is a heading is told by what follows it and by the count of questions so far.
struct HeadingReader {
    private let bytes: [UInt8]
    /// Numbers of the questions seen, and of those not answered yet in the order they were asked.
    private var asked: Set<Int> = []
    private var lastAsked = 0
    private var open: [Int] = []
    private var hasAnswer = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Gives heading lines their role; a line that goes on after its heading is cut in two.
    mutating func mark(_ lines: inout [Line]) {
        var result: [Line] = []
        result.reserveCapacity(lines.count + 64)
        for index in lines.indices {
            var line = lines[index]
            guard line.role == .body, var candidate = HeadingCandidate.read(bytes, line.range) else {
                result.append(line)
                continue
            }
            if index + 1 < lines.count, let longer = joined(candidate, with: lines[index + 1]) {
                candidate = longer.candidate
                lines[index + 1].range = longer.rest
            }
            guard let name = name(of: candidate) else {
                result.append(line)
                continue
            }
            line.role = .heading
            line.opens = name
            let whole = line.range
            line.range = candidate.range
            result.append(line)
            let rest = Line.trimmed(
                candidate.range.upperBound..<max(whole.upperBound, candidate.range.upperBound), in: bytes)
            if !rest.isEmpty { result.append(Line(range: rest)) }
        }
        lines = result.filter { !$0.range.isEmpty }
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
        guard cursor.skip(Byte.space), cursor.skip(Byte.space), cursor.skipBlanks() else { return nil }
        let longer = HeadingCandidate(
            word: candidate.word, numbers: candidate.numbers + [last + 1], range: candidate.range.lowerBound..<end,
            isWhole: false, isClosed: true, opensSentence: true)
        return (longer, cursor.position..<next.range.upperBound)
    }

    /// The unit this heading opens, or nil when it is the middle of a sentence.
    private mutating func name(of candidate: HeadingCandidate) -> UnitName? {
        switch candidate.word {
        case .closing: return asked.isEmpty || !(candidate.isWhole || candidate.isClosed) ? nil : .closing
        case .question:
            let isNext = candidate.numbers[0] == lastAsked + 1
            let isNew = !asked.contains(candidate.numbers[0])
            guard
                candidate.isWhole || (candidate.isClosed && (isNew || candidate.opensSentence))
                    || (candidate.opensSentence && isNext)
            else { return nil }
            asked.formUnion(candidate.numbers)
            lastAsked = max(lastAsked, candidate.numbers.max() ?? 0)
            // A question whose answer got no heading is not waited for once a later one was answered.
            if hasAnswer, let first = open.first, first < candidate.numbers[0] - 3 { open.removeAll() }
            open += candidate.numbers.filter { !open.contains($0) }
            return UnitName(.question, candidate.numbers)
        case .answer: return answer(candidate)
        }
    }

    /// An answer without a number answers every question since the last answer.
    private mutating func answer(_ candidate: HeadingCandidate) -> UnitName? {
        let numbers = candidate.numbers.isEmpty ? open : candidate.numbers
        guard !numbers.isEmpty else { return nil }
        let isStated = candidate.isWhole || candidate.isClosed
        let isExpected = candidate.opensSentence && !candidate.numbers.isEmpty && candidate.numbers == open
        guard isStated || isExpected else { return nil }
        hasAnswer = true
        open.removeAll { numbers.contains($0) || $0 < numbers[0] }
        return UnitName(.answer, numbers)
    }
}
