/// A note whose text was found: its number, how it is written, and its lines.
struct NoteText {
    let number: Int
    let notation: NoteNotation
    let mark: String
    /// The lines of the letter it takes, or, for a note within the running text, none.
    var lines: [Int]
    var range: Range<Int>
    /// The lines on which its marker may stand: those since the last block of notes.
    var scope: Range<Int>
    /// The first line of its page; its marker most likely stands after it.
    var page = 0
}

extension NoteNotation {
    /// A note's number as the letter shows it.
    func mark(_ number: Int) -> String {
        switch self {
        case .inline, .plain: "\(number)"
        case .caret: "[^\(number)]"
        case .bracket: "[\(number)]"
        case .superscript: String(String(number).map { Self.raised[$0] ?? $0 })
        case .parenthesis, .numbered: "\(number))"
        }
    }

    static let raised: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
}
