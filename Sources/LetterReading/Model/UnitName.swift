/// The name of a unit of a letter: `preamble`, `Q3`, `A8+9`, `closing`, `body` where no questions are asked. Numbers are the printed ones; where they start again
/// under parts, the later parts go before them: `B:Q1`, `C:A2+3`.
public struct UnitName: Sendable, Hashable, CustomStringConvertible {
    public enum Part: String, Sendable {
        case preamble, question, answer, closing, body

        /// What the minister says: answers, and the text of a letter that answers no questions.
        public var isAnswer: Bool { self == .answer || self == .body }
    }

    public let part: Part
    /// The questions it asks or answers, as printed; empty for the other parts.
    public let numbers: [Int]
    /// The place of the letter's part whose numbers these are: 0 for the first, or where there are no parts.
    public let section: Int

    package init(_ part: Part, _ numbers: [Int] = [], section: Int = 0) {
        (self.part, self.numbers, self.section) = (part, numbers, section)
    }

    /// The part's own hash would be that of its word.
    public func hash(into hasher: inout Hasher) {
        let order =
            switch part {
            case .preamble: 0
            case .question: 1
            case .answer: 2
            case .closing: 3
            case .body: 4
            }
        hasher.combine(order + 8 * (numbers.first ?? 0) + 4096 * numbers.count + 65_536 * section)
    }

    package static let preamble = UnitName(.preamble)
    package static let closing = UnitName(.closing)
    package static let body = UnitName(.body)

    /// The part that a unit of this name is, as `description` writes it: `B:A2+3` is an answer.
    package static func part(of name: String) -> Part {
        if let part = Part(rawValue: name) { return part }
        let own = name.utf8.firstIndex(of: UInt8(ascii: ":")).map { name.utf8[$0...].dropFirst() } ?? name.utf8[...]
        return own.first == UInt8(ascii: "Q") ? .question : .answer
    }

    /// The numbers as written in names: `8+9`.
    public var number: String { numbers.map(String.init).joined(separator: "+") }

    public var description: String {
        switch part {
        case .preamble, .closing, .body: part.rawValue
        case .question: sectionMark + "Q" + number
        case .answer: sectionMark + "A" + number
        }
    }

    /// `B:` for the second part, `AA:` for the 27th; nothing for the first.
    package var sectionMark: String {
        guard section > 0 else { return "" }
        var (letters, left) = ("", section + 1)
        while left > 0 {
            letters = "\(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((left - 1) % 26))))" + letters
            left = (left - 1) / 26
        }
        return letters + ":"
    }
}
