import DutchText

/// What is doubtful about the structure of a letter: numbers that are missing, notes without markers, a text in another
/// encoding.
struct LetterDiagnostics {
    let text: SourceText
    let bytes: Bytes
    let file: String
    let units: [LetterUnit]
    let footnotes: [Footnote]
    let assignment: MarkerAssignment
    /// Answers without a heading, where others have one.
    let unheaded: Set<UnitName>
    /// Notes, by their index, that stand within a sentence whose rest was not found.
    let withoutRest: [Int]
    /// The unit an offset stands in.
    let unit: (Int) -> UnitName
    let remark: String?
    /// Where the header gives a day that is none.
    let impossibleDays: [Range<Int>]

    func all() -> [Diagnostic] {
        questions() + notes() + encodings() + days()
    }

    private func days() -> [Diagnostic] {
        impossibleDays.map { day in
            Diagnostic(
                .oddDate, "“\(text.string(day))” is not a valid date and was ignored", at: place(day))
        }
    }

    private func place(_ range: Range<Int>, footnote: String? = nil) -> Place {
        Place(file: file, unit: unit(range.lowerBound), footnote: footnote, range: range, in: text)
    }

    private func questions() -> [Diagnostic] {
        let asked = units.filter { $0.name.part == .question }
        let answered = units.filter { $0.name.part == .answer }
        guard !asked.isEmpty || !answered.isEmpty else {
            if units.contains(where: { $0.name == .body }) { return [] }
            return [
                Diagnostic(
                    .noQuestions, "no question heading was found: the whole text is preamble", at: place(0..<0))
            ]
        }
        let isNotice = answered.isEmpty && units.contains { $0.name.part == .closing }
        let last = units.reduce(0) { max($0, $1.name.section) }
        guard last > 0 else { return questions(asked, answered, isNotice: isNotice) }
        return (0...last).flatMap { section in
            let (asked, answered) = (asked.of(section), answered.of(section))
            return restart(asked.first, section) + questions(asked, answered, isNotice: isNotice)
        }
    }

    /// Says where the numbers start again.
    private func restart(_ first: LetterUnit?, _ section: Int) -> [Diagnostic] {
        guard section > 0, let first else { return [] }
        let message = "the numbers start again here: its questions and answers are \(first.name), and so on"
        return [Diagnostic(.restartedNumbers, message, at: place(head(of: first)))]
    }

    private func questions(_ asked: [LetterUnit], _ answered: [LetterUnit], isNotice: Bool) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let numbers = Set(asked.flatMap(\.name.numbers))
        for unit in answered {
            let lost = unit.name.numbers.filter { !numbers.contains($0) }
            if !lost.isEmpty {
                found.append(missing(lost, at: unit, "its answer is present"))
            }
        }
        for unit in answered where unheaded.contains(unit.name) {
            found.append(
                Diagnostic(
                    .unanswered,
                    "the answer to \(Self.questions(unit.name.numbers)) has no heading: it begins behind the question’s last question mark",
                    at: place(head(of: unit))))
        }
        let known = numbers.union(answered.flatMap(\.name.numbers))
        // A part may begin at the question that it shares with the one before it.
        let first = asked.first.map { $0.name.section > 0 ? $0.name.numbers[0] : 1 } ?? 1
        let gaps = (first...max(first, known.max() ?? 1)).filter { !known.contains($0) }
        if let first = gaps.first, let next = asked.first(where: { $0.name.numbers[0] > first }) ?? asked.last {
            found.append(missing(gaps, at: next, "the numbers skip it"))
        }
        let answers = Set(answered.flatMap(\.name.numbers))
        for unit in asked where !isNotice && !unit.name.numbers.allSatisfy(answers.contains) {
            let open = unit.name.numbers.filter { !answers.contains($0) }
            let verb = open.count == 1 ? "has" : "have"
            found.append(
                Diagnostic(
                    .unanswered,
                    "\(Self.questions(open)) \(verb) no answer of \(open.count == 1 ? "its" : "their") own",
                    at: place(head(of: unit))))
        }
        return found
    }

    private func missing(_ numbers: [Int], at unit: LetterUnit, _ why: String) -> Diagnostic {
        let words = numbers.count == 1 ? ("has", "its") : ("have", "their")
        return Diagnostic(
            .missingQuestion,
            "\(Self.questions(numbers)) \(words.0) no heading (\(why)): \(words.1) text stays with the preceding unit",
            at: place(head(of: unit)))
    }

    /// `question 4`, `questions 1, 2`
    private static func questions(_ numbers: [Int]) -> String {
        (numbers.count == 1 ? "question " : "questions ") + numbers.map(String.init).joined(separator: ", ")
    }

    /// The first line of a unit.
    private func head(of unit: LetterUnit) -> Range<Int> {
        let bytes = bytes[unit.range].prefix(80)
        return unit.range.lowerBound..<(bytes.firstIndex(of: Byte.newline) ?? bytes.endIndex)
    }

    /// So many of one kind are named in a letter: a file that is no letter may have millions.
    private static let most = 100

    /// The first of these, and in the last place how many there are besides.
    private func first<Doubt>(_ doubts: [Doubt], of code: Diagnostic.Code, _ diagnostic: (Doubt) -> Diagnostic)
        -> [Diagnostic]
    {
        let named = doubts.prefix(Self.most).map(diagnostic)
        guard let last = named.last, doubts.count > Self.most else { return named }
        return named + [
            Diagnostic(code, "the same \(doubts.count - Self.most) times more in this file", at: last.place)
        ]
    }

    private func notes() -> [Diagnostic] {
        let lost = first(footnotes.filter(\.markers.isEmpty), of: .noteWithoutMarker) { note in
            Diagnostic(
                .noteWithoutMarker, "note \(note.mark) has no marker in the text: counted for \(note.units[0])",
                at: place(note.range, footnote: note.mark))
        }
        let orphaned = first(assignment.orphans, of: .markerWithoutNote) { marker in
            let numbers = marker.numbers.map(String.init).joined(separator: ", ")
            return Diagnostic(
                .markerWithoutNote, "no note \(numbers) was found for this marker", at: place(marker.range))
        }
        let unclear = withoutRest.map { index in
            let note = footnotes[index]
            return Diagnostic(
                .ambiguous,
                "note \(note.mark) stands within a sentence that does not go on behind it: its last lines may be the sentence’s",
                at: place(note.range, footnote: note.mark))
        }
        let cutOff = assignment.cutOff.map { last in
            Diagnostic(
                .ambiguous,
                "more than \(LineMarkers.most) numbers may be markers of notes: behind this one none was looked for",
                at: place(last))
        }
        return lost + orphaned + unclear + (cutOff.map { [$0] } ?? [])
    }

    private func encodings() -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let remark {
            found.append(Diagnostic(.recoded, remark, at: place(0..<0)))
        }
        if let damage = damage() {
            found.append(
                Diagnostic(
                    .damagedText,
                    "wrongly decoded characters (“\(text.string(damage))”): they were read as what they stand for",
                    at: place(damage)))
        }
        return found
    }

    /// `2011Œ2012`, `TMs-Gravenhage`, `euroTMs`: a dash and an apostrophe of another encoding.
    private func damage() -> Range<Int>? {
        var place = 0
        while let found = bytes.firstIndex(of: "Œ", in: place..<bytes.count) {
            place = found + 2
            guard found > 0, place < bytes.count, bytes[found - 1].isDigit, bytes[place].isDigit else { continue }
            var (start, end) = (found, place)
            while start > 0, bytes[start - 1].isDigit { start -= 1 }
            while end < bytes.count, bytes[end].isDigit { end += 1 }
            return start..<end
        }
        return bytes.firstIndex(of: "TMs-Gravenhage", in: 0..<bytes.count).map { $0..<$0 + 14 }
    }
}

extension [LetterUnit] {
    /// Those of one part of the letter.
    fileprivate func of(_ section: Int) -> [LetterUnit] { filter { $0.name.section == section } }
}
