import Foundation
import Support
import Testing

/// Letters made of parts, in any combination: all they cite is found, in its unit, and nothing else. A slice of the
/// 10,000 by default, all of them with GENERATOR=all; another seed with GENERATOR_SEED. What is not read yet is flagged in
/// the table of parts, or listed in `unread.tsv`, and left out. With GENERATOR=report it stands in the letters too, and
/// what fails is counted by kind of fault; with GENERATOR=flags both files are written anew.
@Suite struct GeneratorTests {
    static let environment = ProcessInfo.processInfo.environment
    static let seed = environment["GENERATOR_SEED"].flatMap { UInt64($0) } ?? 12
    static let count = 10_000
    static let chunks = 8
    static let sliced =
        environment["GENERATOR_COUNT"].flatMap { Int($0) } ?? (environment["GENERATOR"] == nil ? 1500 : count)

    /// Parts that are read, but not together: a line of `Tests/Cases/generator/unread.tsv` each.
    static let unread: [Set<String>] = ((try? Repository.text("Tests/Cases/generator/unread.tsv")) ?? "")
        .split(separator: "\n").filter { !$0.hasPrefix("# ") }
        .map { Set($0.components(separatedBy: Trial.plus)) }

    static let plans: [Plan] = {
        print("letters are made with seed \(seed) (another: GENERATOR_SEED=…)")
        var maker = PlanMaker(seed: seed)
        return (0..<sliced).map { _ in maker.plan() }
    }()

    @Test(.enabled(if: environment["GENERATOR"] == "all")) func everyPairOfPartsOccurs() {
        var maker = PlanMaker(seed: Self.seed)
        for _ in 0..<Self.count { _ = maker.plan() }
        let missing = maker.missing.map { "\($0.0) + \($0.1)" }
        #expect(missing.isEmpty)
    }

    @Test(.enabled(if: !["report", "flags"].contains(environment["GENERATOR"])), arguments: 0..<chunks)
    func whatIsCitedIsFound(_ chunk: Int) {
        for number in stride(from: chunk, to: Self.sliced, by: Self.chunks) {
            var plan = Self.plans[number]
            plan.keepToWhatIsRead(Self.unread)
            let trial = Trial(plan: plan, seed: Self.seed &+ UInt64(number))
            guard !trial.isRight else { continue }
            let smallest = trial.smallest()
            Issue.record("seed \(Self.seed), text \(number):\n\(smallest.report)")
        }
    }

    @Test(.enabled(if: environment["GENERATOR"] == "report")) func whatFailsIsCounted() {
        FaultReport(plans: Self.plans, seed: Self.seed).count()
    }

    @Test(.enabled(if: environment["GENERATOR"] == "flags")) func flagsAreWritten() throws {
        try FaultReport(plans: Self.plans, seed: Self.seed).writeFlags()
    }
}
