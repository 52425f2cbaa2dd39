import CitationFinding
import GRDB
import GraphAnalysis
import GraphStorage
import Support
import Testing

/// What is asked of the indexes is what the graph of the whole store says.
@Suite struct QueryTests {
    private static let selections: [GraphSelection] = {
        let kinds: [Set<String>?] = [nil, ["kamerstuk"], ["kamerstuk", "report", "aanhangsel"]]
        var selections: [GraphSelection] = []
        for kinds in kinds {
            for units in GraphSelection.Units.allCases {
                for level in [GraphSelection.Level.documents, .dossiers] {
                    var selection = GraphSelection(kinds: kinds)
                    (selection.units, selection.level) = (units, level)
                    selections.append(selection)
                    selection.ministries = ["BZK"]
                    selections.append(selection)
                    (selection.ministries, selection.since, selection.parties) = ([], "2024-06-01", ["cda", "volt"])
                    selections.append(selection)
                }
            }
        }
        return selections
    }()

    /// A part of our own letters, some under a second name, in any order.
    private func store(_ seed: Int, _ fixture: StoreFixture) throws -> GraphStore {
        var generator = SeededGenerator(UInt64(seed))
        let records = try fixture.records(Repository.ownLetters).shuffled(using: &generator)
        return try fixture.write(Array(records.prefix(Int.random(in: 1...records.count, using: &generator))))
    }

    /// Of the graph of all parts of letters, that of answers or questions is the one the store would give.
    @Test(arguments: 0..<2) func theGraphOfAPartIsAPartOfTheWhole(_ seed: Int) throws {
        let store = try store(seed, StoreFixture())
        for whole in Self.selections where whole.units == .all {
            let graph = try store.citingGraph(whole)
            for part in GraphSelection.Units.allCases {
                var selection = whole
                selection.units = part
                #expect(graph.only(part) == (try store.citingGraph(selection)), "\(selection)")
            }
        }
    }

    /// What a Kamerbrief cites counts as an answer does: in lists, in the graph, and in the views.
    @Test func theBodyOfALetterCountsWithAnswers() throws {
        let fixture = try StoreFixture()
        let brief = """
            Geachte voorzitter,
            Hierbij informeer ik u over de dijken (Kamerstuk 33 529, nr. 7).
            """
        let answer = "Vraag 1\nKlopt dit?\nAntwoord 1\nZie Kamerstuk 33 529, nr. 7."
        let store = try fixture.write([
            fixture.record(brief, name: "brief"), fixture.record(answer, name: "antwoord"),
        ])
        for units in [GraphSelection.Units.answers, .all] {
            var selection = GraphSelection()
            selection.units = units
            #expect(try store.graph(selection).edges.count == 2, "\(units)")
        }
        let rows = try DatabaseQueue(path: fixture.path).read { database in
            try Row.fetchAll(database, sql: "SELECT letter, unit FROM answer_citation ORDER BY letter").map { "\($0)" }
        }
        #expect(rows == ["[letter:\"antwoord\" unit:\"A1\"]", "[letter:\"brief\" unit:\"body\"]"])
        let shared = try DatabaseQueue(path: fixture.path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM shared_source")
        }
        #expect(shared == 1)
    }

    @Test(arguments: 0..<4) func listsAreThoseOfTheGraph(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let store = try store(seed, fixture)
        for selection in Self.selections {
            let graph = try store.graph(selection)
            for measure in [MostCited.Measure.letters, .answers, .citations] {
                let rows = MostCited.rows(graph, by: measure)
                for limit in [0, 1, 7, nil] {
                    var asked: [MostCited.Row] = []
                    let total = try store.eachMostCited(selection, by: measure, limit: limit) { asked.append($0) }
                    #expect(asked.map(Self.counts) == rows.prefix(limit ?? .max).map(Self.counts))
                    #expect(asked.map(\.source) == rows.prefix(limit ?? .max).map(\.source))
                    #expect(total == rows.count)
                }
            }
            let shared = MostCited.rows(graph).filter { $0.letters >= 2 }
            var asked: [(row: MostCited.Row, letters: [CitationGraph.Letter])] = []
            #expect(try store.eachShared(selection, minimum: 2) { asked.append(($0, $1)) } == shared.count)
            #expect(asked.map(\.row.source) == shared.map(\.source))
            #expect(asked.map { Self.counts($0.row) } == shared.map(Self.counts))
            #expect(asked.map(\.letters) == shared.map { $0.citedBy.map { graph.letters[$0] } })
            #expect(try store.eachShared(selection, minimum: 2, limit: 1) { _, _ in } == shared.count)
            let counts = try store.counts(selection, of: graph.sources.map(\.id) + ["kst-1-1"])
            #expect(
                counts
                    == Dictionary(uniqueKeysWithValues: MostCited.rows(graph).map { ($0.source.id, Self.counts($0)) }))
        }
    }

    /// Between a ministry and a party: what a letter of each cites, of their letters alone.
    @Test(arguments: 0..<4) func whatGroupsShareIsCitedByEach(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let store = try store(seed, fixture)
        let groups = try ["BZK", "volt"].compactMap { try store.group(named: $0) }
        let members = try [GraphSelection(ministries: ["BZK"]), GraphSelection(parties: ["volt"])].map {
            Set(try store.letters($0).map(\.name))
        }.filter { !$0.isEmpty }
        #expect(groups.count == members.count)
        guard groups.count == 2 else { return }
        for selection in Self.selections {
            let graph = try store.graph(selection)
            let wanted = MostCited.rows(graph).compactMap { row -> [String]? in
                let letters = row.citedBy.map { graph.letters[$0].name }.filter { name in
                    members.contains { $0.contains(name) }
                }
                let isWhole = members.allSatisfy { !$0.isDisjoint(with: letters) }
                return letters.count > 1 && isWhole ? [row.source.id] + letters : nil
            }
            var asked: [[String]] = []
            let total = try store.eachShared(selection, between: groups, minimum: 2) { row, letters in
                #expect(row.letters == letters.count)
                asked.append([row.source.id] + letters.map(\.name))
            }
            #expect(Set(asked) == Set(wanted) && total == wanted.count, "\(selection)")
        }
    }

    @Test(arguments: 0..<4) func pairsAreThoseOfTheGraph(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let store = try store(seed, fixture)
        for selection in Self.selections {
            let graph = try store.graph(selection)
            for measure in Coupling.Measure.allCases {
                for letter in [nil, 0, graph.letters.count / 2] where letter ?? 0 < max(1, graph.letters.count) {
                    if letter != nil, graph.letters.isEmpty { continue }
                    let pairs = Coupling.pairs(graph, by: measure, with: letter, limit: 9)
                    let asked = try store.coupled(
                        selection, with: letter.map { graph.letters[$0].name }, by: measure, limit: 9)
                    #expect(asked.map { Coupling.table($0.pairs, of: $0.graph) } == Coupling.table(pairs, of: graph))
                    #expect(
                        asked?.total == Coupling.pairs(graph, by: measure, with: letter, limit: .max).count)
                }
            }
            #expect(try store.coupled(selection, with: "nobody", by: .count, limit: 9) == nil)
        }
    }

    @Test(arguments: 0..<4) func whatIsNearIsThatOfTheGraph(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let store = try store(seed, fixture)
        for selection in Self.selections {
            let graph = try store.graph(selection)
            let names = graph.letters.prefix(2).map(\.name) + graph.sources.prefix(3).map(\.id) + ["kst-1-1"]
            for name in names {
                for depth in 0...4 {
                    #expect(
                        try store.graph(selection, around: name, depth: depth) == graph.around(name, depth: depth))
                }
            }
        }
    }

    /// What is kept of a store must not be told apart from what is read of it.
    @Test(arguments: 0..<4) func whatIsNearIsTheSameOfAStoreInMemory(_ seed: Int) throws {
        let fixture = try StoreFixture()
        let store = try store(seed, fixture)
        let read = try Self.selections.map { try near(store, $0) }
        let extent = try store.extent()
        try store.keepInMemory()
        for _ in 0..<2 {
            for (selection, graphs) in zip(Self.selections, read) {
                #expect(try near(store, selection) == graphs, "\(selection)")
            }
            #expect(try store.extent().letters == extent.letters)
        }
    }

    private func near(_ store: GraphStore, _ selection: GraphSelection) throws -> [CitationGraph?] {
        let graph = try store.graph(selection)
        return try (graph.letters.prefix(3).map(\.name) + graph.sources.prefix(3).map(\.id)).map {
            try store.graph(selection, around: $0, depth: 2)
        }
    }

    @Test func findingsAloneGiveTheSameGraph() throws {
        let fixture = try StoreFixture()
        var generator = SeededGenerator(1)
        let records = try fixture.records(Repository.letters(in: "seeds"))
        let store = try fixture.write(records)
        let found = records.shuffled(using: &generator).map { ($0.letter, $0.findings) }
        for selection in Self.selections {
            let stored = try store.graph(selection)
            #expect(CitationGraph(found, selection) == Self.withoutDoubts(stored), "\(selection)")
            #expect(Set(stored.sources.filter { $0.doubt != nil }.map(\.id)).isSubset(of: ["kst-36522-12"]))
        }
    }

    /// What is doubted takes the whole store to know.
    private static func withoutDoubts(_ graph: CitationGraph) -> CitationGraph {
        CitationGraph(
            letters: graph.letters, units: graph.units,
            sources: graph.sources.map {
                .init(
                    id: $0.id, kind: $0.kind, label: $0.label, title: $0.title, page: $0.page, parent: $0.parent,
                    letter: $0.letter)
            }, edges: graph.edges, crossReferences: graph.crossReferences)
    }

    private static func counts(_ row: MostCited.Row) -> [Int] { [row.letters, row.answers, row.citations] }
}
