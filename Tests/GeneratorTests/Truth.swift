/// A citation as the letter's maker knows it.
struct Cited: Hashable, Comparable, CustomStringConvertible {
    let unit: String
    let id: String

    var description: String { "\(unit) \(id)" }
    static func < (one: Cited, other: Cited) -> Bool { (one.unit, one.id) < (other.unit, other.id) }
}

/// A citation as it is put into a sentence, and the ids it holds.
struct Piece {
    var text: String
    var ids: [String]
}

extension String {
    /// A part's text with what stands in its places: `{a} {b}` and `["a": "36", "b": "021"]`.
    func filled(_ values: [String: String]) -> String {
        var text = self
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// A blank at the edge and nothing, as the table writes them.
    var plain: String { replacing("⎵", with: " ").replacing("∅", with: "") }
}
