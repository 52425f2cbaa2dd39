import GRDB
import GraphAnalysis

extension GraphStore {
    /// The letters and sources within `depth` steps of a source or a letter, as `CitationGraph.around` finds them in the
    /// graph of the whole selection.
    /// - Returns: nil when the selection has no node of this name.
    /// - Complexity: linear in the citations of the nodes it goes through, those of the last step apart.
    public func graph(_ selection: GraphSelection, around name: String, depth: Int) throws -> CitationGraph? {
        try queue.read { database in
            let letters = LetterRows(selection)
            var walk = try Walk(selection, letters, in: database)
            try walk.start(name)
            var left = depth
            while left > 0, try walk.step() { left -= 1 }
            try depth <= 0 ? walk.see() : walk.close()
            let known = try kept.isKeeping ? kept.answer { try WholeStore(in: database) } : nil
            return try Self.graph(selection, letters, of: walk.letters, walk.rows, known, in: database)
                .around(name, depth: depth)
        }
    }
}

/// A walk over citations, from letters to what they cite and from that to the letters that cite it.
private struct Walk {
    /// The letters that were come by.
    private(set) var letters: [Int] = []
    private(set) var rows = CitationColumns()

    private let selection: GraphSelection
    private let database: Database
    private let selected: RowIndex?
    /// The step at which each node was come by.
    private var letterSteps: RowIndex
    private var sourceSteps: RowIndex
    private var front: (letters: [Int], sources: [Int]) = ([], [])
    private var now = 0

    init(_ selection: GraphSelection, _ letters: LetterRows, in database: Database) throws {
        (self.selection, self.database) = (selection, database)
        selected = try letters.selected(in: database)
        (letterSteps, sourceSteps) = (try RowIndex("letter", in: database), try RowIndex("source", in: database))
    }

    mutating func start(_ name: String) throws {
        let letter = try Int.fetchOne(database, sql: "SELECT id FROM letter WHERE name = ?", arguments: [name])
        // Its parts too: the editions of a series, the Kamerstukken of a dossier.
        let sources = try Int.fetchAll(
            database,
            sql: """
                SELECT id FROM source WHERE canonical = :name
                UNION ALL SELECT id FROM source WHERE parent_id = (SELECT id FROM source WHERE canonical = :name)
                """, arguments: ["name": name])
        if let letter, takes(letter) { take(letter: letter) }
        for source in sources { take(source: source) }
    }

    private func takes(_ letter: Int) -> Bool { selected.map { $0[letter] != nil } ?? true }

    private mutating func take(letter: Int) {
        guard letterSteps[letter] == nil else { return }
        letterSteps[letter] = now
        letters.append(letter)
        front.letters.append(letter)
    }

    private mutating func take(source: Int) {
        guard sourceSteps[source] == nil else { return }
        sourceSteps[source] = now
        front.sources.append(source)
    }

    /// One step further.
    /// - Returns: whether anything new was come by.
    mutating func step() throws -> Bool {
        let from = front
        front = ([], [])
        let outward = try CitationColumns(selection, .ofLetters(from.letters), in: database)
        let inward = try CitationColumns(selection, .ofSources(from.sources), in: database)
        now += 1
        // A citation between two nodes is met from the one that was come by first, or of two at once from the letter.
        for row in outward.units.indices {
            if let other = sourceSteps[outward.sources[row]], other < now - 1 { continue }
            take(source: outward.sources[row])
            rows.append(unit: outward.units[row], letter: outward.letters[row], source: outward.sources[row])
        }
        for row in inward.units.indices where takes(inward.letters[row]) {
            if let other = letterSteps[inward.letters[row]], other < now { continue }
            take(letter: inward.letters[row])
            rows.append(unit: inward.units[row], letter: inward.letters[row], source: inward.sources[row])
        }
        return !front.letters.isEmpty || !front.sources.isEmpty
    }

    /// A name that is a letter's and a source's leads to letters and sources at once: what the last of them cite of each
    /// other belongs to the picture.
    mutating func close() throws {
        guard !front.letters.isEmpty, !front.sources.isEmpty else { return }
        let cited = try CitationColumns(selection, .ofLetters(front.letters), in: database)
        for row in cited.units.indices where sourceSteps[cited.sources[row]] == now {
            rows.append(unit: cited.units[row], letter: cited.letters[row], source: cited.sources[row])
        }
    }

    /// Without a step: a source alone is a node when a letter of the selection cites it.
    mutating func see() throws {
        let cited = try CitationColumns(selection, .ofSources(front.sources), in: database)
        for row in cited.units.indices where takes(cited.letters[row]) {
            take(letter: cited.letters[row])
            rows.append(unit: cited.units[row], letter: cited.letters[row], source: cited.sources[row])
        }
    }
}
