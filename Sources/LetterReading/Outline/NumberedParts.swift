/// Parts of a letter whose questions are numbered anew.
enum NumberedParts {
    /// A heading that may open a question or an answer, and where it stands.
    typealias Heading = (heading: HeadingCandidate, place: Int)

    /// No letter has more.
    private static let most = 99

    /// Where each part but the first begins: at question 1 again, behind a question 2 and an answer, with a question 2 and an
    /// answer of its own. Questions listed twice, before their answers or behind them all, are no parts. So with any other
    /// question, where it and the next one are asked and answered in the part before too: parts may share a first question. One
    /// that is asked again alone, on the next page or by a quotation, begins none.
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
        var before = Seen()
        let isWhole = zip(firsts, ends).map { first, end in
            defer { before = Seen(headings[first..<end]) }
            return isPart(headings[first..<end], behind: before)
        }
        return zip(firsts, isWhole).filter(\.1).dropFirst().prefix(most).map { headings[$0.0].place }
    }

    private static func isPart(_ part: ArraySlice<Heading>, behind before: Seen) -> Bool {
        guard let number = part.first?.heading.numbers.first else { return false }
        let seen = Seen(part)
        if number == 1 { return seen.asked.contains(2) && part.contains { $0.heading.word == .answer } }
        return (number...number + 1).allSatisfy { seen.isAnswered($0) && before.isAnswered($0) } && countsOn(part)
    }

    /// Whether no question leaps over another: behind what an answer quotes, the numbers go on with this letter's.
    private static func countsOn(_ part: ArraySlice<Heading>) -> Bool {
        var last = part.first?.heading.numbers.first ?? 0
        return part.lazy.filter { $0.heading.word == .question }.allSatisfy { question in
            defer { last = max(last, question.heading.numbers.max() ?? 0) }
            return question.heading.numbers.first ?? 0 <= last + 1
        }
    }

    /// The numbers of questions and answers of a part so far.
    private struct Seen {
        private(set) var asked: Set<Int> = []
        private var answered: Set<Int> = []

        init() {}

        init(_ part: ArraySlice<Heading>) { for (heading, _) in part { take(heading) } }

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
