import GRDB
import GraphAnalysis

/// Letters that are spoken of together: those of a ministry, to a party, by a minister, or one letter.
public struct LetterGroup: Sendable {
    let letters: [Int]
    /// What they have in common, or nil for one letter.
    public let name: LetterName?
}

extension GraphStore {
    /// More groups cannot be told apart.
    public static let mostGroups = 64

    /// The letters of a ministry, a party, a minister or an asker of this name: of the first of these that any letter has. Nil
    /// where none has it.
    /// - Complexity: linear in the letters.
    public func group(named text: String) throws -> LetterGroup? {
        for name in [LetterName.ministry, .party, .minister, .asker] {
            var selection = GraphSelection()
            selection[keyPath: name.values] = [text]
            let letters = try queue.read { try LetterRows(selection).ids(in: $0) }
            if !letters.isEmpty { return LetterGroup(letters: letters, name: name) }
        }
        return nil
    }

    /// One letter, by its name in the store.
    public func group(ofLetter name: String) throws -> LetterGroup {
        let ids = try queue.read {
            try Int.fetchAll($0, sql: "SELECT id FROM letter WHERE name = ?", arguments: [name])
        }
        return LetterGroup(letters: ids, name: nil)
    }
}

/// Of which groups each letter is.
struct GroupMembership {
    private let all: UInt64
    private var groups: [Int: UInt64] = [:]

    init(_ groups: [LetterGroup]) {
        all = groups.isEmpty ? 0 : .max >> UInt64(64 - min(groups.count, GraphStore.mostGroups))
        for (place, group) in groups.prefix(GraphStore.mostGroups).enumerated() {
            for letter in group.letters { self.groups[letter, default: 0] |= 1 << UInt64(place) }
        }
    }

    /// The citations of letters that are of any group.
    func members(_ cited: CitationColumns) -> CitationColumns {
        var kept = CitationColumns()
        for row in cited.letters.indices where groups[cited.letters[row]] != nil {
            kept.append(unit: cited.units[row], letter: cited.letters[row], source: cited.sources[row])
        }
        return kept
    }

    /// Whether there are letters of every group among these.
    func isWhole(_ letters: some Sequence<Int>) -> Bool {
        letters.reduce(0) { $0 | (groups[$1] ?? 0) } == all
    }
}
