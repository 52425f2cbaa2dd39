import Support

/// The plans of the 10,000 texts: each is made around a pair of parts that none before it has, while there are any, and
/// takes with it as many more new pairs as a few tries find.
struct PlanMaker {
    private let table = PartTable.shared
    private var generator: SeededGenerator
    private let possible: [(Plan.Choice, Plan.Choice)]
    /// By two numbers of parts, the smaller first.
    private var covered: [Bool]
    private var next = 0
    private var tries = 0
    private static let mostTries = 8

    init(seed: UInt64) {
        generator = SeededGenerator(seed)
        let table = self.table
        let choices = table.axes.indices.flatMap { axis in
            table.axes[axis].parts.indices.map { Plan.Choice(axis: axis, part: $0) }
        }
        var possible: [(Plan.Choice, Plan.Choice)] = []
        for (index, one) in choices.enumerated() {
            for other in choices[(index + 1)...] where one.axis != other.axis && table.canStandTogether(one, other) {
                possible.append((one, other))
            }
        }
        possible.shuffle(using: &generator)
        self.possible = possible
        covered = [Bool](repeating: false, count: table.count * table.count)
    }

    /// The pairs that no plan has yet.
    var missing: [(Plan.Choice, Plan.Choice)] { possible.filter { !isCovered($0.0, $0.1) } }

    private func isCovered(_ one: Plan.Choice, _ other: Plan.Choice) -> Bool {
        covered[min(one.number, other.number) * table.count + max(one.number, other.number)]
    }

    mutating func plan() -> Plan {
        while next < possible.count, isCovered(possible[next].0, possible[next].1) { next += 1 }
        let wanted = next < possible.count ? [possible[next].0, possible[next].1] : []
        let kinds = kinds(wanted)
        var choices = wanted
        for place in table.axes.indices.shuffled(using: &generator) where !choices.contains(where: { $0.axis == place })
        {
            if let kind = table.axes[place].kind, !kinds.contains(kind) { continue }
            choices.append(choice(of: place, beside: choices))
        }
        var plan = Plan(kinds: kinds, choices: choices.sorted { $0.axis < $1.axis })
        plan.settle()
        for (index, one) in plan.choices.enumerated() {
            for other in plan.choices[(index + 1)...] { covered[one.number * table.count + other.number] = true }
        }
        if next < possible.count, !isCovered(possible[next].0, possible[next].1) {
            // What was chosen around them barred one of them: it is tried again, with others.
            tries += 1
            if tries % Self.mostTries == 0 { next += 1 }
        }
        return plan
    }

    private mutating func kinds(_ wanted: [Plan.Choice]) -> [String] {
        var kinds: [String] = []
        for kind in wanted.compactMap({ table.axes[$0.axis].kind }) where !kinds.contains(kind) { kinds.append(kind) }
        for kind in table.kinds.shuffled(using: &generator) where kinds.count < Axis.slots.count {
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds.shuffled(using: &generator)
    }

    /// Of the parts that can stand beside what is chosen, one with the most new pairs; the plain one where none can.
    private mutating func choice(of axis: Int, beside choices: [Plan.Choice]) -> Plan.Choice {
        var best = Plan.Choice(axis: axis, part: 0)
        var most = -1
        for part in table.axes[axis].parts.indices.shuffled(using: &generator) {
            let choice = Plan.Choice(axis: axis, part: part)
            guard !choices.contains(where: { table.clash($0, choice) }) else { continue }
            let new = choices.count { !isCovered($0, choice) }
            if new > most { (best, most) = (choice, new) }
        }
        return best
    }
}
