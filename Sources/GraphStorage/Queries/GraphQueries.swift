import CitationFinding
import GRDB
import GraphAnalysis

extension GraphStore {
    /// The part of the graph that a selection shows. Letters and sources are sorted by name, whatever order they came in.
    /// - Complexity: linear in what is selected, but for sorting it.
    public func graph(_ selection: GraphSelection = GraphSelection()) throws -> CitationGraph {
        try queue.read { try Self.graph(selection, in: $0) }
    }

    /// The same graph without units that neither cite nor refer to another: of a large store it takes half the memory.
    public func citingGraph(_ selection: GraphSelection) throws -> CitationGraph {
        try queue.read { database in
            try Self.graph(
                selection, LetterRows(selection), of: nil, CitationColumns(selection, in: database),
                hasAllUnits: false, in: database)
        }
    }

    static func graph(_ selection: GraphSelection, in database: Database) throws -> CitationGraph {
        let letters = LetterRows(selection)
        return try graph(selection, letters, of: nil, try CitationColumns(selection, in: database), in: database)
    }

    /// The graph of some letters of a selection, or all, and of citations in them.
    /// - Parameters:
    ///   - rows: of these letters; of others, they are passed over.
    ///   - hasAllUnits: whether units are there that neither cite nor refer; of some letters, they never are.
    ///   - known: of the whole store, where it is kept.
    static func graph(
        _ selection: GraphSelection, _ letters: LetterRows, of some: [Int]?, _ rows: CitationColumns,
        hasAllUnits: Bool = true, _ known: WholeStore? = nil, in database: Database
    ) throws -> CitationGraph {
        let (letterIDs, letterNodes) = try letters.nodes(some, repeated: known?.repeatedLabels, in: database)
        let letterPlaces = try RowIndex("letter", letterIDs, in: database)
        let pairs =
            try known?.references.within(letterIDs)
            ?? references(some == nil ? nil : letterPlaces, letterIDs, in: database)
        let used = some == nil && hasAllUnits ? nil : used(rows.units + pairs.flatMap { [$0.from, $0.to] })
        let (units, unitPlaces) = try units(selection, letterPlaces, used, in: database)
        let cited = Set(
            rows.sources.indices.lazy.filter { letterPlaces[rows.letters[$0]] != nil }.map { rows.sources[$0] })
        let (sources, sourceIDs) = try sources(Array(cited), in: database)
        let sourcePlaces = try RowIndex("source", sourceIDs, in: database)
        return CitationGraph(
            letters: letterNodes, units: units, sources: sources,
            edges: edges(rows, unitPlaces, sourcePlaces, units.count),
            crossReferences: references(pairs, unitPlaces))
    }

    /// Each once, in order: a set would take five times the room.
    private static func used(_ units: [Int]) -> [Int] {
        let sorted = units.sorted()
        return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
    }

    private static func units(
        _ selection: GraphSelection, _ letters: RowIndex, _ some: [Int]?, in database: Database
    ) throws -> ([CitationGraph.Unit], RowIndex) {
        let part = CitationColumns.units(selection).map { "WHERE \($0)" } ?? ""
        let table = some == nil ? "unit" : "json_each(?) CROSS JOIN unit ON unit.id = json_each.value"
        let rows = try RowReader(
            database, "SELECT unit.id, letter_id, position, name FROM \(table) \(part)",
            some.map { [$0.list] } ?? [])
        var found: [(id: Int, letter: Int, position: Int, name: String)] = []
        while try rows.next() {
            guard let letter = letters[rows.int(1)] else { continue }
            found.append((rows.int(0), letter, rows.int(2), rows.string(3) ?? ""))
        }
        found.sort { ($0.letter, $0.position) < ($1.letter, $1.position) }
        return (
            found.map { CitationGraph.Unit(letter: $0.letter, name: $0.name) },
            try RowIndex("unit", found.map(\.id), in: database)
        )
    }

    /// Sources as nodes of a graph, in the order of their ids.
    static func sources(_ ids: [Int], in database: Database) throws -> ([CitationGraph.Source], [Int]) {
        let rows = try RowReader(
            database,
            """
            SELECT source.id, source.canonical, source.kind, source.label, source.title, source.page,
              (SELECT canonical FROM source AS parent WHERE parent.id = source.parent_id),
              (SELECT min(name) FROM (SELECT name FROM letter WHERE aanhangsel = source.canonical
                UNION ALL SELECT name FROM letter_zaak JOIN letter ON letter.id = letter_id
                  WHERE zaak = source.canonical)), source.doubt
            FROM json_each(?) CROSS JOIN source ON source.id = json_each.value ORDER BY source.canonical
            """, [ids.list])
        var sources: [CitationGraph.Source] = []
        var found: [Int] = []
        while try rows.next() {
            found.append(rows.int(0))
            let id = rows.string(1) ?? ""
            sources.append(
                CitationGraph.Source(
                    id: id, kind: rows.string(2) ?? "", label: rows.string(3) ?? "", title: rows.string(4),
                    page: try page(rows.string(5), of: id, in: database), parent: rows.string(6),
                    letter: rows.string(7), doubt: rows.string(8)))
        }
        return (sources, found)
    }

    /// One edge for each unit and source, by unit and then by source.
    private static func edges(_ rows: CitationColumns, _ units: RowIndex, _ sources: RowIndex, _ count: Int)
        -> [CitationGraph.Edge]
    {
        var pairs: [UInt64] = []
        pairs.reserveCapacity(rows.units.count)
        for row in rows.units.indices {
            guard let unit = units[rows.units[row]], let source = sources[rows.sources[row]] else { continue }
            pairs.append(UInt64(unit) << 32 | UInt64(source))
        }
        pairs.sort()
        var edges: [CitationGraph.Edge] = []
        var start = 0
        while start < pairs.count {
            var end = start + 1
            while end < pairs.count, pairs[end] == pairs[start] { end += 1 }
            edges.append(
                CitationGraph.Edge(
                    unit: Int(pairs[start] >> 32), source: Int(pairs[start] & 0xFFFF_FFFF), citations: end - start))
            start = end
        }
        return edges
    }

    private static func references(_ pairs: [(from: Int, to: Int)], _ units: RowIndex) -> [CitationGraph.CrossReference]
    {
        pairs.compactMap { pair in
            guard let from = units[pair.from], let to = units[pair.to] else { return nil }
            return CitationGraph.CrossReference(from: from, to: to)
        }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// The units that refer to each other, by their ids.
    /// - Parameter letters: those whose units are asked for, or nil for all.
    private static func references(_ letters: RowIndex?, _ ids: [Int], in database: Database) throws
        -> [(from: Int, to: Int)]
    {
        // Letters have some units each, and few of them refer: from many letters on, all references are fewer.
        let isFew = letters != nil && ids.count < 2000
        let table =
            isFew
            ? """
            json_each(?) CROSS JOIN unit ON unit.letter_id = json_each.value
              CROSS JOIN crossreference ON from_unit_id = unit.id
            """ : "crossreference CROSS JOIN unit ON unit.id = from_unit_id"
        let rows = try RowReader(
            database, "SELECT DISTINCT from_unit_id, to_unit_id, unit.letter_id FROM \(table)",
            isFew ? [ids.list] : [])
        var pairs: [(from: Int, to: Int)] = []
        while try rows.next() {
            if let letters, letters[rows.int(2)] == nil { continue }
            pairs.append((rows.int(0), rows.int(1)))
        }
        return pairs
    }
}
