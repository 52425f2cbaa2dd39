import Foundation
import Support
import Testing

/// Letters made of parts, in any combination: all they cite is found, in its unit, and nothing else. A slice of the
/// 10,000 by default, all of them with GENERATOR=all; another seed with GENERATOR_SEED.
@Suite struct GeneratorTests {
    static let environment = ProcessInfo.processInfo.environment
    static let seed = environment["GENERATOR_SEED"].flatMap { UInt64($0) } ?? 12
    static let count = 10_000
    static let chunks = 8
    static let sliced =
        environment["GENERATOR_COUNT"].flatMap { Int($0) } ?? (environment["GENERATOR"] == nil ? 1500 : count)

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

    @Test(arguments: 0..<chunks) func whatIsCitedIsFound(_ chunk: Int) {
        for number in stride(from: chunk, to: Self.sliced, by: Self.chunks) {
            let trial = Trial(plan: Self.plans[number], seed: Self.seed &+ UInt64(number))
            guard !trial.isRight else { continue }
            let smallest = trial.smallest()
            Issue.record("seed \(Self.seed), text \(number):\n\(smallest.report)")
        }
    }
}
