import DutchText

/// The text of a letter that answers no questions (a Kamerbrief): the unit `body`, behind the letterhead. Where the letterhead
/// or the first lines behind it speak of questions, their headings were not told, and nothing is opened.
struct UnaskedBody {
    private let bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Opens the body at its first line, when the letter has a letterhead and no sign of questions.
    func open(_ lines: inout [Line]) {
        let text = lines.indices.filter { lines[$0].role == .body }
        guard !lines.contains(where: { $0.opens != nil }), let first = firstLine(lines, text),
            !speaksOfQuestions(lines, text, first)
        else { return }
        lines[first].opens = .body
    }

    /// The line behind `Geachte voorzitter,`; else behind `Aan de Voorzitter van de Tweede Kamer` and the place and date below
    /// it.
    private func firstLine(_ lines: [Line], _ text: [Int]) -> Int? {
        if let greeting = text.firstIndex(where: { opens(lines[$0], ["Geachte", "Zeer geachte"]) }) {
            let line = lines[text[greeting]].range
            let comma = bytes.first(Byte.comma, in: line) ?? line.upperBound
            // `Geachte voorzitter, Hierbij zend ik u …` on one line.
            if bytes.trimmed(min(comma + 1, line.upperBound)..<line.upperBound).count > 20 { return text[greeting] }
            return text[(greeting + 1)...].first
        }
        let addressees: [StaticString] = [
            "Aan de Voorzitter van de", "De Voorzitter van de", "Aan de Voorzitters van de",
        ]
        guard let addressee = text.firstIndex(where: { opens(lines[$0], addressees) }) else { return nil }
        let below = text[(addressee + 1)...]
        let dated = below.prefix(4).firstIndex { opens(lines[$0], ["Den Haag", "’s-Gravenhage", "'s-Gravenhage"]) }
        return text[((dated ?? addressee) + 1)...].first
    }

    /// Whether a line has the form of a heading, or the words of an answer to questions stand in the letterhead or just below.
    private func speaksOfQuestions(_ lines: [Line], _ text: [Int], _ first: Int) -> Bool {
        let head = lines[text[0]].range.lowerBound..<min(lines[first].range.lowerBound + 600, bytes.count)
        let words: [StaticString] = [
            "ragen van", "amervragen", "ragen gesteld", "chriftelijke vragen", "e vragen", "KAMERVRAGEN",
        ]
        return words.contains { bytes.firstIndex(of: $0, in: head) != nil }
            || text.contains { index in
                guard let heading = HeadingCandidate.read(bytes, lines[index].range) else { return false }
                return !heading.numbers.isEmpty && (heading.isWhole || heading.isClosed || heading.opensSentence)
            }
    }

    private func opens(_ line: Line, _ words: [StaticString]) -> Bool {
        var cursor = Cursor(bytes, in: line.range)
        return cursor.skipWord(of: words)
    }
}
