/// Kamerstukken that may be a slip of the pen: `36522, nr. 12` where another letter cites `36552, nr. 12`. Which of those
/// that may have been meant is the likeliest is for `Suggestions` to say.
public enum NearMisses {
    public struct Suspect: Sendable, Equatable {
        /// The id as written.
        public let id: String
        /// What may have been meant, in the order of the ids.
        public let meant: [String]
    }

    /// With more documents of one number cited among some 13,000 dossiers, one of the 49 numbers a slip away is among them in
    /// one case of ten.
    public static let mostByChance = 26

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
        let rows = MostCited.rows(graph).filter { Paper($0.source.id) != nil }
        let citing = Dictionary(rows.map { ($0.source.id, Set($0.citedBy)) }, uniquingKeysWith: { first, _ in first })
        return find(
            rows.map { Count(id: $0.source.id, letters: $0.letters, citations: $0.citations) }
        ) { !(citing[$0] ?? []).isDisjoint(with: citing[$1] ?? []) }
    }

    /// Suspects: nothing else of the suspect's dossier is cited, no letter cites both, and a dossier one slip away has the
    /// same number, cited by another letter and at least as often.
    /// - Parameters:
    ///   - counts: every Kamerstuk that is cited, once.
    ///   - exists: whether a document is known to exist. It is no suspect where so many of its number are cited that one of
    ///     them lies a slip away by chance, as nr. 3 of some dossier does in any large collection.
    ///   - shareALetter: whether a letter cites both; asked only where all else speaks for a slip.
    /// - Complexity: linear in the number of Kamerstukken.
    public static func find(
        _ counts: [Count], exists: @escaping (String) -> Bool = { _ in false },
        shareALetter: @escaping (String, String) -> Bool
    ) -> [Suspect] {
        var documents: [Int: Int] = [:]
        var alike: [Substring: Int] = [:]
        var byID: [String: Int] = Dictionary(minimumCapacity: counts.count)
        for (index, count) in counts.enumerated() {
            guard let paper = Paper(count.id) else { continue }
            documents[paper.number, default: 0] += 1
            alike[paper.rest, default: 0] += 1
            byID[count.id] = index
        }
        let cited = Cited<Never>(
            documents: { documents[$0] ?? 0 }, alike: { alike[$0] ?? 0 }, count: { byID[$0].map { counts[$0] } },
            exists: exists, shareALetter: shareALetter)
        return counts.compactMap { count -> Suspect? in
            let others = meant(by: count.id, cited)
            return others.isEmpty ? nil : Suspect(id: count.id, meant: others)
        }.sorted { $0.id < $1.id }
    }

    /// What may have been meant by a Kamerstuk, in the order of the ids; nothing when it is no suspect.
    public static func meant<Failure: Error>(by id: String, _ cited: Cited<Failure>) throws(Failure) -> [String] {
        guard let paper = Paper(id), try cited.documents(paper.number) == 1, let count = try cited.count(id) else {
            return []
        }
        let own = (count.letters, count.citations)
        var others: [String] = []
        for slip in paper.slips {
            let documents = try cited.documents(slip.number)
            guard documents > 0, let other = try cited.count(slip.id) else { continue }
            let counts = (other.letters, other.citations)
            guard counts > own || counts == own && documents > 1 else { continue }
            if try !cited.shareALetter(id, other.id) { others.append(other.id) }
        }
        if others.isEmpty { return [] }
        if cited.exists(id), try cited.alike(paper.rest) > mostByChance { return [] }
        return others.sorted()
    }

    /// What is cited, as far as it makes a number a suspect.
    public struct Cited<Failure: Error> {
        /// How many documents of a dossier's number are cited; of many, two will do.
        let documents: (Int) throws(Failure) -> Int
        /// How many documents are cited that have this behind the number of their dossier; counted until they are more than
        /// chance would bring.
        let alike: (Substring) throws(Failure) -> Int
        let count: (String) throws(Failure) -> Count?
        let exists: (String) -> Bool
        let shareALetter: (String, String) throws(Failure) -> Bool

        public init(
            documents: @escaping (Int) throws(Failure) -> Int, alike: @escaping (Substring) throws(Failure) -> Int,
            count: @escaping (String) throws(Failure) -> Count?, exists: @escaping (String) -> Bool,
            shareALetter: @escaping (String, String) throws(Failure) -> Bool
        ) {
            (self.documents, self.alike, self.count) = (documents, alike, count)
            (self.exists, self.shareALetter) = (exists, shareALetter)
        }
    }

    /// `kst-36522-12` in its dossier (`36522`) and the rest (`12`, or `VII-1` with a chapter).
    public struct Paper {
        private static let opening = "kst-"
        private let dossier: [UInt8]
        public let rest: Substring
        public let number: Int

        public init?(_ id: String) {
            guard id.hasPrefix(Self.opening) else { return nil }
            let parts = id.dropFirst(Self.opening.count).split(separator: "-", maxSplits: 1)
            guard parts.count == 2, parts[0].utf8.count == 5, let number = Int(parts[0]) else { return nil }
            (self.number, dossier, rest) = (number, Array(parts[0].utf8), parts[1])
        }

        /// What is one slip away: one digit changed, or two neighbours swapped.
        public var slips: [(id: String, number: Int)] {
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
            return dossiers.map {
                let digits = String(decoding: $0, as: UTF8.self)
                return ("\(Self.opening)\(digits)-\(rest)", Int(digits) ?? 0)
            }
        }
    }
}
