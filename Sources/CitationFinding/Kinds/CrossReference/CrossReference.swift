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
            let (ordinal, place) = PrecedingOrdinal.read(reading.start, in: cursor.bytes, floor: reading.context.floor)
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
            reading.step("belongs to another letter: no cross-reference", from: start)
            return []
        }
        switch PrecedingOwner.read(start, cursor.bytes, floor: sentence(start, reading)) {
        case .ours: return mentions(numbers, phrase.namesAnswer, start..<cursor.position, reading)
        case .another:
            reading.step("after a mention of another letter: no cross-reference", from: start)
            return []
        case .unclear: return reading.stopped("words that tie the question to this letter")
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
        if let runs = reading.context.scanned?.letter.passage.runs {
            let low = runs.partitioningIndex { $0.range.lowerBound > start }
            if low > 0 { floor = runs[low - 1].range.lowerBound }
        }
        return Sentence.start(before: start, in: reading.cursor.bytes, floor: floor)
    }

    /// As the text says it; whether the letter has such a question or answer is for `Findings.resolved` to say.
    private static func mentions(_ numbers: [Int], _ namesAnswer: Bool, _ range: Range<Int>, _ reading: Reading)
        -> [Mention]
    {
        let pointsAtQuestion = reading.context.unit.part == .question && !namesAnswer
        return numbers.map { Mention(id: id(of: $0, pointsAtQuestion), range: range) }
    }

    /// `#Q3`, `#A3`
    private static func id(of number: Int, _ isQuestion: Bool) -> String { "#\(isQuestion ? "Q" : "A")\(number)" }

    /// The question, or the answer, that an id names: 3 for `#A3`.
    static func target(of id: String) -> (number: Int, isQuestion: Bool)? {
        guard let number = Int(id.dropFirst(2)) else { return nil }
        return (number, id.hasPrefix("#Q"))
    }
}

extension SourceKind {
    static let crossref = SourceKind(
        name: "crossref", summary: "another question or answer of the same letter; an edge, never a source",
        example: "Zie het antwoord op vraag 2",
        look: nil, isSource: false, grammars: { _ in [CrossReference.grammar] },
        owns: { $0.hasPrefix("#") },
        label: { id, _ in id })
}

/// The words before the number of a question or an answer: `antwoord op de vragen`, `vraag en antwoord`, `vraag`.
struct QuestionPhrase {
    /// The answer is meant, in a question too.
    let namesAnswer: Bool
    /// The numbers are those of `vraag` or `vragen`, so that the noun may be repeated: `vraag 2 en vraag 3`.
    let isQuestion: Bool
    /// What `antwoord op de eerste vraag` names; nil where a number must follow.
    var numbers: [Int]?
    /// Behind the last word, before the blanks.
    let end: Int

    /// Reads a phrase and leaves the cursor where the numbers must start.
    static func read(_ cursor: inout Cursor) -> QuestionPhrase? {
        if cursor.skip("beantwoording") || cursor.skip("antwoorden") || cursor.skip("antwoord") {
            return answer(&cursor)
        }
        return question(&cursor).map { QuestionPhrase(namesAnswer: false, isQuestion: true, end: $0) }
    }

    /// `antwoord op (de) vraag`, `beantwoording van de vragen`, `antwoord bij vraag`, or `antwoord` alone.
    private static func answer(_ cursor: inout Cursor) -> QuestionPhrase? {
        let plain = cursor
        cursor.skipBlanks()
        // Converters lose the blank at a line's end: `het antwoord opvraag 3`.
        let isUnder = cursor.skip("onder")
        if isUnder || cursor.skip("op") || cursor.skip("van") || cursor.skip("bij") { cursor.skipBlanks() }
        let under = cursor
        _ = cursor.skipWord(of: ["de", "uw", "mijn", "deze"])
        cursor.skipBlanks()
        if let numbers = SpelledNumbers.ordinalQuestion(&cursor) {
            return QuestionPhrase(namesAnswer: true, isQuestion: true, numbers: numbers, end: cursor.position)
        }
        if let end = question(&cursor) { return QuestionPhrase(namesAnswer: true, isQuestion: true, end: end) }
        // `het antwoord onder 6`, `antwoord nr. 6`
        cursor = isUnder ? under : plain
        guard cursor.skipBlanks() || isUnder else { return nil }
        if cursor.skip("nummer ") || cursor.skip("nr. ") { cursor.skipBlanks() }
        return QuestionPhrase(namesAnswer: true, isQuestion: false, end: plain.position)
    }

    /// - Returns: where the noun ends.
    private static func question(_ cursor: inout Cursor) -> Int? {
        let start = cursor.position
        guard cursor.skip("vragen") || cursor.skip("vraag") else { return nil }
        let end = cursor.position
        // `vragen1van` is a note's marker.
        guard cursor.isAtEnd || !cursor.bytes.isLetter(at: end) && cursor.current?.isDigit != true else {
            cursor.position = start
            return nil
        }
        cursor.skipBlanks()
        // `vraag en antwoord 4`, `vraag en antwoord nr. 6`, `de vragen onder 3`
        _ = cursor.skip("en antwoorden ") || cursor.skip("en antwoord ")
        _ = cursor.skip("nummer ") || cursor.skip("nummers ") || cursor.skip("nr. ") || cursor.skip("nrs. ")
        _ = cursor.skip("onder ")
        return end
    }
}
