/// How notes are called and printed. Note 1 hangs on question 1, the last on answer 2, those between on answer 1.
struct NoteDress {
    /// Of all notes.
    let count: Int
    private let calls: String
    private let printed: String
    private let joiner: String
    private let place: String

    init(_ plan: Plan) {
        let halves = plan.part("notation").text.split(separator: "|", maxSplits: 1).map(String.init)
        (calls, printed) = (halves[0], halves[1])
        let joined = plan.part("joiner")
        joiner = joined.text
        count = 2 + (joined.holds.first.flatMap { Int($0) } ?? 1)
        place = plan.part("notes").text
    }

    var isInline: Bool { printed.hasPrefix("inline") }
    var isRunOn: Bool { printed.hasPrefix("+") }
    var isAtTheEnd: Bool { place == "end" }
    var isAtTheFoot: Bool { place.hasPrefix("foot") }
    var isBehindOpenLine: Bool { place == "foot, behind an open line" }
    var isTight: Bool { place == "foot, no blank line" }
    var isBehindUnits: Bool { place == "behind each unit" }

    func numbers(of unit: String) -> [Int] {
        switch unit {
        case "Q1": [1]
        case "A1": Array(2..<count)
        case "A2": [count]
        default: []
        }
    }

    func marker(_ number: Int) -> String { filled(calls, number) }

    var markersOfFirstAnswer: String {
        joiner.filled(["2": marker(2), "3": marker(3), "4": marker(4)])
    }

    func item(_ number: Int, _ text: String) -> String {
        filled(isRunOn ? String(printed.dropFirst()) : printed, number).filled(["t": text])
    }

    /// Whether a block is a note.
    func opens(_ block: String) -> Bool {
        (1...count).contains { block.hasPrefix(item($0, "")) }
    }

    func inline(_ number: Int, _ text: String) -> String? {
        isInline ? filled(String(printed.dropFirst("inline".count)), number).filled(["t": text]) : nil
    }

    private func filled(_ text: String, _ number: Int) -> String {
        let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷"]
        return text.filled(["n": "\(number)", "s": superscripts[number]])
    }
}
