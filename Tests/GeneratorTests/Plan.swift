import Support

/// The parts that one letter is made of: one of each axis that it has.
struct Plan: Sendable, Hashable {
    /// The kinds of citation that it holds, by their place in the letter.
    var kinds: [String]
    /// By axis, in order.
    var choices: [Choice]

    struct Choice: Sendable, Hashable, CustomStringConvertible {
        let axis: Int
        let part: Int
        /// Its part's number among all parts.
        let number: Int

        init(axis: Int, part: Int) {
            (self.axis, self.part) = (axis, part)
            number = PartTable.shared.offsets[axis] + part
        }

        var plain: Choice { Choice(axis: axis, part: 0) }
        var row: Part { PartTable.shared.axes[axis].parts[part] }
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
            let axis = choices[index].axis
            let all = PartTable.shared.axes[axis].parts.indices.map { Choice(axis: axis, part: $0) }
            choices[index] = all.first { !PartTable.shared.clash($0, kept) } ?? all[0]
        }
    }

    /// Puts the plain part back where two cannot stand beside each other.
    mutating func settle() {
        let table = PartTable.shared
        for later in choices.indices where table.clashesWithSome(choices[later]) {
            for earlier in choices.indices where table.clash(choices[earlier], choices[later]) {
                let first = min(earlier, later)
                let second = max(earlier, later)
                let reset = choices[second].part > 0 ? second : first
                choices[reset] = choices[reset].plain
            }
        }
    }

    /// Puts the plain part back for what is not read today, alone or together.
    mutating func keepToWhatIsRead(_ unread: UnreadSets, _ flagged: Set<Choice>? = nil) {
        for index in choices.indices {
            if flagged?.contains(choices[index]) ?? !choices[index].row.isReadToday {
                choices[index] = choices[index].plain
            }
        }
        settle()
        while let place = unread.last(in: choices) { choices[place] = choices[place].plain }
    }
}

/// Sets of parts that are not read together today.
struct UnreadSets: Sendable {
    /// By the part with the highest number, the only one that is looked up.
    private var byLast: [Int: [[Int]]] = [:]

    mutating func insert(_ choices: [Plan.Choice]) {
        let numbers = choices.map(\.number).sorted()
        if let last = numbers.last { byLast[last, default: []].append(numbers) }
    }

    /// The place of the last part of a set that is whole in these.
    func last(in choices: [Plan.Choice]) -> Int? {
        let numbers = Set(choices.map(\.number))
        return choices.indices.first { place in
            choices[place].part > 0
                && (byLast[choices[place].number] ?? []).contains { numbers.isSuperset(of: $0) }
        }
    }

    /// The parts of all sets that are whole in these.
    func parts(in choices: [Plan.Choice]) -> Set<Int> {
        let numbers = Set(choices.map(\.number))
        return Set(byLast.values.joined().filter { numbers.isSuperset(of: $0) }.joined())
    }
}

extension Part {
    static let none = Part(text: "∅", holds: [], tags: [], bars: [], isReadToday: true)
}
