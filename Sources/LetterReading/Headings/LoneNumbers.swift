import DutchText

/// Letters of before 2010 and lists of questions print a question's number alone on its line (`4, 5 en 6⏎Deelt u …?`).
/// Its answer follows the question, or all answers stand below `Antwoord`, counted anew.
struct LoneNumbers {
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
            if bytes[line.range].contains(Byte.question) { return true }
            if numbers(line.range) != nil { return false }
        }
        return false
    }
}
