import GraphAnalysis
import GraphStorage
import Wording

/// A name that no letter in the store has: it may be mistyped.
public struct UnknownName: Sendable {
    /// What to say of it: `no letter has the ministry “BZZ”: the nearest are BZ, BZK`.
    public let words: Phrase

    /// The first such name of a selection; nil where letters have each.
    /// - Complexity: linear in the letters, for each name.
    public init?(in selection: GraphSelection, _ store: GraphStore) throws {
        for name in LetterName.allCases {
            for value in selection[keyPath: name.values] {
                var only = GraphSelection()
                only[keyPath: name.values] = [value]
                if try store.hasLetters(only) { continue }
                let nearest = try store.names(name, nearest: value, limit: 3)
                let hint: Phrase =
                    nearest.isEmpty ? "none is called nearly so" : "the nearest are \(nearest.joined(separator: ", "))"
                words = "no letter has the \(name.word) “\(NodeLookup.short(value))”: \(hint)"
                return
            }
        }
        return nil
    }
}
