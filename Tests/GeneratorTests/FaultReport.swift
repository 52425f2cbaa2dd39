import Foundation
import Support

/// What fails today, by part and by kind of fault. Written beside the build, for people.
struct FaultReport {
    let plans: [Plan]
    let seed: UInt64

    /// Each part in a letter of plain ones.
    private var alone: [(Plan.Choice, Trial)] {
        let table = PartTable.shared
        return table.axes.indices.flatMap { place in
            let axis = table.axes[place]
            let kind = axis.kind ?? "kamerstuk"
            let kinds = [kind, kind == "url" ? "kamerstuk" : "url"]
            return axis.parts.indices.map { part in
                let choices = table.axes.indices.filter { table.axes[$0].kind.map(kinds.contains) ?? true }.map {
                    Plan.Choice(axis: $0, part: $0 == place ? part : 0)
                }
                let choice = Plan.Choice(axis: place, part: part)
                var plan = Plan(kinds: kinds, choices: choices)
                plan.release(choice)
                return (choice, Trial(plan: plan, seed: seed))
            }
        }
    }

    /// What fails with every part in use, by kind of fault. A text may fail for several.
    func count() {
        var byFault: [String: Int] = [:]
        var bySet: [String: (count: Int, example: String)] = [:]
        var failing = 0
        for (number, plan) in plans.enumerated() {
            let trial = Trial(plan: plan, seed: seed &+ UInt64(number))
            guard !trial.isRight else { continue }
            failing += 1
            let flagged = plan.choices.filter { !$0.row.isReadToday }
            let named = Set(plan.choices.map(\.description))
            let together = GeneratorTests.unread.filter { $0.isSubset(of: named) }
            var choices =
                flagged + plan.choices.filter { choice in together.contains { $0.contains(choice.description) } }
            if choices.isEmpty {
                let smallest = trial.smallest()
                bySet[smallest.parts, default: (0, smallest.report)].count += 1
                choices = smallest.plan.dressed
            }
            for fault in Set(choices.map { PartTable.shared.axes[$0.axis].fault }) { byFault[fault, default: 0] += 1 }
        }
        var text = "\(failing) of \(plans.count) fail\n"
        for (fault, count) in byFault.sorted(by: { $0.value > $1.value }) { text += "\(count)\t\(fault)\n" }
        for (parts, entry) in bySet.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            text += "\n=== \(entry.count) × \(parts)\n\(entry.example)\n"
        }
        write(text, "counts")
    }

    /// Writes the flags of the table of parts and the list of those that are not read together as they are today.
    func writeFlags() throws {
        let flagged = alone.filter { !$0.1.isRight }
        write(flagged.map { "\nalone: \($0.0)\n\($0.1.report)\n" }.joined(), "parts")
        try PartTable.writeFlags(Set(flagged.map(\.0.description)))
        let unread = unreadSets(Set(flagged.map(\.0)))
        write(unread.map { "\n=== \($0.parts)\n\($0.report)\n" }.joined(), "sets")
        let head = "# Parts that are read, but not yet together: a set a line, as GENERATOR=flags writes them.\n"
        try Data((head + unread.map { $0.parts + "\n" }.sorted().joined()).utf8).write(
            to: Repository.file("Tests/Cases/generator/unread.tsv"))
    }

    /// The smallest sets of parts that fail, each left out of the texts behind it. A text is read until it is right, and all
    /// once more: what is left out of a text may be what made it right.
    private func unreadSets(_ flagged: Set<Plan.Choice>) -> [Trial] {
        var found: [Trial] = []
        var sets: [Set<String>] = []
        var isNew = true
        while isNew {
            isNew = false
            for (number, whole) in plans.enumerated() {
                while true {
                    var plan = whole
                    plan.keepToWhatIsRead(sets, flagged)
                    let trial = Trial(plan: plan, seed: seed &+ UInt64(number))
                    if trial.isRight { break }
                    isNew = true
                    let smallest = trial.smallest()
                    found.append(smallest)
                    sets.append(Set(smallest.plan.dressed.map(\.description)))
                }
            }
        }
        return found
    }

    private func write(_ text: String, _ name: String) {
        try? Data(text.utf8).write(to: Repository.file(".build/generator-\(name).txt"))
    }
}
