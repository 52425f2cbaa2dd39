import CitationFinding
import LetterFormats
import LetterReading

/// One letter read: what it cites, and what was found.
struct Trial {
    let plan: Plan
    let seed: UInt64
    let letter: MadeLetter
    let found: Set<Cited>

    private static let finder = CitationFinder()

    init(plan: Plan, seed: UInt64) {
        self.plan = plan
        self.seed = seed
        letter = LetterMaker.make(plan, seed: seed)
        guard let read = try? LetterReader.read(Array(letter.text.utf8), name: "made", file: "made.txt") else {
            found = []
            return
        }
        found = Set(
            Self.finder.find(in: read).citations.map { Cited(unit: $0.place.unit.description, id: $0.source.id) })
    }

    var isRight: Bool { found == letter.truth }

    /// The same with as few dressed parts as still fail.
    func smallest() -> Trial {
        var best = self
        for choice in plan.dressed.reversed() {
            var plan = best.plan
            guard let index = plan.choices.firstIndex(of: choice) else { continue }
            plan.choices[index].part = 0
            plan.settle()
            let trial = Trial(plan: plan, seed: seed)
            if !trial.isRight { best = trial }
        }
        return best
    }

    static let plus = "\t + \t"
    var parts: String { plan.dressed.map(\.description).joined(separator: Self.plus) }

    var report: String {
        """
        parts: \(parts)
        missed: \(letter.truth.subtracting(found).sorted())
        extra: \(found.subtracting(letter.truth).sorted())
        ----
        \(letter.text)----
        """
    }
}
