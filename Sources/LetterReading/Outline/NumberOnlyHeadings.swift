import DutchText

/// Letters of before 2010 and lists of questions print a question's number alone on its line (`4, 5 en 6⏎Deelt u …?`).
/// Its answer follows the question, or all answers stand below `Antwoord`, counted anew.
struct NumberOnlyHeadings {
    private let bytes: Bytes
    private var found: [(line: Int, name: UnitName)] = []
    private var asked: Set<Int> = []
    private var answered: Set<Int> = []
    /// Below a line `Antwoord`, where the answers may be counted.
    private var mayAnswer = false

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Where no question has a heading: numbers that count up from 1, the questions' each with a question behind it.
    mutating func mark(_ lines: inout [Line]) {
        guard lines.indices.allSatisfy({ lines[$0].opens?.part != .question }) else { return }
        for index in lines.indices where lines[index].role == .body { read(lines, at: index) }
        guard asked.count > 1, Self.precede(found.map { ($0.line, $0.name.numbers) }, lines) else { return }
        for place in found {
            lines[place.line].role = .heading
            lines[place.line].opens = place.name
        }
    }

    /// Whether each question stands before its answer, and every answer that has a heading was asked for.
    static func precede(_ questions: [(line: Int, numbers: [Int])], _ lines: [Line]) -> Bool {
        var places: [Int: Int] = [:]
        for question in questions {
            for number in question.numbers where places[number] == nil { places[number] = question.line }
        }
        return lines.indices.allSatisfy { index in
            guard let name = lines[index].opens, name.part == .answer else { return true }
            return name.numbers.allSatisfy { places[$0].map { $0 < index } == true }
        }
    }

    private mutating func read(_ lines: [Line], at index: Int) {
        guard let first = bytes[lines[index].range].first else { return }
        if !first.isDigit {
            mayAnswer = mayAnswer || !asked.isEmpty && opensAnswers(lines[index].range)
            return
        }
        guard let numbers = numbers(lines[index].range), index + 1 < lines.count, opensText(lines[index + 1]) else {
            return
        }
        if numbers[0] == next(asked), asks(lines[(index + 1)...].prefix(8)) {
            asked.formUnion(numbers)
            found.append((index, UnitName(.question, numbers)))
        } else if mayAnswer, numbers[0] == next(answered), numbers.allSatisfy(asked.contains) {
            answered.formUnion(numbers)
            found.append((index, UnitName(.answer, numbers)))
        }
    }

    /// The first number that is still to come: `4, 5, 6 en 10` leaves 7.
    private func next(_ seen: Set<Int>) -> Int { (1...).first { !seen.contains($0) } ?? 1 }

    /// `4`, `4, 5 en 6`, `2.`: numbers and nothing else.
    private func numbers(_ line: Range<Int>) -> [Int]? {
        guard line.count < 40 else { return nil }
        var cursor = Cursor(bytes, in: line)
        guard let numbers = NumberList.read(&cursor, style: .heading) else { return nil }
        _ = cursor.skip(Byte.dot) || cursor.skip(Byte.colon) || cursor.skip(Byte.closeParen)
        return cursor.isAtEnd ? numbers : nil
    }

    private func opensText(_ line: Line) -> Bool {
        guard line.role == .body, let first = bytes[line.range].first else { return false }
        return bytes.isCapital(at: line.range.lowerBound) || first >= 0xC2 || first == Byte.quote
            || first == Byte.apostrophe
    }

    /// `Antwoord`, `Antwoorden`, `Antwoord van minister Donner (Justitie).`
    private func opensAnswers(_ line: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: line)
        guard cursor.skipWord(of: ["Antwoorden", "Antwoord"]) else { return false }
        _ = cursor.skip(Byte.colon)
        cursor.skipBlanks()
        return cursor.isAtEnd || cursor.skipWord("van")
    }

    /// Whether a question mark stands before the next number alone on a line.
    private func asks(_ lines: ArraySlice<Line>) -> Bool {
        for line in lines {
            if bytes.asks(line.range) { return true }
            if numbers(line.range) != nil { return false }
        }
        return false
    }
}

extension Bytes {
    /// Whether a question mark stands there, other than that of an address: `…/dienst?id=7`.
    fileprivate func asks(_ line: Range<Int>) -> Bool {
        var from = line.lowerBound
        while let sign = first(Byte.question, in: from..<line.upperBound) {
            from = sign + 1
            if from == line.upperBound || !self[from].isLower { return true }
        }
        return false
    }
}

/// Letters of the Algemene Rekenkamer print a question and its answer under one heading (`Vraag 4 … afwijking? De
/// 35%-afwijking is gebaseerd op …`), some with nothing but a number (`3. Welke kosten vallen onder ‘andere lasten’?`).
struct UnheadedAnswers {
    let bytes: Bytes
    /// A question may hold a sentence without a question mark, but not this many bytes of them.
    let longestAside = 350

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Where no question has a heading: numbers that count up from 1, each with a question behind it. Where the file counts
    /// them itself, one of its lists has them all; and all are closed by one sign, which notes below an answer need not
    /// have: the longest row of them.
    func markNumbered(_ lines: inout [Line]) {
        guard lines.indices.allSatisfy({ lines[$0].opens?.part != .question }) else { return }
        let rows = Set(lines.map { $0.item?.list ?? -1 }).sorted().flatMap { list in
            [Sign.any, .dot, .bracket, .none].map { numbered(lines, list: list, $0) }
        }
        guard let found = rows.max(by: { $0.count < $1.count }), found.count > 1 else { return }
        for place in found.reversed() {
            guard let (head, rest) = lines[place.line].cut(at: place.end, in: bytes) else { continue }
            lines[place.line] = head
            lines[place.line].role = .heading
            lines[place.line].opens = UnitName(.question, place.numbers)
            lines.insert(rest, at: place.line + 1)
        }
    }

    /// What closes a question's number.
    private enum Sign { case any, dot, bracket, none }

    /// The lines of one list, or of none (-1), that may be questions: where they stand, their numbers, and where those end.
    private func numbered(_ lines: [Line], list: Int, _ sign: Sign) -> [(line: Int, numbers: [Int], end: Int)] {
        var found: [(line: Int, numbers: [Int], end: Int)] = []
        var next = 1
        for index in lines.indices where lines[index].role == .body && (lines[index].item?.list ?? -1) == list {
            guard let (numbers, end) = numbers(lines[index].range, sign), numbers[0] == next,
                asks(lines[index...].prefix(8), next, sign)
            else { continue }
            found.append((index, numbers, end))
            next = (numbers.max() ?? next) + 1
        }
        return NumberOnlyHeadings.precede(found.map { ($0.line, $0.numbers) }, lines) ? found : []
    }

    /// `3. Klopt …`, `3, 4 en 5. Klopt …`
    private func numbers(_ line: Range<Int>, _ sign: Sign) -> (numbers: [Int], end: Int)? {
        guard bytes[line].first?.isDigit == true else { return nil }
        var cursor = Cursor(bytes, in: line)
        guard let numbers = NumberList.read(&cursor, style: .heading) else { return nil }
        let closed: Sign = cursor.skip(Byte.dot) ? .dot : cursor.skip(Byte.closeParen) ? .bracket : .none
        guard sign == .any || sign == closed else { return nil }
        let end = cursor.position
        guard cursor.skipBlanks() || closed != .none, bytes.isCapital(at: cursor.position) else { return nil }
        return (numbers, end)
    }

    /// Whether a question mark stands there before the same number comes again: what it comes with first is then a note.
    private func asks(_ lines: ArraySlice<Line>, _ number: Int, _ sign: Sign) -> Bool {
        for (order, line) in lines.enumerated() {
            if order > 0, let other = numbers(line.range, sign), other.numbers[0] <= number { return false }
            if bytes.asks(line.range) { return true }
        }
        return false
    }

    /// What follows the text of a question that no answer's heading covers is its answer. Where other answers have headings,
    /// it is one only as paragraphs of its own.
    func split(_ lines: inout [Line]) {
        let starts = lines.indices.filter { lines[$0].opens != nil }
        var (answered, open): (Set<Int>, Bool) = ([], false)
        for start in starts.reversed() {
            guard let name = lines[start].opens else { continue }
            if name.part == .answer { answered.formUnion(name.numbers) }
            open = open || name.part == .question && answered.isDisjoint(with: name.numbers)
        }
        // A letter that closes without an answer is a notice of delay.
        let isAnswered = !answered.isEmpty
        guard open, isAnswered || starts.allSatisfy({ lines[$0].opens?.part == .question }) else { return }
        for (order, start) in starts.enumerated().reversed() {
            let end = order + 1 < starts.count ? starts[order + 1] : lines.count
            guard let name = lines[start].opens, name.part == .question, answered.isDisjoint(with: name.numbers),
                let place = questionEnd(of: lines, from: start + 1, before: end)
            else {
                continue
            }
            if isAnswered, !opensParagraph(behind: place, lines) { continue }
            if let (left, right) = lines[place.line].cut(at: place.offset, in: bytes) {
                lines[place.line] = left
                lines.insert(right, at: place.line + 1)
            }
            guard let answer = lines.indices.suffix(from: place.line + 1).first(where: { lines[$0].role == .body })
            else {
                continue
            }
            if answer < (starts.indices.contains(order + 1) ? starts[order + 1] + 1 : lines.count) {
                lines[answer].opens = UnitName(.answer, name.numbers, section: name.section)
            }
        }
    }

    /// Whether nothing but a marker stands behind the place on its line, and a blank line below it.
    private func opensParagraph(behind place: (line: Int, offset: Int), _ lines: [Line]) -> Bool {
        let rest = place.offset..<max(place.offset, lines[place.line].range.upperBound)
        guard !bytes[rest].contains(where: \.isASCIILetter) else { return false }
        return lines[(place.line + 1)...].first { $0.role == .body }?.blankBefore == true
    }
}
