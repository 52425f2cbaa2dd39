import Support

/// What is asked of a store, as options of the command; and the answer that the parts of the letters give, counted here by sets
/// and nothing else.
struct Ask: CustomStringConvertible {
    /// Nil for what the command takes by itself.
    var kinds: [String]?
    /// `answers`, `questions` or `all`.
    var part = "answers"
    var isOfDossiers = false
    /// An option on the letters with its value, and the letters that it takes.
    var filters: [(option: String, value: String, takes: @Sendable (WrittenLetter) -> Bool)] = []
    /// A name and the letters that have it, for each of those that must share.
    var between: [(name: String, has: @Sendable (WrittenLetter) -> Bool)] = []

    var arguments: [String] {
        (kinds.map { ["--kind", $0.joined(separator: ",")] } ?? []) + (part == "answers" ? [] : ["--in", part])
            + (isOfDossiers ? ["--sources", "dossiers"] : []) + filters.flatMap { ["--\($0.option)", $0.value] }
    }

    var description: String { arguments.joined(separator: " ") }

    /// Options with what they take. A joint asker counts for each of his parties.
    static let filters: [(option: String, value: String, takes: @Sendable (WrittenLetter) -> Bool)] = [
        ("since", "2024-05-03", { $0.day ?? "" >= "2024-05-03" }),
        ("until", "2024", { letter in letter.day.map { $0 <= "2024-12-31" } ?? false }),
        ("read-since", "2026-01-02", { $0.readOn >= "2026-01-02" }),
        ("ministry", "BZ", { $0.ministry == "BZ" }),
        ("ministry", "jenv,bz", { ["JenV", "VenJ", "BZ"].contains($0.ministry) }),
        ("minister", "yesilgoz", { $0.minister == "Yeşilgöz-Zegerius" }),
        ("party", "GL", { letter in letter.members.contains { $0.party.hasPrefix("GroenLinks") } }),
        ("party", "pvdd,Volt", { letter in letter.members.contains { ["PvdD", "Volt"].contains($0.party) } }),
        ("asker", "kostic", { letter in letter.members.contains { $0.name == "Kostić" } }),
    ]

    static let groups: [(name: String, has: @Sendable (WrittenLetter) -> Bool)] = [
        ("BZK", { $0.ministry == "BZK" }), ("VenJ", { ["VenJ", "JenV"].contains($0.ministry) }),
        ("volt", { letter in letter.members.contains { $0.party == "Volt" } }),
        ("Klaver", { letter in letter.members.contains { $0.name == "Klaver" } }),
    ]

    /// Each filter alone.
    static var eachFilter: [Ask] { filters.map { Ask(filters: [$0]) } }

    /// What chance puts together.
    static func random(_ count: Int, _ generator: inout SeededGenerator) -> [Ask] {
        (0..<count).map { _ in
            Ask(
                kinds: [nil, ["all"], ["kamerstuk"], ["kamerstuk", "report"], ["url", "law"], ["dossier"]]
                    .randomElement(
                        using: &generator) ?? nil,
                part: ["answers", "questions", "all"].randomElement(using: &generator) ?? "answers",
                isOfDossiers: Bool.random(using: &generator),
                filters: Array(
                    filters.shuffled(using: &generator).prefix(Int.random(in: 0...2, using: &generator))))
        }
    }
}

/// How often sources are cited.
struct Counted: Equatable {
    var letters: Set<String> = []
    var answers: Set<String> = []
    var citations = 0
    var numbers: [Int] { [letters.count, answers.count, citations] }
}

extension Ask {
    /// - Parameter kinds: what is looked at where none is named: nil for all that is not quiet, front pages left out.
    func counts(_ letters: [WrittenLetter], default kinds: Set<String>?) -> [String: Counted] {
        var wanted =
            self.kinds.map(Set.init) ?? kinds ?? Set(WrittenSource.all.map(\.kind)).subtracting(WrittenSource.quiet)
        let leavesOutFrontPages = self.kinds == nil && kinds == nil
        if wanted == ["all"] { wanted = Set(WrittenSource.all.map(\.kind)) }
        if isOfDossiers, wanted.contains("kamerstuk") { wanted.insert("dossier") }
        var counts: [String: Counted] = [:]
        for letter in letters where filters.allSatisfy({ $0.takes(letter) }) {
            if !between.isEmpty, !between.contains(where: { $0.has(letter) }) { continue }
            for (unit, part, source) in letter.citations {
                guard wanted.contains(source.kind), !(leavesOutFrontPages && source.isFrontPage) else { continue }
                if self.part == "answers", part != .answer { continue }
                if self.part == "questions", part != .question { continue }
                let id = isOfDossiers ? source.dossier ?? source.id : source.id
                counts[id, default: Counted()].letters.insert(letter.name)
                counts[id, default: Counted()].answers.insert("\(letter.name) \(unit)")
                counts[id, default: Counted()].citations += 1
            }
        }
        return counts
    }

    /// Those that at least two letters cite; with groups, some of each.
    func shared(_ letters: [WrittenLetter]) -> [String: Counted] {
        counts(letters, default: nil).filter { _, counted in
            counted.letters.count > 1
                && between.allSatisfy { group in letters.contains { group.has($0) && counted.letters.contains($0.name) }
                }
        }
    }
}
