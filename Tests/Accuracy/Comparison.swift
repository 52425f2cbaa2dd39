/// Two runs beside each other: every citation gained, lost or moved to another unit, and those whose quote, footnote or
/// locator changed where they stand.
struct Comparison {
    struct Change {
        let what: String
        let line: CitedLine
        let detail: String
    }

    private(set) var changes: [Change] = []
    private let counts: (before: Int, after: Int)

    var isEmpty: Bool { changes.isEmpty }

    init(before: CitationRun, after: CitationRun) {
        counts = (before.lines.count, after.lines.count)
        let old = Dictionary(grouping: before.lines, by: Source.init)
        let new = Dictionary(grouping: after.lines, by: Source.init)
        for source in Set(old.keys).union(new.keys) { compare(old[source] ?? [], new[source] ?? []) }
        changes.sort { ($0.line.letter, $0.line.start, $0.what) < ($1.line.letter, $1.line.start, $1.what) }
    }

    /// One source in one letter.
    private struct Source: Hashable {
        let letter: String
        let kind: String
        let id: String

        init(_ line: CitedLine) { (letter, kind, id) = (line.letter, line.kind, line.id) }
    }

    /// Pairs off what is the same in all, then what is in the same unit, then what is left: that was moved. What has no
    /// partner was gained or lost.
    private mutating func compare(_ before: [CitedLine], _ after: [CitedLine]) {
        var (lost, gained) = (before, after)
        _ = Self.pairs(&lost, &gained) { $0.unit == $1.unit && Self.difference($0, $1).isEmpty }
        changes += Self.pairs(&lost, &gained) { $0.unit == $1.unit }.map {
            Change(what: "changed", line: $1, detail: Self.difference($0, $1).joined(separator: ", "))
        }
        changes += Self.pairs(&lost, &gained) { _, _ in true }.map {
            Change(what: "moved", line: $1, detail: "\($0.unit) → \($1.unit)")
        }
        changes += lost.map { Change(what: "lost", line: $0, detail: "“\(Self.oneLine($0.quote))”") }
        changes += gained.map { Change(what: "gained", line: $0, detail: "“\(Self.oneLine($0.quote))”") }
    }

    /// Takes pairs that fit out of both lists.
    private static func pairs(
        _ left: inout [CitedLine], _ right: inout [CitedLine], where fits: (CitedLine, CitedLine) -> Bool
    ) -> [(CitedLine, CitedLine)] {
        var (pairs, rest): ([(CitedLine, CitedLine)], [CitedLine]) = ([], [])
        for line in left {
            if let partner = right.firstIndex(where: { fits(line, $0) }) {
                pairs.append((line, right.remove(at: partner)))
            } else {
                rest.append(line)
            }
        }
        left = rest
        return pairs
    }

    private static func difference(_ old: CitedLine, _ new: CitedLine) -> [String] {
        let fields = [
            ("quote", old.quote, new.quote), ("footnote", old.footnote ?? "none", new.footnote ?? "none"),
            ("locator", old.locator ?? "none", new.locator ?? "none"),
        ]
        return fields.filter { $0.1 != $0.2 }.map { "\($0.0) “\(oneLine($0.1))” → “\(oneLine($0.2))”" }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func print(title: String) {
        Swift.print("\(title): \(counts.before) and \(counts.after).\n")
        if !isEmpty {
            TextColumns(
                changes.map { [$0.what, $0.line.letter, $0.line.unit, $0.line.kind, $0.line.id, $0.detail] }
            ).print()
            Swift.print()
        }
        func count(_ what: String) -> String { "\(what) \(changes.count { $0.what == what })" }
        Swift.print(["gained", "lost", "moved", "changed"].map(count).joined(separator: ", "))
    }
}
