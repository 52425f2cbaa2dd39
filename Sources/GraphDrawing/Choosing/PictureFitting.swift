import GraphAnalysis

/// What of a large graph is drawn, because a picture of 1,000 edges is 13 metres tall: the most shared sources, and the
/// letters that cite most of them.
public enum PictureFitting {
    /// At most about `limit` nodes of the picture: the whole graph where it fits.
    /// - Parameters:
    ///   - graph: the whole graph.
    ///   - limit: how many nodes there is room for.
    ///   - level: at the level of answers, each answer is a node.
    ///   - centre: a letter's name or a source's id that is drawn whatever its rank, with those nearest to it.
    ///   - isByDate: whether letters stand in columns by date, which takes more height the more citations pass them.
    /// - Complexity: a sort of the sources and one of the letters, a few times at the level of answers and by date.
    public static func fitted(
        _ graph: CitationGraph, limit: Int, level: PictureOptions.Level = .letters, around centre: String? = nil,
        isByDate: Bool = false
    ) -> CitationGraph {
        var (room, fitted) = (max(0, limit), graph)
        while true {
            fitted = chosen(graph, room, centre)
            let drawn = nodes(fitted, level)
            let isTooTall = isByDate && drawn > 2 && DateHeight.tallest(fitted) > tallestByDate
            guard drawn > limit || isTooTall, room > 0 else { return fitted }
            room = isTooTall ? min(room, drawn) * 7 / 8 : min(room - 1, room * limit / drawn)
        }
    }

    /// Lines that can be read on a sheet of A3.
    private static let tallestByDate = 90

    /// The nodes of a picture with all their citations in a larger graph, and the most shared of its other sources as far
    /// as there is room: a picture of answers that can also show the questions.
    public static func widened(
        _ drawn: CitationGraph, in graph: CitationGraph, limit: Int, level: PictureOptions.Level
    ) -> CitationGraph {
        var (letters, sources) = (Set(drawn.letters.map(\.name)), Set(drawn.sources.map(\.id)))
        func cut() -> CitationGraph {
            let near = graph.letters(named: letters)
            return near.withoutSources { !sources.contains(near.sources[$0].id) }
        }
        var room = limit - nodes(cut(), level)
        guard level == .letters else { return cut() }
        let incidence = Incidence(graph)
        for source in MostCited.order(graph) where !sources.contains(graph.sources[source].id) {
            guard room > 0 else { break }
            let names = Set(incidence.lettersOfSource[source].map { graph.letters[Int($0)].name }).subtracting(letters)
            guard names.count + 1 <= room else { continue }
            room -= names.count + 1
            letters.formUnion(names)
            sources.insert(graph.sources[source].id)
        }
        return cut()
    }

    /// How many nodes a picture of the graph has.
    package static func nodes(_ graph: CitationGraph, _ level: PictureOptions.Level) -> Int {
        switch level {
        case .letters: return Set(graph.edges.map { graph.units[$0.unit].letter }).count + graph.sources.count
        case .answers:
            let referring = graph.crossReferences.flatMap { [$0.from, $0.to] }
            return Set(graph.edges.map(\.unit) + referring).count + graph.sources.count
        }
    }

    private static func chosen(_ graph: CitationGraph, _ limit: Int, _ centre: String?) -> CitationGraph {
        // Where there is room for all, nothing has to be ranked: a whole store is written by those who export it.
        if limit >= graph.letters.count + graph.sources.count { return cited(graph, centre) }
        let ranking = Ranking(graph, around: centre)
        if let whole = ranking.wholeSources(limit) { return cut(graph, whole) }
        return cut(graph, ranking.core(limit))
    }

    /// All but the letters that cite nothing.
    private static func cited(_ graph: CitationGraph, _ centre: String?) -> CitationGraph {
        var names = Set(graph.edges.map { graph.letters[graph.units[$0.unit].letter].name })
        if let centre { names.insert(centre) }
        return graph.letters(named: names)
    }

    private static func cut(_ graph: CitationGraph, _ kept: Ranking.Kept) -> CitationGraph {
        let names = Set(kept.letters.map { graph.letters[$0].name })
        let ids = Set(kept.sources.map { graph.sources[$0].id })
        let near = graph.letters(named: names)
        return near.withoutSources { !ids.contains(near.sources[$0].id) }
    }
}

/// Sources and letters of a graph in the order in which they find a place in a picture.
private struct Ranking {
    struct Kept {
        var letters: Set<Int> = []
        var sources: Set<Int> = []
    }

    private let incidence: Incidence
    /// The most shared first; before them what the centre is, or cites.
    private let sources: [Int]
    private let centreLetter: Int?
    private let centreSource: Int?

    init(_ graph: CitationGraph, around centre: String?) {
        let incidence = Incidence(graph)
        self.incidence = incidence
        let centreLetter = graph.letters.firstIndex { $0.name == centre }
        let centreSource = graph.sources.firstIndex { $0.id == centre }
        (self.centreLetter, self.centreSource) = (centreLetter, centreSource)
        let ranked = MostCited.order(graph)
        var first = Set(centreLetter.map { incidence.sourcesOfLetter[$0].map(Int.init) } ?? [])
        if let centreSource { first.insert(centreSource) }
        sources = ranked.filter(first.contains) + ranked.filter { !first.contains($0) }
    }

    /// The most shared sources, each with every letter that cites it, as far as they fit. Nil where hubs leave no room:
    /// one source that a thousand letters cite.
    func wholeSources(_ limit: Int) -> Kept? {
        var kept = Kept(letters: Set([centreLetter].compactMap(\.self)))
        var isFull = false
        for (rank, source) in sources.enumerated() {
            let letters = kept.letters.union(incidence.lettersOfSource[source].map(Int.init))
            if letters.count + kept.sources.count + 1 <= limit {
                kept.letters = letters
                kept.sources.insert(source)
            } else if !isFull {
                // What comes first must not be what is missing.
                guard rank >= limit / 6 || incidence.lettersOfSource[source].count == 1 else { return nil }
                isFull = true
            }
        }
        return kept
    }

    /// The sources that most letters cite, and the letters that cite most of these: two nodes of five are sources.
    func core(_ limit: Int) -> Kept {
        let sources = Set(self.sources.prefix(max(min(limit, 1), limit * 2 / 5)))
        let citing = Set(sources.flatMap { incidence.lettersOfSource[$0].map(Int.init) })
        let ranked = citing.map { letter in
            (
                letter: letter, isNear: isNear(letter),
                cited: incidence.sourcesOfLetter[letter].count { sources.contains(Int($0)) }
            )
        }.sorted {
            if $0.isNear != $1.isNear { return $0.isNear }
            return ($1.cited, $0.letter) < ($0.cited, $1.letter)
        }
        return Kept(letters: Set(ranked.prefix(limit - sources.count).map(\.letter)), sources: sources)
    }

    private func isNear(_ letter: Int) -> Bool {
        letter == centreLetter
            || centreSource.map { incidence.lettersOfSource[$0].contains(UInt32(letter)) } ?? false
    }
}
