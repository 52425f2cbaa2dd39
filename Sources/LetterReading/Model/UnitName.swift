/// The name of a unit of a letter: `preamble`, `Q3`, `A8+9`, `closing`. Numbers are the printed ones.
public struct UnitName: Sendable, Hashable, CustomStringConvertible {
    public enum Part: String, Sendable { case preamble, question, answer, closing }

    public let part: Part
    /// The questions it asks or answers, as printed; empty for preamble and closing.
    public let numbers: [Int]

    package init(_ part: Part, _ numbers: [Int] = []) {
        self.part = part
        self.numbers = numbers
    }

    /// The part's own hash would be that of its word.
    public func hash(into hasher: inout Hasher) {
        let order =
            switch part {
            case .preamble: 0
            case .question: 1
            case .answer: 2
            case .closing: 3
            }
        hasher.combine(order + 4 * (numbers.first ?? 0) + 4096 * numbers.count)
    }

    package static let preamble = UnitName(.preamble)
    package static let closing = UnitName(.closing)

    /// The numbers as written in names: `8+9`.
    public var number: String { numbers.map(String.init).joined(separator: "+") }

    public var description: String {
        switch part {
        case .preamble, .closing: part.rawValue
        case .question: "Q" + number
        case .answer: "A" + number
        }
    }
}
