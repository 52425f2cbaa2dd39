/// Kamerstukken that may be a slip of the pen: `36522, nr. 12` where another letter cites `36552, nr. 12`. Which of those
/// that may have been meant is the likeliest is for `Suggestions` to say.
public enum NearMisses {
    public struct Suspect: Sendable, Equatable {
        /// The id as written.
        public let id: String
        /// What may have been meant, in the order of the ids.
        public let meant: [String]
    }

    /// How often a Kamerstuk is cited.
    public struct Count: Sendable {
        public let id: String
        public let letters: Int
        public let citations: Int

        public init(id: String, letters: Int, citations: Int) {
            (self.id, self.letters, self.citations) = (id, letters, citations)
        }
    }

    /// Suspects among the Kamerstukken of a graph.
    public static func find(_ graph: CitationGraph) -> [Suspect] {
        let rows = MostCited.rows(graph).filter { $0.source.kind == "kamerstuk" }
        let citing = Dictionary(rows.map { ($0.source.id, Set($0.citedBy)) }, uniquingKeysWith: { first, _ in first })
        return find(
            rows.map { Count(id: $0.source.id, letters: $0.letters, citations: $0.citations) }
        ) { !(citing[$0] ?? []).isDisjoint(with: citing[$1] ?? []) }
    }

    /// Suspects: nothing else of the suspect's dossier is cited, no letter cites both, and a dossier one slip away has the
    /// same number, cited by another letter and at least as often.
    /// - Parameters:
    ///   - counts: every Kamerstuk that is cited, once.
    ///   - shareALetter: whether a letter cites both; asked only where all else speaks for a slip.
    /// - Complexity: linear in the number of Kamerstukken.
    public static func find(
        _ counts: [Count], shareALetter: (String, String) throws -> Bool
    ) rethrows -> [Suspect] {
        let papers = counts.compactMap(Paper.init)
        let byID = Dictionary(papers.map { ($0.count.id, $0) }, uniquingKeysWith: { first, _ in first })
        let documents = Dictionary(grouping: papers, by: \.dossier).mapValues(\.count)
        return try papers.compactMap { paper -> Suspect? in
            guard documents[paper.dossier] == 1 else { return nil }
            let own = (paper.count.letters, paper.count.citations)
            let others = try paper.slips.compactMap { byID[$0] }.filter { other in
                let count = (other.count.letters, other.count.citations)
                guard count > own || count == own && (documents[other.dossier] ?? 0) > 1 else { return false }
                return try !shareALetter(paper.count.id, other.count.id)
            }
            return others.isEmpty ? nil : Suspect(id: paper.count.id, meant: others.map(\.count.id).sorted())
        }.sorted { $0.id < $1.id }
    }

    /// `kst-36522-12` in its dossier (`36522`) and the rest (`12`, or `VII-1` with a chapter).
    private struct Paper {
        let count: Count
        let dossier: [UInt8]
        let rest: String

        init?(_ count: Count) {
            let parts = count.id.dropFirst("kst-".count).split(separator: "-", maxSplits: 1)
            guard parts.count == 2, parts[0].count == 5 else { return nil }
            self.count = count
            dossier = Array(parts[0].utf8)
            rest = String(parts[1])
        }

        /// The ids one slip away: one digit changed, or two neighbours swapped.
        var slips: [String] {
            var dossiers: [[UInt8]] = []
            for place in dossier.indices {
                for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != dossier[place] {
                    var other = dossier
                    other[place] = digit
                    dossiers.append(other)
                }
                guard place > 0, dossier[place] != dossier[place - 1] else { continue }
                var other = dossier
                other.swapAt(place, place - 1)
                dossiers.append(other)
            }
            return dossiers.map { "kst-\(String(decoding: $0, as: UTF8.self))-\(rest)" }
        }
    }
}
