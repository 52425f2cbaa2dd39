import LetterReading

/// A reference to another question or answer of the same letter: `Zie het antwoord op vraag 2`, `zoals vermeld in vraag
/// 6`, `zie antwoord 3`, `de antwoorden op de vragen 4, 5 en 6`, `antwoord vier`, `de eerste vraag`.
enum CrossReference {
    static let grammar = Grammar(
        "cross-reference", anchors: ["vraag", "vragen", "antwoord", "beantwoording"], read: read)

    private static func read(_ reading: inout Reading) -> [Mention] {
        let namesAnswer = answer(&reading.cursor)
        guard namesAnswer || question(&reading.cursor) else { return [] }
        var start = reading.start
        let numbers: [Int]
        if let read = SpelledNumbers.list(&reading.cursor) {
            numbers = read
        } else if !namesAnswer,
            let (ordinal, place) = SpelledNumbers.ordinal(
                before: reading.start, reading.cursor.bytes, floor: reading.context.floor)
        {
            (numbers, start) = ([ordinal], place)
        } else {
            return []
        }
        reading.step(namesAnswer ? "an answer by its number" : "a question by its number", from: start)
        if NumberWords.countsSomething(reading.cursor) { return [] }
        if isAnotherLetters(reading.cursor) {
            reading.step("of another letter: no cross-reference", from: start)
            return []
        }
        return mentions(numbers, namesAnswer, start..<reading.cursor.position, &reading)
    }

    /// `antwoord op (de) vraag`, `beantwoording van de vragen`, `antwoord bij vraag`, or `antwoord` alone.
    private static func answer(_ cursor: inout Cursor) -> Bool {
        guard cursor.skip("beantwoording") || cursor.skip("antwoorden") || cursor.skip("antwoord") else { return false }
        let plain = cursor
        cursor.skipBlanks()
        // Converters lose the blank at a line's end: `het antwoord opvraag 3`.
        if cursor.skip("op") || cursor.skip("van") || cursor.skip("bij") || cursor.skip("onder") { cursor.skipBlanks() }
        _ = cursor.skipWord(of: ["de", "uw", "mijn", "deze"])
        cursor.skipBlanks()
        if question(&cursor) || ordinalFollows(cursor) { return true }
        cursor = plain
        cursor.skipBlanks()
        return cursor.position > plain.position
    }

    private static func question(_ cursor: inout Cursor) -> Bool {
        let start = cursor.position
        guard cursor.skip("vragen") || cursor.skip("vraag") else { return false }
        // `vragen1van` is a note's marker.
        guard cursor.isAtEnd || !cursor.bytes.isLetter(at: cursor.position) && cursor.current?.isDigit != true else {
            cursor.position = start
            return false
        }
        cursor.skipBlanks()
        // `vraag en antwoord 4`, `de vragen onder 3`
        _ =
            cursor.skip("en antwoord ") || cursor.skip("en antwoorden ") || cursor.skip("nummer ")
            || cursor.skip("nr. ")
        return true
    }

    private static func ordinalFollows(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        return SpelledNumbers.ordinal(&cursor) != nil && cursor.skipBlanks() && cursor.skipWord("vraag")
    }

    /// `vraag 3 van mijn eerdere vragen`, `vraag 2 (Aanhangsel …)`, `vraag 89 van de Vaste Commissie`.
    private static func isAnotherLetters(_ cursor: Cursor) -> Bool {
        var cursor = cursor
        cursor.skipBlanks()
        let bracket = cursor.skip(Byte.openParen) || cursor.skip(Byte.comma)
        cursor.skipBlanks()
        if bracket { return cursor.skip("Aanhangsel") || cursor.skip("ah-tk-") || cursor.skip("Kamerstuk") }
        guard cursor.skipWord(of: ["van", "uit", "in", "over"]) else { return false }
        cursor.skipBlanks()
        return cursor.skipWord(of: others)
    }

    private static let others: [StaticString] = [
        "mijn eerdere", "mijn vorige", "de eerdere", "eerdere", "de vorige", "vorige", "uw eerdere", "onze eerdere",
        "het lid", "de leden",
        "de heer", "mevrouw", "de vaste commissie", "de commissie", "de Kamervragen", "Kamervragen",
        "de schriftelijke vragen",
        "schriftelijke vragen", "het schriftelijk overleg", "de feitelijke vragen", "het verslag", "de set",
        "de fractie", "de brief",
        "uw brief", "mijn brief", "de vragenlijst",
    ]

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
        example: "Zie het antwoord op vraag 2", owns: { $0.hasPrefix("#") }, parent: none, page: none,
        label: { id, _ in id })
}
