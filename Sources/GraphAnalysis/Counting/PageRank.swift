/// How much attention each node of a graph of links gets when a reader follows citations at random and now and then starts
/// anew (Page, Brin, Motwani and Winograd, 1999). A reader who comes to a node that cites nothing starts anew at once.
public enum PageRank {
    /// The probability that the reader follows a citation.
    public static let damping = 0.85

    /// The rank of each source, 0 for one that nobody cites. Letters and sources are the nodes; a source that is itself a
    /// letter in the graph is one node with it, and passes on to what it cites.
    /// - Complexity: as `ranks`.
    public static func ofSources(_ graph: CitationGraph) -> [Double] {
        let letters = graph.letters.count
        let numbers = Dictionary(
            graph.letters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let node = graph.sources.enumerated().map { index, source in
            UInt32(source.letter.flatMap { numbers[$0] } ?? letters + index)
        }
        let incidence = Incidence(graph)
        var (from, to): ([UInt32], [UInt32]) = ([], [])
        for letter in 0..<letters {
            for source in incidence.sourcesOfLetter[letter] where node[Int(source)] != letter {
                from.append(UInt32(letter))
                to.append(node[Int(source)])
            }
        }
        // A source that is one node with a letter leaves its own number empty; an empty node takes no part.
        var takesPart = [Bool](repeating: false, count: letters + graph.sources.count)
        for letter in 0..<letters { takesPart[letter] = true }
        for index in graph.sources.indices where incidence.lettersOfSource.degree(index) > 0 {
            takesPart[Int(node[index])] = true
        }
        let links = CompressedRows(grouping: to, by: from, rows: takesPart.count)
            .transposed(rows: takesPart.count).transposed(rows: takesPart.count).distinct()
        let ranks = ranks(links, of: takesPart)
        return graph.sources.indices.map { incidence.lettersOfSource.degree($0) > 0 ? ranks[Int(node[$0])] : 0 }
    }

    /// The ranks of all letters and then all sources of an incidence; their sum is 1.
    package static func ranks(_ incidence: Incidence) -> [Double] {
        let rows = incidence.sourcesOfLetter
        let (letters, sources) = (rows.count, incidence.lettersOfSource.count)
        let ends = [UInt32](repeating: UInt32(rows.targets.count), count: sources)
        let links = CompressedRows(offsets: rows.offsets + ends, targets: rows.targets.map { $0 + UInt32(letters) })
        return ranks(links, of: [Bool](repeating: true, count: letters + sources))
    }

    /// The rank of each node; the sum is 1.
    ///
    /// Where a reader at a dead end starts anew like any other, what dead ends send on only scales the whole (Del Corso,
    /// Gullí and Romani, 2005): so they send nothing, and the sum is made 1 at the end. A graph without circles, as that of
    /// letters that cite papers, is then exact after as many steps as its longest path.
    /// - Parameters:
    ///   - links: what each node cites, without repeats.
    ///   - takesPart: whether a node is in the graph at all; one that is not has no links and rank 0.
    /// - Complexity: linear in nodes and links for each step; at most 200 steps where there are circles.
    static func ranks(_ links: CompressedRows, of takesPart: [Bool]) -> [Double] {
        var arriving = takesPart.map { $0 ? 1.0 : 0 }
        var ranks = arriving
        for _ in 0..<200 {
            var next = [Double](repeating: 0, count: ranks.count)
            var moved = 0.0
            for node in 0..<links.count where arriving[node] > 0 && links.degree(node) > 0 {
                moved += damping * arriving[node]
                let share = damping * arriving[node] / Double(links.degree(node))
                for place in links.places(node) { next[Int(links.targets[place])] += share }
            }
            guard moved > 0 else { break }
            for node in ranks.indices { ranks[node] += next[node] }
            arriving = next
            if moved < 1e-13 * Double(ranks.count) { break }
        }
        return normalised(ranks)
    }

    /// Equal ranks must come out equal, whatever the order they were added up in, or a tie would be broken by the last bit:
    /// so they are rounded to a billionth of the least a node can have, 1.
    private static func normalised(_ ranks: [Double]) -> [Double] {
        let rounded = ranks.map { ($0 * 0x1p30).rounded() * 0x1p-30 }
        let sum = rounded.reduce(0, +)
        return sum > 0 ? rounded.map { $0 / sum } : rounded
    }
}
