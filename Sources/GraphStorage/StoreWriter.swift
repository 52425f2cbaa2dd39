import CitationFinding
import DossierRegister
import GRDB
import LetterReading

/// Writes letters into the store, all within one transaction: a build that stops halfway leaves the store as it was.
public struct StoreWriter {
    let database: Database
    let statements: RowStatements
    let bulk: BulkIndexes
    /// Hashes of the paths and names that were put.
    private var put: Set<Int> = []
    let catalogue: ReportCatalogue
    /// What exists: it says titles and doubts.
    var register: Register
    let corrections: [String: [Correction]]
    /// The rows of the sources met of late.
    var recentSources = RecentRows()
    var hasChanged = false
    var changes: StoreChanges

    init(_ database: Database, catalogue: ReportCatalogue, corrections: [Correction]) throws {
        self.database = database
        register = try GraphStore.register(database)
        self.catalogue = catalogue
        self.corrections = Dictionary(grouping: corrections, by: \.letter)
        bulk = try BulkIndexes(database)
        statements = RowStatements(database)
        changes = try StoreChanges(database, isFilling: bulk.isFilling)
    }

    /// Puts a letter into the store, in the place of the one that was read from its file.
    /// - Returns: the other file of the same letter, when there is one: which of the two the letter is read from does not
    ///   depend on the order in which they come.
    @discardableResult
    public mutating func put(_ record: LetterRecord) throws -> String? {
        hasChanged = true
        // In a store that is being filled nothing is in the way, but for what was put into it just now.
        let isNew =
            put.insert(record.origin.path.hashValue).inserted && put.insert(~record.origin.name.hashValue).inserted
        if !bulk.isFilling || !isNew {
            try remove(path: record.origin.path)
            try remove(name: record.origin.name)
        }
        let key = TwinKey(record)
        guard let twin = try twin(of: key) else {
            _ = try insert(record)
            return nil
        }
        if isBetter(key, than: twin) {
            let copies = try files(of: twin)
            try remove(name: twin.name)
            let id = try insert(record)
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
            unitIDs[unit.name] = try insertUnit(unit, at: position, of: letter, id: id)
        }
        let units = Dictionary(unitIDs.map { ("#\($0)", $1) }, uniquingKeysWith: { first, _ in first })
        for citation in record.findings.citations {
            guard let unit = unitIDs[citation.place.unit] else { continue }
            if !citation.source.kind.isSource {
                if let target = units[citation.source.id] { try insertReference(citation, from: unit, to: target) }
            } else if !isItself(citation, letter) {
                try insertCitation(citation, unit: unit, letter: (id, record))
            }
        }
        for diagnostic in letter.diagnostics + record.findings.diagnostics { try insert(diagnostic, letter: id) }
        try changes.note(letter: id, isPut: true, in: database)
        return id
    }

    /// Takes a letter out of the store.
    public mutating func remove(name: String) throws {
        hasChanged = true
        try bulk.make()
        try noteRemoval("SELECT id FROM letter WHERE name = ?", name)
        try database.cachedStatement(sql: "DELETE FROM letter WHERE name = ?").execute(arguments: [name])
    }

    /// Forgets a file: its letter goes when it was read from it, with what is known of other files of it.
    public mutating func remove(path: String) throws {
        try bulk.make()
        try noteRemoval("SELECT id FROM letter WHERE path = ?", path)
        for table in ["letter", "letter_copy"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE path = ?").execute(arguments: [path])
            if database.changesCount > 0 { hasChanged = true }
        }
    }

    private mutating func noteRemoval(_ sql: String, _ text: String) throws {
        guard !changes.isWhole else { return }
        let id = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [text])
        if let id { try changes.note(letter: id, isPut: false, in: database) }
    }

    /// A letter's own kenmerk and number are its identity: no edge from a letter to itself.
    private func isItself(_ citation: Citation, _ letter: Letter) -> Bool {
        citation.source.id == letter.header.aanhangsel || letter.header.zaken.contains(citation.source.id)
    }
}

extension GraphStore {
    /// Runs `body` with a writer, in one transaction: when it throws, nothing has changed.
    /// - Parameters:
    ///   - catalogue: the one the letters were read with, for the names of reports.
    ///   - corrections: a user's verdicts, applied to letters as they are put.
    public func write(
        catalogue: ReportCatalogue, corrections: [Correction] = [], _ body: (inout StoreWriter) throws -> Void
    ) throws {
        try write(.immediate, catalogue: catalogue, corrections: corrections, body)
    }

    func write(
        _ kind: Database.TransactionKind, catalogue: ReportCatalogue, corrections: [Correction] = [],
        _ body: (inout StoreWriter) throws -> Void
    ) throws {
        try attemptWrite(kind) { database in
            var writer = try StoreWriter(database, catalogue: catalogue, corrections: corrections)
            try body(&writer)
            try writer.bulk.make()
            if writer.hasChanged {
                let changed = try writer.changedNumbers()
                try writer.removeOrphans()
                try writer.refreshSlips(changed)
            }
            try writer.refreshSharedNumbers()
            try writer.refreshSameFiles()
        }
    }
}
