/// Parts of a letter whose questions are numbered anew.
enum NumberedParts {
    /// A heading that may open a question or an answer, and where it stands.
    typealias Heading = (heading: HeadingCandidate, place: Int)

    /// No letter has more.
    private static let most = 99

    /// Where each part but the first begins: at question 1 again, behind a question 2 and an answer, with a question 2 and an
    /// answer of its own. Questions listed twice, before their answers or behind them all, are no parts. So with any other
    /// question that was answered: parts may share a first question. What an answer quotes of another letter is none: there
    /// the numbers leap on to this one's.
    /// - Complexity: linear in the headings.
    static func starts(_ headings: [Heading]) -> [Int] {
        var firsts: [Int] = []
        var seen = Seen()
        for index in headings.indices {
            let heading = headings[index].heading
            if heading.word == .question, heading.isWhole || heading.isClosed, let number = heading.numbers.first,
                number == 1 || seen.isAnswered(number)
            {
                firsts.append(index)
                seen = Seen()
            }
            seen.take(heading)
        }
        guard firsts.count > 1 else { return [] }
        let ends = firsts.dropFirst() + [headings.count]
        let isWhole = zip(firsts, ends).map { first, end in isPart(headings[first..<end]) }
        return zip(firsts, isWhole).filter(\.1).dropFirst().prefix(most).map { headings[$0.0].place }
    }

    /// Whether there is a second question, and an answer; to its first one where that is not question 1.
    private static func isPart(_ part: ArraySlice<Heading>) -> Bool {
        guard let number = part.first?.heading.numbers.first else { return false }
        var seen = Seen()
        var (last, hasAnswer, countsOn) = (number, false, true)
        for (heading, _) in part {
            if heading.word == .question {
                countsOn = countsOn && heading.numbers.first ?? 0 <= last + 1
                last = max(last, heading.numbers.max() ?? 0)
            }
            hasAnswer = hasAnswer || heading.word == .answer
            seen.take(heading)
        }
        guard seen.asked.contains(number + 1) else { return false }
        return number == 1 ? hasAnswer : seen.isAnswered(number) && countsOn
    }

    /// The numbers of questions and answers of a part so far.
    private struct Seen {
        private(set) var asked: Set<Int> = []
        private var answered: Set<Int> = []

        func isAnswered(_ number: Int) -> Bool { asked.contains(number) && answered.contains(number) }

        mutating func take(_ heading: HeadingCandidate) {
            switch heading.word {
            case .question: asked.formUnion(heading.numbers)
            case .answer: answered.formUnion(heading.numbers)
            case .closing: break
            }
        }
    }
}
