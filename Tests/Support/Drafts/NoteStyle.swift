/// How a text writes its notes: a row for each notation that was seen in letters.
struct NoteStyle: Sendable {
    enum Place: Sendable {
        /// Behind the paragraph that calls it.
        case paragraph
        /// At the foot of the page, which cuts an answer in two.
        case pageFoot
        /// Behind the last answer.
        case end
    }

    let name: String
    let place: Place
    /// `?1, 2`, `?1 en 2`, `?3/4`
    var joiner = ""
    /// What stands before the first of them.
    var lead = ""
    /// Whether each number stands once in the text: Word and printers make a note anew for each call.
    var isCalledOnce: Bool { place == .pageFoot && marker(1) == "1" }
    /// The number of the first note.
    var first = 1
    let marker: @Sendable (Int) -> String
    let opening: @Sendable (Int) -> String
    /// What `cite` calls the note.
    let printed: @Sendable (Int) -> String

    static let all = [
        NoteStyle(
            name: "[footnoteRef:2] [2: …]", place: .paragraph, first: 2, marker: { "[footnoteRef:\($0)]" },
            opening: { "[\($0): " }, printed: { "\($0)" }),
        NoteStyle(
            name: "[1] at the end", place: .end, marker: { "[\($0)]" }, opening: { "[\($0)] " }, printed: { "[\($0)]" }),
        NoteStyle(
            name: "[1],[2] at the end", place: .end, joiner: ",", marker: { "[\($0)]" }, opening: { "[\($0)] " },
            printed: { "[\($0)]" }),
        NoteStyle(
            name: "[^1]", place: .end, marker: { "[^\($0)]" }, opening: { "[^\($0)]: " }, printed: { "[^\($0)]" }),
        NoteStyle(
            name: "¹ at the end", place: .end, joiner: ",", marker: raised, opening: { raised($0) + " " },
            printed: raised),
        NoteStyle(
            name: "¹ at the foot of a page", place: .pageFoot, joiner: ",", marker: raised,
            opening: { raised($0) + " " },
            printed: raised),
        glued(joiner: ", "), glued(joiner: " en "), glued(joiner: "/"),
        NoteStyle(
            name: "a digit that opens a line", place: .pageFoot, joiner: ", ", lead: "\n", marker: { "\($0)" },
            opening: { "\($0)" }, printed: { "\($0)" }),
        NoteStyle(
            name: "1) and a list of 1)", place: .end, joiner: " ", lead: " ", marker: { "\($0))" },
            opening: { "\($0)) " },
            printed: { "\($0))" }),
        NoteStyle(
            name: "1) and a list of 1.", place: .end, joiner: " ", lead: " ", marker: { "\($0))" },
            opening: { "\($0). " },
            printed: { "\($0))" }),
    ]

    private static func glued(joiner: String) -> NoteStyle {
        NoteStyle(
            name: "glued digits, \(joiner.debugDescription)", place: .pageFoot, joiner: joiner, marker: { "\($0)" },
            opening: { "\($0) " }, printed: { "\($0)" })
    }

    /// `¹²`
    @Sendable static func raised(_ number: Int) -> String {
        let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
}
