import CitationFinding
import DossierRegister
import GRDB
import GraphAnalysis
import LetterReading

/// Writes letters into the store, all within one transaction: a build that stops halfway leaves the store as it was.
public struct StoreWriter {
    let database: Database
    let statements: BoundStatements
    let bulk: BulkIndexes
    /// Hashes of the paths and names that were put.
    private var put: Set<Int> = []
    let catalogue: ReportCatalogue
    /// What exists: it says titles and doubts.
    var register: Register
    let corrections: [String: [Correction]]
    /// What the user joins and keeps apart.
    var works: Works
    /// Whether that is otherwise than when the letters in the store were put.
    var worksHaveChanged = false
    /// The rows of the sources met of late.
    var recentSources = SourceRowCache()
    var hasChanged = false
    var changes: StoreChanges
    var firstReads: FirstReads
    var gathering: NewsGathering

    init(_ database: Database, catalogue: ReportCatalogue, corrections: [Correction], today: String) throws {
        self.database = database
        register = try GraphStore.register(database)
        works = try Works(GraphStore.verdicts(database), register)
        self.catalogue = catalogue
        self.corrections = Dictionary(grouping: corrections, by: \.letter)
        bulk = try BulkIndexes(database)
        statements = BoundStatements(database)
        changes = try StoreChanges(database, isFilling: bulk.isFilling)
        firstReads = FirstReads(today: today)
        gathering = NewsGathering(isFilling: bulk.isFilling, lastSource: changes.lastSource)
    }

    /// Puts a letter into the store, in the place of the one that was read from its file.
    /// - Returns: the other file of the same letter, when there is one: which of the two the letter is read from does not
    ///   depend on the order in which they come.
    @discardableResult
    public mutating func put(_ record: LetterRecord) throws -> String? {
        hasChanged = true
        try gathering.begin(in: database)
        var record = record
        record.header = record.header.completed(by: register)
        // In a store that is being filled nothing is in the way, but for what was put into it just now.
        let isNew =
            put.insert(record.origin.path.hashValue).inserted && put.insert(~record.origin.name.hashValue).inserted
        if !bulk.isFilling || !isNew {
            try remove(path: record.origin.path)
            try remove(name: record.origin.name)
        }
        let key = TwinKey(record)
        guard let twin = try twin(of: key) else {
            let id = try insert(record)
            if !firstReads.knows(record.origin) { gathering.note(letter: id) }
            return nil
        }
        if isBetter(key, than: twin) {
            let copies = try files(of: twin)
            try remove(name: twin.name)
            let id = try insert(record)
            gathering.replace(twin.id, by: id)
            for copy in copies { try insertCopy(copy, of: id) }
        } else {
            try insertCopy(record.origin, of: twin.id)
        }
        return twin.file
    }

    private mutating func insert(_ record: LetterRecord) throws -> Int64 {
        let letter = record.letter
        let id = try insertLetter(record)
        try insertFootnotes(letter, id: id)
        var unitIDs: [UnitName: Int64] = [:]
        for (position, unit) in letter.units.enumerated() {
            let row = try insertUnit(unit, at: position, of: letter, id: id)
            if let text = record.texts[position] { try insert(text, unit: row) }
            unitIDs[unit.name] = row
        }
        let units = Dictionary(unitIDs.map { ("#\($0)", $1) }, uniquingKeysWith: { first, _ in first })
        for citation in record.findings.citations {
            guard let unit = unitIDs[citation.place.unit] else { continue }
            if !citation.source.kind.isSource {
                if let target = units[citation.source.id] { try insertReference(citation, from: unit, to: target) }
            } else if !isItself(citation.source, letter) {
                try insertCitation(citation, unit: unit, letter: (id, record))
            }
        }
        for diagnostic in letter.diagnostics + record.findings.diagnostics { try insert(diagnostic, letter: id) }
        try changes.note(letter: id, isPut: true, in: database)
        return id
    }

    /// Removes a letter from the store.
    public mutating func remove(name: String) throws {
        hasChanged = true
        try bulk.make()
        try noteRemoval("SELECT id FROM letter WHERE name = ?", name)
        try database.cachedStatement(sql: "DELETE FROM letter WHERE name = ?").execute(arguments: [name])
    }

    /// Removes a file, and its letter when it was read from it, with what is known of other files of that letter.
    public mutating func remove(path: String) throws {
        try bulk.make()
        try noteRemoval("SELECT id FROM letter WHERE path = ?", path, file: path)
        for table in ["letter", "letter_copy"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE path = ?").execute(arguments: [path])
            if database.changesCount > 0 { hasChanged = true }
        }
    }

    private mutating func noteRemoval(_ sql: String, _ text: String, file: String? = nil) throws {
        try gathering.begin(in: database)
        let id = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [text])
        if id != nil || file != nil { try firstReads.note(letter: id, path: file, in: database) }
        if let id, !changes.isWhole { try changes.note(letter: id, isPut: false, in: database) }
    }

    /// A letter's own kenmerk and number are its identity: no edge from a letter to itself.
    func isItself(_ source: SourceID, _ letter: Letter) -> Bool {
        source.id == letter.header.aanhangsel || letter.header.zaken.contains(source.id)
    }
}

/// What a build says of letters that it does not read again.
extension StoreWriter {
    /// Gives a letter another name, because a new one would share it.
    public func rename(_ name: String, to other: String) throws {
        try database.cachedStatement(sql: "UPDATE letter SET name = ? WHERE name = ?").execute(arguments: [other, name])
    }

    /// Records that a letter was seen again, unchanged, perhaps under another name or time.
    public mutating func touch(_ origin: LetterOrigin) throws {
        // Letters that share its number name its file.
        let number = try String.fetchOne(
            database.cachedStatement(sql: "SELECT aanhangsel FROM letter WHERE path = ? AND file <> ?"),
            arguments: [origin.path, origin.file])
        if let number { changes.note(number: number) }
        for table in ["letter", "letter_copy"] {
            try database.cachedStatement(sql: "UPDATE \(table) SET file = ?, size = ?, modified = ? WHERE path = ?")
                .execute(arguments: [origin.file, origin.size, origin.modified, origin.path])
        }
    }
}

/// While an empty store is filled, the indexes that nothing asks are left out, and made at the end: sorting all rows at once
/// is faster than finding a place for each. One object, shared by the copies of a writer.
final class BulkIndexes {
    private let database: Database
    private var left: [String] = []
    /// Whether the store had no letters.
    let wasEmpty: Bool

    /// Takes the indexes away when the store has no letters.
    init(_ database: Database) throws {
        self.database = database
        wasEmpty = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM letter)") == false
        guard wasEmpty else { return }
        // Those that tell a letter's other files are asked for every letter.
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
                  AND tbl_name IN ('letter', 'unit', 'citation', 'crossreference', 'diagnostic', 'dropped_citation', 'source')
                  AND name <> 'letter_of_aanhangsel'
                ORDER BY name
                """)
        for row in rows {
            try database.execute(sql: "DROP INDEX \"\(row["name"] as String)\"")
            left.append(row["sql"])
        }
    }

    /// Whether the store was empty, and nothing had to be looked up in it yet.
    var isFilling: Bool { !left.isEmpty }

    /// Makes the indexes that are left out.
    func make() throws {
        for sql in left { try database.execute(sql: sql) }
        left = []
    }
}
