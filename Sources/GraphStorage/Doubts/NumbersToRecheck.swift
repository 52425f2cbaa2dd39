import CitationFinding
import DossierRegister
import GRDB
import GraphAnalysis

/// Which numbers have to be judged anew after a few letters changed. For all others what is cited now is cited as before, as
/// far as a doubt about them goes by it.
struct NumbersToRecheck {
    /// Numbers whose doubts are worked out anew wherever they are cited, and the doubts there were.
    private(set) var everywhere: Set<String> = []
    private(set) var outdated: [Int64] = []
    /// Numbers that the letters which were put cite, for these letters only.
    private(set) var inLetters: Set<String> = []

    /// A source that is cited otherwise than before.
    struct Change {
        let id: String
        /// Nothing cited it before, or nothing does now; of a dossier, which is there for its papers too, it is not known.
        let comes: Bool
        let goes: Bool
        let mayComeOrGo: Bool
    }

    private let database: Database

    /// Nil when all have to be judged anew: so many papers of one number are cited now, or were, that it counts for all of them.
    init?(_ changes: StoreChanges, _ changed: [Change], _ cited: CitedDocuments, _ database: Database) throws {
        self.database = database
        if try Self.crossesChance(changed, cited) { return nil }
        for change in changed {
            everywhere.insert(change.id)
            guard let paper = NearMisses.Paper(change.id) else { continue }
            for number in Set(paper.slips.map(\.number) + [paper.number]) {
                let papers = try cited.papers(of: number)
                if papers.count == 1 { everywhere.formUnion(papers) }
            }
        }
        if !changed.isEmpty { try addDoubted(changed) }
        for letter in changes.letters {
            let ids = try String.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT DISTINCT canonical FROM unit JOIN citation ON unit_id = unit.id
                          JOIN source ON source.id = source_id WHERE letter_id = ? AND kind IN \(CitedDocuments.kinds)
                        """), arguments: [letter])
            inLetters.formUnion(ids)
        }
        inLetters.subtract(everywhere)
    }

    private static func crossesChance(_ changed: [Change], _ cited: CitedDocuments) throws -> Bool {
        var more: [Substring: Int] = [:]
        for change in changed where change.comes != change.goes {
            if let paper = NearMisses.Paper(change.id) { more[paper.rest, default: 0] += change.comes ? 1 : -1 }
        }
        return try more.contains { rest, more in
            guard more != 0 else { return false }
            let now = try cited.alike(rest, most: NearMisses.mostByChance + abs(more) + 1)
            return (now > NearMisses.mostByChance) != (now - more > NearMisses.mostByChance)
        }
    }

    /// The numbers in doubt whose doubt goes by what changed.
    private mutating func addDoubted(_ changed: [Change]) throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT id, about FROM diagnostic WHERE about IS NOT NULL AND code IN (?, ?)",
            arguments: StatementArguments(StoreWriter.slipCodes))
        var doubts: [String: Set<Int64>] = [:]
        while let row = try rows.next() { doubts[row[1], default: []].insert(row[0]) }
        for (id, rows) in doubts {
            let paper = NearMisses.Paper(id)?.number
            let isConcerned = changed.contains { change in
                Suggestions.depend(id, on: change.id, comesOrGoes: change.mayComeOrGo)
                    || paper != nil && paper == NearMisses.Paper(change.id)?.number
            }
            guard isConcerned || everywhere.contains(id) else { continue }
            everywhere.insert(id)
            outdated += rows
        }
    }
}

extension StoreWriter {
    /// The numbered documents that are cited otherwise than before. Asked before the orphans go.
    func changedNumbers() throws -> [NumbersToRecheck.Change] {
        try changes.sources.compactMap { id in
            let row = try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT canonical, kind, EXISTS (SELECT 1 FROM citation WHERE source_id = source.id) AS isCited
                        FROM source WHERE id = ? AND kind IN \(CitedDocuments.kinds)
                        """), arguments: [id])
            guard let row else { return nil }
            let (isNew, isCited, kind): (Bool, Bool, String) = (id > changes.lastSource, row["isCited"], row["kind"])
            return NumbersToRecheck.Change(
                id: row["canonical"], comes: isNew && isCited, goes: !isNew && !isCited,
                mayComeOrGo: isNew || !isCited || SourceKind.named(kind)?.isCountedFor == true)
        }
    }
}
