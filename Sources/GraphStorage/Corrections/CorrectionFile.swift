import Foundation

/// A user's word about two ids, wherever letters cite them: `same kst-36522-12 kst-36552-12`, and
/// `apart https://openkamer.org/kamerstuk/29924/143 kst-29924-143`.
public struct WorkVerdict: Sendable, Hashable {
    public enum Kind: String, Sendable {
        /// Both are one source: the first counts as the second.
        case same
        /// They stay two, though kvgraph would join them.
        case apart
    }

    public let kind: Kind
    public let first: String
    public let second: String

    public init(_ kind: Kind, _ first: String, _ second: String) {
        (self.kind, self.first, self.second) = (kind, first, second)
    }
}

/// What the lines of a file of corrections say, as far as their columns tell. Whether its ids are ids is for those to judge who
/// take the file from a user.
public enum CorrectionFile {
    public enum Verdict: Sendable {
        /// Letter, unit (or `*`), id as read, and `drop` or another id.
        case citation(Correction)
        /// `same` or `apart`, and two ids.
        case works(WorkVerdict)
        /// A column is missing.
        case incomplete(isOfWorks: Bool)
    }

    /// The rows with the numbers of their lines. Empty lines, comments (`#`) and the headings (`letter unit id verdict`) are
    /// none; columns behind the last one are the user's own.
    public static func rows(_ text: String) -> [(line: Int, verdict: Verdict)] {
        var rows: [(line: Int, verdict: Verdict)] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.hasPrefix("#"), line.contains(where: { !$0.isWhitespace }) else { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            if columns.count >= 4, columns[0] == "letter", columns[3] == "verdict" { continue }
            rows.append((index + 1, verdict(columns)))
        }
        return rows
    }

    /// Which verdict keeps apart what others join, or what it joins itself; nil when none does.
    public static func contradiction(in verdicts: [WorkVerdict]) -> Int? {
        let joined = JoinedGroups(verdicts.filter { $0.kind == .same })
        return verdicts.firstIndex { $0.kind == .apart && joined.group($0.first) == joined.group($0.second) }
    }

    /// The verdicts about ids alone.
    static func works(_ text: String) -> [WorkVerdict] {
        rows(text).compactMap { if case .works(let verdict) = $0.verdict { verdict } else { nil } }
    }

    private static func verdict(_ columns: [String]) -> Verdict {
        let isFull = { columns.count >= $0 && columns.prefix($0).allSatisfy { !$0.isEmpty } }
        // A letter may be called so too: then a unit stands behind it.
        if let kind = WorkVerdict.Kind(rawValue: columns[0]), columns.count < 2 || !isUnit(columns[1]) {
            return isFull(3) ? .works(WorkVerdict(kind, columns[1], columns[2])) : .incomplete(isOfWorks: true)
        }
        // Blanks where tabs should be.
        let isOfWorks = WorkVerdict.Kind(rawValue: String(columns[0].prefix { !$0.isWhitespace })) != nil
        guard isFull(4) else { return .incomplete(isOfWorks: isOfWorks && columns.count == 1) }
        return .citation(
            Correction(
                letter: columns[0], unit: columns[1] == "*" ? nil : columns[1], id: columns[2],
                verdict: columns[3] == "drop" ? .drop : .becomes(columns[3])))
    }

    /// `*`, `closing`, `A8+9`, `B:Q1`: no id looks so.
    private static func isUnit(_ text: String) -> Bool {
        if ["*", "preamble", "body", "closing"].contains(text) { return true }
        let name = text.split(separator: ":").last ?? ""
        return name.count > 1 && "QA".contains(name.first ?? " ")
            && name.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "+" }
    }
}
