import DutchText
import LetterReading

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
