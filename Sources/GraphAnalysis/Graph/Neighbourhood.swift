/// Smaller graphs cut from a larger one, for a picture: around a node, from some letters, only what is shared.
extension CitationGraph {
    /// The letters and sources within `depth` steps of a source or a letter; a step goes along one citation. Around a series or
    /// a dossier is around its parts too.
    /// - Returns: nil when no node has this name.
    public func around(_ name: String, depth: Int) -> CitationGraph? {
        let incidence = Incidence(self)
        var letterFound = [Bool](repeating: false, count: letters.count)
        var sourceFound = [Bool](repeating: false, count: sources.count)
        var front: (letters: [Int], sources: [Int]) = (
            letters.indices.filter { letters[$0].name == name },
            sources.indices.filter { sources[$0].id == name || sources[$0].parent == name }
        )
        guard !front.letters.isEmpty || !front.sources.isEmpty else { return nil }
        for step in 0...max(0, depth) {
            for letter in front.letters { letterFound[letter] = true }
            for source in front.sources { sourceFound[source] = true }
            // Nothing new was come by: a hundred million steps more would not either.
            guard step < depth, !front.letters.isEmpty || !front.sources.isEmpty else { break }
            let nextSources = Set(front.letters.flatMap { incidence.sourcesOfLetter[$0].map(Int.init) }).filter {
                !sourceFound[$0]
            }
            let nextLetters = Set(front.sources.flatMap { incidence.lettersOfSource[$0].map(Int.init) }).filter {
                !letterFound[$0]
            }
            front = (nextLetters.sorted(), nextSources.sorted())
        }
        return keeping(letter: { letterFound[$0] }, source: { sourceFound[$0] })
    }

    /// Only the letters named, with what they cite.
    public func letters(named names: Set<String>) -> CitationGraph {
        let kept = Incidence(self)
        let isKept = letters.map { names.contains($0.name) }
        return keeping(letter: { isKept[$0] }, source: { kept.lettersOfSource[$0].contains { isKept[Int($0)] } })
    }

    /// Only sources that at least `minimum` letters cite, and the letters that cite one.
    public func shared(by minimum: Int) -> CitationGraph {
        let incidence = Incidence(self)
        let isShared = sources.indices.map { incidence.lettersOfSource[$0].count >= minimum }
        return keeping(
            letter: { incidence.sourcesOfLetter[$0].contains { isShared[Int($0)] } }, source: { isShared[$0] })
    }

    /// The graph without some of its sources (indices), and all its letters.
    public func withoutSources(_ isDropped: (Int) -> Bool) -> CitationGraph {
        keeping(letter: { _ in true }, source: { !isDropped($0) }, unit: { _ in true })
    }

    /// The graph of the nodes that are kept, renumbered in the same order.
    private func keeping(
        letter keepsLetter: (Int) -> Bool, source keepsSource: (Int) -> Bool,
        unit keepsUnit: (Int) -> Bool = { _ in false }
    ) -> CitationGraph {
        let letterMap = Self.renumbered(letters.indices.map(keepsLetter))
        let sourceMap = Self.renumbered(sources.indices.map(keepsSource))
        let kept = edges.filter { letterMap[units[$0.unit].letter] != nil && sourceMap[$0.source] != nil }
        var used = Set(kept.map(\.unit))
        let references = crossReferences.filter { letterMap[units[$0.from].letter] != nil }
        used.formUnion(references.flatMap { [$0.from, $0.to] })
        let unitMap = Self.renumbered(units.indices.map { used.contains($0) || keepsUnit($0) })
        return CitationGraph(
            letters: letters.indices.filter { letterMap[$0] != nil }.map { letters[$0] },
            units: units.indices.filter { unitMap[$0] != nil }.map {
                Unit(letter: letterMap[units[$0].letter] ?? 0, name: units[$0].name)
            },
            sources: sources.indices.filter { sourceMap[$0] != nil }.map { sources[$0] },
            edges: kept.map {
                Edge(unit: unitMap[$0.unit] ?? 0, source: sourceMap[$0.source] ?? 0, citations: $0.citations)
            },
            crossReferences: references.map { CrossReference(from: unitMap[$0.from] ?? 0, to: unitMap[$0.to] ?? 0) })
    }

    private static func renumbered(_ kept: [Bool]) -> [Int?] {
        var next = 0
        return kept.map { isKept in
            defer { if isKept { next += 1 } }
            return isKept ? next : nil
        }
    }
}
