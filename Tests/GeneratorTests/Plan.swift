import Support

/// The parts that one letter is made of: one of each axis that it has.
struct Plan: Sendable, Hashable {
    /// The kinds of citation that it holds, by their place in the letter.
    var kinds: [String]
    /// By axis, in order.
    var choices: [Choice]

    struct Choice: Sendable, Hashable, CustomStringConvertible {
        let axis: Int
        var part: Int

        var row: Part { PartTable.shared.axes[axis].parts[part] }
        /// Its part's number among all parts.
        var number: Int { PartTable.shared.offsets[axis] + part }
        var description: String { "\(PartTable.shared.axes[axis].name)\t\(row.text)" }
    }

    func part(_ axis: String) -> Part {
        guard let place = PartTable.shared.place(of: axis), let choice = choices.first(where: { $0.axis == place })
        else { return Part.none }
        return choice.row
    }

    /// The parts that are not the plain ones.
    var dressed: [Choice] { choices.filter { $0.part > 0 } }

    /// Chooses for every other axis a part that can stand beside this one.
    mutating func release(_ kept: Choice) {
        for index in choices.indices where choices[index].axis != kept.axis {
            let parts = PartTable.shared.axes[choices[index].axis].parts
            choices[index].part =
                parts.indices.first { !PartTable.shared.clash(Choice(axis: choices[index].axis, part: $0), kept) } ?? 0
        }
    }

    /// Puts the plain part back where two cannot stand beside each other.
    mutating func settle() {
        for later in choices.indices {
            for earlier in 0..<later where PartTable.shared.clash(choices[earlier], choices[later]) {
                choices[choices[later].part > 0 ? later : earlier].part = 0
            }
        }
    }

    /// Puts the plain part back for what is not read today, alone or together.
    mutating func keepToWhatIsRead(_ unread: [Set<String>], _ flagged: Set<Choice>? = nil) {
        for index in choices.indices {
            if flagged?.contains(choices[index]) ?? !choices[index].row.isReadToday { choices[index].part = 0 }
        }
        var named = Dictionary(grouping: choices.indices, by: { choices[$0].description }).mapValues { $0[0] }
        for set in unread {
            guard set.allSatisfy({ named[$0] != nil }) else { continue }
            guard let last = set.compactMap({ named[$0] }).filter({ choices[$0].part > 0 }).max() else { continue }
            named[choices[last].description] = nil
            choices[last].part = 0
            named[choices[last].description] = last
        }
        settle()
    }
}

extension Part {
    static let none = Part(text: "∅", holds: [], tags: [], bars: [], isReadToday: true)
}
