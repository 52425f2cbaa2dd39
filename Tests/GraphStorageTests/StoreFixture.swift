import CitationFinding
import Foundation
import GRDB
import GraphStorage
import LetterFormats
import LetterReading
import Support

/// A store in a folder of its own, gone with the fixture.
final class StoreFixture {
    private let temporary: TemporaryFolder
    private static let finder = CitationFinder()
    var path: String { temporary.url.appending(path: "store.sqlite").path }

    init() throws { temporary = try TemporaryFolder() }

    func record(_ text: String, name: String) throws -> LetterRecord {
        try record(Array(text.utf8), name: name)
    }

    private func record(_ bytes: [UInt8], name: String) throws -> LetterRecord {
        let letter = try LetterReader.read(bytes, name: name, file: name + ".txt")
        return LetterRecord(
            letter: letter, findings: Self.finder.find(in: letter),
            origin: LetterOrigin(
                name: name, file: name + ".txt", path: "/letters/\(name).txt", size: bytes.count, modified: 0,
                fingerprint: "f of \(name)"))
    }

    func records(_ urls: [URL]) throws -> [LetterRecord] {
        try urls.map {
            try record([UInt8](Data(contentsOf: $0)), name: $0.deletingPathExtension().lastPathComponent)
        }
    }

    /// - Parameter works: what is said of two ids, as in a file of corrections; nil leaves what the store has.
    @discardableResult
    func write(
        _ records: [LetterRecord], corrections: [Correction] = [], works: String? = nil, on day: String? = nil
    ) throws -> GraphStore {
        let store = try GraphStore(writing: path)
        try store.write(catalogue: .builtIn, corrections: corrections, on: day) { writer in
            if let works { try writer.keep(works.isEmpty ? nil : works, as: .corrections) }
            for record in records { try writer.put(record) }
        }
        return store
    }

    /// Every file of the store with the day it was first read.
    func days() throws -> [String: String?] {
        try DatabaseQueue(path: path).read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT path, first_read FROM letter UNION ALL SELECT path, first_read FROM letter_copy")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
        }
    }

    /// All a store says, without the numbers of its rows, and without days: most tests write on the day of the clock.
    func content() throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try [
                "SELECT path, name, label, format, fingerprint, aanhangsel, sketch FROM letter",
                "SELECT letter_copy.path, letter_copy.fingerprint, letter.path FROM letter_copy JOIN letter ON letter.id = letter_id",
                "SELECT letter.path, unit.name, unit.position, unit.line, unit.origin FROM unit JOIN letter ON letter.id = letter_id",
                "SELECT letter.path, unit.name, text, lines FROM unit_text JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = letter_id",
                "SELECT letter.path, unit.name, canonical, quote, sentence, first_byte, citation.line FROM citation JOIN unit ON unit.id = unit_id JOIN source ON source.id = source_id JOIN letter ON letter.id = letter_id",
                "SELECT letter.path, a.name, b.name, quote FROM crossreference JOIN unit a ON a.id = from_unit_id JOIN unit b ON b.id = to_unit_id JOIN letter ON letter.id = a.letter_id",
                "SELECT letter.path, code, message, unit, line, suggestions, about FROM diagnostic JOIN letter ON letter.id = letter_id",
                "SELECT child.canonical, child.kind, child.label, child.doubt, parent.canonical FROM source child LEFT JOIN source parent ON parent.id = child.parent_id",
            ].flatMap { sql in try Row.fetchAll(database, sql: sql).map { "\($0)" }.sorted() }
        } + index()
    }

    /// What the full-text indexes hold: each word with how many rows and how often it is in, by column. How they are laid out
    /// depends on the order in which rows came.
    /// - Throws: where an index is not that of its rows.
    private func index() throws -> [String] {
        try DatabaseQueue(path: path).inDatabase { database in
            try ["letter_search", "source_search"].flatMap { table in
                try database.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
                try database.execute(
                    sql: "CREATE VIRTUAL TABLE temp.\(table)_word USING fts5vocab(main, \(table), col)")
                return try Row.fetchAll(database, sql: "SELECT * FROM temp.\(table)_word").map { "\(table) \($0)" }
            }
        }
    }

    /// What is cited by whom, as it was written, without the numbers of rows.
    func works() throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT letter.name, canonical, written_as FROM citation JOIN source ON source.id = source_id
                      JOIN unit ON unit.id = unit_id JOIN letter ON letter.id = letter_id
                    """
            ).map { "\($0)" }.sorted()
                + Row.fetchAll(
                    database,
                    sql:
                        "SELECT canonical, label FROM source WHERE id IN (SELECT source_id FROM citation) ORDER BY canonical"
                ).map { "\($0)" }
                + [Int.fetchOne(database, sql: "SELECT count(*) FROM source WHERE kind = 'url'").map { "\($0)" } ?? ""]
        }
    }
}
