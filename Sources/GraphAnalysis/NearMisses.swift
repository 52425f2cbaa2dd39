/// Kamerstukken that may be a slip of the pen: `36522, nr. 12` where another letter cites `36552, nr. 12`. Which of those
/// that may have been meant is the likeliest is for `Suggestions` to say.
public enum NearMisses {
    public struct Suspect: Sendable, Equatable {
        /// The id as written.
        public let id: String
        /// What may have been meant, in the order of the ids.
        public let meant: [String]
    }

    /// Suspects among the Kamerstukken of a graph: nothing else of the suspect's dossier is cited, no letter cites both,
    /// and a dossier one digit away has the same number, cited by another letter and at least as often.
    /// - Complexity: linear in the number of Kamerstukken.
    public static func find(_ graph: CitationGraph) -> [Suspect] {
        let rows = MostCited.rows(graph).filter { $0.source.kind == "kamerstuk" }
        let byNumber = Dictionary(grouping: rows.compactMap(Paper.init), by: \.rest)
        let documents = Dictionary(grouping: rows.compactMap(Paper.init), by: \.dossier).mapValues(\.count)
        return rows.compactMap { row -> Suspect? in
            guard let paper = Paper(row), documents[paper.dossier] == 1 else { return nil }
            let others = (byNumber[paper.rest] ?? []).filter { other in
                paper.isOneSlip(from: other) && Set(other.row.citedBy).isDisjoint(with: row.citedBy)
                    && (other.row.letters, other.row.citations) >= (row.letters, row.citations)
                    && ((other.row.letters, other.row.citations) > (row.letters, row.citations)
                        || (documents[other.dossier] ?? 0) > 1)
            }
            return others.isEmpty ? nil : Suspect(id: row.source.id, meant: others.map(\.row.source.id).sorted())
        }.sorted { $0.id < $1.id }
    }

    /// `kst-36522-12` in its dossier (`36522`) and the rest (`12`, or `VII-1` with a chapter).
    private struct Paper {
        let row: MostCited.Row
        let dossier: [UInt8]
        let rest: String

        init?(_ row: MostCited.Row) {
            let parts = row.source.id.dropFirst("kst-".count).split(separator: "-", maxSplits: 1)
            guard parts.count == 2, parts[0].count == 5 else { return nil }
            self.row = row
            dossier = Array(parts[0].utf8)
            rest = String(parts[1])
        }

        /// One digit changed, or two neighbours swapped.
        func isOneSlip(from other: Paper) -> Bool {
            let places = dossier.indices.filter { dossier[$0] != other.dossier[$0] }
            if places.count == 1 { return true }
            return places.count == 2 && places[1] == places[0] + 1 && dossier[places[0]] == other.dossier[places[1]]
                && dossier[places[1]] == other.dossier[places[0]]
        }
    }
}
