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

    /// Puts the plain part back where two cannot stand beside each other.
    mutating func settle() {
        for later in choices.indices {
            for earlier in 0..<later where PartTable.shared.clash(choices[earlier], choices[later]) {
                choices[choices[later].part > 0 ? later : earlier].part = 0
            }
        }
    }
}

extension Part {
    static let none = Part(text: "∅", holds: [], tags: [], bars: [])
}
