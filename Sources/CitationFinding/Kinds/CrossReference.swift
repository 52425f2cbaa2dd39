import DutchText
import LetterReading

/// A reference to another question or answer of the same letter: `Zie het antwoord op vraag 2`, `zoals vermeld in vraag
/// 6`, `zie antwoord 3`, `de antwoorden op de vragen 4, 5 en 6`, `antwoord vier`, `op de eerste vraag`.
enum CrossReference {
    static let grammar = Grammar(
        "cross-reference", anchors: ["vraag", "vragen", "antwoord", "beantwoording"], mayBeHyphenated: true,
        dependsOnUnit: true, read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        var cursor = reading.cursor
        guard let phrase = QuestionPhrase.read(&cursor), phrase.namesAnswer || isTriedHere(reading) else { return [] }
        var start = reading.start
        let numbers: [Int]
        if let read = phrase.numbers ?? SpelledNumbers.list(&cursor, style: phrase.isQuestion ? .questions : .prose) {
            numbers = read
        } else if !phrase.namesAnswer,
            let (ordinal, place) = OrdinalBefore.read(reading.start, in: cursor.bytes, floor: reading.context.floor)
        {
            (numbers, start) = ([ordinal], place)
            cursor.position = phrase.end
        } else {
            return []
        }
        reading.cursor = cursor
        reading.step(phrase.namesAnswer ? "an answer by its number" : "a question by its number", from: start)
        let isOrdinal = phrase.numbers != nil || start < reading.start
        let asks = reading.context.unit.part == .question
        if QuestionOwner.isAnother(after: cursor, from: start, asks: asks, isOrdinal: isOrdinal) {
            reading.step("of another letter: no cross-reference", from: start)
            return []
        }
        switch OwnerBefore.read(start, cursor.bytes, floor: sentence(start, reading)) {
        case .ours: return mentions(numbers, phrase.namesAnswer, start..<cursor.position, &reading)
        case .another:
            reading.step("behind another letter: no cross-reference", from: start)
            return []
        case .unclear: return reading.stopped("a word that says that the question is one of this letter")
        }
    }

    /// Whether a question's number is looked for at `vraag` itself: not where the answer to it was just tried
    /// (`antwoord op vraag 3`), not for a part of a word (`sub-vraag 3`), not for questions to a court.
    private static func isTriedHere(_ reading: Reading) -> Bool {
        let bytes = reading.cursor.bytes
        let start = reading.start
        guard start > 1 else { return true }
        if bytes[start - 1] == Byte.hyphen, bytes[start - 2].isASCIILetter { return false }
        var place = start - 1
        let lowest = max(0, start - 40)
        while place > lowest {
            place -= 1
            guard bytes.isWordStart(place), bytes[place].isASCIILetter else { continue }
            var cursor = Cursor(bytes, in: place..<reading.cursor.end)
            if cursor.skip("prejudiciële") || cursor.skip("prejudiciele") {
                cursor.skipBlanks()
                if cursor.position == start { return false }
            } else if let phrase = QuestionPhrase.read(&cursor), phrase.namesAnswer, phrase.end > start {
                return false
            }
        }
        return true
    }

    /// Where the sentence starts, in the same unit or note.
    private static func sentence(_ start: Int, _ reading: Reading) -> Int {
        var floor = 0
        if let runs = reading.context.letter?.passage.runs {
            let low = runs.partitioningIndex { $0.range.lowerBound > start }
            if low > 0 { floor = runs[low - 1].range.lowerBound }
        }
        return Sentence.start(before: start, in: reading.cursor.bytes, floor: floor)
    }

    private static func mentions(_ numbers: [Int], _ namesAnswer: Bool, _ range: Range<Int>, _ reading: inout Reading)
        -> [Mention]
    {
        let context = reading.context
        let pointsAtQuestion = context.unit.part == .question && !namesAnswer
        var found: [Mention] = []
        var unknown: [String] = []
        for number in numbers {
            guard let letter = context.letter else {
                found.append(Mention(id: "#\(pointsAtQuestion ? "Q" : "A")\(number)", range: range))
                continue
            }
            guard let target = pointsAtQuestion ? letter.question(number) : letter.answer(to: number) else {
                unknown.append(String(number))
                continue
            }
            let id = "#\(target)"
            // A unit that names itself refers to nothing else.
            if target != context.unit, !found.contains(where: { $0.id == id }) {
                found.append(Mention(id: id, range: range))
            }
        }
        if !unknown.isEmpty {
            let what = pointsAtQuestion ? "question" : "answer to question"
            reading.doubts.append(
                Doubt(code: .unknownQuestion, message: "this letter has no \(what) \(unknown.joined(separator: ", "))"))
        }
        return found
    }
}

extension SourceKind {
    static let crossref = SourceKind(
        name: "crossref", summary: "another question or answer of the same letter; an edge, never a source",
        example: "Zie het antwoord op vraag 2",
        look: nil, isSource: false, owns: { $0.hasPrefix("#") },
        label: { id, _ in id })
}
